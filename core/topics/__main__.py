"""``python -m core.topics record [vectors.npy]``: record the page's runs again."""

import sys
from pathlib import Path

import torch

from core.topics.record import record

torch.set_num_threads(1)
match sys.argv[1:]:
    case ["record", *given]:
        record(Path(given[0]) if given else None)
    case _:
        sys.exit(__doc__)
