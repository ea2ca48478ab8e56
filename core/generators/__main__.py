"""Record again what pages show: ``python -m core.generators`` and one of

``plane [SHAPE …]``, ``heaps``, ``latent``, ``prices``, ``predictions``, ``digits``, ``pictures digits [FAMILY …]``,
``pictures fashion [FAMILY …]`` (from the folder that OBSERVATORY_DATA names), ``claims [NAME …]``.
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
    case ["predictions"]:
        from core.generators import predictions

        predictions.record()
    case ["prices"]:
        from core.generators import prices

        prices.record()
    case ["digits"]:
        from core.generators import digits_study

        digits_study.record()
    case ["heaps"]:
        from core.generators import heaps

        heaps.record()
    case ["pictures", name, *families]:
        from core.generators import pictures_study

        for family in families or ("real", *pictures_study.SETTINGS[name]):
            if family == "real":
                pictures_study.record_real(name)
            else:
                pictures_study.record(name, family)
    case ["claims", *names]:
        from core import claims

        for name in names or [id for id in claims.CLAIMS if id.startswith("generators/")]:
            print(name, claims.record(name).verdict, flush=True)
    case _:
        sys.exit(__doc__)
