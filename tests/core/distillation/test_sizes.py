"""Sizes by arithmetic against the real modules; doors that all layers share, by law."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from transformers import BertConfig, BertModel, MobileBertConfig, MobileBertModel

from core.distillation.shared import doors, lost, own, recorded
from core.distillation.sizes import bert, mobilebert


def count(module: torch.nn.Module) -> int:
    return sum(each.numel() for each in module.parameters())


@pytest.mark.parametrize(("V", "D", "L"), [(30522, 768, 12), (4928, 192, 12), (101, 24, 3)])
def test_bert_is_counted_as_transformers_builds_it(V: int, D: int, L: int) -> None:
    shape = BertConfig(
        vocab_size=V, hidden_size=D, num_hidden_layers=L, num_attention_heads=12, intermediate_size=4 * D
    )
    with torch.device("meta"):
        module = BertModel(shape, add_pooling_layer=False)
    assert bert(V, D, L).total == count(module)
    assert bert(V, D, L).layers == count(module.encoder)


@pytest.mark.parametrize(("B", "stacks", "L"), [(128, 4, 24), (128, 2, 24), (64, 3, 5)])
def test_mobilebert_is_counted_as_transformers_builds_it(B: int, stacks: int, L: int) -> None:
    shape = MobileBertConfig(
        num_hidden_layers=L, intra_bottleneck_size=B, num_feedforward_networks=stacks, intermediate_size=4 * B
    )
    with torch.device("meta"):
        module = MobileBertModel(shape, add_pooling_layer=False)
    mine = mobilebert(B=B, F=4 * B, stacks=stacks, L=L)
    assert mine.total == count(module) and mine.layers == count(module.encoder)


def test_a_door_of_ones_own_is_never_worse_and_a_wide_one_lets_all_through() -> None:
    matrices = np.random.default_rng(3).normal(size=(3, 11, 11))
    for width in (2, 5, 7):
        U, V = doors(matrices, width)
        assert U.T @ U == pytest.approx(np.eye(width), abs=1e-9)
        assert own(matrices, width) <= lost(matrices, U, V) + 1e-12
    assert lost(matrices, *doors(matrices, 11)) == pytest.approx(0, abs=1e-9)


def test_layers_that_share_their_directions_share_a_door() -> None:
    dice = np.random.default_rng(5)
    U, V = (np.linalg.qr(dice.normal(size=(13, 3)))[0] for _ in range(2))
    matrices = np.stack([U @ dice.normal(size=(3, 3)) @ V.T for _ in range(5)])
    assert lost(matrices, *doors(matrices, 3)) == pytest.approx(0, abs=1e-9)


def test_the_record_keeps_the_order() -> None:
    found = recorded()
    assert (found.alone <= found.together).all() and (found.together <= found.chance).all()
