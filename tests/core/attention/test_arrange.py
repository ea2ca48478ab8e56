"""Joining, leaving out, cutting: worked on paper, and nothing ever gets lost."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from core.attention import AttentionMaps, Tokens
from core.attention.arrange import arrange, heaviest, thumbnails


def tokens(shown: str, words: tuple[int, ...], segments: tuple[int, ...] | None = None) -> Tokens:
    pieces = tuple(shown.split())
    special = tuple(word < 0 for word in words)
    segments = segments or (0,) * len(pieces)
    return Tokens(pieces, pieces, tuple(range(len(pieces))), words, segments, special, (False,) * len(pieces))


def maps_of(side: Tokens, weights: np.ndarray) -> AttentionMaps:
    L, H, T, S = weights.shape
    q = np.zeros((L, H, T, 2), np.float32)
    k = np.zeros((L, H, S, 2), np.float32)
    scale, bias = np.ones((L, H), np.float32), np.zeros((L, H, T, S), np.float32)
    return AttentionMaps("encoder", "paper", side, side, weights, q, k, k, scale, bias)


SIDE = tokens("[CLS] un likely cat [SEP]", (-1, 0, 0, 1, -1))
ROWS = [
    [0.2, 0.2, 0.2, 0.2, 0.2],
    [0.0, 0.1, 0.3, 0.2, 0.4],
    [0.2, 0.3, 0.1, 0.0, 0.4],
    [0.5, 0.1, 0.1, 0.3, 0.0],
    [1.0, 0.0, 0.0, 0.0, 0.0],
]
MAPS = maps_of(SIDE, np.array(ROWS, np.float32)[None, None])


def test_words_are_sums_over_keys_and_means_over_queries() -> None:
    picture = arrange(MAPS, MAPS.weights[0, 0], words=True)
    assert picture.target.shown == ("[CLS]", "unlikely", "cat", "[SEP]")
    np.testing.assert_allclose(picture.weights[1], [0.1, 0.4, 0.1, 0.4], atol=1e-6)  # (0.4 + 0.4) / 2 to itself
    np.testing.assert_allclose(picture.hidden, 0, atol=1e-6)


def test_left_out_specials_are_counted_not_shared_out() -> None:
    picture = arrange(MAPS, MAPS.weights[0, 0], specials=False)
    assert picture.source.shown == ("un", "likely", "cat")
    np.testing.assert_allclose(picture.weights[2], [0.1, 0.1, 0.3], atol=1e-6)
    np.testing.assert_allclose(picture.hidden, [0.4, 0.6, 0.5], atol=1e-6)


def test_only_the_heaviest_weights_stay() -> None:
    picture = arrange(MAPS, MAPS.weights[0, 0], mass=0.5)
    np.testing.assert_allclose(picture.weights[3], [0.5, 0, 0, 0, 0], atol=1e-6)
    np.testing.assert_allclose(picture.weights[1], [0, 0, 0.3, 0, 0.4], atol=1e-6)
    np.testing.assert_allclose(picture.hidden[1], 0.3, atol=1e-6)


@given(st.booleans(), st.booleans(), st.floats(0.1, 1))
def test_what_is_drawn_and_what_is_not_add_up(words: bool, specials: bool, mass: float) -> None:
    picture = arrange(MAPS, MAPS.weights, words=words, specials=specials, mass=mass)
    np.testing.assert_allclose(picture.weights.sum(-1) + picture.hidden, 1, atol=1e-6)
    assert picture.weights.shape[-2:] == (len(picture.target.parts), len(picture.source.parts))


@given(st.floats(0.05, 1), st.integers(0, 1000))
def test_heaviest_is_enough_and_no_more(mass: float, seed: int) -> None:
    row = np.random.default_rng(seed).dirichlet(np.ones(7) * 0.4)
    kept = row[heaviest(row, mass)]
    assert kept.sum() >= mass - 1e-9
    assert kept.sum() - kept.min() < mass + 1e-9


def test_the_same_word_number_in_two_texts_stays_two_words() -> None:
    pair = tokens("[CLS] a [SEP] b [SEP]", (-1, 0, -1, 0, -1), (0, 0, 0, 1, 1))
    maps = maps_of(pair, np.full((1, 1, 5, 5), 0.2, np.float32))
    assert arrange(maps, maps.weights[0, 0], words=True, specials=False).target.shown == ("a", "b")


def test_a_text_of_special_tokens_only_leaves_an_empty_picture() -> None:
    only = tokens("[CLS] [SEP]", (-1, -1))
    maps = maps_of(only, np.full((1, 3, 2, 2), 0.5, np.float32))
    picture = arrange(maps, maps.weights[0], specials=False)
    assert picture.weights.shape == (3, 0, 0) and picture.hidden.shape == (3, 0)


def test_thumbnails_keep_the_largest_weight_of_a_block() -> None:
    weights = np.zeros((2, 7, 7), np.float32)
    weights[1, 6, 5] = 0.9
    small = thumbnails(weights, most=3)
    assert small.shape == (2, 3, 3) and small.max() == np.float32(0.9) and small[1, 2, 1] == np.float32(0.9)
    assert thumbnails(weights, most=48).shape == weights.shape
