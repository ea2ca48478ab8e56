"""InfoNCE's bound, and the formats of a row."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.masking.corruption import CLS, SEP
from core.masking.objectives.information import infonce_bound, shared
from core.masking.objectives.packing import FORMATS, pack


def test_the_bound_stays_below_both_and_comes_near() -> None:
    rho = 0.8
    bound = infonce_bound(rho, [2, 8, 64, 512], seed=1)
    assert (bound <= np.log([2, 8, 64, 512])).all()
    assert (np.diff(bound) > 0).all()
    assert bound[-1] == pytest.approx(shared(rho), abs=0.05)


def test_much_that_is_shared_is_cut_off_at_the_logarithm_of_the_choice() -> None:
    assert shared(0.99, 4) > np.log(16)
    assert infonce_bound(0.99, [16], 4)[0] == pytest.approx(np.log(16), abs=0.02)


def test_nothing_shared_is_nothing_told() -> None:
    assert infonce_bound(0.0, [8]).tolist() == pytest.approx([0.0])
    assert shared(0.0) == 0.0


A, B, C = ("a", "a", "a"), ("b", "b"), ("c",)


def test_the_four_formats_by_hand() -> None:
    documents = [[A, B], [C, C]]
    assert pack(documents, 16, "doc-sentences") == [
        ((CLS, *A, *B, SEP), (-1, 0, 0, 0, 0, 0, -1)),
        ((CLS, *C, *C, SEP), (-1, 1, 1, -1)),
    ]
    assert pack(documents, 16, "full-sentences") == [
        ((CLS, *A, *B, SEP, *C, *C, SEP), (-1, 0, 0, 0, 0, 0, -1, 1, 1, -1))
    ]
    assert [words for words, _ in pack(documents, 16, "sentence-pair")] == [
        (CLS, *A, SEP, *B, SEP),
        (CLS, *C, SEP, *C, SEP),
    ]
    assert [words for words, _ in pack([[A, B, C, C]], 11, "segment-pair")] == [(CLS, *A, SEP, *B, *C, *C, SEP)]


@given(st.lists(st.lists(st.integers(1, 9), min_size=1, max_size=5), min_size=1, max_size=4), st.integers(5, 24))
def test_no_row_is_too_long_and_full_sentences_lose_nothing(lengths: list[list[int]], T: int) -> None:
    documents = [[("w",) * min(n, T - 2) for n in each] for each in lengths]
    for how in FORMATS:
        rows = pack(documents, T, how)
        assert all(len(words) <= T and len(words) == len(places) for words, places in rows)
    words = sum(len(sentence) for document in documents for sentence in document)
    assert sum(sum(at >= 0 for at in places) for _, places in pack(documents, T, "full-sentences")) == words


def test_a_row_without_room_is_refused() -> None:
    with pytest.raises(ValueError, match="no room"):
        pack([[A]], 4, "doc-sentences")
