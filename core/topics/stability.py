"""How much the topics depend on the seed, and how good they are."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np
from jaxtyping import Float, Int


def adjusted_rand(a: Int[np.ndarray, " N"], b: Int[np.ndarray, " N"]) -> float:
    """Of all pairs of documents, how alike two groupings treat them: 1 the same, 0 as by chance.

    Source: Hubert & Arabie 1985, Comparing Partitions, equation 5.
    """
    table = contingency(a, b)
    pairs = lambda n: float((n * (n - 1) / 2).sum())  # noqa: E731
    both, left, right, all_ = pairs(table), pairs(table.sum(1)), pairs(table.sum(0)), pairs(np.array([len(a)]))
    chance = left * right / all_ if all_ else 0.0
    most = (left + right) / 2
    return 1.0 if most == chance else (both - chance) / (most - chance)


def mutual_information(a: Int[np.ndarray, " N"], b: Int[np.ndarray, " N"]) -> float:
    """Normalised mutual information: how much one grouping tells of the other, 0 to 1."""
    p = contingency(a, b) / len(a)
    left, right = p.sum(1), p.sum(0)
    inside = p > 0
    shared = float((p[inside] * np.log(p[inside] / np.outer(left, right)[inside])).sum())
    whole = (_entropy(left) + _entropy(right)) / 2
    return shared / whole if whole > 0 else 1.0


def between_runs(runs: Sequence[Int[np.ndarray, " N"]]) -> Float[np.ndarray, "R R"]:
    """Adjusted Rand of every two runs."""
    found = np.eye(len(runs))
    for i, j in combinations(range(len(runs)), 2):
        found[i, j] = found[j, i] = adjusted_rand(runs[i], runs[j])
    return found


def contingency(a: Int[np.ndarray, " N"], b: Int[np.ndarray, " N"]) -> Int[np.ndarray, "A B"]:
    """How many documents are in each group of ``a`` and each of ``b``; -1 is a group like any other."""
    _, a = np.unique(a, return_inverse=True)
    _, b = np.unique(b, return_inverse=True)
    table = np.zeros((a.max() + 1, b.max() + 1), np.int64)
    np.add.at(table, (a, b), 1)
    return table


def _entropy(p: Float[np.ndarray, " n"]) -> float:
    return -float((p[p > 0] * np.log(p[p > 0])).sum())
