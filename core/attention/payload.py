"""Attention in eight bits: one byte for a weight, one float for a row, then deflate.

A picture has no use for 32 bits: a row is divided by its own largest weight and cut into 255 steps. Small weights
become long runs of equal bytes, which deflate shortens; every browser can undo it (``DecompressionStream``).
"""

from __future__ import annotations

import zlib
from math import prod

import numpy as np
from jaxtyping import Float, UInt8

STEPS = 255


def quantise(weights: Float[np.ndarray, "*rows S"]) -> tuple[UInt8[np.ndarray, "*rows S"], Float[np.ndarray, "*rows"]]:
    """Whole steps, and the size of a step in each row: ``weights ≈ codes · step``, off by half a step at most."""
    top = weights.max(axis=-1, initial=0.0)
    step = (top / STEPS).astype(np.float32)
    safe = np.where(step > 0, step, 1)  # an empty row: nothing to divide by
    return np.rint(weights / safe[..., None]).clip(0, STEPS).astype(np.uint8), step


def dequantise(codes: UInt8[np.ndarray, "*rows S"], step: Float[np.ndarray, "*rows"]) -> Float[np.ndarray, "*rows S"]:
    """The weights again, to half a step."""
    return codes * step[..., None]


def pack(weights: Float[np.ndarray, "*rows S"]) -> bytes:
    """Steps (float32, little-endian), then codes (bytes), in one zlib stream."""
    codes, step = quantise(weights)
    return zlib.compress(step.astype("<f4").tobytes() + codes.tobytes(), 6)


def unpack(packed: bytes, shape: tuple[int, ...]) -> Float[np.ndarray, "..."]:
    """What :func:`pack` packed, to half a step; ``shape`` is that of the weights."""
    plain = zlib.decompress(packed)
    rows = prod(shape[:-1])
    step = np.frombuffer(plain, "<f4", count=rows).reshape(shape[:-1])
    codes = np.frombuffer(plain, np.uint8, offset=4 * rows).reshape(shape)
    return dequantise(codes, step)


def pack_numbers(*arrays: Float[np.ndarray, "..."]) -> bytes:
    """Arrays in full float32, one after the other, in one zlib stream: for the few numbers that are read as numbers."""
    return zlib.compress(b"".join(np.ascontiguousarray(each, "<f4").tobytes() for each in arrays), 6)
