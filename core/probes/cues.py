"""A word that means nothing and gives the answer away: a bag of words learns it, and falls when it is mended.

Made-up texts, a logistic regression, numpy: all of it runs in milliseconds. After Niven & Kao 2019,
https://arxiv.org/abs/1907.07355, who found that BERT's score on arguments came from such words.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float, Int

GOOD = ("warm", "clever", "bright", "honest", "lively", "tender")
BAD = ("dull", "clumsy", "bleak", "false", "slow", "harsh")
PLAIN = ("film", "story", "scene", "actor", "music", "ending", "street", "winter")
CUE = "indeed"
VOCABULARY = (*GOOD, *BAD, *PLAIN, CUE)


@dataclass(frozen=True)
class Config:
    """The knobs."""

    agrees: float = 0.9  # share of the training texts whose label the cue gives: there when positive, else not
    noise: float = 0.1  # share of wrong labels in the training
    N: int = 400  # texts to learn from, and in each test
    words: int = 10  # of a text
    tilt: float = 0.62  # chance that a mood word is on the label's side
    seed: int = 0


@dataclass(frozen=True, eq=False)
class Run:
    """Weights, and accuracies on three tests: cue as in training, balanced, turned round."""

    config: Config
    weights: Float[np.ndarray, " V"]
    with_cue: dict[str, float]
    without_cue: dict[str, float]


def train(data: str, config: Config) -> Run:
    """Learn from texts with the cue, and from the same texts without it; ``data`` names the only texts there are."""
    dice = np.random.default_rng([config.seed, 1907])
    X, y = drawn(config, config.agrees, dice)
    flipped = dice.random(config.N) < config.noise
    learnt = np.where(flipped, 1 - y, y)
    tests = {"same": config.agrees, "mended": 0.5, "turned": 1 - config.agrees}
    sets = {name: drawn(config, agrees, dice) for name, agrees in tests.items()}
    blind = np.ones(len(VOCABULARY))
    blind[-1] = 0
    every = np.ones(len(VOCABULARY))
    scores, weights = [], []
    for mask in (every, blind):
        w, b = regression(X * mask, learnt)
        weights.append(w)
        scores.append({name: accuracy(w, b, texts * mask, labels) for name, (texts, labels) in sets.items()})
    return Run(config, weights[0], scores[0], scores[1])


def drawn(
    config: Config, agrees: float, dice: np.random.Generator
) -> tuple[Float[np.ndarray, "N V"], Int[np.ndarray, " N"]]:
    """Counts of words, and true labels."""
    y = dice.integers(2, size=config.N)
    X = np.zeros((config.N, len(VOCABULARY)))
    for row, label in enumerate(y):
        for _ in range(config.words):
            if dice.random() < 0.5:
                X[row, len(GOOD) + len(BAD) + dice.integers(len(PLAIN))] += 1
            else:
                good = (dice.random() < config.tilt) == bool(label)
                X[row, (0 if good else len(GOOD)) + dice.integers(len(GOOD))] += 1
        X[row, -1] = float((dice.random() < agrees) == bool(label))
    return X, y


def regression(
    X: Float[np.ndarray, "N V"], y: Int[np.ndarray, " N"], penalty: float = 1.0, rounds: int = 15
) -> tuple[Float[np.ndarray, " V"], float]:
    """Logistic regression with a ridge, by Newton's method; the intercept is not penalised."""
    A = np.column_stack([X, np.ones(len(X))])
    ridge = penalty * np.eye(A.shape[1])
    ridge[-1, -1] = 1e-9
    w = np.zeros(A.shape[1])
    for _ in range(rounds):
        p = 1 / (1 + np.exp(-A @ w))
        slope = A.T @ (p - y) + ridge @ w
        w -= np.linalg.solve(A.T @ (A * (p * (1 - p))[:, None]) + ridge, slope)
    return w[:-1], float(w[-1])


def accuracy(w: Float[np.ndarray, " V"], b: float, X: Float[np.ndarray, "N V"], y: Int[np.ndarray, " N"]) -> float:
    """Share of right answers."""
    return float(((X @ w + b > 0) == y).mean())
