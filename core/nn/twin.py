"""Weights that several modules read with and that are held once."""

from __future__ import annotations

from copy import deepcopy
from typing import TypeVar

import torch
from torch import nn

M = TypeVar("M", bound=nn.Module)


def twin(module: M) -> M:
    """``module`` again, over the same weights in memory, which nobody may write to.

    It can be moved to a device, set to train, or be lent other weights, and whoever reads with ``module`` meanwhile
    does not notice.
    """
    shared = {id(each): nn.Parameter(each.data, requires_grad=each.requires_grad) for each in module.parameters()}
    return deepcopy(module, shared)


def lend(ours: nn.Module, to: nn.Module) -> None:
    """From now on ``to`` reads with our weights where its own are the same, of the same name; nobody may write to them.

    Its others become copies, so that nothing is left of the file it was read from.
    """
    kept = dict(ours.named_parameters())
    for name, weight in to.named_parameters():
        same = name in kept and kept[name].device == weight.device and torch.equal(kept[name], weight)
        weight.data = kept[name].data if same else weight.data.clone()
