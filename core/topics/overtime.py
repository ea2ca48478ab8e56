"""Topics through time: how large they are in each span, and what they are called there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from jaxtyping import Float, Int

from core.topics.config import OUTLIER
from core.topics.ctfidf import inverse_frequency, weigh

if TYPE_CHECKING:
    from core.topics.topics import Topics


@dataclass(frozen=True, eq=False)
class OverTime:
    """Topics through time."""

    edges: Float[np.ndarray, " b"]  # seconds since 1970, one more than there are spans
    sizes: Int[np.ndarray, "C B"]
    words: Mapping[int, tuple[tuple[str, ...], ...]]  # of each topic in each span


def through(topics: Topics, timestamps: Sequence[dt.datetime], bins: int = 10) -> OverTime:
    """How many documents each topic has in ``bins`` equal spans of time, and its words in each."""
    when = np.array([moment.timestamp() for moment in timestamps])
    edges = np.linspace(when.min(), when.max(), bins + 1)
    span = np.clip(np.searchsorted(edges, when, side="right") - 1, 0, bins - 1)
    idf = inverse_frequency(topics.counts)
    sizes = np.zeros((topics.C, bins), np.int64)
    words: dict[int, tuple[tuple[str, ...], ...]] = {}
    inside = np.where(topics.labels >= 0, topics.labels * bins + span, OUTLIER)
    weights = weigh(topics.bags.of_classes(inside, max(topics.C, 1) * bins), idf)
    for topic in range(topics.C):
        sizes[topic] = np.bincount(span[topics.labels == topic], minlength=bins)
        words[topic] = tuple(topics.best(weights, topic * bins + at, 4) for at in range(bins))
    return OverTime(edges, sizes, words)
