"""Record again what pages show: ``python -m core.generators`` and one of

``plane [SHAPE …]``, ``latent``, ``prices``, ``targets``, ``digits``, ``pictures digits [FAMILY …]``,
``pictures fashion [FAMILY …]`` (from the folder that OBSERVATORY_DATA names), ``games SHAPE [GAME …]``,
``claims [NAME …]``.
"""

import sys

import torch

from core.generators import study

torch.set_num_threads(1)
match sys.argv[1:]:
    case ["plane", *names]:
        for name in names or ("moons", "ring", "spiral", "rings", "grid"):
            study.record(name)
    case ["latent"]:
        from core.generators import latent

        latent.record()
    case ["prices"]:
        from core.generators import prices

        prices.record()
    case ["targets"]:
        from core.generators import targets

        targets.record()
    case ["digits"]:
        from core.generators import digits_study

        digits_study.record()
    case ["pictures", name, *families]:
        from core.generators import pictures_study

        for family in families or ("real", *pictures_study.SETTINGS[name]):
            if family == "real":
                pictures_study.record_real(name)
            else:
                pictures_study.record(name, family)
    case ["games", shape, *losses]:
        from typing import get_args

        from core.generators import games, run

        for loss in get_args(run.Loss):
            if not losses or loss in losses:
                games.record(shape, loss)
    case ["claims", *names]:
        from core import claims

        for name in names or [id for id in claims.CLAIMS if id.startswith("generators/")]:
            print(name, claims.record(name).verdict, flush=True)
    case _:
        sys.exit(__doc__)
