"""How many numbers a transformer has, by arithmetic: BERT, a small vocabulary with it, MobileBERT's bottlenecks.

Sources: Zhao et al. 2019, table 1. https://arxiv.org/abs/1909.11687; Sun et al. 2020, MobileBERT, table 1.
https://arxiv.org/abs/2004.02984
"""

from __future__ import annotations

from dataclasses import dataclass

POSITIONS, SEGMENTS = 512, 2


@dataclass(frozen=True)
class Size:
    """Numbers by where they are."""

    embeddings: int
    layers: int

    @property
    def total(self) -> int:
        """All of them, without pooler and head."""
        return self.embeddings + self.layers


def linear(inner: int, out: int) -> int:
    """A matrix and its bias."""
    return inner * out + out


def bert(V: int = 30522, D: int = 768, L: int = 12, F: int | None = None) -> Size:
    """BERT: the feed-forward part is four times as wide as the model unless ``F`` says otherwise."""
    F = 4 * D if F is None else F
    layer = 4 * linear(D, D) + linear(D, F) + linear(F, D) + 2 * 2 * D
    return Size((V + POSITIONS + SEGMENTS) * D + 2 * D, L * layer)


def mobilebert(
    V: int = 30522, E: int = 128, D: int = 512, B: int = 128, F: int = 512, stacks: int = 4, L: int = 24
) -> Size:
    """MobileBERT: between layers ``D`` wide, inside ``B``; ``stacks`` thin feed-forward parts keep the balance.

    Its norms are a scale and a shift a feature; embeddings of width ``E`` pass a convolution of three tokens.
    """
    norm = 2
    down = linear(D, B) + norm * B  # for the layer's input, and again for queries and keys
    attention = 2 * linear(B, B) + linear(D, B)
    out = linear(B, B) + norm * B
    thin = linear(B, F) + linear(F, B) + norm * B
    up = linear(B, D) + norm * D
    layer = 2 * down + attention + out + stacks * thin + up
    embeddings = V * E + linear(3 * E, D) + (POSITIONS + SEGMENTS) * D + norm * D
    return Size(embeddings, L * layer)
