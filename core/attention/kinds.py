"""Kinds of attention that have a name of their own, each in a few lines: plain numpy, made to be read.

``scores`` are what goes into the softmax, rows are queries. Where a kind has weights to learn, those of one head of a
trained model stand in; what is added here has none.

==============  ==================================================================================================
coattention     Lu et al. 2016, https://arxiv.org/abs/1606.00061; Xiong et al. 2017
over_attention  Cui et al. 2017, https://arxiv.org/abs/1607.04423
multi_step      Sukhbaatar et al. 2015, https://arxiv.org/abs/1503.08895
composed        Hudson & Manning 2018, https://arxiv.org/abs/1803.03067; of heads: Elhage et al. 2021
dual            Fu et al. 2019, https://arxiv.org/abs/1809.02983
convolved       Allamanis, Peng & Sutton 2016, https://arxiv.org/abs/1602.03001
pyramid         pooled keys at several scales, as in Li et al. 2018, https://arxiv.org/abs/1805.10180
==============  ==================================================================================================
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from jaxtyping import Float

from core.attention.arithmetic import softmax


def coattention(scores: Float[np.ndarray, "N M"]) -> tuple[Float[np.ndarray, "N M"], Float[np.ndarray, "N M"]]:
    """One table of scores between two texts, read both ways: rows that sum to 1, and columns that sum to 1."""
    return softmax(scores), softmax(scores.T).T


def over_attention(scores: Float[np.ndarray, "N M"]) -> tuple[Float[np.ndarray, " M"], Float[np.ndarray, " N"]]:
    """How far each question word is to be trusted, and the shares of the text's words once that is known.

    ``N`` words of a text, ``M`` of a question. Each question word spreads over the text (columns); each word of the
    text spreads over the question (rows), and the mean of those says which question words to listen to.
    """
    rows, columns = coattention(scores)
    trust = rows.mean(0)
    return trust, columns @ trust


def multi_step(
    q: Float[np.ndarray, " D"], K: Float[np.ndarray, "S D"], steps: int, scale: float
) -> Float[np.ndarray, "steps S"]:
    """Ask, add the answer to the question, ask again: what is found in one step turns the next."""
    rows = []
    for _ in range(steps):
        rows.append(softmax(scale * K @ q))
        q = q + rows[-1] @ K
    return np.stack(rows)


def composed(
    start: Float[np.ndarray, " S"], operations: Sequence[Float[np.ndarray, "S S"]]
) -> Float[np.ndarray, "steps S"]:
    """Attentions chained like operations of a small program: where does that look, which the step before has found?"""
    rows = [start]
    for weights in operations:
        rows.append(rows[-1] @ weights)
    return np.stack(rows)


def dual(
    scores: Float[np.ndarray, "T T"], V: Float[np.ndarray, "T D"]
) -> tuple[Float[np.ndarray, "T T"], Float[np.ndarray, "D D"], Float[np.ndarray, "T D"]]:
    """Words look at words, and features at features, in one matrix of values; the output is the sum of both."""
    places, features = softmax(scores), softmax(V.T @ V)
    return places, features, places @ V + V @ features.T


def convolved(scores: Float[np.ndarray, "T S"], reach: int) -> Float[np.ndarray, "T S"]:
    """Every score becomes a mean over the keys up to ``reach`` away, nearer ones counting more.

    The mean is linear, so it is the same as convolving the keys before they are compared.
    """
    S = scores.shape[1]
    apart = np.abs(np.arange(S)[:, None] - np.arange(S))
    kernel = np.maximum(reach + 1 - apart, 0).astype(float)
    return scores @ (kernel / kernel.sum(0))


def pyramid(
    q: Float[np.ndarray, " D"], K: Float[np.ndarray, "S D"], scale: float
) -> list[tuple[int, Float[np.ndarray, " windows"]]]:
    """The same question to words, to pairs of words, to fours, and so on: window length and weights of each floor.

    A window is represented by the mean of its keys; the last one may be shorter.
    """
    floors, length = [], 1
    while True:
        windows = [K[at : at + length].mean(0) for at in range(0, len(K), length)]
        floors.append((length, softmax(scale * np.stack(windows) @ q)))
        if len(windows) == 1:
            return floors
        length *= 2


def entropy(weights: Float[np.ndarray, "*any S"]) -> Float[np.ndarray, "*any"]:
    """How far weights are spread, in bits: 0 to log₂ S."""
    return -(weights * np.log2(np.where(weights > 0, weights, 1))).sum(-1)
