"""XLNet: predict in a random order. The words stay where they are; only who may see whom is shuffled.

max E_z Σ_t log p(x_{z_t} | x_{z_<t}). Yang et al. 2019. https://arxiv.org/abs/1906.08237
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from jaxtyping import Bool, Float, Int

from core.masking.corruption import Corruption, Document, corruption, flat


@dataclass(frozen=True)
class Permutation:
    """Only the last ``predict`` of the order is asked for: the first words of an order have too little to go by."""

    predict: float = 1 / 6
    order: tuple[int, ...] = ()  # places, first predicted first; empty: drawn

    def corrupt(self, document: Document, dice: np.random.Generator) -> Corruption:
        words = flat(document)
        T = len(words)
        order = self.order or tuple(dice.permutation(T).tolist())
        if sorted(order) != list(range(T)):
            raise ValueError(f"an order names each of {T} places once; got {order}")
        asked = np.zeros(T, bool)
        asked[list(order[T - max(1, round(self.predict * T)) :])] = True
        return corruption(words, words, asked, sees=streams(ranks(order), asked), order=order)


def ranks(order: Sequence[int]) -> Int[np.ndarray, " T"]:
    """When each place has its turn."""
    return np.argsort(np.asarray(order))


def streams(rank: Int[np.ndarray, " T"], asked: Bool[np.ndarray, " T"]) -> Bool[np.ndarray, "2 T T"]:
    """Content stream and query stream. Words that are not asked for are known to all, and know only each other.

    The content stream sees its own word, the query stream does not: that is the whole difference.
    """
    turn = np.where(asked, rank, -1)
    query = (turn[:, None] > turn[None]) | ~asked[None]
    return np.stack([query | np.eye(len(rank), dtype=bool), query])


def sight(T: int, last: int, orders: int, seed: int = 0) -> Float[np.ndarray, "T T"]:
    """Over drawn orders that ask for their ``last`` places: where ``t`` is asked, how often it sees ``s``.

    A row of a place that no order asked for is nan.
    """
    dice, rule, words = np.random.default_rng(seed), Permutation(last / T), tuple(map(str, range(T)))
    seen, asked = np.zeros((T, T)), np.zeros((T, 1))
    for _ in range(orders):
        made = rule.corrupt(words, dice)
        asked += made.loss_mask[:, None]
        seen += made.attention_mask[1] & made.loss_mask[:, None]
    return np.divide(seen, asked, out=np.full((T, T), np.nan), where=asked > 0)


def sight_law(T: int, last: int) -> float:
    """What :func:`sight` comes to over all orders, for every two places.

    An asked place has its turn anywhere among the last ones, and sees who came before: T - (last + 1) / 2 of T - 1.
    """
    return (T - (last + 1) / 2) / max(T - 1, 1)
