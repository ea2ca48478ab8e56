"""What every head does over many sentences, and which heads do the same.

Measures as in Clark et al. 2019, sections 3 and 6, https://arxiv.org/abs/1906.04341: entropy, distance, weight on
[CLS], on [SEP], on the previous, the next and the token itself; heads are as far apart as their rows diverge.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

from core.attention.maps import AttentionMaps

MEASURES = ("entropy", "distance", "first", "last", "previous", "next", "self")


@dataclass(frozen=True, eq=False)
class HeadStatistics:
    """Means over all typed (not special) queries of all texts."""

    entropy: Float[np.ndarray, "L H"]  # bits
    distance: Float[np.ndarray, "L H"]  # tokens, weighted by attention; special keys left out and rescaled
    first: Float[np.ndarray, "L H"]  # weight on the first special token: [CLS]
    last: Float[np.ndarray, "L H"]  # weight on the last one: [SEP]
    previous: Float[np.ndarray, "L H"]
    next: Float[np.ndarray, "L H"]
    self: Float[np.ndarray, "L H"]
    apart: Float[np.ndarray, "heads heads"]  # mean Jensen-Shannon divergence of rows, bits; heads layer by layer
    rows: int
    texts: int


def head_statistics(maps: AttentionMaps | Iterable[AttentionMaps]) -> HeadStatistics:
    """Measure every head on one text or on many; only attention of a text to itself is meant.

    Raises:
        ValueError: a map is cross attention, or there is none.
    """
    every = [maps] if isinstance(maps, AttentionMaps) else list(maps)
    if not every or any(each.kind == "cross" for each in every):
        raise ValueError("head_statistics needs one text or more, and attention of a text to itself")
    L, H = every[0].weights.shape[:2]
    sums = {name: np.zeros((L, H)) for name in MEASURES}
    apart, rows = np.zeros((L * H, L * H)), 0
    for each in every:
        special = np.array(each.source.special)
        asks = np.flatnonzero(~special)
        weights = each.weights[:, :, asks].astype(float)  # (L, H, N, S)
        S = weights.shape[-1]
        bits = _bits(weights)
        typed = weights * ~special
        steps = np.abs(asks[:, None] - np.arange(S))
        sums["entropy"] += bits.sum(-1)
        sums["distance"] += ((typed * steps).sum(-1) / np.maximum(typed.sum(-1), 1e-9)).sum(-1)
        ends = np.flatnonzero(special)
        if len(ends):
            sums["first"] += weights[..., ends[0]].sum(-1)
            sums["last"] += weights[..., ends[-1]].sum(-1) if len(ends) > 1 else 0
        for name, step in (("previous", -1), ("next", 1), ("self", 0)):
            there = asks + step
            inside = (there >= 0) & (there < S)
            sums[name] += weights[:, :, np.flatnonzero(inside), there[inside]].sum(-1)
        apart += _divergence(weights.reshape(L * H, len(asks), S), bits.reshape(L * H, -1))
        rows += len(asks)
    means = {name: total / max(rows, 1) for name, total in sums.items()}
    return HeadStatistics(**means, apart=apart / max(rows, 1), rows=rows, texts=len(every))


def plane(apart: Float[np.ndarray, "N N"]) -> Float[np.ndarray, "N 2"]:
    """Heads in the plane, distances kept as well as two directions can: classical scaling."""
    N = len(apart)
    centre = np.eye(N) - 1 / N
    values, vectors = np.linalg.eigh(-0.5 * centre @ apart @ centre)  # √JSD is a metric: its squares are ``apart``
    best = np.argsort(-values)[:2]
    found = vectors[:, best] * np.sqrt(np.maximum(values[best], 0))
    return found * np.where(found[np.abs(found).argmax(0), range(2)] < 0, -1, 1)  # the same sign everywhere


def neighbours_kept(apart: Float[np.ndarray, "N N"], at: Float[np.ndarray, "N 2"], k: int = 10) -> float:
    """Share of the ``k`` nearest heads that are nearest in the plane too: how far the map may be trusted."""
    flat = ((at[:, None] - at[None]) ** 2).sum(-1)
    orders = [np.argsort(each + np.diag([np.inf] * len(each)), axis=1)[:, :k] for each in (apart, flat)]
    return float(np.mean([len(set(a) & set(b)) / k for a, b in zip(*orders, strict=True)]))


def _bits(weights: Float[np.ndarray, "*any S"]) -> Float[np.ndarray, "*any"]:
    return -(weights * np.log2(np.where(weights > 0, weights, 1))).sum(-1)


def _divergence(rows: Float[np.ndarray, "N T S"], bits: Float[np.ndarray, "N T"]) -> Float[np.ndarray, "N N"]:
    """Jensen-Shannon divergence of all pairs of heads, summed over rows."""
    found = np.zeros((len(rows), len(rows)))
    for at in range(len(rows)):
        found[at] = np.maximum(_bits((rows[at] + rows) / 2) - (bits[at] + bits) / 2, 0).sum(-1)
    return found
