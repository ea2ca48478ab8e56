"""Paragraph vectors: a document is one more thing that predicts its words.

Source: Le and Mikolov 2014, https://arxiv.org/abs/1405.4053
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from jaxtyping import Float

from core.runtime import OnStep, quiet
from core.word2vec.vectors import Vectors
from core.word2vec.vocabulary import read
from core.words import bags


@dataclass(frozen=True)
class Config:
    """The knobs of one training."""

    kind: Literal["dbow", "dm"] = "dbow"  # the document alone predicts, or with the words before and after
    window: int = 3
    min_count: int = 3
    D: int = 32
    negatives: int = 5
    steps: int = 1_500
    lr: float = 0.01
    seed: int = 0


@dataclass(frozen=True, eq=False)
class Run:
    """One finished training."""

    config: Config
    titles: tuple[str, ...]
    documents: Float[np.ndarray, "N D"]
    words: Vectors  # what the documents predict
    losses: Float[np.ndarray, " steps"]


def train(titles: Sequence[str], documents: Sequence[Sequence[str]], config: Config, *, on_step: OnStep = quiet) -> Run:
    """A vector for each document.

    Raises:
        Trouble: as ``core.word2vec.train``.
    """
    text = read(documents, config.min_count)
    index = {word: i for i, word in enumerate(text.words)}
    coded = [[index[word] for word in words if word in index] for words in documents]
    tokens = np.array([word for words in coded for word in words])
    of = np.repeat(np.arange(len(documents)), list(map(len, coded)))  # the document of each token
    N, V, T = len(documents), len(text.words), len(tokens)
    around = np.delete(np.arange(-config.window, config.window + 1), config.window)

    def draw(dice: np.random.Generator, n: int) -> tuple[np.ndarray, np.ndarray]:
        at = dice.integers(0, T, n)
        bag = 1 + of[at][:, None]
        if config.kind == "dm":
            beside = at[:, None] + around
            inside = (beside >= 0) & (beside < T)
            beside = beside.clip(0, T - 1)
            same = inside & (of[beside] == of[at][:, None])
            bag = np.concatenate([bag, np.where(same, 1 + N + tokens[beside], 0)], axis=1)
        return bag.astype(np.int64), tokens[at]

    how = bags.Config(config.D, config.negatives, config.steps, config.lr, config.seed)
    found = bags.train(draw, 1 + N + (V if config.kind == "dm" else 0), text.counts, how, on_step=on_step)
    return Run(config, tuple(titles), found.inputs[1 : N + 1], Vectors(text.words, found.outputs), found.losses)
