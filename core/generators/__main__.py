"""``python -m core.generators plane [SHAPE …]``: record again what the pages show."""

import sys

import torch

from core.generators import study

torch.set_num_threads(1)
match sys.argv[1:]:
    case ["plane", *names]:
        for name in names or ("moons", "ring", "spiral", "rings", "grid"):
            study.record(name)
    case _:
        sys.exit(__doc__)
