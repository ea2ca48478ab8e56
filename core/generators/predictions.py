"""What shall the network name, and how fast shall the noise grow? Pairs of both on one shape, all else equal."""

from __future__ import annotations

import time

import numpy as np

from core.generators.api import train
from core.generators.measures import sliced_wasserstein
from core.generators.recorded import keep
from core.generators.records import Named
from core.generators.sampling import sample
from core.generators.study import PAIRS, N, real, setting
from core.provenance import stamp

SHAPE, SEEDS, HEAPS = "spiral", 3, 3
PREDICTS, SCHEDULES = ("eps", "x0", "v"), ("linear", "cosine")
OTHER = 200  # added to a seed for the next heap of real points


def record() -> None:
    """Train every pair, measure, keep."""
    began, by = time.process_time(), stamp("core.generators.predictions")
    far = np.zeros((len(PREDICTS), len(SCHEDULES), SEEDS))
    for i, predict in enumerate(PREDICTS):
        for j, kind in enumerate(SCHEDULES):
            for seed in range(SEEDS):
                run = train(SHAPE, setting("ddpm", predict=predict, schedule=kind, frames=0, seed=seed), device="cpu")
                dice = [seed + OTHER * heap for heap in range(HEAPS)]
                found = [sliced_wasserstein(sample(run, N, each), real(SHAPE, each)) for each in dice]
                far[i, j, seed] = np.median(found)
            print(predict, kind, np.round(far[i, j], 4), flush=True)
    pairs = [(real(SHAPE, 1000 + 2 * i), real(SHAPE, 1001 + 2 * i)) for i in range(PAIRS)]
    floor = float(np.median([sliced_wasserstein(a, b) for a, b in pairs]))
    kept = Named(
        shape=SHAPE,
        n=N,
        heaps=HEAPS,
        predicts=PREDICTS,
        schedules=SCHEDULES,
        far=far,
        floor=floor,
        training=setting("ddpm").steps,
        **by,
        seconds=round(time.process_time() - began, 1),
    )
    keep("predictions", kept)
