"""Eight bits a weight: off by half a step at most, whatever the weights."""

from __future__ import annotations

import zlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from core.attention.payload import STEPS, dequantise, pack, pack_numbers, quantise, unpack

weights = arrays(
    np.float32,
    array_shapes(min_dims=2, max_dims=4, max_side=7),
    elements=st.floats(0, 1, width=32, allow_subnormal=False),
)


@given(weights)
def test_a_weight_comes_back_to_half_a_step(maps: np.ndarray) -> None:
    codes, step = quantise(maps)
    assert codes.shape == maps.shape and step.shape == maps.shape[:-1]
    allowed = 0.5 * step[..., None] * (1 + 1e-4) + 1e-30  # float32 rounds the step itself
    assert (np.abs(dequantise(codes, step) - maps) <= allowed).all()


@given(weights)
def test_packing_loses_nothing_more(maps: np.ndarray) -> None:
    np.testing.assert_array_equal(unpack(pack(maps), maps.shape), dequantise(*quantise(maps)))


def test_the_largest_weight_of_a_row_is_exact_and_zero_stays_zero() -> None:
    codes, step = quantise(np.array([[0.0, 0.1, 0.5], [0.0, 0.0, 0.0]], np.float32))
    assert codes.tolist() == [[0, 51, 255], [0, 0, 0]]  # 0.1 is a fifth of the largest
    assert step[0] == np.float32(0.5 / STEPS) and step[1] == 0


def test_long_texts_take_less_than_a_byte_a_weight() -> None:
    rng = np.random.default_rng(0)
    scores = rng.normal(size=(3, 5, 61, 61)) * 3  # spiky, as attention is
    maps = np.exp(scores) / np.exp(scores).sum(-1, keepdims=True)
    assert len(pack(maps.astype(np.float32))) < maps.size


def test_numbers_travel_in_full() -> None:
    q, k = np.arange(3, dtype=np.float32) / 7, np.arange(6, dtype=np.float64).reshape(2, 3)
    plain = np.frombuffer(zlib.decompress(pack_numbers(q, k)), "<f4")
    np.testing.assert_array_equal(plain, np.concatenate([q, k.astype(np.float32).ravel()]))


def test_a_cut_stream_is_an_error_not_a_picture() -> None:
    packed = pack(np.full((2, 3, 4), 0.25, np.float32))
    with pytest.raises(zlib.error):
        unpack(packed[:-4], (2, 3, 4))
