"""What a head does with this sentence, measured: where its weight goes, and how widely it spreads.

Patterns as in Clark et al. 2019, section 3 (next and previous token, [SEP], broad heads), https://arxiv.org/abs/1906.04341
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from jaxtyping import Bool, Float

from core.attention.kinds import entropy as spread
from core.attention.maps import AttentionMaps, Tokens

Pattern = Literal["pair", "previous", "next", "self", "special", "first", "one", "broad", "mixed"]

MOST = 0.5  # a head "looks at" what gets at least half of its weight
AHEAD = 0.3  # a pair stands out when its weight is this much above what the other tokens give that key
BROAD = 0.8  # of the largest possible entropy
MASKED = -1e4  # a bias below this forbids looking


@dataclass(frozen=True)
class Habit:
    """One head on one text. Shares are means over the typed (non-special) queries, 0 to 1.

    The first word stands beside [CLS]: what it gives there is its neighbour's share and the special token's too.
    ``shares`` count it for both, ``parts`` only for the larger of them.
    """

    pattern: Pattern
    share: float  # of the pattern: its part, weight of the pair or on the one; for "broad" entropy / largest possible
    token: str  # the special token that gets most, or ""
    query: int  # the pair of typed tokens that stands out …
    key: int
    weight: float  # … and its weight
    one: int  # the typed key that the other tokens look at most
    shares: dict[
        str, float
    ]  # previous, next, self (not for cross attention), special, first; over tokens that have one
    parts: dict[str, float]  # the same over all typed tokens, each weight counted once; with "other" they sum to 1
    entropy: float  # bits, mean over queries
    widest: float  # bits, the largest entropy these rows could have


def describe(maps: AttentionMaps, layer: int, head: int) -> Habit:
    """Measure one head; ``layer`` and ``head`` count from 0."""
    weights, target, source = maps.weights[layer, head], maps.target, maps.source
    typed = np.flatnonzero(~np.array(target.special))
    typed = typed if len(typed) else np.arange(len(target.shown))
    token, special = sink(weights[typed], source)
    shares: dict[Pattern, float] = {"special": special} if token else {}
    if maps.kind != "cross":
        shares |= {"previous": _at(weights, typed, -1), "next": _at(weights, typed, 1), "self": _at(weights, typed, 0)}
        if not source.special[0]:
            later = typed[typed > 1]
            shares["first"] = float(weights[later, 0].mean()) if len(later) else 0.0
    query, key, ahead = standout(maps, layer, head)
    one, gathered = gathering(weights, target, source)
    parts = _parts(maps, weights, typed, token, shares)
    bits, widest = entropy(weights[typed]), _widest(maps, typed)
    weight = float(weights[query, key])

    pattern: Pattern = "mixed"
    share = 0.0
    near = max(shares.get("previous", 0.0), shares.get("next", 0.0), shares.get("self", 0.0))
    most = max(shares, key=lambda name: shares[name], default=None)
    if weight >= MOST and ahead >= AHEAD and near < MOST:
        pattern, share = "pair", weight
    elif most and shares[most] >= MOST:
        pattern, share = most, parts[most]
    elif gathered >= MOST:
        pattern, share = "one", gathered
    elif widest and bits / widest >= BROAD:
        pattern, share = "broad", bits / widest
    return Habit(pattern, share, token, query, key, weight, one, {**shares}, parts, bits, widest)


def standout(maps: AttentionMaps, layer: int, head: int) -> tuple[int, int, float]:
    """Query and key that stand out, and by how much: the weight less what the other typed tokens give that key.

    Among words (not punctuation, not neighbours) as far as there are any, else among what was typed, else from it;
    never a masked pair, and a token beside itself only where nothing else is left.
    """
    weights, target, source = maps.weights[layer, head], maps.target, maps.source
    typed: Bool[np.ndarray, "T S"] = ~np.array(target.special)[:, None] & ~np.array(source.special)[None, :]
    words: Bool[np.ndarray, "T S"] = typed & _words(target)[:, None] & _words(source)[None, :]
    asks = ~np.array(target.special)
    here = np.where(asks[:, None], weights, 0)
    others = (here.sum(0, keepdims=True) - here) / max(asks.sum() - 1, 1)
    open_ = maps.bias[layer, head] > MASKED
    distance = np.abs(np.subtract.outer(np.arange(weights.shape[0]), np.arange(weights.shape[1])))
    two = open_ if maps.kind == "cross" else open_ & (distance > 0)
    far = two if maps.kind == "cross" else two & (distance > 1)
    choices = (words & far, words & two, typed & two, asks[:, None] & two, two, open_)
    allowed = next(mask for mask in choices if mask.any())
    ahead = np.where(allowed, weights - others, -np.inf)
    query, key = divmod(int(ahead.argmax()), weights.shape[1])
    return query, key, float(ahead[query, key])


def _words(tokens: Tokens) -> Bool[np.ndarray, " N"]:
    """Which tokens hold a letter or a digit of any script."""
    return np.array([any(c.isalnum() for c in shown) for shown in tokens.shown])


def gathering(weights: Float[np.ndarray, "T S"], target: Tokens, source: Tokens) -> tuple[int, float]:
    """The typed key that typed queries look at most, and its mean share; a token's look at itself does not count."""
    asks = np.flatnonzero(~np.array(target.special))
    if all(source.special) or not len(asks):
        return 0, 0.0
    total, others = weights[asks].sum(0), np.full(len(source.shown), len(asks))
    if target == source:
        total, others = total - np.where(np.isin(range(len(others)), asks), weights.diagonal(), 0), others - 1
    means = np.where(source.special, -1.0, total / np.maximum(others, 1))
    return int(means.argmax()), float(max(means.max(), 0.0))


def sink(weights: Float[np.ndarray, "N S"], source: Tokens) -> tuple[str, float]:
    """The special token that draws most weight, with its mean share; several [SEP] count together."""
    best = ("", 0.0)
    for name in dict.fromkeys(s for s, special in zip(source.shown, source.special, strict=True) if special):
        here = [i for i, s in enumerate(source.shown) if s == name and source.special[i]]
        best = max(best, (name, float(weights[:, here].sum(-1).mean())), key=lambda pair: pair[1])
    return best


def entropy(weights: Float[np.ndarray, "N S"]) -> float:
    """Mean over rows, in bits: 0 when a row is one peak, ``log2 S`` when it is flat."""
    return float(spread(weights).mean())


def _widest(maps: AttentionMaps, rows: np.ndarray) -> float:
    """A masked key cannot be looked at: it does not count."""
    masked = maps.bias[0, 0][rows] <= MASKED
    return float(np.log2(np.maximum((~masked).sum(-1), 1)).mean())


def _parts(
    maps: AttentionMaps, weights: Float[np.ndarray, "T S"], rows: np.ndarray, token: str, shares: dict[Pattern, float]
) -> dict[str, float]:
    """The weight of the typed rows cut into parts that do not overlap: the larger share is served first."""
    source, S = maps.source, weights.shape[1]
    keys = np.broadcast_to(np.arange(S), (len(rows), S))
    resting = np.array([special and name == token for name, special in zip(source.shown, source.special, strict=True)])
    steps = {"previous": -1, "next": 1, "self": 0}
    left, parts = weights[rows].astype(float), {}
    for name in sorted(shares, key=lambda name: -shares[name]):
        where = resting[keys] if name == "special" else keys == (0 if name == "first" else rows[:, None] + steps[name])
        parts[name] = float(left[where].sum() / len(rows))
        left[where] = 0
    return {**parts, "other": float(left.sum() / len(rows))}


def _at(weights: Float[np.ndarray, "T S"], rows: np.ndarray, step: int) -> float:
    there = rows + step
    inside = (there >= 0) & (there < weights.shape[1])
    return float(weights[rows[inside], there[inside]].mean()) if inside.any() else 0.0
