"""The table of sines and cosines, and three things that can be said about it without any training.

Source: Vaswani et al. 2017, section 3.5. https://arxiv.org/abs/1706.03762
"""

from __future__ import annotations

import numpy as np
from jaxtyping import Float, Shaped

from core.errors import Trouble
from core.positions.arrays import Number

BASE = 10_000.0


def frequencies(D: int, base: Number = BASE) -> Float[np.ndarray, " pairs"]:
    """Radians per token of each of the ``D / 2`` pairs, ``base ** (-2i / D)``: the first pair is the fastest.

    Raises:
        Trouble: ``positions-odd``, features that do not pair up; ``positions-base``, a base at which no pair is slower.
    """
    if D < 2 or D % 2:
        even = max(2, D + D % 2)
        message = f"Sines and cosines come in pairs: a width of {D} leaves one feature alone. Take {even}."
        raise Trouble("positions-odd", message, D=D, even=even)
    if not 1 < base < np.inf:
        raise Trouble("positions-base", f"At base {base:g} every pair turns alike: take more than 1.", base=base)
    return base ** (-np.arange(0, D, 2) / D)


def wavelengths(D: int, base: Number = BASE) -> Float[np.ndarray, " D"]:
    """Tokens until each column of the table repeats itself: 2π for the first two, almost 2π · base for the last."""
    return np.repeat(2 * np.pi / frequencies(D, base), 2)


def sinusoid(T: int, D: int, base: Number = BASE) -> Float[np.ndarray, "T D"]:
    """Column ``2i`` is the sine of ``t · base ** (-2i / D)``, column ``2i + 1`` its cosine, for ``t`` from 0.

    Raises:
        Trouble: ``positions-none``, ``positions-odd``, ``positions-base``.
    """
    if T < 1:
        raise Trouble("positions-none", f"A table of {T} positions is empty: ask for 1 or more.", T=T)
    angle = np.outer(np.arange(T), frequencies(D, base))
    return np.stack([np.sin(angle), np.cos(angle)], axis=-1).reshape(T, D)


def dot_product(distances: Shaped[np.ndarray, " N"], D: int, base: Number = BASE) -> Float[np.ndarray, " N"]:
    """What two rows share depends on their distance alone: ``Σ cos(distance · frequency)``, ``D / 2`` at distance 0."""
    return np.cos(np.outer(distances, frequencies(D, base))).sum(axis=1)


def shift(k: int, D: int, base: Number = BASE) -> Float[np.ndarray, "D D"]:
    """The matrix ``M`` with ``M @ row(t) = row(t + k)`` for every ``t``: each pair is turned by its own angle."""
    angle = k * frequencies(D, base)
    M = np.zeros((D, D))
    sines = np.arange(0, D, 2)
    M[sines, sines] = M[sines + 1, sines + 1] = np.cos(angle)
    M[sines, sines + 1] = np.sin(angle)
    M[sines + 1, sines] = -np.sin(angle)
    return M
