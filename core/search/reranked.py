"""What re-ranking is worth: the recorded run, for pages that need no torch.

``OBSERVATORY_DATA=… python -m core.search.crossgrade --work FOLDER`` records it again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
from jaxtyping import Float, Int

from core import cards, runtime, store

COMMAND = "OBSERVATORY_DATA=… python -m core.search.crossgrade"
FOLDER = runtime.ASSETS / "recorded" / "sentences" / "reranked"
NAME = "cross-minilm"  # in ``assets/checkpoints``
DEEPEST = 20  # answers that are read again at most
READERS = ("apart", "together", "both")  # the bi-encoder, the cross-encoder, the mean of cosine and score
ORDERS = READERS[1:]  # by which the answers are put in a new order


@dataclass(frozen=True, eq=False)
class Reranked:
    """Spearman’s ρ of the readers; how often the right answer comes first when so many are read again."""

    spearman: Mapping[str, float]  # on the test pairs
    low: Mapping[str, float]  # 95 % bootstrap interval over pairs
    high: Mapping[str, float]
    first: Mapping[str, Float[np.ndarray, " depths"]]  # by order: share whose right answer is first after 1, 2, … are
    first_low: Mapping[str, Float[np.ndarray, " depths"]]  # re-ranked; 95 % bootstrap interval over queries
    first_high: Mapping[str, Float[np.ndarray, " depths"]]
    among: Float[np.ndarray, " depths"]  # share whose right answer is there to be found: what cannot be surpassed
    pair: float  # seconds that the cross-encoder took for a pair
    pairs: int
    queries: int
    sentences: int  # that are searched
    data: str
    date: str
    machine: str
    code: str


def verdict(run: Reranked) -> str:
    """Is reading together ``better`` or ``worse`` than vectors apart, or, where the intervals meet, ``open``?"""
    if run.low["together"] > run.high["apart"]:
        return "better"
    return "worse" if run.high["together"] < run.low["apart"] else "open"


def learnt_from() -> int:
    """Pairs that our cross-encoder was taught with, as its card says."""
    return cards.read(runtime.ASSETS / "checkpoints" / NAME)["pairs"]


@cache
def reranked() -> Reranked:
    """The recorded run."""
    return store.load(FOLDER)


def both(cosines: np.ndarray, scores: np.ndarray) -> np.ndarray:
    """The mean of the two."""
    return (cosines + scores) / 2


def firsts(scores: Float[np.ndarray, "Q depth"], right: Int[np.ndarray, " Q"]) -> Float[np.ndarray, "Q depth"]:
    """1 where the right answer has the best score among the first 1, 2, … answers, else 0.

    ``right`` is the place of the right answer, counted from 0; one beyond the last was not among them. Equal scores
    count against it.
    """
    Q, depth = scores.shape
    inside = right < depth
    own = np.where(inside, scores[np.arange(Q), np.minimum(right, depth - 1)], -np.inf)
    rivals = np.where(np.arange(depth) == right[:, None], -np.inf, scores)
    best = np.maximum.accumulate(rivals, axis=1)
    return ((own[:, None] > best) & (right[:, None] <= np.arange(depth))).astype(float)
