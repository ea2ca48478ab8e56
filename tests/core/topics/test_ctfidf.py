"""c-TF-IDF by hand, by law, and against BERTopic's own."""

from __future__ import annotations

import warnings

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_matrix

from core.topics.ctfidf import class_tfidf, factors, inverse_frequency, weigh


def test_by_hand() -> None:
    counts = np.array([[3, 1, 0], [0, 1, 3]])  # two classes of four words: A = 4
    found = class_tfidf(counts).toarray()
    assert found[0, 0] == pytest.approx(3 / 4 * np.log(1 + 4 / 3))
    assert found[0, 1] == pytest.approx(1 / 4 * np.log(1 + 4 / 2)) == found[1, 1]
    assert found[0, 2] == 0


@pytest.mark.slow  # importing BERTopic takes as long as all other tests here
def test_equal_to_bertopic() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from bertopic.vectorizers import ClassTfidfTransformer
    counts = csr_matrix(np.random.default_rng(0).poisson(0.7, (13, 307)))
    counts = counts[:, np.asarray(counts.sum(axis=0)).ravel() > 0]  # BERTopic divides by the frequency
    theirs = ClassTfidfTransformer().fit(counts).transform(counts.astype(float))
    assert np.abs((class_tfidf(counts) - theirs).toarray()).max() < 1e-6


def test_a_is_cut_to_a_whole_number() -> None:
    counts = csr_matrix(np.array([[2, 0], [0, 3]]))  # five words in two classes
    assert factors(counts, 0, 0).A == 2
    assert inverse_frequency(counts)[0] == pytest.approx(np.log1p(2 / 2))


@given(st.integers(0, 2**32 - 1))
@settings(max_examples=20, deadline=None)
def test_the_factors_give_the_weight(seed: int) -> None:
    counts = csr_matrix(np.random.default_rng(seed).poisson(1.0, (5, 11)))
    weights = class_tfidf(counts)
    assert all(
        factors(counts, row, word).weight == pytest.approx(weights[row, word]) for row in range(5) for word in range(11)
    )


def test_a_document_is_weighed_like_a_class() -> None:
    counts = csr_matrix(np.array([[3, 1, 0], [0, 1, 3]]))
    assert np.allclose(weigh(counts, inverse_frequency(counts)).toarray(), class_tfidf(counts).toarray())


def test_nothing_said_nothing_weighed() -> None:
    assert class_tfidf(np.array([[0, 2], [0, 0]])).toarray()[1].tolist() == [0, 0]
