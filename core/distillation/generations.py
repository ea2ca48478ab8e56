"""Born again: the pupil is as large as its teacher, and becomes the teacher of the next; nobody else is asked.

Generation 0 learns from labels. Every later one starts anew, on the same rows and with the same labels, and also hears
the answers of the one before it. The control starts anew just as often and hears nobody.

Source: Furlanello et al. 2018, Born-Again Neural Networks, sections 3 and 4.1. https://arxiv.org/abs/1805.04770
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from core.distillation.descent import Descent, Line
from core.distillation.digits import lesson
from core.distillation.learn import asked, train
from core.distillation.lesson import Config, Lesson, Run
from core.distillation.measures import accuracy
from core.distillation.soften import mean_answers
from core.provenance import stamp
from core.runtime import OnStep, Step, quiet

SAME = "mlp-256x2"  # the size of everybody
STEPS = 600
LATER = 100  # added to the seed for the next generation


def line(first: Lesson, config: Line, *, taught: bool, device: str = "auto") -> Iterator[Run]:
    """Generation after generation; with ``taught`` each learns from the one before it."""
    now = first
    for generation in range(config.generations + 1):
        knobs = Config("soft" if taught and generation else "labels", SAME, config.temperature, config.soft_weight)
        run = train(now, replace(knobs, steps=STEPS, seed=config.seed + LATER * generation), device=device)
        yield run
        now = replace(now, answers=asked(run, now))


def descend(data: str, config: Line, *, seeds: int = 3, device: str = "auto", on_step: OnStep = quiet) -> Descent:
    """Lines of several seeds, and their controls; ``data`` is ``"digits"``."""
    whole, done = lesson(), 0
    found: dict[bool, list[list[Run]]] = {True: [], False: []}
    for seed in range(config.seed, config.seed + seeds):
        rows = np.random.default_rng([seed, 1]).permutation(len(whole.labels))[: config.rows]
        part = replace(whole, inputs=whole.inputs[rows], labels=whole.labels[rows], answers=whole.answers[rows])
        for taught in (True, False):
            runs = []
            for run in line(part, replace(config, seed=seed), taught=taught, device=device):
                runs.append(run)
                done += 1
                on_step(Step(done / (2 * seeds * (config.generations + 1)), {"accuracy": run.accuracy}))
            found[taught].append(runs)

    def each(taught: bool) -> np.ndarray:
        return np.array([[run.accuracy for run in runs] for runs in found[taught]])

    def together(taught: bool) -> np.ndarray:
        return np.array(
            [
                [
                    accuracy(mean_answers([run.logits for run in runs[: n + 1]]), whole.held_labels)
                    for n in range(len(runs))
                ]
                for runs in found[taught]
            ]
        )

    return Descent(
        line=config,
        taught=each(True),
        alone=each(False),
        taught_together=together(True),
        alone_together=together(False),
        held=len(whole.held_labels),
        parameters=found[True][0][0].parameters,
        **stamp("core.distillation.generations"),
    )
