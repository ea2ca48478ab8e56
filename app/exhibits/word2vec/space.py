"""One set of word vectors as the page uses it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from core.word2vec import Vectors, maps

DRAWN = 1_000  # words of the visitor's own vectors on the map of all


@dataclass(frozen=True, eq=False)
class Space:
    """Words with vectors, counts, and the maps that were made beforehand."""

    name: str  # of SETS
    key: str  # tells this space from others in caches
    vectors: Vectors
    counts: np.ndarray  # all 0 where a file does not say
    maps: Mapping[str, maps.Map]
    hubness: np.ndarray  # of the words on the map of all
    running: int  # words in the text

    @property
    def drawn(self) -> int:
        """How many words, the most frequent first, the map of all shows."""
        return len(self.hubness)

    @property
    def counted(self) -> bool:
        """Is it known how often each word occurs?"""
        return bool(self.counts.any())
