"""Whitening: turn and stretch the cloud until every direction varies alike. No training, only a covariance."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float


@dataclass(frozen=True, eq=False)
class Whitening:
    """A shift and a linear map, learnt from one set of vectors and good for others."""

    mean: Float[np.ndarray, " D"]
    kernel: Float[np.ndarray, "D K"]

    def __call__(self, x: Float[np.ndarray, "N D"]) -> Float[np.ndarray, "N K"]:
        return (x - self.mean) @ self.kernel


def whitening(x: Float[np.ndarray, "N D"], keep: int | None = None) -> Whitening:
    """The map after which ``x`` has mean 0 and covariance 1, in its ``keep`` strongest directions (default: all).

    Directions in which ``x`` does not vary at all are left out: nothing could stretch them to 1.

    Source: Su et al. 2021, section 3. https://arxiv.org/abs/2103.15316
    """
    mean = x.mean(0)
    _, values, turn = np.linalg.svd(np.asarray(x - mean, np.float64), full_matrices=False)
    spread = values / np.sqrt(len(x))  # standard deviations, strongest first
    real = int((spread > spread[0] * 1e-6).sum())
    K = min(real, keep or real)
    return Whitening(mean, (turn[:K].T / spread[:K]).astype(x.dtype))


def whiten(x: Float[np.ndarray, "N D"], keep: int | None = None) -> Float[np.ndarray, "N K"]:
    """``x`` with mean 0 and covariance 1; see :func:`whitening`."""
    return whitening(x, keep)(x)
