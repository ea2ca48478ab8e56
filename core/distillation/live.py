"""Trainings from a page: seconds. The chosen method and its two controls, several seeds each; a class removed."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
from jaxtyping import Float, Int

from core.distillation.lesson import Config
from core.distillation.recorded import Group, Removed, group
from core.runtime import OnStep, Step, quiet

CONTROLS = ("labels", "smooth")


@dataclass(frozen=True)
class Live:
    """The knobs of :func:`compare`."""

    config: Config = field(default_factory=Config)
    seeds: int = 3
    teachers: int = 1  # their probabilities are averaged


@dataclass(frozen=True, eq=False)
class Compared:
    """The controls, then the chosen method."""

    asked: Live
    groups: tuple[Group, ...]
    labels: Int[np.ndarray, " M"]
    answers: Float[np.ndarray, "M C"]


def compare(data: str, config: Live, *, device: str = "auto", on_step: OnStep = quiet) -> Compared:
    """Teach the same student in three ways; ``data`` is ``"digits"``, the only lesson of its kind."""
    from core.distillation.digits import lesson
    from core.distillation.learn import train
    from core.distillation.mutual import together

    taught = lesson(config.teachers)
    methods = list(dict.fromkeys((*CONTROLS, config.config.method)))
    share = 1 / (len(methods) * config.seeds)
    groups, done = [], 0
    for method in methods:
        runs = []
        for seed in range(config.seeds):

            def inside(step: Step, done: int = done) -> None:
                on_step(Step((done + step.progress) * share, step.metrics))

            knobs = replace(config.config, method=method, seed=config.config.seed + seed)
            teach = together if method == "mutual" else train
            runs.append(teach(taught, knobs, device=device, on_step=inside))
            done += 1
        groups.append(group(taught, runs))
    return Compared(config, tuple(groups), taught.held_labels, taught.held_answers)


@dataclass(frozen=True)
class Missing:
    """The knobs of :func:`remove`."""

    digit: int = 3
    student: str = "mlp-32"


def remove(data: str, config: Missing, *, device: str = "auto", on_step: OnStep = quiet) -> Removed:
    """Hinton's experiment for any digit; ``data`` is ``"digits"``."""
    from core.distillation.digits import lesson
    from core.distillation.studies import without

    return without(lesson(), config.digit, config.student, on_step)


def measure(data: str, config: Config, *, device: str = "auto", on_step: OnStep = quiet) -> dict[str, float]:
    """What the teacher of ``data`` and each kind of student cost on this machine, now."""
    from core.distillation.studies import bills

    found = bills(data)
    on_step(Step(1.0))
    return found
