"""Recorded: ``python -m core.attention translate [NAME …]`` trains every kind of translator, five seeds each."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
from jaxtyping import Float

from core import runtime, store
from core.attention.translating.translator import SCORES, Config, Run, Score, train
from core.claims.claim import Trial
from core.provenance import stamp
from core.runtime import OnStep, quiet

FOLDER = runtime.ASSETS / "recorded" / "attention"
COMMAND = "python -m core.attention translate"
SEEDS, STEPS = 5, 400
KINDS: Mapping[str, Config] = {
    **{score: Config(score=score, steps=STEPS) for score in SCORES},
    "diverse": Config(score="cross", diverse=1.0, steps=STEPS),
}


@dataclass(frozen=True, eq=False)
class Translated:
    """One score, several seeds; the weights and pictures are those of the first."""

    run: Run
    right: Float[np.ndarray, "seeds looks"]
    parameters: int
    date: str
    machine: str
    code: str
    seconds: float  # of a core, one seed


def record(name: str) -> None:
    """Train, keep."""
    began, by = time.process_time(), stamp("core.attention.translating")
    runs = [train(None, replace(KINDS[name], seed=seed), device="cpu") for seed in range(SEEDS)]
    first = runs[0]
    half = {name: value.astype(np.float16) for name, value in first.weights.items()}
    kept = Translated(
        run=replace(first, weights=half, maps=np.round(first.maps, 3).astype(np.float16)),
        right=np.stack([run.right for run in runs]),
        parameters=sum(value.size for value in first.weights.values()),
        **by,
        seconds=round((time.process_time() - began) / SEEDS, 1),
    )
    store.save(FOLDER / f"translated-{name}", kept)


@cache
def translated(name: str) -> Translated:
    """What ``record`` kept."""
    return store.load(FOLDER / f"translated-{name}")


def fixed_vector(seed: int, *, scale: str, device: str = "auto", on_step: OnStep = quiet) -> Trial:
    """One seed of the claim: looking back beats one vector for the whole source, after as many dates read.

    The effect is the difference of the shares of dates kept back that come out right. The control gives the writer
    a mean of all states, the same for every character: a second way in, and nothing to choose.
    """
    steps = {"small": 300, "full": 600}[scale]

    def right(score: Score) -> float:
        return float(train(None, Config(score=score, steps=steps, seed=seed), device=device).right[-1])

    additive, none, even, dot = (right(score) for score in ("additive", "none", "even", "dot"))
    return Trial(additive - none, even - none, {"additive": additive, "none": none, "even": even, "dot": dot})
