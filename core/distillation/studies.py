"""The studies behind the pages: which students are taught, how often, and what is kept of it."""

from __future__ import annotations

import time
from collections.abc import Iterable

import numpy as np

from core.distillation.digits import images, lesson
from core.distillation.learn import answer, train
from core.distillation.lesson import Config, Lesson, Run
from core.distillation.measures import accuracy, corrected, fitting_bias
from core.distillation.recorded import Group, Removed, Study, group, stamp
from core.distillation.students import build

SEEDS = 5
BUDGETS = (30, 100, 300, 0)
SIZES = ("mlp-4", "mlp-16", "mlp-32")
DIGIT_METHODS = ("labels", "smooth", "soft")


def several(lesson: Lesson, configs: Iterable[Config]) -> Group:
    """One setting, seed after seed."""
    return group(lesson, [train(lesson, each, device="cpu") for each in configs])


def seeds(config: Config, n: int = SEEDS) -> list[Config]:
    """The same setting with seeds 0 … n - 1."""
    from dataclasses import replace

    return [replace(config, seed=seed) for seed in range(n)]


def digits() -> Study:
    """Three methods by four budgets of labels, three further sizes, and a class that nobody was shown."""
    began, taught = time.perf_counter(), lesson()
    wanted = [Config(method=m, labels=n) for m in DIGIT_METHODS for n in BUDGETS]
    wanted += [Config(method="annealed")]
    wanted += [Config(method=m, student=size) for size in SIZES for m in DIGIT_METHODS]
    groups = tuple(several(taught, seeds(each)) for each in wanted)
    x, _ = images()
    return Study(
        name="digits",
        classes=taught.classes,
        shown=(),
        pixels=np.round(16 * taught.held_inputs).astype(np.int8),
        labels=taught.held_labels.astype(np.int8),
        answers=taught.held_answers.astype(np.float16),
        learnt=len(taught.labels),
        groups=groups,
        removed=(without(taught, 3),),
        facts={"rows": float(len(x))},
        **stamp("core.distillation.studies"),
        seconds=round(time.perf_counter() - began, 1),
    )


def without(taught: Lesson, digit: int, student: str = "mlp-32") -> Removed:
    """Hinton's experiment: no example of ``digit`` in the transfer set; the bias is fitted on unlabelled rows.

    The share that the bias is fitted to is the share of rows to which the teacher answers ``digit``.
    """
    found: dict[str, list[Run]] = {
        name: [train(taught, each, device="cpu") for each in seeds(config)]
        for name, config in {
            "soft": Config(method="soft", student=student, soft_weight=1.0, removed=digit),
            "labels": Config(method="labels", student=student, removed=digit),
        }.items()
    }
    share = float((taught.answers.argmax(1) == digit).mean())
    bias = [fitting_bias(asked(run, taught), digit, share) for run in found["soft"]]
    mine = taught.held_labels == digit
    raised = [corrected(run.logits, digit, b) for run, b in zip(found["soft"], bias, strict=True)]
    logits = {name: [run.logits for run in runs] for name, runs in found.items()} | {"raised": raised}
    return Removed(
        digit=digit,
        seeds=SEEDS,
        of_class={
            name: np.array([accuracy(z[mine], taught.held_labels[mine]) for z in each]) for name, each in logits.items()
        },
        overall={name: np.array([accuracy(z, taught.held_labels) for z in each]) for name, each in logits.items()},
        bias=np.array(bias),
        logits=found["soft"][0].logits.astype(np.float16),
    )


def asked(run: Run, taught: Lesson) -> np.ndarray:
    """The finished student's logits on the rows to learn from."""
    import torch

    network = build(run.config.student, len(taught.classes))
    network.load_state_dict({name: torch.from_numpy(value) for name, value in run.weights.items()})
    return answer(network.eval(), taught.inputs)
