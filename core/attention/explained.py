"""What attributions, their test and surgery come to, as plain arrays: no torch here."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

from core.attention.maps import Tokens


@dataclass(frozen=True, eq=False)
class Attribution:
    """One value a token, for each way; signs only where a way has them (integrated gradients)."""

    tokens: Tokens
    score: float  # the cosine that is explained
    values: dict[str, Float[np.ndarray, " T"]]
    complete: float  # integrated gradients: their sum less the difference that it should be
    baseline: float  # the cosine of the sentence of [MASK] tokens


@dataclass(frozen=True, eq=False)
class Curves:
    """The number after 0, 1, … N typed tokens were taken away or put back, and the areas under the curves."""

    deletion: Float[np.ndarray, " more"]
    insertion: Float[np.ndarray, " more"]
    deleted: float  # mean of the deletion curve: small is faithful
    inserted: float  # mean of the insertion curve: large is faithful


@dataclass(frozen=True, eq=False)
class Faithfulness:
    """Every way, and random orders."""

    ways: dict[str, Curves]
    random: tuple[Curves, ...]


@dataclass(frozen=True, eq=False)
class Ablation:
    """A measure with every head switched off alone, beside the whole model."""

    whole: float
    without: Float[np.ndarray, "L H"]
