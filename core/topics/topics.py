"""What was discovered, and what one may do with it: read its words, tidy it up, place new documents, keep it."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from sys import getsizeof
from typing import Any

import numpy as np
from jaxtyping import Float, Int
from scipy.sparse import csr_matrix

from core import store
from core.topics import hierarchy, outliers
from core.topics.bags import Bags
from core.topics.config import OUTLIER, Config
from core.topics.ctfidf import class_tfidf
from core.topics.neighbours import normed
from core.topics.overtime import OverTime, through


@dataclass(frozen=True, eq=False)
class Topics:
    """Documents, where they lie, and which topic each belongs to: 0 is the largest, -1 is none."""

    config: Config
    documents: tuple[str, ...]
    vectors: Float[np.ndarray, "N W"]  # of the embedding
    space: Float[np.ndarray, "N D"]  # where they were grouped
    drawn: Float[np.ndarray, "N 2"] | None  # see ``plane``
    labels: Int[np.ndarray, " N"]
    probabilities: Float[np.ndarray, " N"]
    bags: Bags
    titles: Mapping[str, str] = field(default_factory=dict)  # topics that somebody named, by their number

    @cached_property
    def digest(self) -> str:
        """Tells this result from any that differs in one part, so that others may share what is made of it."""
        of = (self.vectors, self.space, self.drawn, self.labels, self.probabilities)
        arrays = [array for array in (*of, self.bags.starts, self.bags.words, self.bags.counts) if array is not None]
        shapes = [(array.dtype.str, array.shape) for array in arrays]
        said = (self.config, self.documents, sorted(self.titles.items()), self.bags.vocab, shapes)
        found = hashlib.sha256(repr(said).encode())
        for array in arrays:
            found.update(np.ascontiguousarray(array).data)
        return found.hexdigest()

    @cached_property
    def nbytes(self) -> int:
        """About what it holds in memory: arrays, texts, words, and what is worked out later."""
        bags = self.bags
        arrays = (self.vectors, self.space, self.labels, self.probabilities)
        counted = (bags.starts, bags.words, bags.counts)  # as they are, and again as ``Bags.matrix``
        letters = sum(map(getsizeof, self.documents)) + sum(map(getsizeof, bags.vocab))
        return sum(array.nbytes for array in arrays) + 2 * sum(array.nbytes for array in counted) + letters + 2**20

    @cached_property
    def plane(self) -> Float[np.ndarray, "N 2"]:
        """Where documents are drawn: another space than that of the groups, for the eye only; laid out when asked."""
        from core.topics.discover import draw

        return draw(self.vectors, self.config) if self.drawn is None else self.drawn

    @cached_property
    def C(self) -> int:
        """How many topics there are, the outliers not counted."""
        return int(self.labels.max(initial=OUTLIER)) + 1

    @property
    def outliers(self) -> float:
        """The share of documents without a topic."""
        return float((self.labels == OUTLIER).mean())

    @cached_property
    def sizes(self) -> Int[np.ndarray, " C"]:
        return np.bincount(self.labels[self.labels >= 0], minlength=self.C)

    @cached_property
    def counts(self) -> csr_matrix:
        """Words by class; where there are outliers they are a class too, the first, as in BERTopic."""
        return self.bags.of_classes(self.labels + self._shift, self.C + self._shift)

    @cached_property
    def weights(self) -> csr_matrix:
        """c-TF-IDF of ``counts``."""
        seeded = [self.bags.index[word] for word in self.config.seeded if word in self.bags.index]
        boost = np.ones(len(self.bags.vocab))
        boost[seeded] = self.config.boost
        return class_tfidf(self.counts, boost)

    @cached_property
    def centres(self) -> Float[np.ndarray, "C W"]:
        """The mean vector of each topic."""
        onto = csr_matrix((np.ones(len(self.labels)), (np.maximum(self.labels, 0), np.arange(len(self.labels)))))
        onto.data[self.labels[onto.indices] == OUTLIER] = 0
        return np.asarray(onto @ self.vectors)[: self.C] / np.maximum(self.sizes, 1)[:, None]

    @cached_property
    def _shift(self) -> int:
        return int((self.labels == OUTLIER).any())

    def row(self, topic: int) -> int:
        """The row of a topic in ``counts`` and ``weights``."""
        return topic + self._shift

    def words(self, topic: int, k: int = 10) -> tuple[tuple[str, float], ...]:
        """The ``k`` words with the largest weight, and their weights."""
        if (topic, k) not in self._words:
            self._words[topic, k] = tuple(_heaviest(self.weights, self.row(topic), self.bags.vocab, k))
        return self._words[topic, k]

    @cached_property
    def _words(self) -> dict[tuple[int, int], tuple[tuple[str, float], ...]]:
        """What ``words`` has found so far: a page names every topic several times."""
        return {}

    def best(self, weights: csr_matrix, row: int, k: int) -> tuple[str, ...]:
        """The ``k`` heaviest words of a row, equals in the order of the alphabet."""
        return tuple(word for word, _ in _heaviest(csr_matrix(weights), row, self.bags.vocab, k))

    def name(self, topic: int, k: int = 3) -> str:
        """A topic by the name somebody gave it, else by its first words."""
        return self.titles.get(str(topic)) or " · ".join(word for word, _ in self.words(topic, k))

    def examples(self, topic: int, k: int = 3) -> tuple[int, ...]:
        """The documents that lie nearest to the middle of a topic."""
        rows = np.flatnonzero(self.labels == topic)
        near = normed(self.vectors[rows]) @ normed(self.centres[[topic]])[0]
        return tuple(int(at) for at in rows[np.argsort(-near, kind="stable")[:k]])

    def hierarchy(self) -> tuple[hierarchy.Join, ...]:
        """See ``core.topics.hierarchy.joins``."""
        return hierarchy.joins(self)

    def relabelled(self, labels: Int[np.ndarray, " N"]) -> Topics:
        """The same documents in other groups, numbered from the largest; words follow, nothing is read again."""
        from core.topics.group import by_size

        after = by_size(np.asarray(labels), self.probabilities).labels
        kept = {}
        for topic, title in self.titles.items():
            (now, *others) = np.unique(after[self.labels == int(topic)])
            if not others and now != OUTLIER and (after == now).sum() == self.sizes[int(topic)]:
                kept[str(now)] = title
        return self._with(labels=after, titles=kept)

    def _with(self, **changes: Any) -> Topics:
        """A copy that keeps the plane where it is laid out already."""
        return replace(self, drawn=self.__dict__.get("plane", self.drawn), **changes)

    def merge(self, *sets: Sequence[int]) -> Topics:
        """Each set of topics becomes one."""
        onto = np.arange(self.C + 1)
        for topics in sets:
            onto[list(topics)] = onto[topics[0]]
        onto[-1] = OUTLIER
        return self.relabelled(_dense(onto[self.labels]))

    def reduce(self, C: int) -> Topics:
        """The most alike topics joined until ``C`` are left."""
        onto = np.append(hierarchy.into(self, C), OUTLIER)
        return self.relabelled(onto[self.labels])

    def rename(self, titles: Mapping[int, str]) -> Topics:
        """Names of one's own; they go where their topic goes, and fall when it is merged or split."""
        return self._with(titles={**self.titles, **{str(topic): title for topic, title in titles.items()}})

    def split(self, topic: int, parts: int = 2) -> Topics:
        """One topic becomes several, by k-means of its documents' vectors."""
        from sklearn.cluster import KMeans

        rows = np.flatnonzero(self.labels == topic)
        some: dict[str, Any] = {"n_clusters": min(parts, len(rows)), "random_state": self.config.seed, "n_init": 10}
        found = KMeans(**some)
        labels = self.labels.copy()
        labels[rows] = self.C + np.asarray(found.fit_predict(normed(self.vectors[rows])))
        return self.relabelled(_dense(labels))

    def extend(self, documents: Sequence[str], vectors: Float[np.ndarray, "n W"], k: int = 15) -> Topics:
        """New documents join the topics as ``transform`` says, and are drawn among their neighbours; words are counted
        anew, topics keep their numbers. What is new altogether stays without a topic until all are grouped again."""
        from core.topics.bags import count_words

        alike = normed(vectors) @ normed(self.vectors).T
        near = np.argsort(-alike, axis=1, kind="stable")[:, :k]
        every = (*self.documents, *documents)
        return replace(
            self,
            documents=every,
            vectors=np.vstack([self.vectors, np.asarray(vectors, self.vectors.dtype)]),
            space=np.vstack([self.space, self.space[near].mean(1)]),
            drawn=np.vstack([self.plane, self.plane[near].mean(1)]),
            labels=np.concatenate([self.labels, self.transform(documents, vectors, k)]),
            probabilities=np.concatenate([self.probabilities, self.probabilities[near].mean(1)]),
            bags=count_words(every, least=self.config.least, ngrams=self.config.ngrams, stop=self.config.stop),
        )

    def reassign_outliers(self, strategy: outliers.Strategy = "c-tf-idf", *, least: float = 0.0) -> Topics:
        """Outliers go to the likeliest topic, see ``core.topics.outliers``; the topics keep their numbers."""
        return self._with(labels=outliers.reassigned(self, strategy, least))

    def over_time(self, timestamps: Sequence[dt.datetime | None], bins: int = 10) -> OverTime:
        """See ``core.topics.overtime``."""
        return through(self, timestamps, bins)

    def transform(
        self, documents: Sequence[str], vectors: Float[np.ndarray, "n W"] | None = None, k: int = 15
    ) -> Int[np.ndarray, " n"]:
        """Topics of new documents: each takes the one that most of its ``k`` nearest known documents have; without
        vectors the one whose words its own are most like, see ``core.topics.outliers``."""
        if vectors is None:
            return outliers.by_words(self, documents)
        alike = normed(vectors) @ normed(self.vectors).T
        near = np.argsort(-alike, axis=1, kind="stable")[:, :k]
        votes = np.apply_along_axis(np.bincount, 1, self.labels[near] + 1, minlength=self.C + 1)
        return votes.argmax(1) - 1

    def save(self, folder: Path) -> None:
        """Everything, as text and arrays; no pickle."""
        store.save(folder, replace(self, drawn=self.plane))

    @staticmethod
    def load(folder: Path) -> Topics:
        """What ``save`` wrote."""
        return store.load(folder)


def _heaviest(weights: csr_matrix, row: int, vocab: Sequence[str], k: int) -> list[tuple[str, float]]:
    inside = slice(weights.indptr[row], weights.indptr[row + 1])
    columns = np.asarray(weights.indices)[inside]
    values = np.asarray(weights.data, np.float64)[inside]
    order = np.lexsort((columns, -values))[:k]
    return [(vocab[int(columns[at])], float(values[at])) for at in order if values[at] > 0]


def _dense(labels: Int[np.ndarray, " N"]) -> Int[np.ndarray, " N"]:
    """Numbers without gaps; -1 stays."""
    _, dense = np.unique(np.where(labels < 0, labels.max(initial=0) + 1, labels), return_inverse=True)
    return np.where(labels < 0, OUTLIER, dense)
