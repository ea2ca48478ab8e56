"""What a page needs of the small vocabulary, without torch: the knobs, the outcome, sentences that come along."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
from jaxtyping import Float

from core import runtime, store
from core.distillation.recorded import study
from core.distillation.texts import Labelled

KINDS = ("large", "alone", "doors", "dual", "through")  # see dual.learn
TAUGHT = ("doors", "dual", "through")
HELD = 150  # of the sentences that come along


@dataclass(frozen=True)
class Small:
    """The knobs of one comparison."""

    pieces: int = 200  # merges of the small vocabulary, beyond its letters
    mixed: float = 0.5  # chance that the teacher reads a word as the student would
    width: int = 16  # of the student; a multiple of 4
    rows: int = 1000  # labelled sentences
    steps: int = 300
    joined: float = 0.5  # share of the steps with projections, as distilling comes before tuning in the paper
    seed: int = 0


@dataclass(frozen=True, eq=False)
class Outcome:
    """Accuracy on held-out sentences, by kind of student, and the teachers'."""

    small: Small  # of the first seed
    learnt: int
    held: int
    vocabulary: tuple[int, int]  # pieces of the teacher's, and of the student's
    parameters: Mapping[str, int]  # of the teacher and of each kind of student
    accuracy: Mapping[str, Float[np.ndarray, " seeds"]]
    teacher: Mapping[
        str, Float[np.ndarray, " seeds"]
    ]  # of the kinds that have one: the teacher, reading its own pieces
    foreign: Mapping[str, Float[np.ndarray, " seeds"]]  # the same teachers, reading the student's pieces
    sentence: str
    cut: tuple[tuple[str, ...], tuple[str, ...]]  # the sentence in pieces of the teacher's, and of the student's
    date: str
    machine: str
    code: str


@cache
def recorded() -> Outcome:
    """Five seeds of the default; ``python -m core.distillation small`` records them again."""
    return store.load(runtime.ASSETS / "recorded" / "distillation" / "small")


def shipped(name: str = "snips") -> Labelled:
    """The sentences that come along: the held-out ones of the recorded study, split once more."""
    found = study(name)
    n, labels = len(found.shown) - HELD, found.labels.astype(np.int64)
    return Labelled(name, found.classes, found.shown[:n], labels[:n], found.shown[n:], labels[n:])
