"""The visitor's own labelled sentences: a BERT becomes their teacher, students learn with and without it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

import numpy as np

from core.distillation.lesson import Config
from core.distillation.live import CONTROLS, Compared, Live
from core.distillation.recorded import Group, group
from core.distillation.texts import Labelled
from core.errors import Trouble
from core.runtime import OnStep, Step, quiet
from core.text import Corpus

LEAST, MOST = 40, 1200  # rows
FEWEST, CLASSES = 4, 20  # rows of a class, and how many classes
HELD = 0.25
TEACHING = 0.5  # of the progress: the teacher comes first


@dataclass(frozen=True)
class Own:
    """The knobs of :func:`teach`."""

    config: Config = field(default_factory=lambda: Config(student="narrow-2", steps=120, B=16, lr=1e-3))
    seeds: int = 3
    teacher_steps: int = 60
    model: str = "minilm"  # who becomes the teacher: MiniLM, or another BERT by the hub's name


def labelled(corpus: Corpus, seed: int = 0) -> Labelled:
    """A corpus with labels as something to learn: rows drawn by ``seed``, a quarter held out.

    Raises:
        Trouble: ``distill-labels`` (too few rows, one class, too many classes).
    """
    assert corpus.labels is not None
    pairs = [(text, label) for text, label in zip(corpus.documents, corpus.labels, strict=True) if label]
    counts = Counter(label for _, label in pairs)
    classes = tuple(sorted(label for label, n in counts.items() if n >= FEWEST))
    rows = [(text, classes.index(label)) for text, label in pairs if label in classes]
    if len(rows) < LEAST or not 2 <= len(classes) <= CLASSES:
        message = (
            f"{len(rows)} rows of {len(classes)} classes with {FEWEST} rows or more: it takes {LEAST} rows and 2 to "
            f"{CLASSES} classes. Is this the column of labels?"
        )
        raise Trouble(
            "distill-labels", message, rows=len(rows), classes=len(classes), least=LEAST, most=CLASSES, fewest=FEWEST
        )
    order = np.random.default_rng(seed).permutation(len(rows))[:MOST]
    texts, labels = [rows[at][0] for at in order], np.array([rows[at][1] for at in order], dtype=np.int64)
    n = len(texts) - round(HELD * len(texts))
    return Labelled(corpus.name, classes, tuple(texts[:n]), labels[:n], tuple(texts[n:]), labels[n:])


def teach(data: Labelled, config: Own, *, device: str = "auto", on_step: OnStep = quiet) -> Compared:
    """A teacher, then the same student alone, with smoothing, and taught; several seeds each."""
    from core.distillation.learn import train
    from core.distillation.teacher import Tuning, ids_of, tuned
    from core.distillation.texts import taught

    tuning = Tuning(steps=config.teacher_steps, seed=config.config.seed, model=config.model)

    def first(step: Step) -> None:
        on_step(Step(TEACHING * step.progress, {f"teacher {name}": value for name, value in step.metrics.items()}))

    ids = ids_of(data.learnt, model=config.model)
    teacher, _ = tuned(ids, data.labels, data.classes, data.name, tuning, device=device, on_step=first)
    lesson = taught(data, teacher, model=config.model)
    groups: list[Group] = []
    methods = list(dict.fromkeys((*CONTROLS, config.config.method)))
    done, all_ = 0, len(methods) * config.seeds
    for method in methods:
        runs = []
        for seed in range(config.seeds):

            def inside(step: Step, done: int = done) -> None:
                on_step(Step(TEACHING + (1 - TEACHING) * (done + step.progress) / all_, step.metrics))

            knobs = replace(config.config, method=method, seed=config.config.seed + seed)
            runs.append(train(lesson, knobs, device=device, on_step=inside))
            done += 1
        groups.append(group(lesson, runs))
    asked = Live(config.config, config.seeds)
    return Compared(asked, tuple(groups), lesson.held_labels, lesson.held_answers)
