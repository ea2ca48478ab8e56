"""Topics through time: how large they are in each span, and what they are called there."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from jaxtyping import Float, Int

from core.topics.config import OUTLIER
from core.topics.ctfidf import inverse_frequency, weigh

if TYPE_CHECKING:
    from core.topics.topics import Topics

_YEAR = re.compile(r"\b(1\d{3}|20[0-2]\d)\b")


@dataclass(frozen=True, eq=False)
class OverTime:
    """Topics through time."""

    edges: Float[np.ndarray, " b"]  # seconds since 1970, one more than there are spans
    sizes: Int[np.ndarray, "C B"]
    words: Mapping[int, tuple[tuple[str, ...], ...]]  # of each topic in each span


def through(topics: Topics, timestamps: Sequence[dt.datetime | None], bins: int = 10) -> OverTime:
    """How many documents each topic has in ``bins`` equal spans of time, and its words in each.

    Timestamps without a zone are in UTC; documents without a timestamp are left out, one at least must have one.
    """
    when = np.array([_seconds(moment) if moment else np.nan for moment in timestamps])
    edges = np.linspace(np.nanmin(when), np.nanmax(when), bins + 1)
    span = np.clip(np.searchsorted(edges, when, side="right") - 1, 0, bins - 1)
    labels = np.where(np.isnan(when), OUTLIER, topics.labels)
    idf = inverse_frequency(topics.counts)
    sizes = np.zeros((topics.C, bins), np.int64)
    words: dict[int, tuple[tuple[str, ...], ...]] = {}
    inside = np.where(labels >= 0, labels * bins + span, OUTLIER)
    weights = weigh(topics.bags.of_classes(inside, max(topics.C, 1) * bins), idf)
    for topic in range(topics.C):
        sizes[topic] = np.bincount(span[labels == topic], minlength=bins)
        words[topic] = tuple(topics.best(weights, topic * bins + at, 4) for at in range(bins))
    return OverTime(edges, sizes, words)


def year_of(document: str, first: int = 1000) -> dt.datetime | None:
    """The first year from ``first`` to 2029 that stands in a document, as its first of January."""
    years = (int(year) for year in _YEAR.findall(document))
    return next((dt.datetime(year, 1, 1) for year in years if year >= first), None)


def _seconds(moment: dt.datetime) -> float:
    return (moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)).timestamp()
