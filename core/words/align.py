"""Two sets of vectors laid over each other: the best turn, and what it is worth.

Source: Schönemann 1966, https://doi.org/10.1007/BF02289451; for words, Xing et al. 2015,
https://aclanthology.org/N15-1104
"""

from __future__ import annotations

import numpy as np
from jaxtyping import Float


def rotation(x: Float[np.ndarray, "N D"], y: Float[np.ndarray, "N D"]) -> Float[np.ndarray, "D D"]:
    """The orthogonal R that brings ``x @ R`` closest to ``y`` in squared distance: ``U Vᵀ`` of ``xᵀ y``."""
    U, _, V = np.linalg.svd(x.T @ y)
    return U @ V


def found_at(x: Float[np.ndarray, "N D"], y: Float[np.ndarray, "M D"]) -> Float[np.ndarray, " N"]:
    """Precision at 1, row by row: is ``y[i]`` the nearest of all of ``y`` to ``x[i]``, by cosine? 1 or 0."""
    x = x / np.maximum(np.linalg.norm(x, axis=1, keepdims=True), 1e-12)
    y = y / np.maximum(np.linalg.norm(y, axis=1, keepdims=True), 1e-12)
    return ((x @ y.T).argmax(1) == np.arange(len(x))).astype(float)
