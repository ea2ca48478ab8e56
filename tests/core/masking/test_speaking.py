"""A small GPT watched while it learns."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.masking.objectives import speaking
from core.masking.objectives.speaking import LIKELY, PROMPT, SEEDS, WRITTEN, Config, moments, recorded, speak


def test_moments_by_hand() -> None:
    assert moments(64) == [0, 1, 2, 4, 8, 16, 32, 64]
    assert moments(3) == [0, 1, 2, 3]


@given(st.integers(1, 10_000))
def test_the_first_and_the_last_moment_are_looked_at(steps: int) -> None:
    found = moments(steps)
    assert found[0] == 0 and found[-1] == steps and found == sorted(set(found)) and len(found) <= speaking.HALVINGS + 2


def test_a_run_is_looked_at_and_looking_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speaking, "V", 100)
    heard: list[float] = []
    config = Config(("the", "qwertz"), steps=40, seed=1)
    run = speak("wikipedia-sample", config, device="cpu", on_step=lambda step: heard.append(step.progress))
    assert [look.step for look in run.looks] == moments(40) and len(heard) == 40
    for look in run.looks:
        assert len(look.best) == LIKELY and len(look.written) == WRITTEN
        chances = [share for _, share in look.best]
        assert chances == sorted(chances, reverse=True) and 0 < sum(chances) <= 1 + 1e-6
    assert run.looks[-1].nats < run.looks[0].nats == pytest.approx(np.log(100), abs=1.0)
    monkeypatch.setattr(speaking, "HALVINGS", 0)
    assert (speak("wikipedia-sample", config, device="cpu").losses == run.losses).all()


def test_what_was_recorded_has_learnt() -> None:
    study = recorded()
    assert len(study.runs) == SEEDS and [run.config.seed for run in study.runs] == list(range(SEEDS))
    for run in study.runs:
        assert run.config.prompt == PROMPT and run.looks[-1].nats < run.looks[0].nats
