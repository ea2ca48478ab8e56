"""Scores as sums of terms: who multiplies whom, before the softmax, undivided.

Written for numpy arrays and torch tensors alike. q and k are ``(…, T, Dh)``, the terms ``(…, T, T)``.
"""

from __future__ import annotations

import numpy as np
from jaxtyping import Float, Int

from core.positions.arrays import Array, offsets


def by_offset(
    x: Float[Array, "*any T Dh"], table: Float[Array, "*some rows Dh"], row: Int[np.ndarray, "T S"]
) -> Float[Array, "*any T S"]:
    """``x[i] · table[row[i, j]]`` for every ``i`` and ``j``."""
    return (x @ table.swapaxes(-1, -2))[..., np.arange(len(row))[:, None], row]


def untied(q: Float[Array, "*any T Dh"], k: Float[Array, "*any T Dh"], p: Array, r: Array) -> tuple[Array, Array]:
    """TUPE: words ask words, positions (``p`` asks, ``r`` answers) ask positions; no word asks a position.

    Both are divided by √(2 Dh), because two terms are added.

    Source: Ke et al. 2021, section 3.1. https://arxiv.org/abs/2006.15595
    """
    return q @ k.swapaxes(-1, -2), p @ r.swapaxes(-1, -2)


def transformer_xl(
    q: Float[Array, "*any T Dh"],
    k: Float[Array, "*any T Dh"],
    table: Float[Array, "*some rows Dh"],
    u: Array,
    v: Array,
) -> dict[str, Array]:
    """Transformer-XL's four terms; row ``T - 1 + i - j`` of ``table`` is the projected sinusoid of distance ``i - j``.

    ``u`` and ``v`` take the place of the query's own position: what is asked of a word, or of a distance, by anybody.

    Source: Dai et al. 2019, section 3.3. https://arxiv.org/abs/1901.02860
    """
    T = q.shape[-2]
    row = T - 1 - offsets(T)
    return {
        "word-word": q @ k.swapaxes(-1, -2),
        "word-distance": by_offset(q, table, row),
        "any-word": (u + 0 * q) @ k.swapaxes(-1, -2),
        "any-distance": by_offset(v + 0 * q, table, row),
    }


def disentangled(
    q: Float[Array, "*any T Dh"],
    k: Float[Array, "*any T Dh"],
    asks: Float[Array, "*some rows Dh"],
    answers: Float[Array, "*some rows Dh"],
) -> dict[str, Array]:
    """DeBERTa's three terms, to be divided by √(3 Dh); both tables have ``2 · reach`` rows, one per distance ``i - j``.

    The paper's equation 4 takes the row of ``j - i`` in the last term; the published code takes that of ``i - j``, as
    here. In DeBERTa ``asks`` and ``answers`` are projected from one table, so the two are not the same model.

    Source: He et al. 2021, section 3.1. https://arxiv.org/abs/2006.03654
    """
    reach = asks.shape[-2] // 2
    row = np.clip(-offsets(q.shape[-2]) + reach, 0, 2 * reach - 1)  # of i - j
    return {
        "word-word": q @ k.swapaxes(-1, -2),
        "word-distance": by_offset(q, answers, row),
        "distance-word": by_offset(k, asks, row.T).swapaxes(-1, -2),
    }
