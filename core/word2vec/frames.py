"""The map of the vectors while they are learnt: two numbers for each of the most frequent words."""

from __future__ import annotations

import numpy as np
from jaxtyping import Float

SHOWN = 300  # words


class Camera:
    """Takes a picture at a time, and at the end makes a film of them all.

    While training runs nobody knows the axes on which the finished vectors will spread most. So each live
    picture has the best axes of its moment, turned onto the picture before; the film has one pair of axes
    throughout, those of the last moment.
    """

    def __init__(self) -> None:
        self.taken: list[Float[np.ndarray, "N D"]] = []
        self.shown: Float[np.ndarray, "N 2"] | None = None

    def take(self, vectors: Float[np.ndarray, "N D"]) -> Float[np.ndarray, "N 2"]:
        """This moment on its own two main axes, as close to the last picture as turning can bring it."""
        self.taken.append(vectors.copy())
        flat = (vectors - vectors.mean(0)) @ axes(vectors)
        if self.shown is not None:
            left, _, right = np.linalg.svd(flat.T @ self.shown)
            flat = flat @ left @ right
        self.shown = flat
        return flat

    def film(self) -> Float[np.ndarray, "F N 2"]:
        """All moments on the main axes of the last."""
        last = self.taken[-1]
        return np.stack([(moment - last.mean(0)) @ axes(last) for moment in self.taken])


def axes(vectors: Float[np.ndarray, "N D"]) -> Float[np.ndarray, "D 2"]:
    """The two directions in which the points spread most (PCA); the largest part of each points up."""
    _, _, V = np.linalg.svd(vectors - vectors.mean(0), full_matrices=False)
    two = np.zeros((vectors.shape[1], 2), vectors.dtype)
    two[:, : len(V[:2])] = V[:2].T
    return two * np.where(two[np.abs(two).argmax(0), [0, 1]] < 0, -1, 1)
