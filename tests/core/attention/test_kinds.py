"""Kinds of attention with names of their own: numbers that can be checked on paper, and laws."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.attention.arithmetic import softmax
from core.attention.hierarchy import Floors, cut, documents, weigh
from core.attention.kinds import coattention, composed, convolved, dual, entropy, multi_step, over_attention, pyramid

THIRDS = np.log([[1.0, 2.0], [4.0, 2.0]])  # softmaxes of these are thirds, fifths and halves


def test_one_table_is_read_both_ways() -> None:
    rows, columns = coattention(THIRDS)
    assert np.allclose(rows, [[1 / 3, 2 / 3], [2 / 3, 1 / 3]])
    assert np.allclose(columns, [[1 / 5, 1 / 2], [4 / 5, 1 / 2]])


def test_trust_weighs_the_question_words() -> None:
    trust, found = over_attention(THIRDS)
    assert np.allclose(trust, [1 / 2, 1 / 2]) and np.allclose(found, [0.35, 0.65])
    scores = np.random.default_rng(0).standard_normal((7, 3))
    trust, found = over_attention(scores)
    assert np.allclose([trust.sum(), found.sum()], 1)
    assert np.allclose(found, softmax(scores.T).T @ softmax(scores).mean(0))


def test_the_second_step_asks_with_what_the_first_has_found() -> None:
    q, K = np.array([np.log(2.0), 0.0]), np.eye(2)
    found = multi_step(q, K, 2, scale=1.0)
    assert np.allclose(found[0], [2 / 3, 1 / 3])
    assert np.allclose(found[1], softmax(q + np.array([2 / 3, 1 / 3])))
    assert np.allclose(multi_step(q, np.zeros((5, 2)), 3, 1.0), 1 / 5)  # nothing to find: it stays undecided


def test_a_chain_of_attentions_is_a_path() -> None:
    step = np.roll(np.eye(3), 1, axis=1)  # everybody looks one place on
    assert composed(np.array([1.0, 0, 0]), [step, step]).tolist() == [[1, 0, 0], [0, 1, 0], [0, 0, 1]]


def test_words_look_at_words_and_features_at_features() -> None:
    scores, V = np.zeros((2, 2)), np.array([[0.0, np.sqrt(np.log(3))], [0.0, 0.0]])
    places, features, out = dual(scores, V)
    assert np.allclose(places, 1 / 2)
    assert np.allclose(features, [[1 / 2, 1 / 2], [1 / 4, 3 / 4]])
    assert np.allclose(out, places @ V + V @ features.T)
    assert np.allclose(out[0], np.sqrt(np.log(3)) * np.array([1 / 2, 1 / 2 + 3 / 4]))


def test_convolved_scores_are_means_of_neighbours() -> None:
    assert np.allclose(convolved(np.array([[0.0, 4.0, 0.0]]), 1), [[4 / 3, 2, 4 / 3]])
    scores = np.random.default_rng(1).standard_normal((3, 5))
    assert np.allclose(convolved(scores, 0), scores)


@given(st.integers(0, 4), st.integers(0, 1000))
def test_keys_may_be_convolved_instead_of_scores(reach: int, seed: int) -> None:
    dice = np.random.default_rng(seed)
    q, K = dice.standard_normal((3, 7)), dice.standard_normal((5, 7))
    assert np.allclose(convolved(q @ K.T, reach), q @ convolved(K.T, reach))


def test_a_pyramid_stands_on_the_head_and_ends_in_one_window() -> None:
    q, K = np.array([1.0]), np.log([[1.0], [3.0], [9.0]])
    found = pyramid(q, K, 1.0)
    assert [length for length, _ in found] == [1, 2, 4]
    assert np.allclose(found[0][1], [1 / 13, 3 / 13, 9 / 13])
    assert np.allclose(found[1][1], np.array([np.sqrt(3), 9]) / (np.sqrt(3) + 9))
    assert found[2][1].tolist() == [1.0]
    assert [length for length, _ in pyramid(q, K[:1], 1.0)] == [1]


def test_entropy_in_bits() -> None:
    assert entropy(np.array([[1.0, 0, 0, 0], [0.25] * 4])).tolist() == [0, 2]


def test_sentences_are_cut_at_their_stops() -> None:
    assert cut("One. Two? 三。 Four") == ["One.", "Two?", "三。", "Four"]
    assert cut(" ... ") == [] and cut("") == []


def test_two_floors_by_hand() -> None:
    one = ("a", "b"), np.array([[1.0, 0.0], [0.0, 0.0]])
    two = ("c",), np.array([[0.0, 1.0]])
    floors = Floors(np.array([np.log(3), 0]), np.array([0.0, np.log(3)]), np.array([0.0, 4.0]), -3.0, 1.0, 1)
    found = weigh(floors, [one, two])
    assert np.allclose(found.words[0], [3 / 4, 1 / 4]) and found.words[1].tolist() == [1]
    assert np.allclose(found.shares, [1 / 4, 3 / 4])
    assert found.positive == pytest.approx(0.5)  # 4 · ¾ − 3


def test_documents_are_balanced_and_repeat() -> None:
    some = documents()
    assert len(some) == 144 and sum(mood for _, mood in some) == 72
    assert all(len(texts) == 3 for texts, _ in some) and some == documents() != documents(1)
