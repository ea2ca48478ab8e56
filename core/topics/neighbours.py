"""The nearest documents of every document, exactly: one matrix product instead of an index."""

from __future__ import annotations

import numpy as np
from jaxtyping import Float, Int

from core.runtime import OnStep, Step, quiet

BLOCK = 500  # rows at a time: 40,000 documents need 80 MB, not 6 GB


def nearest(
    vectors: Float[np.ndarray, "N D"], k: int, on_step: OnStep = quiet
) -> tuple[Int[np.ndarray, "N k"], Float[np.ndarray, "N k"]]:
    """The ``k`` nearest of each vector and their cosine distances, nearest first; the first is the vector itself.

    Up to some ten thousand documents this is faster than an approximate index, needs no compilation, and gives the
    same answer every time.

    Raises:
        ValueError: there are fewer than ``k`` vectors.
    """
    from core.topics.kernel import largest  # numba takes a second to import

    if len(vectors) < k:
        raise ValueError(f"{len(vectors)} vectors have no {k} nearest; ask for {len(vectors)} at most")
    unit = normed(vectors)
    found, cosines = np.empty((len(unit), k), np.int32), np.empty((len(unit), k), np.float32)
    for first in range(0, len(unit), BLOCK):
        largest(unit[first : first + BLOCK] @ unit.T, first, found, cosines)
        on_step(Step(min(1.0, (first + BLOCK) / len(unit))))
    return found, np.maximum(1 - cosines, 0)


def normed(vectors: Float[np.ndarray, "N D"]) -> Float[np.ndarray, "N D"]:
    """Brought to length 1, in single precision; a zero stays a zero."""
    vectors = np.asarray(vectors, np.float32)
    return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)


def kept_of(
    vectors: Float[np.ndarray, "N W"], points: Float[np.ndarray, "N D"], rows: Int[np.ndarray, " n"], k: int = 10
) -> Float[np.ndarray, " n"]:
    """``kept`` of some documents only, without an index: so many of the ``k`` nearest are nearest in a picture too."""
    from scipy.spatial import KDTree

    unit = normed(vectors)
    k = min(k, len(unit) - 1)
    alike = unit[rows] @ unit.T
    alike[np.arange(len(rows)), rows] = -np.inf
    near = np.argpartition(-alike, k - 1, axis=1)[:, :k]
    found = np.asarray(KDTree(points).query(points[rows], k + 1)[1])
    shown = [line[line != row][:k] for line, row in zip(found, rows, strict=True)]
    return np.array([np.isin(a, b).mean() for a, b in zip(near, shown, strict=True)])


def kept(near: Int[np.ndarray, "N k"], points: Float[np.ndarray, "N D"], k: int = 10) -> Float[np.ndarray, " N"]:
    """For each document, the share of its ``k`` nearest that are also among its ``k`` nearest in a picture."""
    from scipy.spatial import KDTree

    shown = np.asarray(KDTree(points).query(points, k + 1)[1])[:, 1:]
    return (near[:, 1 : k + 1, None] == shown[:, None, :]).any(2).mean(1)
