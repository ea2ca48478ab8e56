"""A twin lies on the same weights, and what is done with it shows on nobody else."""

from __future__ import annotations

import torch
from torch import nn

from core.nn.twin import lend, twin


def test_a_twin_is_moved_trained_and_lent_weights_without_the_others_noticing() -> None:
    module = nn.Sequential(nn.Linear(3, 2), nn.Dropout(0.5)).eval().requires_grad_(False)
    weight, x = module[0].get_parameter("weight"), torch.ones(1, 3)
    before, own = module(x), twin(module)
    assert own[0].get_parameter("weight").data_ptr() == weight.data_ptr() and torch.equal(own(x), before)
    own.train().requires_grad_(True).double()
    assert not module.training and not weight.requires_grad and weight.dtype == torch.float32
    assert own[0].get_parameter("weight").dtype == torch.float64
    lent = torch.func.functional_call(twin(module), {"0.weight": torch.zeros(2, 3)}, (x,))
    assert torch.equal(lent[0], module[0].get_parameter("bias")) and torch.equal(module(x), before)


def test_what_is_the_same_is_held_once_and_nothing_else_changes() -> None:
    ours, other = (nn.Sequential(nn.Linear(3, 3), nn.Linear(3, 2)) for _ in range(2))
    other.load_state_dict(ours.state_dict() | {"1.weight": torch.ones(2, 3)})
    wider = nn.Sequential(nn.Linear(3, 4))
    before = other(torch.ones(1, 3))
    lend(ours, other)
    lend(ours, wider)
    assert torch.equal(other(torch.ones(1, 3)), before)
    shared = [
        mine.data_ptr() == its.data_ptr() for mine, its in zip(ours.parameters(), other.parameters(), strict=True)
    ]
    assert shared == [True, True, False, True]
    assert wider[0].weight.shape == (4, 3)
