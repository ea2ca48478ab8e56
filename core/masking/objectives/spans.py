"""SpanBERT: hide a run of words, and make its two borders know it all. Joshi et al. 2020, sections 3.1 and 3.2."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from core.masking.corruption import Corruption, Document
from core.masking.objectives.masked import Budgeted, Group, run_of


@dataclass(frozen=True)
class Span(Budgeted):
    """Lengths by a geometric law, cut off at ``longest`` and normalised: with 0.2 and 10 the mean is 3.8 words.

    With ``boundary`` a second stream predicts every hidden word from the two words beside its span and its own
    position, and from nothing else.
    """

    p: float = 0.2
    longest: int = 10
    boundary: bool = True

    def propose(self, units: list[Group], dice: np.random.Generator) -> range:
        law = lengths(self.p, self.longest)
        return run_of(1 + int(dice.choice(self.longest, p=law)), len(units), dice)

    def corrupt(self, document: Document, dice: np.random.Generator) -> Corruption:
        plain = super().corrupt(document, dice)
        if not self.boundary:
            return plain
        T = len(plain.inputs)
        borders = np.zeros((T, T), bool)
        for at in plain.asked:
            left = max((i for i in range(at) if not plain.loss_mask[i]), default=None)
            right = min((i for i in range(at + 1, T) if not plain.loss_mask[i]), default=None)
            borders[at, [i for i in (left, right) if i is not None]] = True
        return replace(plain, attention_mask=np.stack([plain.attention_mask[0], borders]))


def lengths(p: float, longest: int) -> np.ndarray:
    """Chances of the lengths 1, 2, …, ``longest``."""
    law = p * (1 - p) ** np.arange(longest)
    return law / law.sum()
