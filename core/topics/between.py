"""Topics among themselves, as bubbles on a plane of their own; and how they spread over classes that are known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from jaxtyping import Float, Int

from core.topics.neighbours import nearest, normed

if TYPE_CHECKING:
    from core.topics.topics import Topics

NEIGHBORS, EPOCHS, MIN_DIST = 5, 300, 0.3
FEW = 6  # topics; fewer have no neighbourhoods to keep, only distances
CLOSE = 3  # nearest topics by which a plane is judged


@dataclass(frozen=True, eq=False)
class Between:
    """Where topics lie when only their middles count."""

    plane: Float[np.ndarray, "C 2"]
    kept: float  # of each topic's three nearest by its mean vector, the share that are its three nearest here


def between(topics: Topics) -> Between:
    """The topics' mean vectors laid out by UMAP; fewer than six by their distances alone (classical scaling).

    Only who is near whom has a meaning. BERTopic lays out c-TF-IDF instead of vectors; there nearly all topics are
    equally far from each other, since they share few words.
    """
    unit = normed(topics.centres)
    if topics.C < 2:
        return Between(np.zeros((topics.C, 2), np.float32), 1.0)
    plane = scaled(unit) if topics.C < FEW else _laid(unit)
    return Between(plane.astype(np.float32), agreement(unit, plane))


def scaled(points: Float[np.ndarray, "C W"]) -> Float[np.ndarray, "C 2"]:
    """The plane that keeps distances best in a linear way: two principal components, each turned the same way always.

    Source: Torgerson 1952, Multidimensional scaling. https://doi.org/10.1007/BF02288916
    """
    U, S, _ = np.linalg.svd(points - points.mean(0), full_matrices=False)
    found = np.zeros((len(points), 2))
    flat = (U * S)[:, :2]
    found[:, : flat.shape[1]] = flat * np.where(flat.sum(0) < 0, -1, 1)
    return found


def _laid(unit: Float[np.ndarray, "C W"]) -> Float[np.ndarray, "C 2"]:
    from core.topics.flatten import lay, weave

    return lay(weave(*nearest(unit, NEIGHBORS)), scaled(unit), min_dist=MIN_DIST, epochs=EPOCHS)


def agreement(points: Float[np.ndarray, "C W"], plane: Float[np.ndarray, "C 2"], k: int = CLOSE) -> float:
    """The share of each point's ``k`` nearest that stay its ``k`` nearest on a plane."""
    k = min(k, len(points) - 1)
    return float(np.mean([len(a & b) / k for a, b in zip(_closest(points, k), _closest(plane, k), strict=True)]))


def _closest(points: Float[np.ndarray, "C W"], k: int) -> list[set[int]]:
    away = ((points[:, None] - points[None]) ** 2).sum(-1)
    np.fill_diagonal(away, np.inf)
    return [set(row.tolist()) for row in np.argsort(away, axis=1, kind="stable")[:, :k]]


def per_class(topics: Topics, classes: Sequence[str]) -> tuple[tuple[str, ...], Int[np.ndarray, "C K"]]:
    """The names of the classes and how many documents of each every topic has; outliers are left out."""
    names, truth = np.unique(np.asarray(classes, str), return_inverse=True)
    table = np.zeros((topics.C, len(names)), np.int64)
    inside = topics.labels >= 0
    np.add.at(table, (topics.labels[inside], truth[inside]), 1)
    return tuple(str(name) for name in names), table
