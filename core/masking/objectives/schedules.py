"""When the dice fall: once for all epochs, anew in each, or harder and harder."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import numpy as np
from jaxtyping import Bool, Float

from core.masking.corruption import Corruption, Document, flat
from core.masking.objectives.masked import MLM


@dataclass(frozen=True)
class Repeated:
    """``copies`` patterns, used in turn: 1 is static masking, BERT's data had 10, 0 means a new one every epoch.

    Source: Liu et al. 2019 (RoBERTa), section 4.1.
    """

    objective: MLM = field(default_factory=MLM)
    copies: int = 1

    def epoch(self, document: Document, epoch: int, seed: int = 0) -> Corruption:
        pattern = epoch % self.copies if self.copies else epoch
        return self.objective.corrupt(document, np.random.default_rng((seed, pattern)))

    def corrupt(self, document: Document, dice: np.random.Generator) -> Corruption:
        """One pattern by itself; that it comes again only ``epoch`` shows."""
        return self.objective.corrupt(document, dice)


@dataclass(frozen=True)
class Progressive:
    """From easy to hard: of longer texts, as in ERNIE 3.0 (section 3.3), and, which is ours, more is hidden."""

    rates: tuple[float, float] = (0.05, 0.3)
    lengths: tuple[int, int] = (8, 64)
    at: float = 1.0  # progress, 0 to 1

    def corrupt(self, document: Document, dice: np.random.Generator) -> Corruption:
        rate, length = (a + (b - a) * self.at for a, b in (self.rates, self.lengths))
        return MLM(rate).corrupt(flat(document)[: round(length)], dice)

    def moved(self, progress: float) -> Progressive:
        """The same schedule at another time."""
        return replace(self, at=progress)


def coverage(schedule: Repeated, document: Document, epochs: int, seed: int = 0) -> Float[np.ndarray, " epochs"]:
    """The share of tokens that have been asked for at least once, after each epoch."""
    return np.logical_or.accumulate(list(patterns(schedule, document, epochs, seed))).mean(1)


def patterns(schedule: Repeated, document: Document, epochs: int, seed: int = 0) -> Iterator[Bool[np.ndarray, " T"]]:
    """The loss mask of every epoch."""
    return (schedule.epoch(document, epoch, seed).loss_mask for epoch in range(epochs))
