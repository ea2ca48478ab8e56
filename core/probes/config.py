"""What is asked of a layer, and what comes out: no torch here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from jaxtyping import Float

from core.errors import Trouble

Kind = Literal["word", "sentence", "tree"]

TASKS: dict[str, Kind] = {
    "upos": "word",  # universal part of speech
    "relation": "word",  # the word's relation to its head
    "number": "word",  # singular or plural, of nouns
    "tense": "word",  # past or present, of verbs
    "entity": "word",  # person, place, organisation, other; CoNLL-2003
    "length": "sentence",  # how many words, in five bins
    "depth": "sentence",  # how deep the tree is, in four bins
    "order": "sentence",  # were two neighbouring words exchanged?
    "tree": "tree",  # the structural probe
}

WIDTH = 32  # directions of a word's own vector that tensor products of words and roles are made of


@dataclass(frozen=True)
class Config:
    """The knobs of one probe."""

    task: str = "upos"
    layer: int = 3  # 0 is what goes into the first layer; -1 lets the probe mix all of them
    control: bool = False  # learn a label drawn for each word type instead of the true one
    rank: int = 32  # of the structural probe
    epochs: int = 8
    lr: float = 3e-3
    B: int = 512  # words, or sentences, at a time; the structural probe takes B / 16 sentences
    hold: float = 0.25  # of the sentences, kept back for the test where no test treebank is given
    seed: int = 0

    def __post_init__(self) -> None:
        if self.task not in TASKS:
            known = ", ".join(TASKS)
            raise Trouble("probe-task", f"No task {self.task!r}; choose from {known}.", task=self.task, known=known)
        if self.control and TASKS[self.task] != "word":
            message = f"A control task draws a label for each word type: {self.task} is no word-level task."
            raise Trouble("probe-control", message, task=self.task)
        if min(self.rank, self.epochs, self.B) < 1 or self.layer < -1 or not 0 < self.hold < 1:
            raise ValueError(f"rank, epochs and B start at 1, layer at -1, hold lies between 0 and 1; got {self}")


@dataclass(frozen=True, eq=False)
class Run:
    """One finished probe, as plain numpy."""

    config: Config
    labels: tuple[str, ...]  # the classes; empty for a tree
    losses: Float[np.ndarray, " steps"]
    score: float  # accuracy on sentences kept back; UUAS of a tree
    baseline: float  # the most frequent class; the linear chain of a tree
    n: int  # words, sentences or edges of the test
    weight: Float[np.ndarray, "C D"]  # rows are classes, or the directions of B
    bias: Float[np.ndarray, " C"]
    mix: Float[np.ndarray, " layers"]  # shares of the layers; a lone layer has share 1
    treebank: str
    model: str


@dataclass(frozen=True)
class Found:
    """One relation and its best head."""

    relation: str
    layer: int  # from 0
    head: int
    upward: bool  # the dependent looks at its head, or the head at its dependent
    score: float  # on the other half
    offset: int  # the best fixed distance, chosen on the first half too
    fixed: float  # its score on the other half
    n: int
