"""The parts of the claims about filling gaps, on sentences where the answer is plain."""

from __future__ import annotations

import numpy as np
import pytest

from core.masking import claims
from core.masking.model import chosen


@pytest.fixture(scope="module")
def read():
    """A sentence as ids and pieces."""
    tokens = chosen("", claims.MODEL).tokens("The children went snowboarding in New York, and it was wonderful there.")
    return tuple(tokens.ids), tuple(tokens.pieces)


def test_gaps_are_neighbours_or_far_apart(read) -> None:
    row, pieces = read
    dice = np.random.default_rng(0)
    for far in (False, True):
        for _ in range(30):
            found = claims._gaps(row, pieces, far, dice)
            assert found is not None
            first, second = found[1]
            assert (second - first > claims.APART) if far else (second - first == 1)
            assert pieces[first].isalpha() and pieces[second].isalpha()
            assert not pieces[first + 1].startswith("##") and not pieces[second + 1].startswith("##")


def test_a_torn_word_is_found_whole(read) -> None:
    _, pieces = read
    at = next(n for n, piece in enumerate(pieces) if piece.startswith("##")) - 1
    found = claims._word(pieces, at)
    assert found is not None and "".join(pieces[found[0] : found[1]]).replace("##", "") == "snowboarding"
    assert claims._word(pieces, at + 1) is None


def test_the_rest_of_a_word_gives_its_piece_away(read) -> None:
    row, pieces = read
    at = next(n for n, piece in enumerate(pieces) if piece.startswith("##")) - 1
    found = claims._word(pieces, at)
    assert found is not None
    alone, whole, _ = claims._bits(row, *found)
    assert 0 < alone < whole


def test_new_york_is_filled_in_turn(read) -> None:
    row, pieces = read
    at = pieces.index("new")
    at_once, turned = claims._both(row, (at, at + 1))
    assert isinstance(at_once, bool) and isinstance(turned, bool)


def test_a_broken_sentence_surprises_more() -> None:
    model = chosen("", claims.MODEL)
    assert claims._less("The man sat in the old house.", "The man sat old the in house.", model)
