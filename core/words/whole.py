"""The claim that a sentence's averaged word vectors do as well as a reader of sentences, as one trial."""

from __future__ import annotations

from collections import Counter
from functools import cache

import numpy as np
from jaxtyping import Float

from core.claims.claim import Trial
from core.runtime import OnStep, Step, quiet
from core.tokens.corpora import corpus, sentences
from core.word2vec import Config as Word2vec
from core.word2vec import train
from core.word2vec.texts import words
from core.words import averages, thoughts
from core.words.averages import Ridge

ARTICLES, FEW, TEST = 8, 10, 60  # the longest articles; labelled sentences of each; sentences kept back


@cache
def ordered() -> tuple[tuple[str, ...], tuple[tuple[tuple[str, ...], ...], ...]]:
    """Titles, and each article as its sentences in order, each as its words."""
    source = corpus("wikipedia-sample")
    found: dict[str, list[tuple[str, ...]]] = {}
    for title, text in zip(source.labels or (), source.documents, strict=True):
        found.setdefault(title, []).extend(cut for part in sentences(text) if len(cut := words(part)) > 1)
    long = {title: tuple(each) for title, each in found.items() if len(each) > 1}
    return tuple(long), tuple(long.values())


def level(X: Float[np.ndarray, "N D"]) -> Float[np.ndarray, "N D"]:
    """What all rows have in common taken off, each at length 1, as averages are."""
    own = X - X.mean(0)
    return own / np.maximum(np.linalg.norm(own, axis=1, keepdims=True), 1e-12)


def averages_thoughts(seed: int, *, scale: str, device: str, on_step: OnStep = quiet) -> Trial:
    """Accuracy of averaged word2vec vectors minus quick thoughts on sentences to be put under their article.

    Both learn from the same text without labels and give 96 numbers a sentence; the reader's words start from
    the same word2vec vectors. The control shuffles the labels.
    """
    titles, documents = ordered()
    text = [sentence for document in documents for sentence in document]
    vectors = train(text, Word2vec(D=96, epochs=10, seed=seed))
    on_step(Step(0.15))
    config = thoughts.Config(seed=seed)

    def inside(step: Step) -> None:
        on_step(Step(0.15 + 0.8 * step.progress, step.metrics))

    reader = thoughts.train(documents, config, vectors=vectors, device=device, on_step=inside)
    chosen = [title for title, _ in Counter(dict(zip(titles, map(len, documents), strict=True))).most_common(ARTICLES)]
    pool = [(sentence, n) for n, title in enumerate(chosen) for sentence in documents[titles.index(title)]]
    read, labels = [sentence for sentence, _ in pool], np.array([n for _, n in pool])
    features = (
        averages.mean(read, vectors),
        level(reader.encode(read)),
        level(thoughts.untrained(vectors, config).encode(read)),
    )
    dice = np.random.default_rng(seed)
    orders = [dice.permutation(np.flatnonzero(labels == n)) for n in range(ARTICLES)]
    test = np.concatenate([order[:TEST] for order in orders])
    few = np.concatenate([order[TEST : TEST + FEW] for order in orders])

    def marks(labels: np.ndarray) -> list[float]:
        return [float(Ridge(X[few], labels[few]).right(X[test], labels[test]).mean()) for X in features]

    first, second, third = marks(labels)
    shuffled = marks(dice.permutation(labels))
    on_step(Step(1.0))
    return Trial(
        effect=first - second,
        control=shuffled[0] - shuffled[1],
        extras={"first": first, "second": second, "untrained": third},
    )
