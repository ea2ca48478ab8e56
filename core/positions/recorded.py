"""Recorded runs, so that the pages need neither torch nor patience: every encoding over five seeds, and MiniLM's table.

``python -m core.positions study`` and ``python -m core.positions minilm`` record them again; ``study NAME …`` some.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
from jaxtyping import Float, Int

from core import runtime, store
from core.positions.study import Config, Run

COMMAND = "python -m core.positions"
SEEDS = 5
SHOWN = 128  # places of MiniLM's table that its training reached
DIRECTIONS = 6
SENTENCES = ("The dog bit the man.", "The man bit the dog.")


@dataclass(frozen=True, eq=False)
class Scheme:
    """One encoding in the same small language model over all seeds; the pictures of its inside are of seed 0."""

    config: Config
    at: tuple[int, ...]  # steps of the measurements
    held: Float[np.ndarray, "seeds looks"]  # nats per character on held-out windows of T, during the training
    by_place: Float[np.ndarray, "seeds bins"]  # the same by place in long windows; NaN where the encoding ends
    restarted: Float[np.ndarray, "seeds bins"]  # the same characters in pieces of T
    stretched: Mapping[str, Float[np.ndarray, "seeds some"]]  # RoPE slowed afterwards
    adds: Float[np.ndarray, "H T"]  # to a score of the first layer, by distance to the past
    words: Float[np.ndarray, "seeds D"]  # variance of each column of the word vectors over the text
    frames: Int[np.ndarray, "frames T T"]  # cosines between the rows of a learnt table, in hundredths
    data: str
    date: str
    machine: str
    code: str
    seconds: float


@dataclass(frozen=True, eq=False)
class Table:
    """MiniLM's learnt table of positions, and what its layers make of positions alone."""

    likeness: Int[np.ndarray, "T T"]  # cosines between rows, in hundredths
    spectrum: Float[np.ndarray, " D"]  # singular values, the largest is 1
    by_column: Float[np.ndarray, " D"]  # variance of each column over the first SHOWN places
    words_by_column: Float[np.ndarray, " D"]  # variance of each column of the word vectors over running words
    waves: Float[np.ndarray, "K N"]  # the first SHOWN places along their main directions
    scores: Float[np.ndarray, "H N N"]  # position-position scores of the first layer's heads
    even: Float[np.ndarray, "L H pairs"]  # means over real queries and keys: see rotary.mean_score
    odd: Float[np.ndarray, "L H pairs"]
    model: str
    data: str
    date: str
    machine: str
    code: str


@dataclass(frozen=True, eq=False)
class Learnt:
    """The learnt table of any model, without what only its own layers could say."""

    likeness: Int[np.ndarray, "T T"]  # cosines between rows, in hundredths
    spectrum: Float[np.ndarray, " D"]  # singular values, the largest is 1
    waves: Float[np.ndarray, "K N"]  # at most SHOWN places along their main directions
    model: str


@dataclass(frozen=True, eq=False)
class Order:
    """One bag of words in two orders, read with positions and without."""

    first: str
    second: str
    pieces: tuple[str, ...]
    apart: Float[np.ndarray, "2 layers T"]  # relative distance of a piece's states in the two orders; with, without
    cosines: Float[np.ndarray, " 2"]  # of the two mean vectors after the last layer
    model: str
    date: str
    machine: str
    code: str


def recorded(name: str) -> bool:
    """Whether the study of an encoding lies here."""
    return (runtime.ASSETS / "recorded" / "positions" / f"study-{name}").exists()


def scheme(name: str) -> Scheme:
    """One encoding, trained at length 64 and read up to 512."""
    return _load(f"study-{name}")


def table() -> Table:
    """MiniLM's own positions."""
    return _load("minilm")


def order() -> Order:
    """A dog and a man, with and without positions."""
    return _load("order")


def gathered(runs: list[Run], **about) -> Scheme:
    """Runs of one encoding, the first of them seed 0."""
    return Scheme(
        config=runs[0].config,
        at=runs[0].at,
        held=np.stack([run.held for run in runs]),
        by_place=np.stack([run.by_place for run in runs]),
        restarted=np.stack([run.restarted for run in runs]),
        stretched={name: np.stack([run.stretched[name] for run in runs]) for name in runs[0].stretched},
        adds=runs[0].adds,
        words=np.stack([run.words for run in runs]),
        frames=runs[0].frames,
        **about,
    )


def keep(name: str, value: object) -> None:
    """Write one recorded run."""
    store.save(runtime.ASSETS / "recorded" / "positions" / name, value)


@cache
def _load(name: str):
    return store.load(runtime.ASSETS / "recorded" / "positions" / name)
