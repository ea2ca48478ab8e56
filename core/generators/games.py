"""The three games of a GAN on the same heaps: what each of them finds, and how far off it is, all through the training.

A step is one batch for the critic in every game; Wasserstein's generator moves at every third, so that its critic keeps
ahead. Networks, learning rates and batches are the same for all three.
"""

from __future__ import annotations

import time

import numpy as np

from core.generators.api import FRESH, train
from core.generators.data import modes, points
from core.generators.measures import covered, energy_distance
from core.generators.recorded import keep, played
from core.generators.records import Game
from core.generators.run import SHOWN, Loss
from core.generators.study import setting
from core.provenance import stamp
from core.runtime import OnStep, quiet

SHAPES = ("grid", "ring")
STEPS = 4000  # twice those of the study: what one more thousand brings is part of the question
SEEDS = 5
PAIRS = 20  # of real heaps, for the floor


def record(shape: str, game: Loss, *, steps: int = STEPS, seeds: int = SEEDS, on_step: OnStep = quiet) -> Game:
    """Play one game with several seeds, look at it all the way, keep the record."""
    began, by = time.process_time(), stamp("core.generators.games")
    centres, rows, seconds, first = modes(shape), [], [], None
    if centres is None:
        raise ValueError(f"{shape} is not made of separate heaps; there are {', '.join(SHAPES)}")
    for seed in range(seeds):
        start = time.process_time()
        run = train(shape, setting("gan", loss=game, steps=steps, seed=seed), device="cpu", on_step=on_step)
        seconds.append(time.process_time() - start)
        first = run if first is None else first
        true = real(shape, seed)
        rows.append([(*covered(frame / 1000, centres), energy_distance(frame / 1000, true)) for frame in run.frames])
        print(f"{shape} {game} {seed}: {rows[-1][-1][0]} heaps, {seconds[-1]:.0f} s", flush=True)
    assert first is not None
    found = np.array(rows)  # (seeds, F, 3)
    kept = Game(
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
        seconds=round(time.process_time() - began, 1),
    )
    keep(played(shape, game), kept)
    return kept


def real(shape: str, seed: int) -> np.ndarray:
    """As many real points as a picture of the training holds; no training has seen them."""
    return points(shape, SHOWN, FRESH + seed)
