"""A module of one's own over weights that others read with."""

from __future__ import annotations

from copy import deepcopy
from typing import TypeVar

from torch import nn

M = TypeVar("M", bound=nn.Module)


def twin(module: M) -> M:
    """``module`` again, over the same weights in memory, which nobody may write to.

    It can be moved to a device, set to train, or be lent other weights, and whoever reads with ``module`` meanwhile
    does not notice.
    """
    shared = {id(each): nn.Parameter(each.data, requires_grad=each.requires_grad) for each in module.parameters()}
    return deepcopy(module, shared)
