"""Attention as plain arrays: what a model looked at, and the numbers that made it look there.

Importing this loads no torch, so that a page can draw a recorded run at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from jaxtyping import Float

Kind = Literal["encoder", "decoder", "cross"]


@dataclass(frozen=True)
class Tokens:
    """One tokenised text, piece by piece; every tuple has one entry per piece."""

    shown: tuple[str, ...]  # as people read them: no Ġ, no ##, no ▁; bytes merged into characters
    pieces: tuple[str, ...]  # as the vocabulary spells them
    ids: tuple[int, ...]
    words: tuple[int, ...]  # the word a piece belongs to, -1 for special tokens
    segments: tuple[int, ...]  # 0 for the first text, 1 for the second
    special: tuple[bool, ...]  # [CLS], [SEP], <s> … : added by the tokenizer, not typed
    unknown: tuple[bool, ...]  # the piece is [UNK]: the model cannot read what stands here
    dropped: int = 0  # pieces cut off because the model reads no more

    @property
    def unreadable(self) -> float:
        """Share of the visitor's own pieces that became [UNK], 0 to 1."""
        own = [unknown for unknown, special in zip(self.unknown, self.special, strict=True) if not special]
        return sum(own) / len(own) if own else 0.0


@dataclass(frozen=True, eq=False)
class AttentionMaps:
    """Every attention weight of one forward pass, with the numbers behind it.

    ``weights = softmax(scale · queries · keysᵀ + bias)`` over the last axis, to 1e-5. ``T`` tokens ask
    (queries), ``S`` tokens answer (keys); the two lists are the same object unless ``kind`` is ``"cross"``.
    Keys and values of grouped-query attention are repeated, one per query head; rotary positions are
    already turned into ``queries`` and ``keys``.
    """

    kind: Kind
    model: str
    target: Tokens  # the T side: who looks
    source: Tokens  # the S side: what is looked at
    weights: Float[np.ndarray, "L H T S"]  # each row sums to 1
    queries: Float[np.ndarray, "L H T Dh"]
    keys: Float[np.ndarray, "L H S Dh"]
    values: Float[np.ndarray, "L H S Dh"]
    scale: Float[np.ndarray, "L H"]  # usually 1/√Dh; 1 for T5
    bias: Float[np.ndarray, "L H T S"]  # mask (-inf or a very large negative) plus relative positions

    @property
    def tokens(self) -> tuple[str, ...]:
        """The S side as people read it."""
        return self.source.shown

    @property
    def segments(self) -> tuple[int, ...]:
        """Which text each token of the S side belongs to."""
        return self.source.segments
