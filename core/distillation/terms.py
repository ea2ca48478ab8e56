"""TinyBERT's terms switched on and off: which of them carries its first stage?

Source of the question: Jiao et al. 2020, the ablation of objectives. https://arxiv.org/abs/1909.10351
"""

from __future__ import annotations

import time
from dataclasses import replace
from itertools import combinations

import numpy as np

from core.distillation.effects import CORPUS, SIDES
from core.distillation.kept import trained
from core.distillation.lesson import Config
from core.distillation.methods import TINY
from core.distillation.recorded import Group, Study, group
from core.distillation.studies import SEEDS, seeds
from core.distillation.texts import lesson
from core.provenance import stamp


def settings() -> list[Config]:
    """TinyBERT with every choice of the terms of its first stage, all of them first."""
    left_out = [each for size in range(len(TINY) + 1) for each in combinations(TINY, size)]
    return [replace(SIDES["tinybert"], without="+".join(each)) for each in left_out]


def study(seconds: float, n: int = SEEDS) -> Study | None:
    """TinyBERT's terms switched on and off, on SNIPS; None where ``seconds`` were too few: go on."""
    began, groups = time.perf_counter(), list[Group]()
    for config in settings():
        runs = []
        for each in seeds(config, n):
            if time.perf_counter() - began > seconds:
                return None
            runs.append(trained(CORPUS, each, device="cpu"))
        groups.append(group(lesson(CORPUS), runs))
        print("without", config.without or "nothing", groups[-1].accuracy.round(3), flush=True)
    taught = lesson(CORPUS)
    return Study(
        name="terms",
        classes=taught.classes,
        shown=(),
        pixels=np.zeros((0, 0), np.int8),
        labels=taught.held_labels.astype(np.int8),
        answers=taught.held_answers.astype(np.float16),
        learnt=len(taught.labels),
        groups=tuple(groups),
        removed=(),
        facts={},
        **stamp("core.distillation.terms", "core.distillation.teacher"),
        seconds=round(time.perf_counter() - began, 1),
    )
