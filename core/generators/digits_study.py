"""Diffusion of real digits by class: how right, how various, what guidance costs, and whether it only remembers."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from jaxtyping import Float, Int

from core.generators import reader
from core.generators.api import train
from core.generators.judging import floor, judged, nearest
from core.generators.pictures import pictures
from core.generators.recorded import keep
from core.generators.run import Config, Run
from core.generators.sampling import How, sample
from core.provenance import stamp

_BASE = Config(family="ddpm", classes=10, predict="x0", schedule="cosine", frames=0)
NETWORKS: Mapping[str, Config] = {
    "conv": replace(_BASE, net="conv", D=32, L=2, B=64, steps=2200, lr=5e-3),
    "mlp": replace(_BASE, D=256, L=3, B=128, steps=2500, lr=3e-3),
}
MADE = 400  # samples, forty of each class
STEPS = 25  # of DDIM
GUIDANCE = (0.0, 0.5, 1.0, 2.0, 4.0)
SEEDS = 3
WALL = 80  # digits on the wall of the page


@dataclass(frozen=True, eq=False)
class Digits:
    """What the page shows of diffusion on digits; network → measure."""

    made: Mapping[str, Int[np.ndarray, "N 64"]]  # seed 0, eight of each class, 0 to 16
    nearest: Mapping[str, Int[np.ndarray, "N 64"]]  # the learnt digit that is nearest to each of them
    values: Mapping[str, Mapping[str, Float[np.ndarray, "seeds guidance"]]]
    floor: Mapping[str, float]
    real: float  # share of real digits that the reader reads rightly
    parameters: Mapping[str, int]
    date: str
    machine: str
    code: str
    seconds: float


def accuracy_of(
    run: Run, weights: Mapping[str, np.ndarray], *, guidance: float = 0.0, how: How = "ddim", steps: int = STEPS
) -> tuple[float, Float[np.ndarray, "N 64"]]:
    """The share of asked-for digits that the reader reads as what was asked for, and the digits."""
    labels = np.arange(MADE) % 10
    made = sample(run, MADE, run.config.seed, how=how, steps=steps, labels=labels, guidance=guidance)
    made = np.clip(made, -1, 1)
    return reader.accuracy(weights, made, labels), made


def record() -> None:
    """Train, draw, judge, keep."""
    began, by = time.perf_counter(), stamp("core.generators.digits_study")
    weights = reader.learn()
    real = pictures("digits")
    values, made, near, parameters = {}, {}, {}, {}
    for name, base in NETWORKS.items():
        rows = []
        for seed in range(SEEDS):
            start = time.perf_counter()
            run = train("digits", replace(base, seed=seed), device="cpu")
            seconds = time.perf_counter() - start
            line = []
            for guidance in GUIDANCE:
                right, drawn = accuracy_of(run, weights, guidance=guidance)
                found = judged(drawn[: len(real.rest)], weights, real)
                line.append({**found, "accuracy": right, "train": seconds})
                if seed == 0 and guidance == 0:
                    wall = drawn[:WALL]
                    made[name] = np.round((wall + 1) * 8).astype(np.int8)
                    near[name] = np.round((real.learnt[nearest(wall, real)[1]] + 1) * 8).astype(np.int8)
                    parameters[name] = sum(value.size for value in run.weights.values())
            rows.append(line)
            print(f"{name} {seed}: {line[0]['accuracy']:.3f}, {seconds:.0f} s", flush=True)
        values[name] = {key: np.array([[cell[key] for cell in line] for line in rows]) for key in rows[0][0]}
    kept = Digits(
        made=made,
        nearest=near,
        values=values,
        floor={name: float(np.median(draws)) for name, draws in floor(weights, real).items()},
        real=reader.accuracy(weights, real.rest, real.rest_classes),
        parameters=parameters,
        **by,
        seconds=round(time.perf_counter() - began, 1),
    )
    keep("digits", kept)
    print(f"digits: {kept.seconds} s", flush=True)
