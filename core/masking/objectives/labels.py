"""What few labels give with and without pre-training, as it was recorded. No torch on the way."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from jaxtyping import Float

from core import runtime, store

HOME = runtime.ASSETS / "recorded" / "objectives"


@dataclass(frozen=True, eq=False)
class FewLabels:
    """A score on kept windows by number of labels and seed: the share whose article was named, or the F1 of slips."""

    sizes: tuple[int, ...]
    scratch: Float[np.ndarray, "sizes seeds"]
    pretrained: Float[np.ndarray, "sizes seeds"]
    usual: float  # of who always says the most frequent article, or always "slip"
    kept: int  # windows
    date: str
    machine: str
    code: str


@cache
def recorded(name: str = "few-labels") -> FewLabels:
    """The run of ``python -m core.masking.objectives few-labels`` or ``slips``."""
    return store.load(HOME / name)
