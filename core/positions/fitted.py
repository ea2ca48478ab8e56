"""Why RoPE breaks beyond its trained length, and why squeezing the positions does not: a score made to order.

Whatever q and k are, the score at a distance is a sum of cosines and sines with the pairs' frequencies. Fit such a sum
to numbers in [-1, 1] at the distances of the training; nothing was said about the distances beyond, and there it runs
off. At squeezed distances it never leaves the trained range.

Source: Chen et al. 2023, section 2.2 and figure 2. https://arxiv.org/abs/2306.15595
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

from core.positions.arrays import Number
from core.positions.sinusoid import frequencies
from core.positions.stretch import interpolate

POINTS = 1000  # distances that are drawn
RIDGE = 1e-9  # of the number of distances: keeps the weights finite where pairs are nearly alike


@dataclass(frozen=True, eq=False)
class Fitted:
    """One score as a function of the distance, read beyond its training as it is and at squeezed distances."""

    T: int  # trained distances
    asked: Float[np.ndarray, " T"]  # what it was fitted to
    far: Float[np.ndarray, " N"]  # distances from 0 to scale · T
    plain: Float[np.ndarray, " N"]
    interpolated: Float[np.ndarray, " N"]


def fitted(T: int, Dh: int, base: Number, scale: Number, seed: int) -> Fitted:
    """Fit by least squares, with no more than the pairs have to offer, then read on to ``scale`` times the length."""
    rates = frequencies(Dh, base)
    asked = np.random.default_rng(seed).uniform(-1, 1, T)
    known = _basis(np.arange(T), rates)
    weights = np.linalg.solve(known.T @ known + RIDGE * T * np.eye(Dh), known.T @ asked)
    far = np.linspace(0, scale * (T - 1), POINTS)
    return Fitted(T, asked, far, _basis(far, rates) @ weights, _basis(interpolate(far, scale), rates) @ weights)


def _basis(distances: np.ndarray, rates: np.ndarray) -> Float[np.ndarray, "N Dh"]:
    angle = np.outer(distances, rates)
    return np.concatenate([np.cos(angle), np.sin(angle)], axis=1)
