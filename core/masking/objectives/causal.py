"""Predict the next word: one direction, the other, or both apart."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from core.masking.corruption import BOS, EOS, Corruption, Document, backwards, corruption, flat


@dataclass(frozen=True)
class CausalLM:
    """Left to right: exact, one factor a word (GPT; Radford et al. 2018)."""

    def corrupt(self, document: Document, dice: np.random.Generator) -> Corruption:
        words = flat(document)
        T = len(words)
        return corruption((BOS, *words[:-1]), words, [True] * T, sees=backwards(T), order=tuple(range(T)))


@dataclass(frozen=True)
class BiLM:
    """Two readers that never meet, one from each end; their states are joined later (ELMo; Peters et al. 2018).

    Written as one row: the forward reader, then the backward reader, at the same positions.
    """

    def corrupt(self, document: Document, dice: np.random.Generator) -> Corruption:
        words = flat(document)
        T = len(words)
        sees = np.zeros((2 * T, 2 * T), bool)
        sees[:T, :T], sees[T:, T:] = backwards(T), backwards(T).T
        return corruption(
            (BOS, *words[:-1], *words[1:], EOS),
            words * 2,
            [True] * 2 * T,
            sees=sees,
            positions=[*range(T)] * 2,
            segments=[0] * T + [1] * T,
            order=(*range(T), *reversed(range(T, 2 * T))),
        )


@dataclass(frozen=True)
class ImageGPT:
    """The next pixel of a picture read row by row, in a few grey levels (Chen et al. 2020).

    The document is a row of brightnesses as text, 0 to ``brightest``.
    """

    levels: int = 4
    brightest: int = 16

    def corrupt(self, document: Document, dice: np.random.Generator) -> Corruption:
        grey = [int(float(pixel) / (self.brightest + 1) * self.levels) for pixel in flat(document)]
        return CausalLM().corrupt([str(level) for level in grey], dice)
