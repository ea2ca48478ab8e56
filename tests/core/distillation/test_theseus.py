"""The ship of Theseus: the coins, who learns when, and that it repeats."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch

from core.distillation import seas
from core.distillation.teacher import hired
from core.distillation.theseus import alone, both, sail
from core.distillation.voyages import SHIPS, Voyage, recorded

SHORT = Voyage(steps=30, tuning=10, rows=100)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seas, "BEFORE", 40)


def test_the_chance_rises_in_a_line_and_is_one_afterwards() -> None:
    asked = Voyage(first=0.2, last=0.8, steps=4)
    assert [asked.chance(step) for step in range(6)] == pytest.approx([0.2, 0.4, 0.6, 0.8, 1, 1])


def test_all_planks_are_new_at_the_end_and_all_at_once_in_the_control() -> None:
    found = sail("digits", SHORT, device="cpu")
    assert found.switches.shape == (40, 3) and found.switches[30:].all() and not found.switches[:30].all()
    assert sail("digits", alone(SHORT), device="cpu").switches.all()
    assert found.parameters[1] < found.parameters[0] and len(found.held) == len(found.at)
    again = sail("digits", SHORT, device="cpu")
    assert (again.losses == found.losses).all() and (again.switches == found.switches).all()


def test_a_voyage_that_replaces_nothing_has_no_gradient_and_no_harm() -> None:
    found = sail("digits", replace(SHORT, first=0.0, last=0.0), device="cpu")
    assert not found.switches[:30].any() and np.isfinite(found.losses).all()


def test_several_voyages_say_how_far_they_are() -> None:
    progress: list[float] = []
    found = both("digits", SHORT, seeds=2, device="cpu", on_step=lambda step: progress.append(step.progress))
    assert found.held.shape == found.alone.shape == (2, len(found.at))
    assert progress == sorted(progress) and progress[-1] == pytest.approx(1)


def test_minilm_is_replaced_by_its_own_first_layers() -> None:
    sea = seas.requests(0, np.random.default_rng(0))
    for side, depth in (("old", 2), ("new", 1)):
        assert [len(list(sea.ship.get_submodule(f"{side}.{n}.layers").children())) for n in range(3)] == [depth] * 3
    second = [sea.ship.get_parameter(f"{at}.query.weight") for at in ("new.1.layers.0", "old.0.layers.1")]
    assert torch.equal(*second)
    rows, none = sea.held[:20], (False,) * 3
    with torch.inference_mode():
        mine = sea.ship(rows, none).numpy()
    assert mine == pytest.approx(hired("snips")[0].answers(rows.numpy()), abs=1e-4)
    found = sail("requests", Voyage(steps=2, tuning=1, rows=8), device="cpu")
    assert found.parameters[1] < 0.51 * found.parameters[0] and np.isfinite(found.losses).all()
    kept = hired("snips")[0].encoder.head.weight
    assert torch.equal(kept, sea.ship.get_parameter("head.head.weight"))  # the teacher that all share is as it was


@pytest.mark.parametrize("data", SHIPS)
def test_the_record_is_of_five_seeds(data: str) -> None:
    assert recorded(data).held.shape[0] == 5 and recorded(data).voyage == Voyage()
