"""Recorded studies, so that pages need neither torch, nor treebanks, nor patience.

``OBSERVATORY_DATA=… python -m core.probes study`` records them again, piece by piece.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from jaxtyping import Float, Int

from core import store
from core.probes.config import Found
from core.provenance import code_version, machine, today
from core.runtime import ASSETS

FOLDER = ASSETS / "recorded" / "probing"
COMMAND = "OBSERVATORY_DATA=… python -m core.probes study"


@dataclass(frozen=True)
class About:
    """Where a study comes from."""

    model: str
    data: str
    sentences: tuple[int, int]  # learnt from, tested on
    seeds: int
    epochs: int
    date: str
    machine: str
    code: str
    seconds: float


@dataclass(frozen=True, eq=False)
class Layers:
    """One task on every layer: accuracies of real and control labels, of the model and of random weights."""

    task: str
    labels: tuple[str, ...]
    real: Float[np.ndarray, "seeds layers"]
    control: Float[np.ndarray, "seeds_or_none layers_or_none"]  # empty for sentence-level tasks
    random: Float[np.ndarray, "seeds layers"]
    random_control: Float[np.ndarray, "seeds_or_none layers_or_none"]
    majority: float
    n: tuple[int, int]  # rows learnt from, tested on
    about: About


@dataclass(frozen=True, eq=False)
class Trees:
    """The structural probe on every layer, of the model and of random weights."""

    real: Mapping[str, Float[np.ndarray, "seeds layers"]]  # by core.probes.trees.MEASURES
    random: Mapping[str, Float[np.ndarray, "seeds layers"]]
    neighbours: Mapping[str, float]  # what knowing the order of the words alone gives
    ranks: Int[np.ndarray, " K"]
    by_rank: Float[np.ndarray, " K"]  # UUAS at layer ``rank_layer``, one seed
    rank_layer: int
    edges: int  # of the test
    rank: int
    about: About


@dataclass(frozen=True, eq=False)
class Mix:
    """One task: what the mix takes of each layer, and the score of mixes that see the layers up to k."""

    task: str
    shares: Float[np.ndarray, "seeds layers"]
    scores: Float[np.ndarray, "seeds layers"]
    about: About


@dataclass(frozen=True, eq=False)
class Code:
    """Bits that it takes to send the labels of a task, by layer."""

    task: str
    real: Float[np.ndarray, "seeds layers"]
    control: Float[np.ndarray, "seeds layers"]
    random: Float[np.ndarray, "seeds layers"]
    uniform: float
    n: int
    about: About


@dataclass(frozen=True, eq=False)
class Composed:
    """What tensor products of words and roles explain of sentence vectors, by layer."""

    real: Mapping[str, Float[np.ndarray, " layers"]]  # a scheme of roles each
    random: Mapping[str, Float[np.ndarray, " layers"]]
    dealt: Float[np.ndarray, "seeds layers"]  # the tree's roles, dealt out at random
    n: tuple[int, int]  # sentences short enough, on both sides
    about: About


@dataclass(frozen=True, eq=False)
class Heads:
    """The best attention head for each relation."""

    found: tuple[Found, ...]
    random: tuple[Found, ...]
    about: About


@dataclass(frozen=True)
class Stamp:
    """When, where and by which code."""

    model: str
    date: str
    machine: str
    code: str


@dataclass(frozen=True, eq=False)
class Spans:
    """Phrases as points: their vectors in each layer, flattened to the plane."""

    texts: tuple[str, ...]
    kinds: tuple[str, ...]
    plane: Float[np.ndarray, "layers N 2"]
    explained: Float[np.ndarray, " layers"]  # share of the variance in the plane
    purity: Float[np.ndarray, " layers"]  # share of the ten nearest neighbours, in the full space, of the same kind
    random: Float[np.ndarray, " layers"]  # the same with random weights
    chance: float
    stamp: Stamp


@dataclass(frozen=True, eq=False)
class Read:
    """What the shipped probes say of one sentence, in every layer."""

    words: tuple[str, ...]
    distances: Float[np.ndarray, "layers T T"]  # squared
    depths: Float[np.ndarray, "layers T"]
    tags: tuple[str, ...]  # parts of speech that the probe knows; empty where there is none
    shares: Float[np.ndarray, "layers T C"]  # their probabilities


@dataclass(frozen=True, eq=False)
class Own:
    """Our own sentences as the probes read them."""

    bank: str
    read: tuple[Read, ...]
    stamp: Stamp


@dataclass(frozen=True, eq=False)
class Asked:
    """A masked language model asked about verbs and facts."""

    shares: Float[np.ndarray, "subjects 2 2 more"]  # of the right verb: singular, plural; other number, same number
    sentences: tuple[str, ...]  # the longest of each: subject by subject, singular then plural
    facts: tuple[str, ...]
    words: tuple[str, ...]
    ranks: Int[np.ndarray, "2 facts"]  # as written; subject hidden too
    stamp: Stamp


def stamp(module: str, model: str) -> Stamp:
    """Now and here."""
    return Stamp(model, today(), machine(), code_version(module))


def own(model: str) -> Own:
    """Our own sentences: ``"minilm"`` reads English ones, ``"zh-char"`` Chinese ones."""
    return _load(f"own-{model}")


def found(name: str) -> Any:
    """A recorded study by name, None where there is none yet."""
    return _load(name) if (FOLDER / name).exists() else None


def layers(task: str) -> Layers:
    """Probes of one task."""
    return _load(f"task-{task}")


def trees(name: str = "minilm") -> Trees:
    """The structural probe of one model."""
    return _load(f"tree-{name}")


def keep(name: str, value: object) -> None:
    """Write one study."""
    store.save(FOLDER / name, value)
    _load.cache_clear()


def about(module: str, **facts) -> About:
    """With date, machine and code."""
    return About(**facts, date=today(), machine=machine(), code=code_version(module))


@cache
def _load(name: str):
    return store.load(FOLDER / name)
