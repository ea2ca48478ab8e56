"""One ruler for every family: how far is a heap of samples from the real ones, how faithful, how diverse?

Every number here means something only beside its floor: the same number between two heaps of real points.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float, Int

Heap = Float[np.ndarray, "N D"]
Other = Float[np.ndarray, "M D"]
DIRECTIONS = 64
NEAREST = 5


def distances(a: Heap, b: Other) -> Float[np.ndarray, "N M"]:
    """Euclidean, all pairs."""
    square = (a**2).sum(1)[:, None] + (b**2).sum(1) - 2 * a @ b.T
    return np.sqrt(np.maximum(square, 0))


def energy_distance(a: Heap, b: Other) -> float:
    """``2 E|A-B| - E|A-A'| - E|B-B'|``, zero only between equal distributions.

    Source: Székely and Rizzo 2013, Energy statistics. https://doi.org/10.1016/j.jspi.2013.03.018
    """
    return float(2 * distances(a, b).mean() - distances(a, a).mean() - distances(b, b).mean())


def sliced_wasserstein(a: Heap, b: Other, directions: int = DIRECTIONS, seed: int = 0) -> float:
    """How far the points of one heap must move to become the other, seen along a line; a mean over lines.

    In the plane the lines are spread evenly; else they are drawn. Both heaps are of one size.

    Raises:
        ValueError: heaps of different sizes.

    Source: Bonneel et al. 2015, Sliced and Radon Wasserstein barycenters.
    """
    if len(a) != len(b):
        raise ValueError(f"sliced_wasserstein pairs points, so both heaps need one size; got {len(a)} and {len(b)}")
    if a.shape[1] == 2:
        turn = np.pi * np.arange(directions) / directions
        lines = np.stack([np.cos(turn), np.sin(turn)])
    else:
        lines = np.random.default_rng(seed).standard_normal((a.shape[1], directions))
        lines /= np.linalg.norm(lines, axis=0)
    return float(np.abs(np.sort(a @ lines, axis=0) - np.sort(b @ lines, axis=0)).mean())


def mmd(a: Heap, b: Other, width: float | None = None) -> float:
    """Maximum mean discrepancy, squared, without bias, with a Gaussian kernel; its width is ``b``'s median distance.

    Source: Gretton et al. 2012, A kernel two-sample test, lemma 6.
    """
    within = distances(b, b)
    width = float(np.median(within[within > 0])) if width is None else width

    def kernel(d: np.ndarray) -> np.ndarray:
        return np.exp(-((d / width) ** 2) / 2)

    def apart(d: np.ndarray) -> float:
        n = len(d)
        return float((kernel(d).sum() - n) / (n * (n - 1)))

    return apart(distances(a, a)) + apart(within) - 2 * float(kernel(distances(a, b)).mean())


def frechet(a: Heap, b: Other) -> float:
    """Squared Fréchet distance between the Gaussians of two heaps of features. On a small classifier's: not FID.

    Source: Dowson and Landau 1982; Heusel et al. 2017 took Inception's features.
    """
    one, two = (np.atleast_2d(np.cov(heap, rowvar=False)) for heap in (a, b))
    values, vectors = np.linalg.eigh(one)
    root = vectors @ np.diag(np.sqrt(np.maximum(values, 0))) @ vectors.T
    both = np.linalg.eigvalsh(root @ two @ root)
    shared = np.sqrt(np.maximum(both, 0)).sum()
    return float(((a.mean(0) - b.mean(0)) ** 2).sum() + np.trace(one) + np.trace(two) - 2 * shared)


def precision_recall(made: Heap, real: Other, nearest: int = NEAREST) -> tuple[float, float]:
    """Share of samples that lie where real ones do (fidelity), and of real ones that samples reach (diversity).

    "Where" is within reach of a point's fifth neighbour of its own kind.

    Source: Kynkäänniemi et al. 2019, Improved precision and recall metric. https://arxiv.org/abs/1904.06991
    """

    def inside(what: Heap, where: Other) -> float:
        reach = np.sort(distances(where, where), axis=1)[:, nearest]
        return float((distances(what, where) <= reach).any(axis=1).mean())

    return inside(made, real), inside(real, made)


def covered(made: Heap, centres: Other, reach: float = 0.3) -> tuple[int, float]:
    """How many heaps get at least a quarter of their share of the samples, and the share of samples near any heap."""
    apart = distances(made, centres)
    near = apart.min(axis=1) <= reach
    counts = np.bincount(apart.argmin(axis=1)[near], minlength=len(centres))
    return int((counts >= 0.25 * len(made) / len(centres)).sum()), float(near.mean())


def balance(labels: Int[np.ndarray, " N"], classes: int) -> float:
    """Entropy of the classes over that of an even spread: 1 is even, 0 is one class only."""
    share = np.bincount(labels, minlength=classes) / len(labels)
    share = share[share > 0]
    return float(-(share * np.log(share)).sum() / np.log(classes))


@dataclass(frozen=True)
class Score:
    """One heap of samples under the whole ruler."""

    wasserstein: float
    energy: float
    mmd: float
    precision: float
    recall: float


def score(made: Heap, real: Other) -> Score:
    """All of it; heaps of one size."""
    precision, recall = precision_recall(made, real)
    return Score(sliced_wasserstein(made, real), energy_distance(made, real), mmd(made, real), precision, recall)
