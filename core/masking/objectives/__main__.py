"""``python -m core.masking.objectives train|examine [NAME …]``: the shipped readers again, all or those named."""

import sys

import torch

from core.masking.objectives.ship import SHIPPED, examine, ship

torch.set_num_threads(1)
match sys.argv[1:]:
    case ["train" | "examine" as what, *names] if set(names) <= set(SHIPPED):
        for name in names or SHIPPED:
            print(name, (ship if what == "train" else examine)(name), flush=True)
    case _:
        sys.exit(__doc__)
