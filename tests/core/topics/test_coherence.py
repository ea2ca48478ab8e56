"""Coherence by hand and beside gensim."""

from __future__ import annotations

import numpy as np
import pytest

from core.topics.coherence import coherence, diversity, npmi, shared_windows


def test_by_hand() -> None:
    texts = [["a", "b"], ["a", "b"], ["a", "c"], ["c", "d"]]
    together, windows = shared_windows(texts, {"a": 0, "b": 1}, 10)
    assert windows == 4 and together.tolist() == [[3, 2], [2, 2]]
    expected = np.log((2 / 4) / (3 / 4 * 2 / 4)) / -np.log(2 / 4)
    assert coherence([["a", "b"]], texts)[0] == pytest.approx(expected)


def test_words_that_are_always_together_have_one() -> None:
    assert npmi(np.full((2, 2), 0.25)) == pytest.approx(np.ones((2, 2)))


@pytest.mark.parametrize("measure", ["c_npmi", "c_v"])
def test_equal_to_gensim(measure) -> None:
    from gensim.corpora import Dictionary
    from gensim.models.coherencemodel import CoherenceModel

    dice = np.random.default_rng(0)
    p = 1 / np.arange(1, 38)
    texts = [[f"w{i}" for i in dice.choice(37, n, p=p / p.sum())] for n in dice.integers(1, 300, 23)]
    topics = [[f"w{i}" for i in dice.choice(30, 7, replace=False)] for _ in range(5)]
    model = CoherenceModel(topics=topics, texts=texts, dictionary=Dictionary(texts), coherence=measure, processes=1)
    assert coherence(topics, texts, measure) == pytest.approx(model.get_coherence_per_topic(), abs=1e-9)


def test_diversity() -> None:
    assert diversity([["a", "b"], ["b", "c"]]) == 0.75
