"""``python -m core.positions study [NAME …] | claims | minilm``: record again what the pages show.

``study`` trains every encoding, or those named, over five seeds; ``claims`` records the three claims, after those
encodings that they share with the study.
"""

import sys
import time

import torch

from core import claims
from core.nn.positional import POSITIONS
from core.positions.recorded import SEEDS, gathered, keep
from core.positions.study import Config
from core.positions.train import trained
from core.provenance import stamp

CLAIMS = ("alibi-beyond", "rope-beyond", "rope-converges")
SHARED = ("sinusoidal", "alibi", "rope", "learned")


def study(names: list[str]) -> None:
    """Train and keep."""
    for name in names:
        began, by = time.perf_counter(), stamp("core.positions.train")
        runs = [trained(Config(positions=name, seed=seed), "auto") for seed in range(SEEDS)]
        seconds = round(time.perf_counter() - began, 1)
        keep(f"study-{name}", gathered(runs, data="wikipedia-sample", **by, seconds=seconds))
        print(f"{name}: {runs[0].held[-1]:.3f} nats (seed 0), {seconds} s", flush=True)


torch.set_num_threads(1)
match sys.argv[1:]:
    case ["study", *names]:
        study(names or list(POSITIONS))
    case ["claims"]:
        study(list(SHARED))
        for name in CLAIMS:
            print(claims.record(f"positions/{name}").verdict, flush=True)
    case ["minilm"]:
        from core.positions.minilm import record

        record()
    case _:
        sys.exit(__doc__)
