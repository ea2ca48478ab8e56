"""Where does the signal of a position sit among the columns of X + P, and do the words make room for it?"""

from __future__ import annotations

import numpy as np
from jaxtyping import Float

from core.positions.arrays import Number
from core.positions.sinusoid import BASE, sinusoid


def of_sinusoid(T: int, D: int, base: Number = BASE) -> Float[np.ndarray, " D"]:
    """Variance of each column over ``T`` places: near 1/2 where it turns often, near 0 where it hardly begins to."""
    return sinusoid(T, D, base).var(axis=0)


def first_quarter(variances: Float[np.ndarray, " D"]) -> float:
    """Share of all variance that the first quarter of the columns holds; 0.25 where all are alike."""
    return float(variances[: max(1, len(variances) // 4)].sum() / variances.sum())


def order_shared(P: Float[np.ndarray, " D"], X: Float[np.ndarray, " D"]) -> float:
    """Spearman's ρ between the columns' variances in positions and in words: -1 would be words that make room."""
    from scipy.stats import rankdata

    return float(np.corrcoef(rankdata(P), rankdata(X))[0, 1])
