"""All segmentations of one word under a unigram model: the best, the best few, and random ones.

Source: Kudo 2018, sections 3.2 and 3.3. https://arxiv.org/abs/1804.10959
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

UNKNOWN = 10.0  # nats that an unknown character costs beyond the rarest piece, as in SentencePiece


@dataclass(frozen=True)
class Edge:
    """One piece at one place of the word."""

    start: int
    end: int
    piece: str
    logp: float  # nats
    known: bool = True


Path = tuple[Edge, ...]


def lattice(word: str, model: Mapping[str, float]) -> list[Edge]:
    """Every piece that fits somewhere; a character that no vocabulary has is an unknown edge of its own."""
    longest = max(map(len, model))
    cost = min(model.values()) - UNKNOWN
    edges = []
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - longest), end):
            piece = word[start:end]
            if piece in model:
                edges.append(Edge(start, end, piece, model[piece]))
            elif end - start == 1:
                edges.append(Edge(start, end, piece, cost, known=False))
    return edges


def best(word: str, model: Mapping[str, float], n: int = 1) -> list[tuple[float, Path]]:
    """The ``n`` most probable segmentations with their nats, the best first (Viterbi, keeping ``n`` a place)."""
    at: list[list[tuple[float, Path]]] = [[(0.0, ())], *([] for _ in word)]
    for edge in lattice(word, model):  # in order of ``end``
        at[edge.end] += [(logp + edge.logp, (*path, edge)) for logp, path in at[edge.start]]
        at[edge.end].sort(key=lambda found: (-found[0], len(found[1])))
        del at[edge.end][n:]
    return at[-1]


def total(word: str, model: Mapping[str, float], power: float = 1.0) -> list[float]:
    """Log of the summed probabilities, each to the ``power``, of all segmentations up to every place (forward)."""
    sums = [0.0] + [-math.inf] * len(word)
    for edge in lattice(word, model):
        sums[edge.end] = np.logaddexp(sums[edge.end], sums[edge.start] + power * edge.logp)
    return sums


def sample(word: str, model: Mapping[str, float], temperature: float, seed: int, n: int = 1) -> list[Path]:
    """Segmentations drawn with probability ∝ P(segmentation) ** (1 / temperature): subword regularisation.

    Exact, by forward filtering and backward sampling; near temperature 0 it is the best one every time.
    """
    dice, power = np.random.default_rng(seed), 1 / temperature
    sums = total(word, model, power)
    arriving: dict[int, list[Edge]] = {}
    for edge in lattice(word, model):
        arriving.setdefault(edge.end, []).append(edge)
    paths = []
    for _ in range(n):
        path: list[Edge] = []
        end = len(word)
        while end:
            edges = arriving[end]
            weights = np.array([sums[edge.start] + power * edge.logp - sums[end] for edge in edges])
            edge = edges[int(dice.choice(len(edges), p=_shares(weights)))]
            path.append(edge)
            end = edge.start
        paths.append(tuple(reversed(path)))
    return paths


def _shares(logs: Sequence[float] | np.ndarray) -> np.ndarray:
    powers = np.exp(np.asarray(logs) - np.max(logs))
    return powers / powers.sum()
