"""Multi-head attention, written out.

Source: Vaswani et al. 2017, section 3.2. https://arxiv.org/abs/1706.03762
"""

from __future__ import annotations

import math

import torch
from jaxtyping import Bool, Float
from torch import Tensor, nn

from core.nn.positional import UNORDERED, Absent


class Attention(nn.Module):
    """Every token asks (query), is asked (key) and answers (value), in ``H`` heads of ``D / H`` numbers each."""

    def __init__(self, D: int, H: int) -> None:
        super().__init__()
        if D % H:
            raise ValueError(f"{H} heads must share D evenly; got D={D}")
        self.H = H
        self.query, self.key, self.value, self.out = (nn.Linear(D, D) for _ in range(4))

    def forward(
        self, x: Float[Tensor, "B T D"], may_see: Bool[Tensor, "#B #T T"], order: Absent = UNORDERED
    ) -> Float[Tensor, "B T D"]:
        """``may_see[b, t, s]``: whether token ``t`` may look at token ``s``; every token must see at least one.

        ``order`` may turn queries and keys, and change the scores, by position.
        """
        q, k, v = (self._heads(part(x)) for part in (self.query, self.key, self.value))  # (B, H, T, Dh)
        q, k = order.turned(q), order.turned(k)
        scores = order.scored(q @ k.transpose(-1, -2) / math.sqrt(q.shape[-1]), q, k)
        weights = scores.masked_fill(~may_see[:, None], -math.inf).softmax(-1)
        return self.out((weights @ v).transpose(1, 2).flatten(2))

    def _heads(self, x: Float[Tensor, "B T D"]) -> Float[Tensor, "B H T Dh"]:
        return x.unflatten(-1, (self.H, -1)).transpose(1, 2)


def everywhere(tokens: Bool[Tensor, "B T"]) -> Bool[Tensor, "B 1 T"]:
    """Both directions: every token sees every real token (``tokens`` is False at padding)."""
    return tokens[:, None]


def backwards(tokens: Bool[Tensor, "B T"]) -> Bool[Tensor, "B T T"]:
    """One direction: a token sees the real tokens before it, and itself."""
    T = tokens.shape[1]
    itself = torch.eye(T, dtype=torch.bool, device=tokens.device)
    return tokens[:, None] & torch.ones_like(itself).tril() | itself
