"""Does it matter what the network names? The noise, the picture or the mixture, on two schedules, several seeds."""

from __future__ import annotations

import numpy as np

from core.generators.kept import trained
from core.generators.measures import sliced_wasserstein
from core.generators.recorded import SEEDS, keep
from core.generators.records import Targets
from core.generators.sampling import sample
from core.generators.study import N, floor, real, setting
from core.provenance import stamp

SHAPE = "spiral"  # the thinnest of the shapes
NAMES = ("eps", "x0", "v")


def record(kinds: tuple[str, ...] = ("linear", "cosine")) -> None:
    """Train all, keep the distances."""
    by, far, seconds = stamp("core.generators.targets"), dict[str, dict[str, np.ndarray]](), 0.0
    for kind in kinds:
        far[kind] = {}
        for name in NAMES:
            found = [_far(kind, name, seed) for seed in range(SEEDS)]
            far[kind][name] = np.array([each for each, _ in found])
            seconds += sum(took for _, took in found)
        print(kind, {name: float(np.median(rows).round(3)) for name, rows in far[kind].items()}, flush=True)
    base = floor(SHAPE)["wasserstein"]
    kept = Targets(SHAPE, setting("ddpm", frames=0), N, far, base, **by, seconds=round(seconds, 1))
    keep("targets", kept)


def _far(kind: str, name: str, seed: int) -> tuple[float, float]:
    """Sliced Wasserstein distance of one training's samples, all steps of DDPM; seconds of the training."""
    run, took = trained(SHAPE, setting("ddpm", frames=0, schedule=kind, predict=name, seed=seed))
    return sliced_wasserstein(sample(run, N, seed), real(SHAPE, seed)), took
