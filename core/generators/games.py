"""The three games of a GAN on the same heaps: what each of them finds, and how far off it is, all through the training.

A step is one batch for the critic in every game; Wasserstein's generator moves at every third, so that its critic keeps
ahead. Networks, learning rates and batches are the same for all three.
"""

from __future__ import annotations

import numpy as np

from core.generators.api import FRESH
from core.generators.data import modes, points
from core.generators.kept import trained
from core.generators.measures import covered, energy_distance
from core.generators.recorded import keep, played
from core.generators.records import Game
from core.generators.run import SHOWN, Loss
from core.generators.study import setting
from core.provenance import stamp

SHAPES = ("grid", "ring")
STEPS = 2000  # as in the study
SEEDS = 5
PAIRS = 20  # of real heaps, for the floor


def record(shape: str, game: Loss) -> None:
    """Play, look, keep."""
    keep(played(shape, game), watched(shape, game))


def watched(shape: str, game: Loss, *, steps: int = STEPS, seeds: int = SEEDS) -> Game:
    """One game with several seeds, looked at all the way.

    Raises:
        ValueError: a shape that is not made of separate heaps.
    """
    by = stamp("core.generators.games")
    centres, rows, seconds, first = modes(shape), [], list[float](), None
    if centres is None:
        raise ValueError(f"{shape} is not made of separate heaps; there are {', '.join(SHAPES)}")
    for seed in range(seeds):
        run, took = trained(shape, setting("gan", loss=game, steps=steps, seed=seed))
        seconds.append(took)
        first = run if first is None else first
        true = real(shape, seed)
        rows.append([(*covered(frame / 1000, centres), energy_distance(frame / 1000, true)) for frame in run.frames])
        print(f"{shape} {game} {seed}: {rows[-1][-1][0]} heaps, {seconds[-1]:.0f} s", flush=True)
    assert first is not None
    found = np.array(rows)  # (seeds, F, 3)
    return Game(
        shape=shape,
        setting=first.config,
        n=SHOWN,
        at=first.at,
        found=found[..., 0].astype(np.int16),
        near=found[..., 1],
        energy=found[..., 2],
        floor=np.array([energy_distance(real(shape, 100 + 2 * i), real(shape, 101 + 2 * i)) for i in range(PAIRS)]),
        made=first.frames[-1],
        train=np.array(seconds),
        **by,
        seconds=round(sum(seconds), 1),
    )


def real(shape: str, seed: int) -> np.ndarray:
    """As many real points as a picture of the training holds; no training has seen them."""
    return points(shape, SHOWN, FRESH + seed)
