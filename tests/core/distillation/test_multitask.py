"""One student, several tasks: the weights, the targets, and that teachers are heard only when they weigh something."""

from __future__ import annotations

import numpy as np
import pytest

from core.distillation.multitask import compare
from core.distillation.tasks import DEFAULT, TASKS, Many, recorded, targets

SHORT = Many(steps=25, rows=80, width=8)


def test_the_tasks_are_read_off_the_digit() -> None:
    found = targets(np.arange(10))
    assert found["loop"].tolist() == [1, 0, 0, 0, 0, 0, 1, 0, 1, 1]
    assert found["large"].tolist() == [0] * 5 + [1] * 5


def test_annealing_goes_from_the_teachers_to_the_labels() -> None:
    assert [Many().weight(at) for at in (0.0, 0.25, 1.0)] == [1.0, 0.75, 0.0]
    assert Many(first=0.5, last=0.5).weight(0.3) == 0.5


def test_without_weight_the_taught_student_is_the_one_of_labels() -> None:
    found = compare("digits", Many(first=0.0, last=0.0, steps=25, rows=80, width=8), seeds=1, device="cpu")
    assert (found.labels == found.taught).all()


def test_it_compares_and_repeats() -> None:
    progress: list[float] = []
    one = compare("digits", SHORT, seeds=2, device="cpu", on_step=lambda step: progress.append(step.progress))
    two = compare("digits", SHORT, seeds=2, device="cpu")
    assert one.single.shape == one.taught.shape == (2, len(TASKS["digits"]))
    assert (one.taught == two.taught).all() and progress[-1] == pytest.approx(1)


def test_two_corpora_of_their_own_classes_share_a_body() -> None:
    found = compare("texts", Many(steps=3, rows=20), seeds=1, device="cpu")
    assert found.taught.shape == (1, 2) and ((found.taught >= 0) & (found.taught <= 1)).all()


@pytest.mark.parametrize("data", DEFAULT)
def test_the_record_is_of_five_seeds(data: str) -> None:
    assert recorded(data).taught.shape == (5, len(TASKS[data])) and recorded(data).many == DEFAULT[data]
