"""``OBSERVATORY_DATA=… python -m core.simcse WHAT`` records again: first, encoders MODEL, flow MODEL, baselines,
chinese, or sbert --work FOLDER.
"""

import sys
from pathlib import Path

import torch

from core.simcse.grading import record_first, record_flow, record_graded
from core.simcse.recorded import GRADED, PAIRS

torch.set_num_threads(1)
match sys.argv[1:]:
    case ["first"]:
        for lang in PAIRS:
            record_first(lang)
    case ["encoders", model] if model in GRADED:
        record_graded(model)
    case ["flow", model] if model in GRADED:
        record_flow(model)
    case ["baselines"]:
        from core.simcse import baselines

        baselines.record()
    case ["chinese"]:
        from core.simcse.chinese import record

        print(record().after)
    case ["sbert", "--work", folder]:
        from core.simcse import teach

        teach.record(Path(folder))
    case _:
        sys.exit(__doc__)
