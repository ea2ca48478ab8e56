"""How often a search finds what it should: recall@k, of sentences (symmetric) and of a few words (asymmetric).

``python -m core.search.recall`` records it again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from jaxtyping import Float, Int

from core import runtime, store
from core.provenance import stamp

COMMAND = "python -m core.search.recall"
KINDS = ("sentences", "keywords")
READERS = ("minilm", "en-small", "tf-idf")
KS = (1, 2, 5, 10, 20, 50, 100, 200)
N, QUERIES, WORDS = 600, 300, 3  # passages that are searched; queries of each kind; words of a query
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")


@dataclass(frozen=True, eq=False)
class Found:
    """Recall of every reader for every kind of query, and what is needed to ask the passages something else."""

    recall: Mapping[str, Mapping[str, Float[np.ndarray, " K"]]]  # kind, reader: at each of ``KS``
    low: Mapping[str, Mapping[str, Float[np.ndarray, " K"]]]  # 95 % bootstrap interval over queries
    high: Mapping[str, Mapping[str, Float[np.ndarray, " K"]]]
    queries: Mapping[str, tuple[str, ...]]
    passages: tuple[str, ...]
    vectors: Mapping[str, Float[np.ndarray, "N D"]]  # of the passages, by the two models, of length 1
    date: str
    machine: str
    code: str


def ranks(
    queries: Float[np.ndarray, "Q D"], passages: Float[np.ndarray, "N D"], right: Int[np.ndarray, " Q"]
) -> Int[np.ndarray, " Q"]:
    """At which place, counted from 1, each query finds its one right passage; equals count against it."""
    scores = queries @ passages.T
    own = scores[np.arange(len(right)), right]
    return (scores >= own[:, None]).sum(1)


def recall(places: Int[np.ndarray, " Q"], k: int) -> float:
    """The share of queries whose right answer is among the first ``k``."""
    return float((places <= k).mean())


@cache
def found() -> Found:
    """The recorded run."""
    return store.load(runtime.ASSETS / "recorded" / "sentences" / "recall")


def tfidf(texts: Sequence[str], of: Sequence[str]) -> Float[np.ndarray, "N V"]:
    """TF-IDF rows of length 1 for ``texts``, with the words and the frequencies of the collection ``of``."""
    from core.topics.bags import count_words, recount

    bags = count_words(of, least=1)
    idf = np.log(len(of) / np.maximum(np.bincount(bags.words, minlength=len(bags.vocab)), 1)) + 1
    rows = np.log1p(recount(texts, bags.vocab).matrix.toarray().astype(np.float32)) * idf.astype(np.float32)
    return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)


def keywords(passages: Sequence[str], k: int = WORDS) -> list[str]:
    """What somebody might type to find each passage: its ``k`` words of the largest TF-IDF, in their order there."""
    from core.topics.bags import count_words, cut

    vocab = count_words(passages, least=1).vocab
    weights = tfidf(passages, passages)
    asked = []
    for text, row in zip(passages, weights, strict=True):
        best = {vocab[at] for at in np.argsort(-row, kind="stable")[:k] if row[at] > 0}
        asked.append(" ".join(word for word in dict.fromkeys(cut(text)) if word in best))
    return asked


def record() -> Found:
    """Draw passages of Wikipedia; ask for each by the sentence before it, and by three of its words; count."""
    from core.models import load
    from core.simcse.encode import vectors
    from core.text import load_corpus

    halves = [SENTENCE.split(text[:400], maxsplit=1) for text in load_corpus("wikipedia-sample").documents]
    pairs = [parts for parts in halves if len(parts) == 2 and min(map(len, parts)) > 60]
    drawn = np.random.default_rng(0).choice(len(pairs), N, replace=False)
    passages, rows = [pairs[at][1] for at in drawn], np.arange(QUERIES)
    words = keywords(passages)
    asked = {"sentences": [pairs[at][0] for at in drawn[:QUERIES]], "keywords": words[:QUERIES]}
    models = {"minilm": load("minilm").embed, "en-small": lambda texts: unit(vectors(load("en-small"), texts))}
    tables = {name: read(passages) for name, read in models.items()}
    counted = tfidf(passages, passages)
    curves: dict[str, dict[str, dict[str, np.ndarray]]] = {part: {} for part in ("recall", "low", "high")}
    for kind, queries in asked.items():
        places = {name: ranks(read(queries), tables[name], rows) for name, read in models.items()}
        places["tf-idf"] = ranks(tfidf(queries, passages), counted, rows)
        for part, values in zip(curves, zip(*(_curve(places[name]) for name in READERS), strict=True), strict=True):
            curves[part][kind] = dict(zip(READERS, values, strict=True))
    kept = {name: table.astype(np.float16) for name, table in tables.items()}
    said = {kind: tuple(texts) for kind, texts in asked.items()}
    return Found(
        curves["recall"], curves["low"], curves["high"], said, tuple(passages), kept, **stamp("core.search.recall")
    )


def _curve(places: Int[np.ndarray, " Q"]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Recall at every k, and its interval by drawing the queries anew a thousand times."""
    hits = places[:, None] <= np.array(KS)
    drawn = np.random.default_rng(0).integers(len(places), size=(1_000, len(places)))
    low, high = np.quantile(hits[drawn].mean(1), [0.025, 0.975], axis=0)
    return hits.mean(0), low, high


def unit(rows: Float[np.ndarray, "N D"]) -> Float[np.ndarray, "N D"]:
    """Rows of length 1."""
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


if __name__ == "__main__":
    from core.search import recall as module  # under its own name, or the record could not be read again

    store.save(runtime.ASSETS / "recorded" / "sentences" / "recall", module.record())
