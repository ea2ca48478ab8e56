"""The parts of the claims about filling gaps, on sentences where the answer is plain."""

from __future__ import annotations

import pytest

from core.masking import claims
from core.masking.model import chosen


@pytest.fixture(scope="module")
def read():
    """A sentence as ids and pieces."""
    tokens = chosen("", claims.MODEL).tokens("The children went snowboarding in New York, and it was wonderful there.")
    return tuple(tokens.ids), tuple(tokens.pieces)


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
