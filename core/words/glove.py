"""GloVe: make the product of two word vectors the logarithm of how often the two words meet.

Source: Pennington, Socher and Manning 2014, https://aclanthology.org/D14-1162
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

from core.runtime import OnStep, Step, quiet
from core.word2vec.vectors import Vectors
from core.word2vec.vocabulary import Text, read
from core.words.counts import cooccurrence


@dataclass(frozen=True)
class Config:
    """The knobs of one factorisation; the paper's values where the comment names no other."""

    D: int = 50
    window: int = 10
    cutoff: float = (
        10.0  # x_max: cells with this count or more weigh 1; 100 in the paper, for texts ten thousand times as long
    )
    exponent: float = 0.75  # how fast the weight falls below it
    epochs: int = 25
    lr: float = 0.05
    min_count: int = 5
    seed: int = 0


@dataclass(frozen=True, eq=False)
class Run(Vectors):
    """One finished factorisation; ``vectors`` are the sum of both sides, as in the paper."""

    config: Config
    cells: int  # that are not zero
    losses: Float[np.ndarray, " epochs"]  # weighted squared error a cell


def weight(counts: Float[np.ndarray, " N"], cutoff: float, exponent: float) -> Float[np.ndarray, " N"]:
    """``f(x) = min(1, (x / cutoff) ** exponent)``: rare pairs are noise, and none may drown the rest (eq. 9)."""
    return np.minimum(1.0, (counts / cutoff) ** exponent)


def train(sentences: Sequence[Sequence[str]], config: Config, *, on_step: OnStep = quiet) -> Run:
    """Count, then factorise. Same sentences, same config, same bytes.

    Raises:
        Trouble: as ``core.word2vec.train``.
    """
    return factorise(read(sentences, config.min_count), config, on_step=on_step)


def factorise(text: Text, config: Config, *, on_step: OnStep = quiet) -> Run:
    """Minimise ``Σ f(X)(w·u + b + c - log X)²`` over all cells that are not zero (eq. 8), by AdaGrad."""
    from core.words.sweep import sweep  # numba: half a second, and only for who factorises

    cells = cooccurrence(text, config.window, by_distance=True).tocoo()
    V, n = len(text.words), cells.nnz
    dice = np.random.default_rng(config.seed)
    shape = (V, config.D + 1)  # the bias is one more column
    W, U = ((dice.random(shape) - 0.5) / config.D for _ in range(2))
    squares = np.ones((2, *shape))
    target, f = np.log(cells.data), weight(cells.data, config.cutoff, config.exponent)
    losses = []
    for epoch in range(config.epochs):
        order = dice.permutation(n)
        losses.append(sweep(cells.row, cells.col, target, f, order, W, U, squares, config.lr) / max(n, 1))
        on_step(Step((epoch + 1) / config.epochs, {"loss": losses[-1]}))
    both = (W + U)[:, :-1].astype(np.float32)
    return Run(text.words, both, config, n, np.array(losses))
