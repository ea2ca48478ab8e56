"""RoPE: turn queries and keys by their own position, and their product knows only the distance.

The position that goes in is the *absolute* one; that the score depends on the difference alone is a property of
turning: ⟨R(m) q, R(n) k⟩ = ⟨q, R(n − m) k⟩.

Source: Su et al. 2021, sections 3.2 to 3.4. https://arxiv.org/abs/2104.09864
"""

from __future__ import annotations

from typing import Literal, get_args

import numpy as np
from jaxtyping import Float, Shaped

from core.positions.arrays import Array, Number, like
from core.positions.sinusoid import BASE, frequencies

Layout = Literal["interleaved", "half"]


def rotate(
    x: Float[Array, "*any T Dh"],
    positions: Shaped[np.ndarray, " T"],
    *,
    base: Number = BASE,
    layout: Layout = "interleaved",
    rates: Float[np.ndarray, " pairs"] | None = None,
) -> Float[Array, "*any T Dh"]:
    """Turn each pair of features by an angle that grows with the position; lengths do not change.

    Pair ``i`` turns ``base ** (-2i / Dh)`` radians per token, or ``rates[i]`` where rates are given. A pair is two
    neighbours (``interleaved``: RoFormer) or one feature of each half (``half``: LLaMA).

    Raises:
        Trouble: ``positions-odd``, ``positions-base``.
    """
    Dh = x.shape[-1]
    angle = np.outer(positions, frequencies(Dh, base) if rates is None else rates)  # (T, Dh/2)
    first, second = pairs(Dh, layout)
    partner, sign, both = np.empty(Dh, int), np.empty(Dh), np.empty((len(positions), Dh))
    partner[first], partner[second] = second, first
    sign[first], sign[second] = -1, 1
    both[:, first] = both[:, second] = angle
    return x * like(np.cos(both), x) + x[..., partner] * like(np.sin(both) * sign, x)


def pairs(Dh: int, layout: Layout) -> tuple[np.ndarray, np.ndarray]:
    """Which features turn together: the first and the second of each pair.

    Raises:
        ValueError: no such layout.
    """
    if layout not in get_args(Layout):
        raise ValueError(f"layout is one of {', '.join(get_args(Layout))}; got {layout!r}")
    features = np.arange(Dh)
    return (features[0::2], features[1::2]) if layout == "interleaved" else (features[: Dh // 2], features[Dh // 2 :])


def rope_decay_bound(Dh: int, distances: Shaped[np.ndarray, " N"], base: Number = BASE) -> Float[np.ndarray, " N"]:
    """How large a score *can* be at a distance: the mean of ``|S_j|``, where ``S_j`` sums the first ``j`` turns.

    An upper bound up to a factor that depends on q and k only, not the score itself: a single q and k may do anything
    below it. ``(Dh / 2 + 1) / 2`` at distance 0.

    Source: section 3.4.3, equations 35 to 37.
    """
    turns = np.exp(1j * np.outer(distances, frequencies(Dh, base)))
    return np.abs(np.cumsum(turns, axis=1)).mean(axis=1)


def mean_score(
    even: Float[np.ndarray, " pairs"],
    odd: Float[np.ndarray, " pairs"],
    distances: Shaped[np.ndarray, " N"],
    rates: Float[np.ndarray, " pairs"],
) -> Float[np.ndarray, " N"]:
    """The mean score of many queries and keys at each distance ``m - n``, from two numbers per pair.

    With q = (a, b) and k = (c, d) in one pair, ``even`` is the mean of ac + bd and ``odd`` that of ad − bc: turning
    makes of them ``even · cos + odd · sin``, so the mean over all q and k needs no q and no k.
    """
    angle = np.outer(distances, rates)
    return np.cos(angle) @ even + np.sin(angle) @ odd
