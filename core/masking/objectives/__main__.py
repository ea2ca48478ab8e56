"""Record again: ``python -m core.masking.objectives``, then ``train`` or ``examine`` with names, or a study:
``few-labels``, ``slips``, ``pixels``, ``ramps``, ``electra``, ``heads``, ``albert``, ``memory``, ``speaking``."""

import sys
from importlib import import_module

import torch

from core.masking.objectives.ship import SHIPPED, examine, ship
from core.models.digests import vouch

torch.set_num_threads(1)
match sys.argv[1:]:
    case ["train" | "examine" as what, *names] if set(names) <= set(SHIPPED):
        for name in names or SHIPPED:
            print(name, (ship if what == "train" else examine)(name), flush=True)
    case ["ramps" | "electra" | "heads" | "albert" | "memory" | "speaking" as study]:
        name = "growing" if study == "ramps" else study
        import_module(f"core.masking.objectives.{name}").record()
    case ["few-labels" | "slips" as study]:
        from core.masking.objectives import fewlabels, slips

        found = (fewlabels if study == "few-labels" else slips).record()
        print(found.scratch.mean(1), found.pretrained.mean(1))
    case ["pixels"]:
        from core.masking.objectives import pixels

        print(pixels.ship())
        vouch()
    case _:
        sys.exit(__doc__)
