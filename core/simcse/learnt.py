"""What SBERT's three objectives are given and what comes of them. No torch here: pages read the recorded runs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

import numpy as np
from jaxtyping import Float, Int

from core import runtime, store

Objective = Literal["classification", "regression", "triplet"]
OBJECTIVES: tuple[Objective, ...] = ("classification", "regression", "triplet")
LABELS = ("entailment", "neutral", "contradiction")
COMMAND = "OBSERVATORY_DATA=… python -m core.simcse sbert --work WORK"
FOLDER = runtime.ASSETS / "recorded" / "sentences" / "sbert"


@dataclass(frozen=True)
class Config:
    """The knobs of one run."""

    objective: Objective = "classification"
    margin: float = 1.0  # of the triplet objective, a Euclidean distance
    pooler: Literal["mean", "cls", "first-last"] = "mean"
    B: int = 16  # rows in a batch
    longest: int = 32  # tokens of a sentence
    steps: int = 40
    lr: float = 1e-4
    measures: int = 2  # how often the score is taken, start not counted
    seed: int = 0


@dataclass(frozen=True, eq=False)
class Run:
    """One finished tuning, as plain numpy."""

    config: Config
    model: str
    losses: Float[np.ndarray, " steps"]
    at: Int[np.ndarray, " M"]  # steps after which was graded; the first is 0
    spearman: Float[np.ndarray, " M"]  # with the gold scores; NaN without any
    cosines: Float[np.ndarray, "2 C"]  # mean cosine of the pairs of each of LABELS, before and after; NaN without any


@dataclass(frozen=True, eq=False)
class Learnt:
    """Every objective with several seeds, on the same model and graded on the same pairs."""

    runs: Mapping[str, tuple[Run, ...]]
    rows: Mapping[str, int]  # that each objective could learn from
    pairs: int  # graded
    labelled: int  # pairs with a label that nobody learnt from
    data: str
    date: str
    machine: str
    code: str


@cache
def learnt() -> Learnt:
    """The recorded runs."""
    return store.load(FOLDER)
