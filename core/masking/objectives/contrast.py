"""Nothing is predicted: two views of the same text must find each other among others."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from core.masking.corruption import CLS, MASK, Corruption, Document, Words, corruption, flat


@dataclass(frozen=True)
class InfoNCE:
    """Two halves of the text, cut anywhere in the middle: which second half belongs to this first half?

    Source: van den Oord et al. 2018, section 2.3. The other rows of the batch are the negatives.
    """

    def corrupt(self, document: Document, dice: np.random.Generator) -> Corruption:
        words = flat(document)
        cut = int(dice.integers(max(len(words) // 3, 1), max(2 * len(words) // 3, 2)))
        return two_views(words[:cut], words[cut:] or words)


@dataclass(frozen=True)
class InfoWord:
    """An n-gram and the sentence without it (Kong et al. 2020, section 4)."""

    longest: int = 5
    cut: tuple[int, int] | None = None  # the n-gram's places from, to; none: drawn

    def corrupt(self, document: Document, dice: np.random.Generator) -> Corruption:
        words = flat(document)
        n = min(int(dice.integers(1, self.longest + 1)), len(words))
        start = int(dice.integers(len(words) - n + 1))
        start, end = self.cut or (start, start + n)
        return two_views((*words[:start], *[MASK] * (end - start), *words[end:]), words[start:end])


def two_views(first: Words, second: Words) -> Corruption:
    """Each with a [CLS] whose state is compared; nothing is asked for word by word."""
    views = [corruption((CLS, *view), (CLS, *view), [False] * (len(view) + 1)) for view in (first, second)]
    return Corruption(**{**vars(views[0]), "other": views[1]})
