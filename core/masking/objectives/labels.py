"""What few labels give with and without pre-training, as it was recorded. No torch on the way."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from jaxtyping import Float

from core import runtime, store

FOLDER = runtime.ASSETS / "recorded" / "objectives" / "few-labels"


@dataclass(frozen=True, eq=False)
class FewLabels:
    """Share of kept windows whose article was named, by number of labels and seed."""

    sizes: tuple[int, ...]
    scratch: Float[np.ndarray, "sizes seeds"]
    pretrained: Float[np.ndarray, "sizes seeds"]
    usual: float  # of the most frequent article
    kept: int  # windows
    date: str
    machine: str
    code: str


@cache
def recorded() -> FewLabels:
    """The run of ``python -m core.masking.objectives few-labels``."""
    return store.load(FOLDER)
