"""What a page needs of born-again networks, without torch: the knobs, the outcome, the recorded one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from jaxtyping import Float

from core import runtime, store


@dataclass(frozen=True)
class Line:
    """The knobs of one descent."""

    generations: int = 4  # after the first, which has no teacher
    rows: int = 200  # labelled images, the same for everybody
    temperature: float = 2.0
    soft_weight: float = 0.7
    seed: int = 0


@dataclass(frozen=True, eq=False)
class Descent:
    """Accuracy on held-out images, generation by generation."""

    line: Line  # of the first seed
    taught: Float[np.ndarray, "seeds generations"]
    alone: Float[np.ndarray, "seeds generations"]  # as often anew, no teacher
    taught_together: Float[np.ndarray, "seeds generations"]  # the mean answer of all generations so far
    alone_together: Float[np.ndarray, "seeds generations"]
    held: int
    parameters: int
    date: str
    machine: str
    code: str


@cache
def recorded() -> Descent:
    """Five seeds of the default; ``python -m core.distillation generations`` records them again."""
    return store.load(runtime.ASSETS / "recorded" / "distillation" / "generations")
