"""A probe that mixes all layers, and what its mixing weights tell.

``Mixes`` holds one mix for each depth: the k-th may use the layers 0 to k. The last one uses all, and its softmax
weights have a centre of gravity; the scores of all of them, from shallow to deep, give the expected layer, where the
task is solved on the way. The two answer different questions and are kept apart.

Source: Tenney et al. 2019, sections 3.1 and 3.2. https://arxiv.org/abs/1905.05950
"""

from __future__ import annotations

import numpy as np
import torch
from jaxtyping import Float, Int
from torch import Tensor, nn

from core.probes.config import Config
from core.probes.linear import Probes, descend
from core.runtime import OnStep, quiet, seeded

PACE = 10.0  # the shares learn this many times faster than the rest: a short training moves them, too


class Mixes(nn.Module):
    """γ · Σ softmax(s)ₗ hₗ, then a softmax regression; mix k sees the layers up to k."""

    def __init__(self, layers: int, D: int, C: int) -> None:
        super().__init__()
        self.s = nn.Parameter(torch.zeros(layers, layers))
        self.gamma = nn.Parameter(torch.ones(layers, 1, 1))
        self.probes = Probes(layers, D, C)
        self.open: Tensor
        self.register_buffer("open", torch.ones(layers, layers).tril().bool())

    @property
    def shares(self) -> Float[Tensor, "K layers"]:
        """What each mix takes of each layer; a row sums to 1."""
        return (PACE * self.s).masked_fill(~self.open, -torch.inf).softmax(-1)

    def forward(self, X: Float[Tensor, "layers B D"]) -> Float[Tensor, "K B C"]:
        return self.probes(self.gamma * torch.einsum("kl,lbd->kbd", self.shares, X))


def mixed(
    X: Float[Tensor, "layers N D"],
    y: Int[np.ndarray, " N"],
    C: int,
    config: Config,
    *,
    device: str = "cpu",
    on_step: OnStep = quiet,
) -> tuple[Mixes, Float[np.ndarray, " steps"]]:
    """Train every mix on the same rows."""
    with seeded(config.seed):
        mixes = Mixes(X.shape[0], X.shape[-1], C)
    return mixes, descend(mixes, X, y, config, device=device, on_step=on_step)
