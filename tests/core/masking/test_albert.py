"""ALBERT's two tricks: what they save by count, and what they leave as it was."""

from __future__ import annotations

import pytest
import torch

from core.masking.objectives.albert import ARMS, SEEDS, Config, Lite, beside, count, pace, recorded, train
from core.masking.objectives.reader import Reader

V, D, L, H, LONGEST = 50, 8, 3, 2, 16
DATA = "wikipedia-sample"


def made(**more) -> Lite:
    torch.manual_seed(0)
    return Lite(V, D, L, H, LONGEST, **more)


def test_the_parameters_by_hand() -> None:
    full, E = count(made()), 2
    assert full == count(Reader(V, D, L, H, LONGEST))
    one = count(made().layers[0])
    assert count(made(shared=True)) == full - (L - 1) * one
    maps = (E * D + D) + (D * E + E)
    assert count(made(E=E)) == full - V * (D - E) + maps
    assert count(made(E=E, shared=True)) == full - (L - 1) * one - V * (D - E) + maps


def test_one_layer_is_used_again() -> None:
    model = made(shared=True).eval()
    ids, places, kinds = torch.randint(V, (1, 5)), torch.arange(5)[None], torch.zeros(1, 5, dtype=torch.long)
    sees = torch.ones(1, 5, 5, dtype=torch.bool)
    x = model.embedded(ids, places, kinds)
    for _ in range(L):
        x = model.layers[0](x, sees)
    assert torch.equal(model.states(ids, places, kinds, sees), model.last(x))


def test_narrow_vectors_go_up_and_come_back() -> None:
    model = made(E=4)
    assert torch.allclose(
        model.down(model.up(model.words.weight)) - model.down(model.up.bias), model.words.weight, atol=1e-6
    )
    assert model.name(torch.randn(2, D)).shape == (2, V)


def test_a_run_is_the_same_twice_and_learns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.masking.objectives.albert.V", 100)
    config = Config(E=16, shared=True, steps=60)
    one, other = (train(DATA, config, device="cpu") for _ in range(2))
    assert (one.losses == other.losses).all() and one.nats == other.nats
    assert one.losses[-20:].mean() < one.losses[:20].mean() and 0 <= one.right <= 1


def test_paces_are_measured_for_each(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.masking.objectives.albert.ROUNDS", 2)
    step, reading = pace(DATA, [Config(), Config(shared=True)])
    assert step.shape == reading.shape == (2,) and (0 < reading).all() and (reading < step).all()
    found = beside(DATA, Config(shared=True, steps=2), device="cpu")
    assert found.step.shape == (2,) and found.run.parameters < train(DATA, Config(steps=1), device="cpu").parameters


def test_what_was_recorded_has_every_run() -> None:
    study = recorded()
    assert study.nats.shape == study.right.shape == (len(ARMS), SEEDS) and len(study.step) == len(ARMS)
    assert study.losses.shape == (len(ARMS), SEEDS, Config.steps)
    full, factorised, shared, both = study.parameters
    assert full - factorised == shared - both > 0 and full > shared
