"""What does a score depend on: where the two tokens stand, how far apart they are, or both?

A matrix that knows distances only has equal numbers along every diagonal (Toeplitz).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from jaxtyping import Float

from core.positions.arrays import offsets

Depends = Literal["nothing", "distance", "place", "both"]
EXACT = 1e-6  # of the largest entry: below it two numbers are one number, computed differently


@dataclass(frozen=True, eq=False)
class Test:
    """A matrix taken apart into what its diagonals say and what is left."""

    __test__ = False  # pytest: this is no test case

    means: Float[np.ndarray, " diagonals"]  # of each diagonal, from offset -(T - 1) to T - 1
    deviation: float  # the largest distance of an entry from the mean of its diagonal
    explained: float  # share of the variance that the distance explains, 0 to 1
    depends: Depends


def toeplitz(scores: Float[np.ndarray, "T T"]) -> Test:
    """Take the mean along every diagonal, and measure what it leaves unexplained."""
    T = len(scores)
    diagonal = (offsets(T) + T - 1).ravel()
    means = np.bincount(diagonal, scores.ravel()) / np.bincount(diagonal)
    left = scores - means[diagonal].reshape(T, T)
    deviation, spread = float(np.abs(left).max()), float(np.ptp(scores))
    total = float(scores.var())
    explained = 1 - float(left.var()) / total if total else 1.0
    tiny = EXACT * max(1e-12, float(np.abs(scores).max()))
    if spread <= tiny:
        depends = "nothing"
    elif deviation <= tiny:
        depends = "distance"
    else:
        depends = "both" if explained >= 0.01 else "place"
    return Test(means, deviation, explained, depends)
