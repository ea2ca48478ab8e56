"""A space of a hundred axes on a sheet of paper, and what of it survives.

No flat picture keeps all neighbours. So every map comes with ``kept``: for each word, the share of its true nearest
words that are still nearest on the paper.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from jaxtyping import Float, Int

from core.errors import Trouble
from core.runtime import OnStep, Step, quiet

Method = Literal["pca", "tsne", "umap"]
METHODS: tuple[Method, ...] = ("pca", "tsne", "umap")
K = 10  # neighbours that are looked at
FEWEST = 4  # points


@dataclass(frozen=True)
class Config:
    """How to flatten."""

    method: Method = "pca"
    neighbours: int = 15  # t-SNE's perplexity, UMAP's n_neighbors
    seed: int = 0


@dataclass(frozen=True, eq=False)
class Map:
    """One flat picture of N points."""

    config: Config
    points: Float[np.ndarray, "N 2"]
    kept: Float[np.ndarray, " N"]  # 0 to 1, see ``kept``
    explained: Float[np.ndarray, " 2"]  # share of the variance along each axis; of PCA only, else nan


def flatten(vectors: Float[np.ndarray, "N D"], config: Config, *, on_step: OnStep = quiet) -> Map:
    """Two numbers for each vector. Vectors are brought to length 1 first, so that distance means cosine.

    Raises:
        Trouble: ``map-few``: fewer than four points have no neighbours to keep.

    Source: van der Maaten and Hinton 2008, https://jmlr.org/papers/v9/vandermaaten08a.html;
    McInnes et al. 2018, https://arxiv.org/abs/1802.03426
    """
    if len(vectors) < FEWEST:
        raise Trouble(
            "map-few", f"A map needs {FEWEST} words or more; got {len(vectors)}.", n=len(vectors), least=FEWEST
        )
    unit = vectors.astype(np.float32)
    unit /= np.maximum(np.linalg.norm(unit, axis=1, keepdims=True), 1e-9)
    on_step(Step(0.1))
    points, explained = _pca(unit) if config.method == "pca" else (_bent(unit, config), np.full(2, np.nan))
    on_step(Step(0.9))
    return Map(config, points.astype(np.float32), kept(unit, points), explained)


def kept(vectors: Float[np.ndarray, "N D"], points: Float[np.ndarray, "N 2"], k: int = K) -> Float[np.ndarray, " N"]:
    """For each point, the share of its ``k`` nearest in space that are also its ``k`` nearest on the paper."""
    k = min(k, len(points) - 1)
    near, shown = nearest(vectors, k), nearest(points, k)
    return (near[:, :, None] == shown[:, None, :]).any(2).mean(1)


def nearest(points: Float[np.ndarray, "N D"], k: int) -> Int[np.ndarray, "N k"]:
    """The ``k`` closest other points of each, by Euclidean distance, in blocks of rows."""
    found = np.empty((len(points), k), int)
    half = (points**2).sum(1) / 2
    for first in range(0, len(points), 500):
        rows = np.arange(first, min(first + 500, len(points)))
        distance = half - points[rows] @ points.T
        distance[np.arange(len(rows)), rows] = np.inf
        found[rows] = np.argpartition(distance, k - 1, axis=1)[:, :k]
    return found


def hubness(vectors: Float[np.ndarray, "N D"], k: int = K) -> Int[np.ndarray, " N"]:
    """In how many other points' lists of ``k`` nearest each point stands: ``k`` on average, hundreds for a hub.

    Source: Radovanović et al. 2010, https://jmlr.org/papers/v11/radovanovic10a.html
    """
    return np.bincount(nearest(vectors, k).ravel(), minlength=len(vectors))


def _pca(unit: Float[np.ndarray, "N D"]) -> tuple[Float[np.ndarray, "N 2"], Float[np.ndarray, " 2"]]:
    centred = unit - unit.mean(0)
    if centred.shape[1] < 2:
        centred = np.pad(centred, ((0, 0), (0, 1)))
    U, S, _ = np.linalg.svd(centred, full_matrices=False)
    axes = U[:, :2] * S[:2]
    axes *= np.where(axes[np.abs(axes).argmax(0), [0, 1]] < 0, -1, 1)  # the same picture at every call
    return axes, (S[:2] ** 2 / max(float((S**2).sum()), 1e-12)).astype(float)


def _bent(unit: Float[np.ndarray, "N D"], config: Config) -> Float[np.ndarray, "N 2"]:
    neighbours = max(2, min(config.neighbours, (len(unit) - 1) // 3))
    if config.method == "tsne":
        from sklearn.manifold import TSNE

        return TSNE(2, perplexity=neighbours, init="pca", random_state=config.seed).fit_transform(unit)
    import umap

    made = umap.UMAP(n_neighbors=neighbours, min_dist=0.1, random_state=config.seed, n_jobs=1, init="pca")
    return np.asarray(made.fit_transform(unit))
