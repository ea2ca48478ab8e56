"""Small studies on 300 requests (SNIPS), each of one question, with the same rows and starts for all its students.

``terms``   TinyBERT's terms switched on and off: which of them carries its first stage?
``stages``  MobileBERT's: are the blocks taught one after the other, all at once, or beside the answers?
``heirs``   do layers of MiniLM's make a better start than new ones, and which?

Sources: Jiao et al. 2020, the ablation of objectives. https://arxiv.org/abs/1909.10351; Sun et al. 2020, section 3.4.
https://arxiv.org/abs/2004.02984; Sanh et al. 2019, section 4.2. https://arxiv.org/abs/1910.01108
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import combinations

import numpy as np

from core.distillation.effects import BASE, CORPUS, SIDES
from core.distillation.heirs import KINDS, NEW
from core.distillation.kept import trained
from core.distillation.lesson import Config
from core.distillation.methods import TINY
from core.distillation.recorded import Group, Study, group
from core.distillation.studies import SEEDS, seeds
from core.distillation.texts import lesson
from core.provenance import stamp

DEPTH = 2  # layers of an heir
GENTLE = {"steps": 50, "lr": 3e-4}  # of all heirs: layers that know something bear no larger steps


def terms() -> list[Config]:
    """TinyBERT with every choice of the terms of its first stage, all of them first."""
    left_out = [each for size in range(len(TINY) + 1) for each in combinations(TINY, size)]
    return [replace(SIDES["tinybert"], without="+".join(each)) for each in left_out]


def stages() -> list[Config]:
    """Soft targets alone, then with the inside taught in three orders."""
    return [replace(BASE, method=m) for m in ("soft", "auxiliary", "joint", "progressive")]


def heirs() -> list[Config]:
    """Every origin of the layers, from soft targets; every third and new ones from labels too."""
    wanted = [(kind, "soft") for kind in KINDS] + [(kind, "labels") for kind in ("skip", NEW)]
    return [replace(BASE, method=m, student=f"heir-{DEPTH}-{kind}", **GENTLE) for kind, m in wanted]


STUDIES: Mapping[str, Callable[[], list[Config]]] = {"terms": terms, "stages": stages, "heirs": heirs}


def study(name: str, seconds: float, n: int = SEEDS) -> Study | None:
    """One of ``STUDIES``; None where ``seconds`` were too few: go on."""
    began, groups = time.perf_counter(), list[Group]()
    for config in STUDIES[name]():
        runs = []
        for each in seeds(config, n):
            if time.perf_counter() - began > seconds:
                return None
            runs.append(trained(CORPUS, each, device="cpu"))
        groups.append(group(lesson(CORPUS), runs))
        print(config.method, config.student, config.without, groups[-1].accuracy.round(3), flush=True)
    taught = lesson(CORPUS)
    return Study(
        name=name,
        classes=taught.classes,
        shown=(),
        pixels=np.zeros((0, 0), np.int8),
        labels=taught.held_labels.astype(np.int8),
        answers=taught.held_answers.astype(np.float16),
        learnt=len(taught.labels),
        groups=tuple(groups),
        removed=(),
        facts={},
        **stamp("core.distillation.ablations", "core.distillation.teacher"),
        seconds=round(time.perf_counter() - began, 1),
    )
