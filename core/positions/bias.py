"""Encodings that leave the vectors alone and add something to the score, by distance.

A signed distance is always key − query: keys of the past have negative ones.
"""

from __future__ import annotations

import math
from typing import Literal, get_args

import numpy as np
from jaxtyping import Float, Int

from core.errors import Trouble
from core.positions.arrays import Array, log, offsets

Kernel = Literal["log", "power"]


def alibi_slopes(H: int) -> Float[np.ndarray, " H"]:
    """One slope per head, each ``2 ** (-8 / H)`` times the one before: 8 heads have 1/2, 1/4 … 1/256.

    Where H is no power of two, the slopes in between of twice as many heads fill up.

    Source: Press et al. 2022, section 3; other numbers of heads: its code. https://arxiv.org/abs/2108.12409
    """
    if H < 1:
        raise Trouble("positions-heads", f"{H} heads have no slope: ask for 1 or more.", H=H)
    whole = 2 ** math.floor(math.log2(H))
    slopes = 2.0 ** (-8 * np.arange(1, whole + 1) / whole)
    between = 2.0 ** (-8 * np.arange(1, 2 * whole, 2) / (2 * whole))
    return np.concatenate([slopes, between])[:H]


def alibi_bias(H: int, T: int) -> Float[np.ndarray, "H T T"]:
    """Minus slope times distance: the farther the key, the lower the score, in both directions alike.

    Under a causal mask this is ALiBi as published; BLOOM and MPT add a number per row, which softmax does not see.
    """
    return -alibi_slopes(H)[:, None, None] * np.abs(offsets(T))


def relative_bucket(
    distance: Int[np.ndarray, "*any"], bidirectional: bool = True, buckets: int = 32, max_distance: int = 128
) -> Int[np.ndarray, "*any"]:
    """The bucket of each signed distance: small ones have their own, larger share, from ``max_distance`` on all one.

    Half of the buckets are exact, the others grow with the logarithm. Read both ways, the upper half of the buckets
    is for keys that follow; read one way, those fall into bucket 0.

    Source: Raffel et al. 2020, section 2.1; the formula stands in T5's code. https://arxiv.org/abs/1910.10683
    """
    usable = buckets // 2 if bidirectional else buckets
    exact = usable // 2
    if exact < 1 or max_distance <= exact:
        fewest = 4 if bidirectional else 2
        message = f"{buckets} buckets up to distance {max_distance}: take {fewest} or more, and a longer distance."
        raise Trouble("positions-buckets", message, buckets=buckets, max_distance=max_distance)
    apart = np.abs(distance) if bidirectional else np.maximum(-distance, 0)
    far = np.log(np.maximum(apart, exact) / exact) / math.log(max_distance / exact) * (usable - exact)
    shared = np.minimum(exact + far.astype(int), usable - 1)
    return np.where(apart < exact, apart, shared) + np.where(bidirectional & (distance > 0), usable, 0)


def kerple_bias(distance: Array, r1: Array, r2: Array, kernel: Kernel = "log") -> Array:
    """A learnt kernel of the distance: ``-r1 · log(1 + r2 · |distance|)``, or ``-r1 · |distance| ** r2``.

    r1 > 0; r2 > 0 for ``log``, and 0 < r2 ≤ 2 for ``power``, where r2 = 1 is ALiBi.

    Source: Chi et al. 2022, the logarithmic and the power variant. https://arxiv.org/abs/2205.09921
    """
    if kernel not in get_args(Kernel):
        raise ValueError(f"kernel is one of {', '.join(get_args(Kernel))}; got {kernel!r}")
    apart = abs(distance)
    return -r1 * log(1 + r2 * apart) if kernel == "log" else -r1 * apart**r2


def clipped(T: int, reach: int) -> Int[np.ndarray, "T T"]:
    """Offsets cut off at ``±reach`` and counted from 0: the row of Shaw's table that belongs to each query and key.

    Source: Shaw et al. 2018, section 3.2. https://arxiv.org/abs/1803.02155
    """
    return np.clip(offsets(T), -reach, reach) + reach
