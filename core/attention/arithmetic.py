"""Every way to score a query against keys, and what may be done with the scores: plain numpy, made to be read.

Bahdanau et al. 2015, appendix A.1.2, https://arxiv.org/abs/1409.0473; Luong et al. 2015, sections 3.1 and 3.2,
https://arxiv.org/abs/1508.04025; Vaswani et al. 2017, section 3.2.1; Xu et al. 2015, section 4 (soft and hard).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from jaxtyping import Float, Int

Score = Literal["dot", "scaled", "general", "additive", "concat"]
SCORES: tuple[Score, ...] = ("dot", "scaled", "general", "additive", "concat")


@dataclass(frozen=True, eq=False)
class Parameters:
    """What the scores with parameters have learnt, or are given."""

    W: Float[np.ndarray, "D D"]  # general: q·W·k
    W1: Float[np.ndarray, "U D"]  # additive, concat: of the query
    W2: Float[np.ndarray, "U D"]  # … of the key
    v: Float[np.ndarray, " U"]

    @classmethod
    def drawn(cls, D: int, U: int, seed: int) -> Parameters:
        """Independent entries, each matrix with rows of length about 1."""
        dice = np.random.default_rng([seed, 1409])
        W, W1, W2 = (dice.standard_normal((n, D)) / np.sqrt(D) for n in (D, U, U))
        return cls(W, W1, W2, dice.standard_normal(U) / np.sqrt(U))


def scores(
    kind: Score, q: Float[np.ndarray, " D"], K: Float[np.ndarray, "S D"], given: Parameters
) -> Float[np.ndarray, " S"]:
    """One score a key. ``concat`` is ``additive`` with ``[W1 W2]`` written as one matrix: the same numbers."""
    match kind:
        case "dot":
            return K @ q
        case "scaled":
            return K @ q / np.sqrt(len(q))
        case "general":
            return K @ (given.W.T @ q)
        case "additive":
            return np.tanh(given.W1 @ q + K @ given.W2.T) @ given.v
        case "concat":
            both = np.concatenate([np.broadcast_to(q, (len(K), len(q))), K], axis=1)
            return np.tanh(both @ np.concatenate([given.W1, given.W2], axis=1).T) @ given.v


def parameters_of(kind: Score, D: int, U: int) -> int:
    """How many numbers the score has to learn."""
    return {"dot": 0, "scaled": 0, "general": D * D, "additive": 2 * U * D + U, "concat": 2 * U * D + U}[kind]


def softmax(x: Float[np.ndarray, "*any S"]) -> Float[np.ndarray, "*any S"]:
    """Shares along the last axis."""
    powers = np.exp(x - x.max(-1, keepdims=True))
    return powers / powers.sum(-1, keepdims=True)


def local(weights: Float[np.ndarray, " S"], centre: float, D: int, *, damped: bool) -> Float[np.ndarray, " S"]:
    """Luong's local attention: keys outside ``centre ± D`` get nothing; damped by a Gaussian with σ = D / 2.

    Inside the window the weights are scaled to sum to 1 before they are damped, as in the paper: local-m stops there,
    local-p damps, and the damped weights no longer sum to 1.
    """
    places = np.arange(len(weights))
    inside = np.abs(places - centre) <= D
    kept = np.where(inside, weights, 0)
    total = kept.sum()
    kept = kept / total if total > 0 else kept
    return kept * np.exp(-((places - centre) ** 2) / (2 * (D / 2) ** 2)) if damped else kept


def predicted_centre(S: int, score: float) -> float:
    """local-p: the centre is ``S · sigmoid(score)``, wherever the decoder's state puts it."""
    return S / (1 + np.exp(-score))


def hard(
    weights: Float[np.ndarray, " S"], V: Float[np.ndarray, "S D"], samples: int, seed: int
) -> tuple[Float[np.ndarray, "samples D"], Int[np.ndarray, " samples"]]:
    """Hard attention: one place is drawn by the weights and its value taken whole; the mean is soft attention."""
    dice = np.random.default_rng([seed, 1502])
    places = dice.choice(len(weights), size=samples, p=weights / weights.sum())
    return V[places], places
