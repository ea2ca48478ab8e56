"""What ELECTRA's generator changes, as it was recorded. No torch on the way."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from jaxtyping import Float

from core import store
from core.masking.objectives.labels import HOME

ARMS = ("mlm", "random", "finished", "joint")
LAMBDA = 50.0  # how much the discriminator's loss counts (Clark et al. 2020, section 2)


@dataclass(frozen=True, eq=False)
class Adversaries:
    """Every way to exchange words: the article, plausible exchanges and random ones told; NaN where not asked."""

    names: tuple[str, ...]
    scores: Float[np.ndarray, "arms seeds 3"]
    steps: int
    date: str
    machine: str
    code: str


@cache
def recorded() -> Adversaries:
    """The run of ``python -m core.masking.objectives electra``."""
    return store.load(HOME / "electra")
