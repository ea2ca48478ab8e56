"""The knobs of one tuning, and what comes of it. No torch here: pages read recorded runs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from jaxtyping import Float, Int

from core.errors import Trouble

Positive = Literal["dropout", "same-mask", "crop", "delete", "shuffle", "next"]
Pooler = Literal["mean", "cls", "first-last"]
POSITIVES: tuple[Positive, ...] = ("dropout", "same-mask", "crop", "delete", "shuffle", "next")
POOLERS: tuple[Pooler, ...] = ("mean", "cls", "first-last")


@dataclass(frozen=True)
class Config:
    """The knobs of one run."""

    supervised: bool = False  # data are (anchor, entailment) or (anchor, entailment, contradiction)
    positive: Positive = "dropout"  # unsupervised: how a sentence gets its partner
    dropout: float = 0.1
    temperature: float = 0.05
    pooler: Pooler = "mean"
    hard: bool = True  # supervised: use the contradictions
    share: float = 0.2  # of the words that crop and delete take away
    mlm: float = 0.0  # λ: how much filling gaps in the anchors counts beside the comparing
    B: int = 32  # sentences in a batch
    longest: int = 32  # tokens
    steps: int = 100
    lr: float = 3e-4
    measures: int = 10  # how often alignment, uniformity and the score are taken, start not counted
    seed: int = 0

    def __post_init__(self) -> None:
        if self.positive not in POSITIVES or self.pooler not in POOLERS:
            raise ValueError(f"no {self.positive!r} or no {self.pooler!r}: choose from {POSITIVES} and {POOLERS}")
        if not 0 <= self.dropout < 1 or self.temperature <= 0:
            raise ValueError(f"dropout lies in [0, 1) and temperature above 0; got {self.dropout}, {self.temperature}")
        if self.mlm < 0:
            raise ValueError(f"the weight of filling gaps is 0 or more; got {self.mlm}")


@dataclass(frozen=True, eq=False)
class Run:
    """One finished tuning, as plain numpy."""

    config: Config
    model: str
    digest: str  # sha256 of the weights it began with
    losses: Float[np.ndarray, " steps"]  # nats
    at: Int[np.ndarray, " M"]  # steps after which was measured; the first is 0
    alignment: Float[np.ndarray, " M"]  # of gold pairs; NaN without any
    uniformity: Float[np.ndarray, " M"]
    spearman: Float[np.ndarray, " M"]  # with the gold scores; NaN without any
    watched: tuple[str, ...]
    frames: Float[np.ndarray, "M N D"]  # vectors of the watched sentences, length 1


@dataclass(frozen=True)
class Gold:
    """Pairs of sentences and how alike people find them, 0 to 5."""

    name: str
    first: tuple[str, ...]
    second: tuple[str, ...]
    scores: tuple[float, ...]

    def __post_init__(self) -> None:
        if not len(self.first) == len(self.second) == len(self.scores):
            raise Trouble("pairs-uneven", "Every pair needs two sentences and a score.")

    @property
    def positive(self) -> np.ndarray:
        """Which pairs count as the same meaning: score above 4, as in the paper (section 3)."""
        return np.array(self.scores) > 4
