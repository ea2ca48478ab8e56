"""Four ways to give documents that belong to no topic the likeliest one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

import numpy as np
from jaxtyping import Float, Int
from scipy.sparse import csr_matrix

from core.topics.bags import cut, recount
from core.topics.config import OUTLIER
from core.topics.ctfidf import inverse_frequency, weigh
from core.topics.group import membership
from core.topics.neighbours import normed

if TYPE_CHECKING:
    from core.topics.topics import Topics

Strategy = Literal["c-tf-idf", "embeddings", "probabilities", "distributions"]
STRATEGIES: tuple[Strategy, ...] = ("c-tf-idf", "embeddings", "probabilities", "distributions")
WINDOW = 4  # words that are read together in "distributions"
BATCH = 256  # documents that are cut into windows at once


def reassigned(topics: Topics, strategy: Strategy, least: float = 0.0) -> Int[np.ndarray, " N"]:
    """New labels; an outlier whose best score is not above 0, or below ``least``, stays one.

    ``c-tf-idf`` and ``embeddings`` compare the document's words or vector with the topics'; ``probabilities`` asks
    HDBSCAN's soft membership; ``distributions`` compares every four words in a row and adds up.
    """
    rows = np.flatnonzero(topics.labels == OUTLIER)
    labels = topics.labels.copy()
    if not len(rows) or not topics.C:
        return labels
    score = SCORES[strategy](topics, rows, least)
    best = score.argmax(1)
    labels[rows] = np.where(score[np.arange(len(rows)), best] > max(least, 0) - 1e-12, best, OUTLIER)
    labels[rows[score.max(1) <= 0]] = OUTLIER
    return labels


def by_words(topics: Topics, documents: Sequence[str]) -> Int[np.ndarray, " n"]:
    """The topic whose weighed words each new document is most like; -1 where they have none in common."""
    if not topics.C:
        return np.full(len(documents), OUTLIER)
    score = _alike(topics, recount(documents, topics.bags.vocab).matrix)
    return np.where(score.max(1) > 0, score.argmax(1), OUTLIER)


def _by_words(topics: Topics, rows: Int[np.ndarray, " n"], least: float) -> Float[np.ndarray, "n C"]:
    return _alike(topics, topics.bags.matrix[rows])


def _by_vectors(topics: Topics, rows: Int[np.ndarray, " n"], least: float) -> Float[np.ndarray, "n C"]:
    return normed(topics.vectors[rows]) @ normed(topics.centres).T


def _by_membership(topics: Topics, rows: Int[np.ndarray, " n"], least: float) -> Float[np.ndarray, "n C"]:
    return membership(topics.space, topics.config)[rows]


def _by_windows(topics: Topics, rows: Int[np.ndarray, " n"], least: float) -> Float[np.ndarray, "n C"]:
    parts = [rows[at : at + BATCH] for at in range(0, len(rows), BATCH)]
    return np.concatenate([_sums(topics, [topics.documents[row] for row in part], least) for part in parts])


def _sums(topics: Topics, documents: Sequence[str], least: float) -> Float[np.ndarray, "n C"]:
    """``distribution`` of many documents at once, each added up over its windows."""
    cut_up = [windows(document) for document in documents]
    found = _alike(topics, recount([each for some in cut_up for each in some], topics.bags.vocab).matrix)
    starts = np.cumsum([0, *map(len, cut_up[:-1])])
    return np.add.reduceat(np.where(found < least, 0, found), starts, axis=0)


SCORES = {
    "c-tf-idf": _by_words,
    "embeddings": _by_vectors,
    "probabilities": _by_membership,
    "distributions": _by_windows,
}


def distribution(topics: Topics, document: str, least: float = 0.1) -> Float[np.ndarray, "n C"]:
    """How alike every ``WINDOW`` words in a row, stop words included, are to each topic; below ``least`` counts 0."""
    found = _alike(topics, recount(windows(document), topics.bags.vocab).matrix)
    return np.where(found < least, 0, found)


def windows(document: str) -> list[str]:
    """Every ``WINDOW`` words in a row; one window at least."""
    words = cut(document, stop=False)
    return [" ".join(words[at : at + WINDOW]) for at in range(max(1, len(words) - WINDOW + 1))]


def _alike(topics: Topics, counts: csr_matrix) -> Float[np.ndarray, "n C"]:
    """Cosines between documents and topics, both weighed with the topics' inverse frequencies."""
    ours = _unit(topics.weights[[topics.row(topic) for topic in range(topics.C)]])
    return np.asarray((_unit(weigh(counts, inverse_frequency(topics.counts))) @ ours.T).todense())


def _unit(rows: csr_matrix) -> csr_matrix:
    length = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).ravel())
    rows = rows.copy()
    rows.data /= np.repeat(np.where(length > 0, length, 1), np.diff(rows.indptr))
    return rows
