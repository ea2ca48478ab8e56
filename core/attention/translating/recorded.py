"""Recorded: ``python -m core.attention translate [SCORE …]`` trains the same translator with every score, five seeds."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np
from jaxtyping import Float

from core import store
from core.attention.translating.translator import Config, Run, train
from core.claims.claim import Trial
from core.provenance import stamp
from core.runtime import OnStep, quiet

FOLDER = Path(__file__).parents[3] / "assets" / "recorded" / "attention"
COMMAND = "python -m core.attention translate"
SEEDS, STEPS = 5, 400


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


def record(score: str) -> None:
    """Train, keep."""
    began, by = time.process_time(), stamp("core.attention.translating")
    runs = [train(None, Config(score=score, steps=STEPS, seed=seed), device="cpu") for seed in range(SEEDS)]  # type: ignore[arg-type]
    first = runs[0]
    half = {name: value.astype(np.float16) for name, value in first.weights.items()}
    kept = Translated(
        run=replace(first, weights=half, maps=np.round(first.maps, 3).astype(np.float16)),
        right=np.stack([run.right for run in runs]),
        parameters=sum(value.size for value in first.weights.values()),
        **by,
        seconds=round((time.process_time() - began) / SEEDS, 1),
    )
    store.save(FOLDER / f"translated-{score}", kept)


@cache
def translated(score: str) -> Translated:
    """What ``record`` kept."""
    return store.load(FOLDER / f"translated-{score}")


def fixed_vector(seed: int, *, scale: str, device: str = "auto", on_step: OnStep = quiet) -> Trial:
    """One seed of the claim: looking back beats one vector for the whole source, after as many dates read.

    The effect is the difference of the shares of dates kept back that come out right. The control gives the writer
    a mean of all states, the same for every character: a second way in, and nothing to choose.
    """
    steps = {"small": 300, "full": 600}[scale]

    def right(score: str) -> float:
        return float(train(None, Config(score=score, steps=steps, seed=seed), device=device).right[-1])  # type: ignore[arg-type]

    additive, none, even, dot = (right(score) for score in ("additive", "none", "even", "dot"))
    return Trial(additive - none, even - none, {"additive": additive, "none": none, "even": even, "dot": dot})
