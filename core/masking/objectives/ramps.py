"""From small to full: rows, batches and learning rate that grow while a reader reads. No torch on the way.

``growing`` trains by such a schedule. Source: Sun et al. 2021, ERNIE 3.0, section 3.3, where dropout grows too.
https://arxiv.org/abs/2107.02137
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
from jaxtyping import Float, Int

from core import store
from core.masking.objectives.labels import HOME

FEWEST = 4  # words of a row


@dataclass(frozen=True)
class Ramp:
    """A share of the full value: ``start`` before the first token, 1 from ``until`` of the tokens on."""

    start: float = 1.0
    until: float = 0.0

    def at(self, read: float) -> float:
        """In a straight line between; ``read`` is the share of the tokens that has been read."""
        return 1.0 if read >= self.until else self.start + (1 - self.start) * read / self.until


@dataclass(frozen=True)
class Config:
    """What grows, and the knobs of the run. Without ramps everything is full from the start."""

    length: Ramp = Ramp()
    batch: Ramp = Ramp()
    lr: Ramp = Ramp()
    words: int = 32  # in a full row
    rows: int = 32  # in a full batch
    rate: float = 2e-3  # full learning rate
    tokens: int = 200_000  # read in all
    D: int = 64
    L: int = 2
    H: int = 4
    V: int = 500
    seed: int = 0


GROWING = Config(Ramp(0.25, 0.25), Ramp(0.125, 0.25), Ramp(0.0, 0.25))
ARMS: Mapping[str, Config] = {
    "constant": Config(),
    "length": Config(length=GROWING.length),
    "batch": Config(batch=GROWING.batch),
    "lr": Config(lr=GROWING.lr),
    "all": GROWING,
}


@dataclass(frozen=True)
class Planned:
    """One step: how much it reads, how far it goes, and how many tokens came before it."""

    words: int
    rows: int
    factor: float  # on the learning rate
    before: int


@dataclass(frozen=True, eq=False)
class Run:
    """What a training gave; the first look is before the first step."""

    config: Config
    steps: int
    tokens: Int[np.ndarray, " looks"]
    seconds: Float[np.ndarray, " looks"]  # of processor time, in the steps alone
    nats: Float[np.ndarray, " looks"]  # per hidden word of windows that were kept back


def plan(config: Config) -> list[Planned]:
    """The steps of a training, until its tokens are read."""
    steps, before = list[Planned](), 0
    while before < config.tokens:
        read = before / config.tokens
        words = max(FEWEST, round(config.words * config.length.at(read)))
        rows = max(1, round(config.rows * config.batch.at(read)))
        steps.append(Planned(words, rows, config.lr.at(read), before))
        before += words * rows
    return steps


@dataclass(frozen=True, eq=False)
class Study:
    """Every schedule of ``ARMS`` with several seeds, as ``python -m core.masking.objectives ramps`` recorded it."""

    names: tuple[str, ...]
    steps: tuple[int, ...]
    tokens: Int[np.ndarray, "arms looks"]
    seconds: Float[np.ndarray, "arms seeds looks"]
    nats: Float[np.ndarray, "arms seeds looks"]
    date: str
    machine: str
    code: str

    def saved(self, arm: int) -> Float[np.ndarray, "2 seeds"]:
        """Nats saved against the constant schedule, seed by seed: after the same tokens, and the same seconds."""
        pairs = zip(self.seconds[0], self.nats[0], self.seconds[arm], self.nats[arm], strict=True)
        return np.array([ahead(*each) for each in pairs]).T


def ahead(seconds: np.ndarray, nats: np.ndarray, other: np.ndarray, its_nats: np.ndarray) -> tuple[float, float]:
    """Nats by which the other is ahead: after the same tokens, and after the seconds of the quicker one."""
    ends = min(seconds[-1], other[-1])
    here, there = (float(np.interp(ends, *each)) for each in ((other, its_nats), (seconds, nats)))
    return float(nats[-1] - its_nats[-1]), there - here


@cache
def recorded() -> Study:
    """The recorded study."""
    return store.load(HOME / "ramps")
