"""Which topics are alike, which of them would be joined first, and what the joined ones would be called."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from jaxtyping import Float, Int

from core.topics.ctfidf import inverse_frequency, weigh
from core.topics.neighbours import normed

if TYPE_CHECKING:
    from core.topics.topics import Topics


@dataclass(frozen=True)
class Join:
    """Two groups of topics become one."""

    left: tuple[int, ...]  # topics on the left side
    right: tuple[int, ...]
    height: float
    words: tuple[str, ...]  # of both together


def similarity(topics: Topics) -> Float[np.ndarray, "C C"]:
    """Cosines between the topics' mean vectors."""
    unit = normed(topics.centres)
    return unit @ unit.T


def joins(topics: Topics, k: int = 5) -> tuple[Join, ...]:
    """All topics joined two by two, the closest first: Ward's linkage of dissimilarities, as BERTopic draws it."""
    members: list[tuple[int, ...]] = [(topic,) for topic in range(topics.C)]
    idf = inverse_frequency(topics.counts)
    found = []
    for left, right, height, _ in linkage(topics):
        a, b = members[int(left)], members[int(right)]
        members.append(a + b)
        counts = topics.counts[[topics.row(topic) for topic in a + b]].sum(axis=0)
        found.append(Join(a, b, float(height), topics.best(weigh(np.asarray(counts), idf), 0, k)))
    return tuple(found)


def linkage(topics: Topics, method: str = "ward") -> Float[np.ndarray, "J 4"]:
    """SciPy's table of joins: left, right, height, size."""
    if topics.C < 2:
        return np.zeros((0, 4))
    from scipy.cluster.hierarchy import linkage
    from scipy.spatial.distance import squareform

    away = 1 - similarity(topics).astype(np.float64)
    away = (away + away.T) / 2
    np.fill_diagonal(away, 0)
    return linkage(squareform(np.maximum(away, 0), checks=False), method)


def cut_at(topics: Topics, height: float) -> Int[np.ndarray, " C"]:
    """For each topic the number of its group when the tree is cut at ``height``, counted from 0."""
    return _numbered(topics, "ward", height, "distance")


def into(topics: Topics, C: int) -> Int[np.ndarray, " C"]:
    """The topics in ``C`` groups by average linkage, which is how BERTopic reduces them."""
    return _numbered(topics, "average", float(C), "maxclust")


def _numbered(topics: Topics, method: str, at: float, criterion: str) -> Int[np.ndarray, " C"]:
    if topics.C < 2:
        return np.zeros(topics.C, int)
    from scipy.cluster.hierarchy import fcluster

    return fcluster(linkage(topics, method), at, criterion) - 1
