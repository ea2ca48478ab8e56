"""``OBSERVATORY_DATA=… python -m core.simcse first | encoders MODEL | chinese``: record again."""

import sys

import torch

from core.simcse.grading import record_first, record_graded
from core.simcse.recorded import GRADED

torch.set_num_threads(1)
match sys.argv[1:]:
    case ["first"]:
        record_first()
    case ["encoders", model] if model in GRADED:
        record_graded(model)
    case ["chinese"]:
        from core.simcse.chinese import record

        print(record().after)
    case _:
        sys.exit(__doc__)
