"""Schedules that grow: what they plan, what they read, and how they are compared."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.masking.objectives import growing
from core.masking.objectives.ramps import ARMS, FEWEST, GROWING, Config, Ramp, ahead, plan, recorded

DATA = "wikipedia-sample"
SMALL = Config(Ramp(0.25, 0.5), Ramp(0.125, 0.5), Ramp(0.0, 0.5), words=16, tokens=12_000, D=16, L=1, H=2, V=200)


def test_a_ramp_by_hand() -> None:
    ramp = Ramp(0.2, 0.5)
    assert [ramp.at(read) for read in (0.0, 0.25, 0.5, 0.9)] == pytest.approx([0.2, 0.6, 1.0, 1.0])
    assert Ramp().at(0.0) == 1.0


def test_a_plan_by_hand() -> None:
    steps = plan(Config(words=10, rows=5, tokens=120))
    assert [(each.words, each.rows, each.factor, each.before) for each in steps] == [
        (10, 5, 1.0, at) for at in (0, 50, 100)
    ]


@given(st.floats(0.1, 1), st.floats(0.05, 1), st.floats(0, 1), st.floats(0.05, 1))
def test_a_plan_grows_and_reads_its_tokens(length: float, batch: float, lr: float, until: float) -> None:
    config = Config(Ramp(length, until), Ramp(batch, until), Ramp(lr, until), tokens=20_000)
    steps = plan(config)
    ends = [each.before + each.words * each.rows for each in steps]
    assert ends[:-1] == [each.before for each in steps[1:]] and ends[-2:-1] < [config.tokens] <= ends[-1:]
    for name, full in (("words", config.words), ("rows", config.rows), ("factor", 1.0)):
        values = [getattr(each, name) for each in steps]
        assert values == sorted(values) and values[-1] <= full
    assert steps[0].words >= FEWEST and steps[0].rows >= 1


def test_a_run_reads_what_was_planned_and_learns() -> None:
    heard: list[float] = []
    run = growing.train(DATA, SMALL, device="cpu", on_step=lambda step: heard.append(step.progress))
    again = growing.train(DATA, SMALL, device="cpu")
    assert len(heard) == run.steps == len(plan(SMALL)) and heard[-1] == 1.0 and heard == sorted(heard)
    assert len(run.nats) == growing.LOOKS + 1 and run.tokens[0] == 0 and run.tokens[-1] >= SMALL.tokens
    assert (np.diff(run.tokens) > 0).all() and (np.diff(run.seconds) >= 0).all()
    assert (run.nats == again.nats).all() and run.nats[-1] < run.nats[0]


def test_batches_are_those_of_the_plan() -> None:
    """Every shown word is the text's, [MASK] or a random one, in BERT's shares; only what is asked may be changed."""
    steps = plan(replace(SMALL, tokens=60_000))
    read = np.arange(5, 5 + 50 * 16).reshape(50, 16)
    made = list(growing.Growing(tuple(steps), read, 4, 1, 0))
    assert [tuple(each[0].shape) for each in made] == [(step.rows, step.words) for step in steps]
    shown, targets = (np.concatenate([each[at].numpy().ravel() for each in made]) for at in (0, 4))
    asked = targets != growing.NOT_ASKED
    shares = [asked.mean(), (shown[asked] == 4).mean(), (shown[asked] == targets[asked]).mean()]
    assert shares == pytest.approx([0.15, 0.8, 0.1], abs=0.02)
    assert set(shown[~asked]) <= set(read.ravel())
    rows = made[-1][0].numpy()[made[-1][4].numpy() == growing.NOT_ASKED]
    assert (rows > 4).all()


def test_who_is_ahead_by_hand() -> None:
    seconds, nats = np.array([0.0, 1, 2]), np.array([6.0, 5, 4])
    other, its = np.array([0.0, 2, 4]), np.array([6.0, 4, 3])  # better by tokens, and level after two seconds
    assert ahead(seconds, nats, other, its) == pytest.approx((1.0, 0.0))


def test_the_recorded_study_is_whole() -> None:
    study = recorded()
    assert study.names == tuple(ARMS) and study.names[0] == "constant"
    assert study.nats.shape == study.seconds.shape == (len(ARMS), growing.SEEDS, growing.LOOKS + 1)
    assert study.steps == tuple(len(plan(config)) for config in ARMS.values())
    assert (study.nats[..., -1] < study.nats[..., 0]).all() and (np.diff(study.seconds) > 0).all()
    assert ARMS["all"] == GROWING
