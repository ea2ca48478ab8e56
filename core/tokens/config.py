"""The knobs of one vocabulary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["bpe", "wordpiece", "unigram", "bytes"]
KINDS: tuple[Kind, ...] = ("bpe", "wordpiece", "unigram", "bytes")

MOST = 20_000  # pieces: a page can still carry the run


@dataclass(frozen=True)
class Config:
    """What is learnt; ``added`` counts beyond the single characters (or bytes), which are always there."""

    kind: Kind = "bpe"
    added: int = 2_000  # pieces
    min_count: int = 2  # a pair or a substring that is rarer never becomes a piece
    longest: int = 8  # characters of a unigram piece
    seeds: int = 8_000  # unigram: pieces to begin with
    keep: float = 0.8  # unigram: share of the pieces that survives a round

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"kind is one of {', '.join(KINDS)}; got {self.kind!r}")
        if not 1 <= self.added <= MOST or self.min_count < 1 or self.longest < 2 or not 0 < self.keep < 1:
            raise ValueError(f"added is 1 to {MOST}, min_count from 1, longest from 2, keep in (0, 1); got {self}")
