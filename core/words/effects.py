"""Claims about the relatives of word2vec, each as one trial with its control."""

from __future__ import annotations

import numpy as np

from core.claims.claim import Trial
from core.runtime import OnStep, Step, quiet
from core.word2vec import Config as Word2vec
from core.word2vec import Vectors, shipped, train
from core.word2vec.effects import LUCK, alike
from core.word2vec.texts import named
from core.words import averages, glove
from core.words.recorded import Labelled, recorded

FEW, TEST = 4, 30  # labelled paragraphs of an article; paragraphs kept back


def glove_word2vec(seed: int, *, scale: str, device: str, on_step: OnStep = quiet) -> Trial:
    """Similarity score of GloVe minus skip-gram with negative sampling: same sentences, window, width."""
    everything = named("wikipedia-sample")
    kept = np.random.default_rng(seed).permutation(len(everything))[: len(everything) * 4 // 5]
    text = tuple(everything[i] for i in sorted(kept))

    def by_counts(luck: int) -> Vectors:
        return glove.train(text, glove.Config(D=96, window=5, epochs=25, seed=seed + luck))

    def by_guessing(luck: int) -> Vectors:
        return train(text, Word2vec(D=96, window=5, epochs=10, seed=seed + luck))

    marks = []
    for n, (way, luck) in enumerate(((by_counts, 0), (by_guessing, 0), (by_counts, LUCK), (by_guessing, LUCK))):
        marks.append(alike(way(luck)))
        on_step(Step((n + 1) / 4))
    first, second, first_again, second_again = marks
    return Trial(
        effect=first - second,
        control=((first - first_again) + (second - second_again)) / 2,
        extras={"first": first, "second": second},
    )


def averages_bag(seed: int, *, scale: str, device: str, on_step: OnStep = quiet) -> Trial:
    """Accuracy of averaged vectors minus bag of words, four labels an article; the control shuffles the labels."""
    kept: Labelled = recorded("labelled").run
    documents = [[kept.vocab[i] for i in part] for part in np.split(kept.tokens, kept.starts[1:-1])]
    features = (averages.mean(documents, shipped.vectors("words-en")), averages.bag(documents, kept.vocab))
    dice = np.random.default_rng(seed)
    orders = [dice.permutation(np.flatnonzero(kept.labels == c)) for c in range(len(kept.names))]
    test = np.concatenate([order[:TEST] for order in orders])
    few = np.concatenate([order[TEST : TEST + FEW] for order in orders])

    def gap(labels: np.ndarray) -> tuple[float, float]:
        right = [averages.Ridge(X[few], labels[few]).right(X[test], labels[test]).mean() for X in features]
        return float(right[0]), float(right[1])

    first, second = gap(kept.labels)
    shuffled = gap(dice.permutation(kept.labels))
    on_step(Step(1.0))
    return Trial(first - second, shuffled[0] - shuffled[1], {"first": first, "second": second})
