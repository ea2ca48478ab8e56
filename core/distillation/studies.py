"""The studies behind the pages: which students are taught, how often, and what is kept of it."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from core.distillation.digits import images, lesson
from core.distillation.learn import asked, finished, train
from core.distillation.lesson import Config, Lesson, Run
from core.distillation.measures import accuracy, corrected, fitting_bias
from core.distillation.recorded import Group, Removed, Study, group
from core.distillation.students import build
from core.provenance import stamp
from core.runtime import OnStep, Step, quiet

SEEDS = 5
BUDGETS = (30, 100, 300, 0)
SIZES = ("mlp-4", "mlp-16", "mlp-32")
DIGIT_METHODS = ("labels", "smooth", "soft")


def several(lesson: Lesson, configs: Iterable[Config]) -> Group:
    """One setting, seed after seed."""
    return group(lesson, [train(lesson, each, device="cpu") for each in configs])


def seeds(config: Config, n: int = SEEDS) -> list[Config]:
    """The same setting with seeds 0 … n - 1."""
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


def without(taught: Lesson, digit: int, student: str = "mlp-32", on_step: OnStep = quiet) -> Removed:
    """Hinton's experiment: no example of ``digit`` in the transfer set; the bias is fitted on unlabelled rows.

    The share that the bias is fitted to is the share of rows to which the teacher answers ``digit``.
    """
    found: dict[str, list[Run]] = {"soft": [], "labels": []}
    for config in (Config(method="soft", soft_weight=1.0), Config(method="labels")):
        for each in seeds(replace(config, student=student, removed=digit)):
            found[config.method].append(train(taught, each, device="cpu"))
            on_step(Step(sum(map(len, found.values())) / (2 * SEEDS)))
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


TEXT_STUDENTS = ("bilstm", "bag")
TEXT_METHODS = ("labels", "smooth", "soft", "annealed", "pkd", "distilbert", "tinybert", "minilm")
EQUALS = ("again", "ensemble")  # taught by students like themselves
TEXT_BUDGETS = (100, 300, 1000, 3000)  # labels, beside all
WHOLE = Config(student="narrow-2", steps=250, B=32, lr=1e-3)  # every row once


def text_settings(corpus: str) -> list[Config]:
    """Every method on all rows, PKD from two places; by budget the students alone and taught. Of the corpora that come
    along also students of equals, all budgets, and two other kinds of students."""
    from core.distillation.texts import LICENCES

    comes_along = corpus in LICENCES
    methods = (*TEXT_METHODS, *(EQUALS if comes_along else ()))
    found = [replace(WHOLE, method=m) for m in methods] + [replace(WHOLE, method="pkd", mapping="last")]
    for n in TEXT_BUDGETS if comes_along else TEXT_BUDGETS[::2]:
        found += [replace(WHOLE, method="labels", labels=n, transfer=n), replace(WHOLE, method="soft", labels=n)]
    others = TEXT_STUDENTS if comes_along else ()
    return found + [replace(WHOLE, method=m, student=s) for s in others for m in ("labels", "soft")]


def shipped_settings(corpus: str) -> tuple[Config, ...]:
    """The students that are shipped: alone and taught, on all rows; a BiLSTM and a bag of words, taught."""
    all_rows = [each for each in text_settings(corpus) if each.labels == each.transfer == 0]
    return tuple(
        each for each in all_rows if each.method == "soft" or (each.method, each.student) == ("labels", "narrow-2")
    )


def texts(corpus: str, seconds: float, n: int = SEEDS) -> Study | None:
    """Teach all students of a corpus; what was taught before is read. None where ``seconds`` were too few: go on."""
    from core.distillation.kept import trained
    from core.distillation.texts import LICENCES, read
    from core.distillation.texts import lesson as read_lesson

    began = time.perf_counter()
    groups: list[Group] = []
    runs: list[Run] = []
    for config in text_settings(corpus):
        mine = []
        for each in seeds(config, n):
            if time.perf_counter() - began > seconds:
                return None
            mine.append(trained(corpus, each, device="cpu"))
        runs.append(mine[0])
        groups.append(group(read_lesson(corpus), mine))
        print(config.method, config.student, config.mapping, config.labels, groups[-1].accuracy.round(3), flush=True)
    taught, corpus_text = read_lesson(corpus), read(corpus)
    return Study(
        name=corpus,
        classes=taught.classes,
        shown=corpus_text.held if corpus in LICENCES else (),
        pixels=np.zeros((0, 0), np.int8),
        labels=taught.held_labels.astype(np.int8),
        answers=taught.held_answers.astype(np.float16),
        learnt=len(taught.labels),
        groups=tuple(groups),
        removed=(),
        facts={**bills(corpus), **likeness(corpus, runs, corpus_text.held)},
        **stamp("core.distillation.studies", "core.distillation.teacher"),
        seconds=round(time.perf_counter() - began, 1),
    )


def bills(corpus: str) -> dict[str, float]:
    """What the teacher and each kind of student cost on this machine, as ``bill NAME WHAT``, and the teacher's rows."""
    from dataclasses import asdict

    from core.distillation.bill import bill
    from core.distillation.teacher import hired, small_table

    teacher, about = hired(corpus)
    names = sorted({config.student for config in text_settings(corpus)}, reverse=True)
    sides = {name: build(name, len(about.classes), small_table()) for name in names}
    found = {"teacher": teacher, **sides}
    costs = {
        f"bill {name} {what}": float(value)
        for name, each in found.items()
        for what, value in asdict(bill(each)).items()
    }
    return costs | {"teacher rows": float(about.tuning.steps * about.tuning.B)}


def likeness(corpus: str, runs: list[Run], held: tuple[str, ...]) -> dict[str, float]:
    """CKA of each layer of a student with each of the teacher, over held-out tokens, as ``cka SETTING m n``."""
    import torch

    from core.distillation.measures import cka
    from core.distillation.teacher import hired, ids_of
    from core.distillation.texts import lesson as read_lesson

    teacher, taught = hired(corpus)[0], read_lesson(corpus)
    ids = ids_of(held[:150])
    real = (ids != 0)[:, : (ids != 0).sum(1).max()]
    rows = torch.from_numpy(ids[:, : real.shape[1]])
    found: dict[str, float] = {}
    with torch.inference_mode():
        theirs = [state[torch.from_numpy(real)].numpy() for state in teacher(rows).states]
        for run in runs:
            if not run.config.student.startswith("narrow") or run.config.labels != run.config.transfer:
                continue
            for m, state in enumerate(finished(run, taught)(rows).states):
                mine = state[torch.from_numpy(real)].numpy()
                name = f"cka {run.config.method} {run.config.mapping} {run.config.labels} {m}"
                found |= {f"{name} {n}": round(cka(mine, each), 4) for n, each in enumerate(theirs)}
    return found
