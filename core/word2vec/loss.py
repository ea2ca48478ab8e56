"""How well the weights predict a fixed sample of the text: the same pairs and the same noise at every look."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from jaxtyping import Float, Int

from core.word2vec.config import Config
from core.word2vec.plan import SOFTMAX, Plan
from core.word2vec.reference import aim, centres
from core.word2vec.vocabulary import Text


class Sample(NamedTuple):
    """N predictions. Contexts are filled up with -1, output rows with weight 0."""

    contexts: Int[np.ndarray, "N C"]
    words: Int[np.ndarray, " N"]
    rows: Int[np.ndarray, "N K"]
    labels: Float[np.ndarray, "N K"]
    weights: Float[np.ndarray, "N K"]


def draw(text: Text, plan: Plan, seed: int, size: int = 500) -> Sample | None:
    """Predictions from random places of the text; ``None`` where no word has a neighbour."""
    order = np.random.default_rng(seed).permutation(len(text.starts) - 1)
    dice = np.array([seed + 1, seed + 2], np.uint64)
    found: list[tuple[list[int], int]] = []
    for s in order[: 10 * size]:
        if len(found) >= size:
            break
        for word, context in centres(text.tokens[text.starts[s] : text.starts[s + 1]][:200], plan, dice):
            found += [(context, word)] if plan.cbow else [([other], word) for other in context]
    if not found:
        return None
    found = found[:size]
    aims = [aim(word, plan, dice) if plan.output != SOFTMAX else ([], [], []) for _, word in found]
    rows, labels, weights = (_filled([part[i] for part in aims], 0) for i in range(3))
    return Sample(
        _filled([context for context, _ in found], -1).astype(int),
        np.array([word for _, word in found]),
        rows.astype(int),
        labels,
        weights,
    )


def measure(sample: Sample, X: Float[np.ndarray, "V D"], Y: Float[np.ndarray, "R D"], config: Config) -> float:
    """Mean loss in nats for each prediction: a pair in skip-gram, a centre word in CBOW.

    Hierarchical and full softmax give ``-log p(word)`` and can be compared; ``log V`` is mere guessing.
    Negative sampling gives the sum over its 1 + K questions, of which each costs ``log 2`` before training.
    """
    real = sample.contexts >= 0
    h = (X[sample.contexts] * real[..., None]).sum(1)
    if config.mean:
        h /= real.sum(1, keepdims=True)
    if config.output == "softmax":
        score = h @ Y.T
        top = score.max(1)
        log_total = top + np.log(np.exp(score - top[:, None]).sum(1))
        return float(np.mean(log_total - score[np.arange(len(h)), sample.words]))
    score = np.einsum("nd,nkd->nk", h, Y[sample.rows])
    each = np.logaddexp(0, (1 - 2 * sample.labels) * score)
    return float((sample.weights * each).sum(1).mean())


def _filled(lists: list[list], blank: int) -> np.ndarray:
    longest = max(map(len, lists))
    return np.array([[*part, *[blank] * (longest - len(part))] for part in lists], float)
