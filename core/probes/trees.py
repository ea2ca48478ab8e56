"""Trees from distances, and how they are scored: numpy only, so that pages draw them without torch."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

import numpy as np
from jaxtyping import Bool, Float, Shaped

from core.probes.treebank import Sentence, edges, tree_depths, tree_distances

Edge = tuple[int, int]
MEASURES = ("uuas", "root", "distances", "depths", "distances_sd", "depths_sd")
RANKED = (5, 50)  # words of a sentence whose rank correlations count, as in the paper


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


def measured(
    sentences: Sequence[Sentence],
    predicted: Iterable[tuple[Float[np.ndarray, "layers _ _"], Float[np.ndarray, "layers _"]]],
) -> dict[str, Float[np.ndarray, " layers"]]:
    """Distances and depths of every sentence against its tree, in every layer.

    ==============  ================================================================================================
    uuas            share of the tree's edges that the minimum spanning tree has, punctuation left out
    root            share of the sentences whose shallowest word is the root
    distances       DSpr: Spearman's ρ of each word's distances to the others, averaged over words and sentences of
                    one length (5 to 50 words), then over the lengths: plain means
    depths          NSpr: the same for the depths, one ρ a sentence
    distances_sd    standard deviation of a sentence's ρ over the sentences, as is ``depths_sd``
    ==============  ================================================================================================

    Source: Hewitt & Manning 2019, section 4.1. https://aclanthology.org/N19-1419/
    """
    hits, gold_edges, roots, trees = [], 0, [], 0
    ranked: dict[str, list[tuple[int, list[float]]]] = {"distances": [], "depths": []}
    for sentence, (distances, depths) in zip(sentences, predicted, strict=True):
        T, gold, keep = len(sentence), edges(sentence), sentence.counts
        gold_edges += len(gold)
        hits.append([len(gold & mst(each, keep)) for each in distances])
        if T > 1 and keep.any() and keep[sentence.heads.index(0)]:
            trees += 1
            roots.append([sentence.heads[int(np.where(keep, each, np.inf).argmin())] == 0 for each in depths])
        if RANKED[0] <= T <= RANKED[1]:
            truth, levels = tree_distances(sentence.heads), tree_depths(sentence.heads)
            ranked["distances"].append((T, [rank_correlation(each, truth) for each in distances]))
            ranked["depths"].append((T, [rank_correlation(each[None], levels[None]) for each in depths]))
    shares = {
        "uuas": np.sum(hits, 0) / max(gold_edges, 1),
        "root": np.sum(roots, 0) / trees if roots else np.full(len(hits[0]), np.nan),
    }
    for name, found in ranked.items():
        lengths, values = np.array([T for T, _ in found]), np.array([row for _, row in found])
        means = [np.nanmean(values[lengths == T], axis=0) for T in np.unique(lengths)]
        empty = np.full_like(shares["uuas"], np.nan)
        shares[name] = np.mean(means, axis=0) if means else empty
        shares[f"{name}_sd"] = np.nanstd(values, axis=0) if means else empty
    return shares


def neighbours(sentences: Sequence[Sentence]) -> dict[str, float]:
    """The baseline that knows no syntax: words as far apart as they stand, each one deeper than the one before."""

    def placed(T: int) -> tuple[Float[np.ndarray, "1 T T"], Float[np.ndarray, "1 T"]]:
        at = np.arange(T, dtype=float)[None]
        return np.abs(at[:, :, None] - at[:, None, :]), at

    return {name: float(row[0]) for name, row in measured(sentences, (placed(len(each)) for each in sentences)).items()}


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
