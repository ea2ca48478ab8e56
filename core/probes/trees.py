"""Trees from distances, and how they are scored: numpy only, so that pages draw them without torch."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np
from jaxtyping import Bool, Float, Shaped

from core.probes.treebank import Sentence, edges

Edge = tuple[int, int]


def mst(distances: Float[np.ndarray, "T T"], keep: Bool[np.ndarray, " T"] | None = None) -> set[Edge]:
    """The minimum spanning tree over the words in ``keep``, by Prim's algorithm; the smaller number first."""
    places = np.arange(len(distances)) if keep is None else np.flatnonzero(keep)
    if len(places) < 2:
        return set()
    near = distances[np.ix_(places, places)].astype(float)
    reached = np.zeros(len(places), dtype=bool)
    best, parent = near[0].copy(), np.zeros(len(places), dtype=int)
    reached[0], found = True, set[Edge]()
    for _ in range(len(places) - 1):
        best[reached] = np.inf
        new = int(best.argmin())
        pair = int(places[parent[new]]), int(places[new])
        found.add((min(pair), max(pair)))
        reached[new] = True
        closer = near[new] < best
        best[closer], parent[closer] = near[new][closer], new
    return found


def chain(keep: Bool[np.ndarray, " T"]) -> set[Edge]:
    """Every word with the next one that counts: the baseline that knows no syntax."""
    places = np.flatnonzero(keep).tolist()
    return set(itertools.pairwise(places))


def chain_score(sentences: Sequence[Sentence]) -> float:
    """UUAS of the linear chain."""
    gold = [edges(each) for each in sentences]
    hits = sum(len(pairs & chain(each.counts)) for pairs, each in zip(gold, sentences, strict=True))
    return hits / max(1, sum(map(len, gold)))


def rank_correlation(a: Shaped[np.ndarray, "N T"], b: Shaped[np.ndarray, "N T"]) -> float:
    """Spearman's ρ of each pair of rows, a mean over the rows that vary in both."""
    x, y = _ranks(a), _ranks(b)
    x, y = x - x.mean(1, keepdims=True), y - y.mean(1, keepdims=True)
    sizes = np.sqrt((x**2).sum(1) * (y**2).sum(1))
    vary = sizes > 0
    return float(((x * y).sum(1)[vary] / sizes[vary]).mean()) if vary.any() else float("nan")


def _ranks(rows: Shaped[np.ndarray, "N T"]) -> Float[np.ndarray, "N T"]:
    """Ranks; equal values share the mean of theirs."""
    less = (rows[:, None, :] < rows[:, :, None]).sum(-1)
    same = (rows[:, None, :] == rows[:, :, None]).sum(-1)
    return less + (same + 1) / 2
