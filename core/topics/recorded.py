"""Recorded runs on 2,000 paragraphs of Wikipedia: what the page shows before anything heavy is imported.

``python -m core.topics record`` repeats them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
from jaxtyping import Float, Int

from core import runtime, store
from core.topics.bags import Bags
from core.topics.config import Config
from core.topics.topics import Topics

COMMAND = "python -m core.topics record"
N, EXCERPT, SEEDS = 2_000, 160, 10
NEIGHBORS, DISTANCES = (5, 10, 15, 30, 60), (0.0, 0.1, 0.3, 0.6)  # of the maps made beforehand


@dataclass(frozen=True, eq=False)
class Sample:
    """The run of the first picture; ``documents`` of its topics are the first words of each paragraph."""

    topics: Topics
    titles: tuple[str, ...]  # of the article each paragraph comes from
    rows: Int[np.ndarray, " N"]  # which paragraphs of ``wikipedia-sample``
    near: Int[np.ndarray, "N k"]  # the nearest paragraphs of each by its vector, itself first
    model: str
    digest: str
    source: str
    licence: str
    date: str
    machine: str
    code: str


@dataclass(frozen=True, eq=False)
class Maps:
    """UMAP with other settings: spaces (5-D) by ``n_neighbors``, planes by ``n_neighbors`` and ``min_dist``."""

    spaces: Float[np.ndarray, "M N D"]
    planes: Float[np.ndarray, "M L N 2"]


@dataclass(frozen=True)
class Score:
    """One way to find topics, measured as all others are."""

    topics: int
    outliers: float
    nmi: float  # with the titles, outliers counted as one group
    ari: float
    c_npmi: float
    c_v: float
    diversity: float
    seconds: float


@dataclass(frozen=True, eq=False)
class Beside:
    """Other ways on the same paragraphs, and ours from ten seeds."""

    scores: Mapping[str, Score]
    labels: Mapping[str, Int[np.ndarray, " N"]]
    words: Mapping[str, tuple[tuple[str, ...], ...]]
    seeds: Int[np.ndarray, "S N"]
    date: str
    machine: str
    code: str


@cache
def sample() -> Sample:
    """The run of the first picture."""
    kept: Sample = _load("wikipedia")
    vectors = kept.topics.vectors.astype(np.float32)  # they lie on disk in half precision
    return replace(kept, topics=replace(kept.topics, vectors=vectors))


@cache
def maps() -> Maps:
    """Maps for the sliders of UMAP."""
    return _load("maps")


@cache
def beside() -> Beside:
    """Measured once, shown beside ours."""
    return _load("beside")


@cache
def documents() -> tuple[str, ...]:
    """The 2,000 paragraphs in full, read from the corpus: seconds the first time."""
    from core.text import load_corpus

    every = load_corpus("wikipedia-sample").documents
    return tuple(every[row] for row in sample().rows)


def keep(name: str, value: object) -> None:
    """Write one recorded run."""
    store.save(runtime.ASSETS / "recorded" / "topics" / name, value)


def _load(name: str):
    return store.load(runtime.ASSETS / "recorded" / "topics" / name)


__all__ = ["Bags", "Beside", "Config", "Maps", "Sample", "Score", "beside", "documents", "keep", "maps", "sample"]
