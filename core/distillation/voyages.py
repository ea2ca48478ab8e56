"""What a page needs of the ship of Theseus, without torch: the knobs, several voyages, the recorded ones."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from jaxtyping import Bool, Float

from core import runtime, store


@dataclass(frozen=True)
class Voyage:
    """The knobs of one replacement."""

    first: float = 0.3  # chance that a block is replaced, at the beginning
    last: float = 1.0  # and at the end of the replacing
    steps: int = 200  # of replacing
    tuning: int = 100  # steps after it, all blocks new
    rows: int = 200  # labelled examples, a part of those on which the digits' predecessor was trained
    seed: int = 0

    def chance(self, step: int) -> float:
        """Linear between first and last, then 1."""
        return 1.0 if step >= self.steps else self.first + (self.last - self.first) * step / max(1, self.steps - 1)


@dataclass(frozen=True, eq=False)
class Voyages:
    """Several, beside the same small network that was new from the first step."""

    voyage: Voyage  # of the first seed
    switches: Bool[np.ndarray, "steps blocks"]  # of the first seed: True where the successor worked
    at: tuple[int, ...]
    held: Float[np.ndarray, "seeds looks"]  # accuracy of the successor alone
    alone: Float[np.ndarray, "seeds looks"]
    before: Float[np.ndarray, " seeds"]  # of the predecessor
    parameters: tuple[int, int]  # predecessor, successor
    date: str
    machine: str
    code: str


SHIPS = ("digits", "requests")


@cache
def recorded(data: str) -> Voyages:
    """Five seeds of the default schedule; ``python -m core.distillation theseus`` records them again."""
    return store.load(runtime.ASSETS / "recorded" / "distillation" / f"theseus-{data}")
