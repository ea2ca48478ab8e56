"""WEAT: do two groups of words stand closer to one set of attributes than to the other?

Source: Caliskan, Bryson and Narayanan 2017, https://doi.org/10.1126/science.aal4230
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import comb

import numpy as np
from jaxtyping import Float

from core.errors import Trouble
from core.word2vec.vectors import Vectors

EXACT = 20_000  # splits: up to here all are tried, beyond that many are drawn


@dataclass(frozen=True, eq=False)
class Weat:
    """``effect`` is Cohen's d over all target words, between -2 and 2 for groups of one size; ``p`` is one-sided."""

    x: Float[np.ndarray, " X"]  # s(w, A, B) of each word of the first group
    y: Float[np.ndarray, " Y"]
    effect: float
    p: float
    splits: int  # of the targets into two groups that were tried


def weat(of: Vectors, X: Sequence[str], Y: Sequence[str], A: Sequence[str], B: Sequence[str], seed: int = 0) -> Weat:
    """``s(w) = mean cos(w, A) - mean cos(w, B)``; is it larger for X than for Y?

    ``p`` is the share of splits of all targets into groups of these sizes whose difference is at least the one found.

    Raises:
        Trouble: ``weat-small``, a list has fewer than two words; ``word2vec-unknown-word``.
    """
    if min(map(len, (X, Y, A, B))) < 2:
        raise Trouble("weat-small", "Each of the four lists needs two words or more.")
    x, y, a, b = (of.unit[[of.row(word) for word in words]] for words in (X, Y, A, B))
    targets = np.concatenate([x, y])
    s = (targets @ a.T).mean(1) - (targets @ b.T).mean(1)
    n, all_ = len(x), len(s)
    found = s[:n].mean() - s[n:].mean()
    effect = found / max(float(s.std(ddof=1)), 1e-12)
    if comb(all_, n) <= EXACT:
        groups = np.array(list(combinations(range(all_), n)))
    else:
        dice = np.random.default_rng(seed)
        groups = np.array([dice.permutation(all_)[:n] for _ in range(EXACT)])
    inside = s[groups].sum(1)
    other = (s.sum() - inside) / (all_ - n)
    p = float((inside / n - other >= found - 1e-9).mean())
    return Weat(s[:n].astype(float), s[n:].astype(float), float(effect), p, len(groups))
