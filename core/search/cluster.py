"""Every text in a group: k-means, and merging the closest again and again. Both by well-kept libraries."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Literal

import numpy as np
from jaxtyping import Float, Int

Linkage = Literal["average", "complete", "single", "ward"]
Metric = Literal["cosine", "euclidean"]
LINKAGES: tuple[Linkage, ...] = ("average", "complete", "single", "ward")
METRICS: tuple[Metric, ...] = ("cosine", "euclidean")


@dataclass(frozen=True, eq=False)
class Clusters:
    """A number for each text, the largest cluster first."""

    labels: Int[np.ndarray, " N"]
    inertia: float  # sum of squared distances to the cluster's mean
    silhouette: float  # -1 to 1: nearer to one's own cluster than to the next one; NaN with one cluster
    seconds: float


def kmeans(vectors: Float[np.ndarray, "N D"], k: int, *, seed: int = 0) -> Clusters:
    """``k`` means, each the centre of the texts that lie nearest to it (Lloyd 1982, begun by k-means++).

    Distances are Euclidean. On vectors of length 1 they order texts as cosines do, but a mean of such vectors lies
    inside the sphere, not on it.
    """
    from sklearn.cluster import KMeans

    began = time.perf_counter()
    distinct = len(np.unique(vectors.round(5), axis=0))  # several texts may share a vector
    search = KMeans(min(k, distinct), random_state=seed, n_init=4)  # pyright: ignore[reportArgumentType]
    found = search.fit_predict(vectors)
    return _measured(vectors, np.asarray(found), time.perf_counter() - began)


def merges(vectors: Float[np.ndarray, "N D"], linkage: Linkage, metric: Metric) -> Float[np.ndarray, "N-1 4"]:
    """The closest two become one until one is left: scipy's table of left, right, height, size.

    Ward's linkage counts squared Euclidean distances; with cosine it takes vectors of length 1, where the two agree.
    """
    from scipy.cluster.hierarchy import linkage as joined

    if metric == "cosine":
        vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return joined(vectors, linkage, "euclidean" if linkage == "ward" else metric)


def cut(
    vectors: Float[np.ndarray, "N D"], tree: Float[np.ndarray, "N-1 4"], k: int, *, seconds: float = 0.0
) -> Clusters:
    """The tree cut where ``k`` branches are left; ``seconds`` is what the tree took."""
    from scipy.cluster.hierarchy import fcluster

    return _measured(vectors, fcluster(tree, k, "maxclust"), seconds)


def _measured(vectors: np.ndarray, found: np.ndarray, seconds: float) -> Clusters:
    from sklearn.metrics import silhouette_score

    names, labels, sizes = np.unique(found, return_inverse=True, return_counts=True)
    place = np.empty(len(names), int)
    place[np.argsort(-sizes, kind="stable")] = np.arange(len(names))
    labels = place[labels]
    means = np.stack([vectors[labels == each].mean(0) for each in range(len(names))])
    several = 1 < len(names) < len(vectors)
    return Clusters(
        labels=labels,
        inertia=float(((vectors - means[labels]) ** 2).sum()),
        silhouette=float(silhouette_score(vectors, labels)) if several else float("nan"),
        seconds=seconds,
    )
