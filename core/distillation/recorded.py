"""Recorded runs, so that the pages need neither torch nor patience: groups of students that differ in the seed only.

``python -m core.distillation digits`` and ``python -m core.distillation texts`` record them again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from jaxtyping import Float, Int

from core import runtime, store
from core.distillation.lesson import Config, Lesson, Run
from core.distillation.measures import accuracy, agreement, calibration, surprise

COMMAND = "python -m core.distillation"


@dataclass(frozen=True, eq=False)
class Group:
    """One setting over all seeds; ``config`` and ``logits`` are of the first."""

    config: Config
    at: tuple[int, ...]  # steps of the measurements
    held: Float[np.ndarray, "seeds looks"]  # accuracy on held-out rows
    ece: Float[np.ndarray, " seeds"]
    surprise: Float[np.ndarray, " seeds"]  # nats per held-out row
    agreement: Float[np.ndarray, " seeds"]  # with the teacher
    logits: Float[np.ndarray, "M C"]  # on held-out rows
    parameters: int

    @property
    def accuracy(self) -> Float[np.ndarray, " seeds"]:
        """At the end."""
        return self.held[:, -1]


@dataclass(frozen=True, eq=False)
class Removed:
    """Students that never saw an example of one class, before and after its bias was raised."""

    digit: int
    seeds: int
    of_class: Mapping[str, Float[np.ndarray, " seeds"]]  # share of the class's held-out rows answered right
    overall: Mapping[str, Float[np.ndarray, " seeds"]]
    bias: Float[np.ndarray, " seeds"]  # found without a label
    logits: Float[np.ndarray, "M C"]  # of the first seed, taught by soft targets


@dataclass(frozen=True, eq=False)
class Study:
    """A lesson and all the students who took it."""

    name: str
    classes: tuple[str, ...]
    shown: tuple[str, ...]  # held-out rows as text, where they may be shown; empty for pixels
    pixels: Int[np.ndarray, "P X"]  # held-out rows as pictures, 0 to 16; empty for text
    labels: Int[np.ndarray, " M"]
    answers: Float[np.ndarray, "M C"]  # the teacher's logits on held-out rows
    learnt: int  # rows to learn from
    groups: tuple[Group, ...]
    removed: tuple[Removed, ...]
    facts: Mapping[str, float]  # further numbers, such as CKA
    date: str
    machine: str
    code: str
    seconds: float

    def find(self, method: str, student: str, labels: int = 0, **more: object) -> Group | None:
        """The group with this setting."""
        wanted = {"method": method, "student": student, "labels": labels, **more}
        for group in self.groups:
            if all(getattr(group.config, name) == value for name, value in wanted.items()):
                return group
        return None

    @property
    def teacher(self) -> float:
        """The teacher's accuracy on held-out rows."""
        return accuracy(self.answers, self.labels)


def group(lesson: Lesson, runs: Sequence[Run]) -> Group:
    """Runs of one setting, as a group."""
    labels, answers = lesson.held_labels, lesson.held_answers
    return Group(
        config=runs[0].config,
        at=runs[0].at,
        held=np.stack([run.held for run in runs]).astype(np.float32),
        ece=np.array([calibration(run.logits, labels).ece for run in runs]),
        surprise=np.array([surprise(run.logits, labels) for run in runs]),
        agreement=np.array([agreement(run.logits, answers) for run in runs]),
        logits=runs[0].logits.astype(np.float16),
        parameters=runs[0].parameters,
    )


def exists(name: str) -> bool:
    """Whether a study lies here."""
    return (runtime.ASSETS / "recorded" / "distillation" / name).exists()


@cache
def study(name: str) -> Study:
    """A recorded study: ``digits``, ``snips``, ``mr``."""
    return store.load(runtime.ASSETS / "recorded" / "distillation" / name)


def keep(value: Study) -> None:
    """Write one."""
    store.save(runtime.ASSETS / "recorded" / "distillation" / value.name, value)
