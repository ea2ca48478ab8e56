"""Do the samples find all heaps, and do they keep them? Counted, and called collapse when a quarter are missing."""

from __future__ import annotations

import numpy as np
from jaxtyping import Float, Int

from core.generators.data import modes
from core.generators.measures import covered, precision_recall
from core.generators.run import Run
from core.generators.study import real

FEW = 0.75  # of the heaps, or of the real points that are reached: at most so many, and the modes have collapsed


def reached(made: Float[np.ndarray, "N 2"], shape: str, seed: int = 0) -> tuple[int, int] | float:
    """Heaps found and heaps there are; the share of real points reached where a shape has no heaps."""
    centres = modes(shape)
    if centres is None:
        return precision_recall(made, real(shape, seed)[: len(made)])[1]
    return covered(made, centres)[0], len(centres)


def collapsed(found: tuple[int, int] | float) -> bool:
    """Whether so few are left that it is called mode collapse."""
    return (found[0] / found[1] if isinstance(found, tuple) else found) <= FEW


def through(run: Run, centres: Float[np.ndarray, "C 2"]) -> Int[np.ndarray, " F"]:
    """Heaps found in every picture that a training kept."""
    return np.array([covered(frame / 1000, centres)[0] for frame in run.frames])
