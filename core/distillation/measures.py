"""What was learnt: accuracy, calibration, agreement with the teacher, likeness of what goes on inside."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float, Int

from core.distillation.soften import soften

BINS = 10


@dataclass(frozen=True, eq=False)
class Calibration:
    """A reliability diagram: how often a model is right, by how sure it is."""

    confidence: Float[np.ndarray, " bins"]  # mean of the bin; NaN where it is empty
    accuracy: Float[np.ndarray, " bins"]
    share: Float[np.ndarray, " bins"]  # of the rows
    ece: float  # expected calibration error: mean of |accuracy - confidence|, weighted by share


def accuracy(logits: Float[np.ndarray, "N C"], labels: Int[np.ndarray, " N"]) -> float:
    """Share of right answers."""
    return float((logits.argmax(-1) == labels).mean())


def agreement(one: Float[np.ndarray, "N C"], other: Float[np.ndarray, "N C"]) -> float:
    """Share of rows with the same answer, right or wrong."""
    return float((one.argmax(-1) == other.argmax(-1)).mean())


def surprise(logits: Float[np.ndarray, "N C"], labels: Int[np.ndarray, " N"]) -> float:
    """Negative log-likelihood of the labels, nats per row."""
    p = soften(logits, 1.0)[np.arange(len(labels)), labels]
    return float(-np.log(np.maximum(p, 1e-300)).mean())


def calibration(logits: Float[np.ndarray, "N C"], labels: Int[np.ndarray, " N"], bins: int = BINS) -> Calibration:
    """Bins of equal width over the confidence of the answer.

    Source: Guo et al. 2017, section 2. https://arxiv.org/abs/1706.04599
    """
    p = soften(logits, 1.0)
    sure, right = p.max(-1), (p.argmax(-1) == labels).astype(float)
    at = np.minimum((sure * bins).astype(int), bins - 1)
    n = np.bincount(at, minlength=bins).astype(float)
    with np.errstate(invalid="ignore"):
        confidence, hit = (np.bincount(at, each, bins) / n for each in (sure, right))
    share = n / len(labels)
    return Calibration(confidence, hit, share, float(np.nansum(share * np.abs(hit - confidence))))


def cka(X: Float[np.ndarray, "N D"], Y: Float[np.ndarray, "N E"]) -> float:
    """Linear centred kernel alignment: 1 where the rows lie alike up to rotation and scale, 0 where not at all.

    Source: Kornblith et al. 2019, section 3. https://arxiv.org/abs/1905.00414
    """
    X, Y = (each.astype(float) - each.mean(0) for each in (X, Y))
    across = np.linalg.norm(X.T @ Y) ** 2
    return float(across / (np.linalg.norm(X.T @ X) * np.linalg.norm(Y.T @ Y)))


def corrected(logits: Float[np.ndarray, "N C"], removed: int, bias: float) -> Float[np.ndarray, "N C"]:
    """The logits with the bias of one class raised: Hinton's repair for a class missing from the transfer set."""
    found = np.array(logits, dtype=float)
    found[:, removed] += bias
    return found


def fitting_bias(logits: Float[np.ndarray, "N C"], removed: int, share: float) -> float:
    """The bias at which the removed class is answered for ``share`` of the rows: no label is needed to find it."""
    rest = np.delete(logits, removed, axis=1).max(1)
    gaps = np.sort(rest - logits[:, removed])
    k = int(np.clip(round(share * len(gaps)), 1, len(gaps) - 1))
    return float((gaps[k - 1] + gaps[k]) / 2)
