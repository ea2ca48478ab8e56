"""Sentences as numbers and windows, for models with a fixed, small vocabulary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from jaxtyping import Int

from core.errors import Trouble

OTHER, EDGE = 0, 1  # a word outside the vocabulary; before and after a sentence
SIGNS = ("<unk>", "<s>")


@dataclass(frozen=True)
class Words:
    """The most frequent words, after two signs."""

    names: tuple[str, ...]

    @cached_property
    def index(self) -> dict[str, int]:
        """The number of each word."""
        return {name: i for i, name in enumerate(self.names)}

    def encode(self, sentence: Sequence[str]) -> list[int]:
        """Numbers; what is unknown becomes ``OTHER``."""
        return [self.index.get(word, OTHER) for word in sentence]


def vocabulary(sentences: Sequence[Sequence[str]], V: int) -> Words:
    """``V`` words at most, the two signs among them.

    Raises:
        Trouble: ``word2vec-no-words``.
    """
    counts = Counter(word for sentence in sentences for word in sentence)
    if not counts:
        raise Trouble("word2vec-no-words", "The text holds no words; give at least a few sentences.")
    return Words((*SIGNS, *(word for word, _ in counts.most_common(V - len(SIGNS)))))


def windows(sentences: Sequence[Sequence[int]], before: int, after: int = 0) -> Int[np.ndarray, "N width"]:
    """Every word with the ``before`` words on its left and the ``after`` on its right; beyond a sentence: ``EDGE``."""
    width = before + 1 + after
    rows = [
        np.lib.stride_tricks.sliding_window_view(np.array([EDGE] * before + list(s) + [EDGE] * after), width)
        for s in sentences
        if s
    ]
    return np.concatenate(rows).astype(np.int64) if rows else np.empty((0, width), np.int64)
