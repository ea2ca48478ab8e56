"""The ship of Theseus: the coins, who learns when, and that it repeats."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.distillation import theseus
from core.distillation.theseus import alone, both, sail
from core.distillation.voyages import Voyage, recorded

SHORT = Voyage(steps=30, tuning=10, rows=100)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(theseus, "BEFORE", 40)


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


def test_the_record_is_of_five_seeds() -> None:
    assert recorded().held.shape[0] == 5 and recorded().voyage == Voyage()
