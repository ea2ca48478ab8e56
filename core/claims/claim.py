"""The parts of a claim, and the rule that judges it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

import numpy as np

Verdict = Literal["reproduced", "not-reproduced", "reversed", "undecided"]
FEWEST = 5  # paired seeds; fewer make an interval that says nothing


@dataclass(frozen=True)
class Claim:
    """A sentence of the literature as an experiment. Its wording, in two languages, belongs to the app."""

    id: str  # exhibit/name
    trial: str  # "module:function": trial(seed, *, scale, device, on_step) -> Trial
    delta: float  # the smallest effect that would matter, in ``unit``, chosen before the first run
    unit: str  # what an effect of 1 means
    seeds: Mapping[str, int]  # scale -> how many
    source: str  # who said it, and where
    url: str
    published: Mapping[str, float] = field(default_factory=dict)  # the figures given there, named as in extras

    def __post_init__(self) -> None:
        if self.delta <= 0 or min(self.seeds.values()) < FEWEST:
            raise ValueError(f"{self.id}: delta must be above 0, and every scale needs {FEWEST} seeds or more")


@dataclass(frozen=True)
class Trial:
    """What one seed measured."""

    effect: float
    control: float  # the same effect where the claim's own explanation says there should be none
    extras: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Estimate:
    """One number per seed, their mean, and the 95 % interval of the mean."""

    values: tuple[float, ...]
    mean: float
    low: float
    high: float

    def within(self, delta: float) -> bool:
        """The whole interval lies inside ±delta."""
        return -delta <= self.low and self.high <= delta


@dataclass(frozen=True)
class ClaimResult:
    """One run of a claim, with everything needed to repeat it or to doubt it."""

    id: str
    scale: str
    verdict: Verdict
    delta: float
    unit: str
    seeds: tuple[int, ...]
    effect: Estimate
    control: Estimate
    extras: Mapping[str, Estimate]
    code: str  # version of the package, digest of the files involved
    date: str  # UTC, 2026-11-20
    machine: str
    seconds: float

    @property
    def control_holds(self) -> bool:
        """The control shows no effect that would matter; where it does, the verdict proves nothing."""
        return self.control.within(self.delta)


def estimate(values: Sequence[float]) -> Estimate:
    """Mean and 95 % interval, by Student's t, of what the seeds measured.

    Raises:
        ValueError: fewer than five values, or one that is not finite.
    """
    from scipy.special import stdtrit

    n = len(values)
    if n < FEWEST or not np.isfinite(values).all():
        raise ValueError(f"an interval needs {FEWEST} or more finite values, one per seed; got {list(values)}")
    mean = float(np.mean(values))
    half = float(stdtrit(n - 1, 0.975) * np.std(values, ddof=1) / np.sqrt(n))
    return Estimate(tuple(map(float, values)), mean, mean - half, mean + half)


def verdict(effect: Estimate, delta: float) -> Verdict:
    """Judge an effect by the rule that was fixed before it was measured."""
    if effect.low > 0 and effect.mean >= delta:
        return "reproduced"
    if effect.high < 0 and effect.mean <= -delta:
        return "reversed"
    return "not-reproduced" if effect.within(delta) else "undecided"
