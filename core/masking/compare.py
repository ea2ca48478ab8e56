"""Two sentences, or two models, over the whole vocabulary at once: which words does the difference move?"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from jaxtyping import Float

from core.errors import Trouble
from core.masking.filling import fill
from core.masking.model import chosen
from core.models import Model


@dataclass(frozen=True, eq=False)
class Compared:
    """Every piece that both vocabularies have, and what it contributes to the distance of the two distributions."""

    pieces: tuple[str, ...]
    first: Float[np.ndarray, " V"]  # probabilities
    second: Float[np.ndarray, " V"]
    shares: Float[np.ndarray, " V"]  # bits of Jensen-Shannon divergence; they add up to ``divergence``

    @property
    def divergence(self) -> float:
        """Bits, 0 (the same) to 1 (no word in common)."""
        return float(self.shares.sum())

    def outliers(self, n: int) -> tuple[list[int], list[int]]:
        """The ``n`` pieces that speak most for the first side, and for the second."""
        order = np.argsort(-self.shares)
        more = self.first > self.second
        return [int(at) for at in order if more[at]][:n], [int(at) for at in order if not more[at]][:n]


def compare(
    first: str,
    second: str,
    model: Model | str | Path | None = None,
    other: Model | str | Path | None = None,
) -> Compared:
    """The first gap of ``first`` beside that of ``second``; ``other`` reads the second where it is another model.

    Pieces that only one vocabulary has are left out, and the rest brought to a sum of 1.
    Raises Trouble ``compare-vocabularies`` where that is more than half of the smaller one.
    """
    left = chosen(first, model)
    right = left if other is None and model is not None else chosen(second, other)
    a, b = fill(first, left).logs[0], fill(second, right).logs[0]
    mine, theirs = left.tokenizer.get_vocab(), right.tokenizer.get_vocab()
    shared = sorted(mine.keys() & theirs.keys(), key=lambda piece: mine[piece])
    if 2 * len(shared) < min(len(mine), len(theirs)):
        raise Trouble(
            "compare-vocabularies",
            f"{left.name} and {right.name} have only {len(shared)} pieces in common.",
            first=left.name,
            second=right.name,
            shared=len(shared),
        )
    p = np.exp(a[[mine[piece] for piece in shared]].astype(np.float64))
    q = np.exp(b[[theirs[piece] for piece in shared]].astype(np.float64))
    p, q = p / p.sum(), q / q.sum()
    return Compared(tuple(shared), p, q, _shares(p, q))


def _shares(p: np.ndarray, q: np.ndarray) -> np.ndarray:
    """Each piece's part of the Jensen-Shannon divergence; none is negative (concavity of -x log x)."""
    middle = (p + q) / 2

    def bits(x: np.ndarray) -> np.ndarray:
        return np.where(x > 0, x * np.log2(np.where(x > 0, x, 1) / np.where(middle > 0, middle, 1)), 0.0)

    return (bits(p) + bits(q)) / 2
