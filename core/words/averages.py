"""A document as the mean of its words' vectors, against the bag of words, under the same classifier."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from jaxtyping import Bool, Float, Int

from core.word2vec.vectors import Vectors


def mean(documents: Sequence[Sequence[str]], of: Vectors) -> Float[np.ndarray, "N D"]:
    """The mean of the words' vectors at length 1; zeros where no word has one.

    What all words have in common is taken off first: it says nothing and would drown the rest.
    """
    found = np.zeros((len(documents), of.vectors.shape[1]), np.float32)
    own = of.unit - of.unit.mean(0)
    for row, words in zip(found, documents, strict=True):
        known = [of.index[word] for word in words if word in of.index]
        if known:
            row[:] = own[known].mean(0)
    return found / np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-12)


def bag(documents: Sequence[Sequence[str]], vocab: Sequence[str]) -> Float[np.ndarray, "N V"]:
    """``log(1 + count)`` of every word of ``vocab``, each document at length 1."""
    index = {word: i for i, word in enumerate(vocab)}
    found = np.zeros((len(documents), len(vocab)), np.float32)
    for row, words in zip(found, documents, strict=True):
        np.add.at(row, [index[word] for word in words if word in index], 1)
    found = np.log1p(found)
    return found / np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-12)


class Ridge:
    """One linear score a class, by least squares to ±1 with ``penalty`` times the squared weights.

    Solved with whichever is smaller, features or documents. Hoerl and Kennard 1970,
    https://doi.org/10.1080/00401706.1970.10488634
    """

    def __init__(self, X: Float[np.ndarray, "N F"], labels: Int[np.ndarray, " N"], penalty: float = 0.1) -> None:
        self._middle = X.mean(0)
        A = (X - self._middle).astype(np.float64)
        targets = np.where(labels[:, None] == np.arange(labels.max() + 1), 1.0, -1.0)
        self._level = targets.mean(0)
        Y = targets - self._level
        N, F = A.shape
        if F <= N:
            self.weights = np.linalg.solve(A.T @ A + penalty * np.eye(F), A.T @ Y)
        else:
            self.weights = A.T @ np.linalg.solve(A @ A.T + penalty * np.eye(N), Y)

    def scores(self, X: Float[np.ndarray, "M F"]) -> Float[np.ndarray, "M C"]:
        """How much each class is spoken for; above 0 is yes."""
        return (X - self._middle) @ self.weights + self._level

    def right(self, X: Float[np.ndarray, "M F"], labels: Int[np.ndarray, " M"]) -> Bool[np.ndarray, " M"]:
        """Which documents it puts where they belong."""
        return self.scores(X).argmax(1) == labels
