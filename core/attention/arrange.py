"""What is drawn of a layer: whole words instead of pieces, special tokens left out, only the largest weights.

Nothing is renormalised: what is not drawn is added up and reported, so that the picture stays true.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

import numpy as np
from jaxtyping import Bool, Float

from core.attention.maps import AttentionMaps, Tokens


@dataclass(frozen=True)
class Side:
    """The rows or the columns of a picture; every tuple has one entry per row or column."""

    shown: tuple[str, ...]
    parts: tuple[tuple[int, ...], ...]  # positions of the tokens behind it
    special: tuple[bool, ...]
    segments: tuple[int, ...]

    def holding(self, position: int) -> int | None:
        """The row or column that holds the token at ``position``, or None when it is not drawn."""
        return next((i for i, part in enumerate(self.parts) if position in part), None)


@dataclass(frozen=True, eq=False)
class Picture:
    """The attention of some heads as it is drawn."""

    target: Side  # T: who looks
    source: Side  # S: what is looked at
    weights: Float[np.ndarray, "*heads T S"]
    hidden: Float[np.ndarray, "*heads T"]  # the share of each row that is not drawn, 0 to 1


def arrange(
    maps: AttentionMaps,
    weights: Float[np.ndarray, "*heads T0 S0"],
    *,
    words: bool = False,
    specials: bool = True,
    mass: float = 1.0,
) -> Picture:
    """Prepare ``weights`` (some layers or heads of ``maps``) for drawing.

    ``words``: attention *to* a split word is the sum over its pieces, attention *from* it their mean (Clark et al.
    2019, section 4.1, https://arxiv.org/abs/1906.04341). ``specials=False`` leaves [CLS], [SEP] and the like out.
    ``mass``: of what is left, each row keeps its largest weights until they hold this share of it.
    """
    target, source = side(maps.target, words, specials), side(maps.source, words, specials)
    drawn = np.stack([weights[..., :, list(part)].sum(-1) for part in source.parts], -1) if source.parts else None
    if drawn is None or not target.parts:
        empty = np.zeros((*weights.shape[:-2], len(target.parts), len(source.parts)), weights.dtype)
        return Picture(target, source, empty, 1 - empty.sum(-1))
    drawn = np.stack([drawn[..., list(part), :].mean(-2) for part in target.parts], -2)
    if mass < 1:
        drawn = np.where(heaviest(drawn, mass), drawn, 0)
    return Picture(target, source, drawn, np.clip(1 - drawn.sum(-1), 0, 1))


def side(tokens: Tokens, words: bool, specials: bool) -> Side:
    """Group the tokens of one side: one group a token, or one a word."""
    kept = [i for i in range(len(tokens.shown)) if specials or not tokens.special[i]]

    def word(i: int) -> tuple[int, int, int]:
        alone = not words or tokens.words[i] < 0
        return (tokens.segments[i], tokens.words[i], i if alone else -1)

    parts = tuple(tuple(group) for _, group in groupby(kept, key=word))
    return Side(
        shown=tuple("".join(tokens.shown[i] for i in part) for part in parts),
        parts=parts,
        special=tuple(tokens.special[part[0]] for part in parts),
        segments=tuple(tokens.segments[part[0]] for part in parts),
    )


def heaviest(weights: Float[np.ndarray, "*rows S"], mass: float) -> Bool[np.ndarray, "*rows S"]:
    """The fewest weights of each row that together hold ``mass`` of the row."""
    order = np.argsort(-weights, axis=-1, kind="stable")
    ranked = np.take_along_axis(weights, order, -1)
    before = np.cumsum(ranked, -1) - ranked  # what the heavier ones hold already
    chosen = (before < mass * weights.sum(-1, keepdims=True)) & (ranked > 0)
    mask = np.zeros(weights.shape, bool)
    np.put_along_axis(mask, order, chosen, -1)
    return mask


def thumbnails(weights: Float[np.ndarray, "*heads T S"], most: int = 48) -> Float[np.ndarray, "*heads A B"]:
    """Small pictures of large maps: a cell is the largest weight of its block, at most ``most`` cells a side."""
    *_, T, S = weights.shape
    rows = np.unique(np.arange(0, T, -(-T // most) or 1))
    columns = np.unique(np.arange(0, S, -(-S // most) or 1))
    return np.maximum.reduceat(np.maximum.reduceat(weights, rows, -2), columns, -1)
