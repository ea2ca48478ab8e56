"""LoRA: leave a weight matrix as it is and learn a thin correction, ``W + up · down``.

Source: Hu et al. 2021, section 4.1. https://arxiv.org/abs/2106.09685
"""

from __future__ import annotations

import math
from collections.abc import Iterable

import torch
from jaxtyping import Float
from torch import Tensor, nn
from torch.nn.utils import parametrize


class LowRank(nn.Module):
    """What is added to a matrix of shape ``(out, in)``: nothing at first, because ``up`` starts at 0."""

    def __init__(self, out: int, inner: int, rank: int) -> None:
        super().__init__()
        self.down = nn.Parameter(torch.randn(rank, inner) / math.sqrt(inner))
        self.up = nn.Parameter(torch.zeros(out, rank))

    def forward(self, weight: Float[Tensor, "out inner"]) -> Float[Tensor, "out inner"]:
        return weight + self.up @ self.down


def graft(model: nn.Module, rank: int, matrices: Iterable[str]) -> None:
    """Freeze ``model`` and put a correction of ``rank`` on each of the named linear layers.

    The sum is formed once per batch rather than once per token, so a large rank costs next to nothing.
    """
    model.requires_grad_(False)
    for name in matrices:
        layer = model.get_submodule(name)
        assert isinstance(layer, nn.Linear)
        out, inner = layer.weight.shape
        parametrize.register_parametrization(layer, "weight", LowRank(out, inner, rank))


def merge(model: nn.Module) -> None:
    """Make every correction part of its matrix: the model computes the same as before, with no more weights."""
    for layer in [each for each in model.modules() if parametrize.is_parametrized(each, "weight")]:
        parametrize.remove_parametrizations(layer, "weight", leave_parametrized=True)
