"""Trained short, read long: the same small causal language model with each encoding, its loss at every place.

    run = train(text(), Config(positions="alibi"))
    run.by_place    # nats per character at the places 0 … 8 · 64 of held-out windows

Characters of an English Wikipedia excerpt. The training sees windows of ``T`` characters; the measurement reads windows
of ``far · T`` in one pass, so that all beyond the first ``T`` places is new to the encoding, never to the words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby

import numpy as np
from jaxtyping import Float, Int

from core.text import load_corpus

SYMBOLS = 95  # the most frequent characters; the rest are one symbol
BIN = 8  # places that share a number
LOOKS = 12  # measurements during the training
KEPT = 10  # every tenth article is kept back
STRETCH = 4  # how far RoPE is stretched afterwards


@dataclass(frozen=True)
class Config:
    """The knobs of one run."""

    positions: str = "rope"
    T: int = 64  # characters in a training window
    far: int = 8  # the measurement reads windows this many times longer
    reach: int = 16  # Shaw, DeBERTa: distances beyond are one
    D: int = 64
    L: int = 2
    H: int = 4
    B: int = 8
    steps: int = 400
    lr: float = 3e-3
    windows: int = 24  # held-out windows of far · T characters
    seed: int = 0

    @property
    def longest(self) -> int:
        """How far the encoding can tell places or distances apart."""
        return self.reach if self.positions in ("shaw", "deberta") else self.T


@dataclass(frozen=True, eq=False)
class Run:
    """One finished training."""

    config: Config
    losses: Float[np.ndarray, " steps"]  # nats per character
    at: tuple[int, ...]  # steps after which it was measured
    held: Float[np.ndarray, " looks"]  # nats per character on held-out windows of T
    by_place: Float[np.ndarray, " bins"]  # the same by place in windows of far · T; NaN where the encoding ends
    restarted: Float[np.ndarray, " bins"]  # the same characters read in pieces of T: nothing is beyond
    stretched: Mapping[str, Float[np.ndarray, " some"]]  # RoPE after interpolation, NTK, YaRN: windows of STRETCH · T
    adds: Float[np.ndarray, "H T"]  # what the encoding adds to a score of the first layer, by distance to the past
    words: Float[np.ndarray, " D"]  # variance of each column of the word vectors over the text
    frames: Int[np.ndarray, "frames T T"]  # cosines between the rows of a learnt table in hundredths; else no frames


@dataclass(frozen=True, eq=False)
class Text:
    """Characters as numbers, articles joined."""

    symbols: str  # the last number stands for every other character
    learnt: Int[np.ndarray, " n"]
    kept: Int[np.ndarray, " m"]


@cache
def text() -> Text:
    """The excerpt of English Wikipedia that comes with gensim; every tenth article is kept back."""
    corpus = load_corpus("wikipedia-sample")
    assert corpus.labels is not None
    named = zip(corpus.labels, corpus.documents, strict=True)
    articles = ["\n".join(line for _, line in lines) for _, lines in groupby(named, key=lambda pair: pair[0])]
    often = Counter("".join(articles)).most_common(SYMBOLS)
    symbols = "".join(symbol for symbol, _ in often)
    number = {symbol: at for at, symbol in enumerate(symbols)}

    def numbers(some: list[str]) -> np.ndarray:
        return np.array([number.get(symbol, SYMBOLS) for symbol in "\n".join(some)])

    return Text(
        symbols,
        numbers([each for at, each in enumerate(articles) if at % KEPT]),
        numbers(articles[::KEPT]),
    )


def binned(values: Float[np.ndarray, "*any places"]) -> Float[np.ndarray, "*any bins"]:
    """The mean of every ``BIN`` neighbouring places."""
    return values.reshape(*values.shape[:-1], -1, BIN).mean(-1)
