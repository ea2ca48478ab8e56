"""SpanBERT: hide a run of words, and make its two borders know it all. Joshi et al. 2020, sections 3.1 and 3.2."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from core.masking.corruption import MASK, Corruption, Document, Words, corruption
from core.masking.objectives.masked import Budgeted, Free, Group, run_of


@dataclass(frozen=True)
class Span(Budgeted):
    """Lengths by a geometric law, cut off at ``longest`` and normalised: with 0.2 and 10 the mean is 3.8 words.

    With ``boundary`` a second stream predicts every hidden word from the two words beside its span and its own
    position, and from nothing else.
    """

    p: float = 0.2
    longest: int = 10
    boundary: bool = True

    def propose(self, units: list[Group], free: Free, dice: np.random.Generator) -> range:
        law = lengths(self.p, self.longest)
        return run_of(1 + int(dice.choice(self.longest, p=law)), free, dice)

    def corrupt(self, document: Document, dice: np.random.Generator) -> Corruption:
        plain = super().corrupt(document, dice)
        return bordered(plain) if self.boundary else plain


def bordered(plain: Corruption) -> Corruption:
    """With a second stream, in which a hidden word sees the two words beside its run and nothing else."""
    T = len(plain.inputs)
    borders = np.zeros((T, T), bool)
    for at in plain.asked:
        left = max((i for i in range(at) if not plain.loss_mask[i]), default=None)
        right = min((i for i in range(at + 1, T) if not plain.loss_mask[i]), default=None)
        borders[at, [i for i in (left, right) if i is not None]] = True
    return replace(plain, attention_mask=np.stack([plain.attention_mask[0], borders]))


def hidden(words: Words, first: int, last: int) -> Corruption:
    """``words`` with the run from ``first`` to ``last``, both included, as [MASK]s that are asked for."""
    asked = [first <= at <= last for at in range(len(words))]
    return corruption([MASK if each else word for word, each in zip(words, asked, strict=True)], words, asked)


def lengths(p: float, longest: int) -> np.ndarray:
    """Chances of the lengths 1, 2, …, ``longest``."""
    law = p * (1 - p) ** np.arange(longest)
    return law / law.sum()
