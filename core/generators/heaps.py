"""Do they find all heaps, and do they keep them? Counted through the training: three GANs, DDPM, flow matching."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import replace

import numpy as np
from jaxtyping import Float

from core.generators.api import train
from core.generators.data import modes
from core.generators.measures import covered, precision_recall
from core.generators.recorded import SEEDS, keep
from core.generators.records import Heaps
from core.generators.run import SHOWN, Config
from core.generators.study import real, setting
from core.provenance import stamp

SHAPE = "grid"
PLAYERS: Mapping[str, Config] = {
    **{loss: replace(setting("gan"), loss=loss) for loss in ("nonsaturating", "minimax", "wasserstein")},
    **{family: setting(family) for family in ("ddpm", "flow_matching")},
}
FEW = 0.5  # of the heaps, or of the real points that are reached: at most so many, and the modes have collapsed


def reached(made: Float[np.ndarray, "N 2"], shape: str, seed: int = 0) -> tuple[int, int] | float:
    """Heaps found and heaps there are; the share of real points reached where a shape has no heaps."""
    centres = modes(shape)
    if centres is None:
        return precision_recall(made, real(shape, seed)[: len(made)])[1]
    return covered(made, centres)[0], len(centres)


def collapsed(found: tuple[int, int] | float) -> bool:
    """Whether so few are left that it is called mode collapse."""
    return (found[0] / found[1] if isinstance(found, tuple) else found) <= FEW


def record() -> None:
    """Train all, count, keep."""
    began, by = time.process_time(), stamp("core.generators.heaps")
    centres = modes(SHAPE)
    assert centres is not None
    found, near, at = {}, {}, np.zeros(0)
    for name, config in PLAYERS.items():
        runs = [train(SHAPE, replace(config, seed=seed), device="cpu") for seed in range(SEEDS)]
        counts = [[covered(frame / 1000, centres) for frame in run.frames] for run in runs]
        found[name] = np.array([[count for count, _ in row] for row in counts])
        near[name] = np.array([[share for _, share in row] for row in counts])
        at = runs[0].at
        print(name, found[name][:, -1], flush=True)
    kept = Heaps(SHAPE, len(centres), SHOWN, at, found, near, **by, seconds=round(time.process_time() - began, 1))
    keep("heaps", kept)
