"""``python -m core.generators plane [SHAPE …] | latent | digits | claims [NAME …]``: record again what pages show."""

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
    case ["digits"]:
        from core.generators import digits_study

        digits_study.record()
    case ["claims", *names]:
        from core import claims

        for name in names or [id for id in claims.CLAIMS if id.startswith("generators/")]:
            print(name, claims.record(name).verdict, flush=True)
    case _:
        sys.exit(__doc__)
