"""fastText: a word is the bag of its character n-grams, so that a word never seen has a vector, too.

Source: Bojanowski et al. 2017, section 3.2. https://aclanthology.org/Q17-1010
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from jaxtyping import Float, Int

from core.runtime import OnStep, quiet
from core.word2vec.vectors import Vectors
from core.word2vec.vocabulary import keep_as_code, read
from core.words import bags

MOST = 40  # things in one bag: the word and its n-grams


@dataclass(frozen=True)
class Config:
    """The knobs of one training."""

    shortest: int = 3  # characters of an n-gram, with the marks < and > at the ends of a word
    longest: int = 6
    buckets: int = 8_192  # n-grams share rows by their hash
    window: int = 5
    min_count: int = 5
    subsample: float = 1e-3
    D: int = 32
    negatives: int = 5
    steps: int = 1_500
    lr: float = 0.02
    seed: int = 0


@dataclass(frozen=True, eq=False)
class Run:
    """One finished training."""

    config: Config
    vocab: tuple[str, ...]
    counts: Int[np.ndarray, " V"]
    rows: Float[np.ndarray, "M D"]  # 0 empty, then V whole words, then the buckets
    losses: Float[np.ndarray, " steps"]

    @cached_property
    def index(self) -> dict[str, int]:
        """The place of each known word."""
        return {word: i for i, word in enumerate(self.vocab)}

    def bag(self, word: str) -> list[int]:
        """The rows of a word: its own, where it is known, and those of its n-grams."""
        V = len(self.vocab)
        own = [1 + self.index[word]] if word in self.index else []
        return own + [1 + V + hashed(gram) % self.config.buckets for gram in ngrams(word, self.config)]

    def vector(self, word: str) -> Float[np.ndarray, " D"]:
        """The mean of its bag; zeros where the word is too short for a single n-gram."""
        bag = self.bag(word)
        return self.rows[bag].mean(0) if bag else np.zeros(self.rows.shape[1], self.rows.dtype)

    @cached_property
    def vectors(self) -> Vectors:
        """The known words."""
        return Vectors(self.vocab, np.array([self.vector(word) for word in self.vocab], np.float32))


def ngrams(word: str, config: Config) -> list[str]:
    """All pieces of ``<word>`` of 3 to 6 characters, the whole left out: it has a row of its own."""
    marked = f"<{word}>"
    return [
        marked[i : i + n]
        for n in range(config.shortest, config.longest + 1)
        for i in range(len(marked) - n + 1)
        if n < len(marked)
    ]


def hashed(gram: str) -> int:
    """FNV-1a over the bytes of UTF-8, as in fastText (which reads a byte as signed)."""
    h = 2166136261
    for byte in gram.encode():
        h = ((h ^ (byte if byte < 128 else byte | 0xFFFFFF00)) * 16777619) & 0xFFFFFFFF
    return h


def train(sentences: Sequence[Sequence[str]], config: Config, *, on_step: OnStep = quiet) -> Run:
    """Skip-gram with negative sampling whose centre is a bag.

    Raises:
        Trouble: as ``core.word2vec.train``.
    """
    text = read(sentences, config.min_count)
    V = len(text.words)
    run = Run(config, text.words, text.counts, np.zeros((1 + V + config.buckets, config.D), np.float32), np.zeros(0))
    table = bags.padded([run.bag(word) for word in text.words], MOST)
    centres, contexts = bags.pairs(text.tokens, text.starts, config.window)
    weight = keep_as_code(text.counts, config.subsample)[centres] if config.subsample else np.ones(len(centres))
    chance = np.cumsum(weight) / weight.sum()

    def draw(dice: np.random.Generator, n: int) -> tuple[np.ndarray, np.ndarray]:
        some = np.searchsorted(chance, dice.random(n)).clip(max=len(centres) - 1)
        return table[centres[some]], contexts[some].astype(np.int64)

    how = bags.Config(config.D, config.negatives, config.steps, config.lr, config.seed)
    found = bags.train(draw, len(run.rows), text.counts, how, on_step=on_step)
    return Run(config, text.words, text.counts, found.inputs, found.losses)
