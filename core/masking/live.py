"""What a small training is told and what it leaves: plain numbers, no torch."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float


@dataclass(frozen=True)
class Live:
    """The knobs of one small training."""

    watched: str = "The [MASK] of the city is old."
    D: int = 96
    L: int = 2
    H: int = 4
    V: int = 1500  # English: pieces; Chinese characters are all taken
    longest: int = 64
    budget: int = 1024
    steps: int = 600
    lr: float = 1.5e-3
    rate: float = 0.15
    mask: float = 0.8
    random: float = 0.1
    positions: str = "learned"
    counted: bool = True  # begin with vectors counted from neighbours (core.masking.neighbours), else with dice
    seed: int = 0


@dataclass(frozen=True, eq=False)
class Run:
    """One finished training: the loss of every step, and at every look the answer for the watched sentence."""

    config: Live
    pieces: int
    tokens: int
    losses: Float[np.ndarray, " steps"]  # nats per asked token
    by_count: float  # nats, of guessing by frequency alone
    at: tuple[int, ...]  # steps
    words: tuple[tuple[str, ...], ...]
    probabilities: tuple[tuple[float, ...], ...]
    held_out: Float[np.ndarray, " looks"]  # share of right first guesses on the documents kept back
