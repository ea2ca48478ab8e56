"""How good are the directions? Alignment, uniformity, isotropy: by their definitions, nothing done behind your back.

The measures take numpy arrays or torch tensors, and give a float for the first, a tensor with its gradient for the
second. None of them normalises: give vectors of length 1 (``unit``), or see what happens when you do not.
"""

from __future__ import annotations

import sys
from typing import Any

import numpy as np
from jaxtyping import Float

Points = Float[Any, "N D"]  # numpy or torch


def unit(x: Points) -> Points:
    """Each row divided by its length: the point on the sphere in its direction. A row of zeros stays one."""
    length = (x**2).sum(-1) ** 0.5
    return x / (length + (length == 0))[:, None]


def alignment(x: Points, y: Points, alpha: int | float = 2) -> Any:
    """Mean distance between the two members of a positive pair, to the power ``alpha``: 0 is best.

    ``x[i]`` and ``y[i]`` are a pair; on the sphere and for ``alpha=2`` the value lies in [0, 4].

    Source: Wang & Isola 2020, section 4.1. https://arxiv.org/abs/2005.10242
    """
    return _number((((x - y) ** 2).sum(-1) ** (alpha / 2)).mean())


def uniformity(x: Points, t: int | float = 2) -> Any:
    """Log of the mean Gaussian potential over all pairs of different rows: smaller is more even, 0 is one point.

    ``log mean exp(-t |x_i - x_j|²)``, in nats. On the sphere it lies in [-4t, 0].

    Raises:
        ValueError: fewer than two points.

    Source: Wang & Isola 2020, section 4.1. https://arxiv.org/abs/2005.10242
    """
    N = len(x)
    if N < 2:
        raise ValueError(f"uniformity compares points with each other; got {N}")
    of = np if isinstance(x, np.ndarray) else sys.modules["torch"]
    length = (x**2).sum(-1)
    squared = of.clip(length[:, None] + length[None, :] - 2 * x @ x.T, 0, None)  # (N, N)
    apart = squared[~of.eye(N, dtype=bool)] if of is np else squared[~of.eye(N, dtype=of.bool, device=x.device)]
    nearest = apart.min()  # out of the exponent, or long vectors would all give log 0
    return _number(of.log(of.exp(-t * (apart - nearest)).mean()) - t * nearest)


def random_cosine(x: Points) -> Any:
    """Mean cosine of two different rows: 0 where directions cancel, towards 1 in a narrow cone."""
    x, N = unit(x), len(x)
    total = x.sum(0)
    return _number(((total * total).sum() - (x * x).sum()) / (N * (N - 1)))


def spectrum(x: Float[np.ndarray, "N D"]) -> Float[np.ndarray, " K"]:
    """Singular values of the rows, brought to length 1, largest first, the largest as 1."""
    values = np.linalg.svd(unit(x), compute_uv=False)
    return values / values[0]


def iso_score(x: Float[np.ndarray, "N D"]) -> float:
    """How evenly the variance uses the dimensions: 1 for all alike, 0 for a single one.

    Source: Rudman et al. 2022, IsoScore, algorithm 1. https://arxiv.org/abs/2108.07344
    """
    D = x.shape[1]
    variances = np.clip(np.linalg.eigvalsh(np.cov(x.T)), 0, None)
    scaled = np.sqrt(D) * variances / np.linalg.norm(variances)
    defect = np.linalg.norm(scaled - 1) / np.sqrt(2 * (D - np.sqrt(D)))
    used = (D - defect**2 * (D - np.sqrt(D))) ** 2 / D**2  # share of the dimensions
    return float((D * used - 1) / (D - 1))


def _number(value: Any) -> Any:
    return float(value) if isinstance(value, np.floating | float) else value
