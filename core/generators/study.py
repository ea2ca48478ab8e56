"""The study behind the pages: every family on every shape, several seeds, under one ruler."""

from __future__ import annotations

import time
from dataclasses import asdict, replace

import numpy as np

from core.generators.api import FRESH, train
from core.generators.data import modes, points
from core.generators.measures import covered, score, sliced_wasserstein
from core.generators.recorded import FEW, SEEDS, Plane, halved, keep
from core.generators.run import FAMILIES, Config, Run, thousandths
from core.generators.sampling import HOWS, sample
from core.provenance import stamp

N = 1000  # points in a heap
PAIRS = 20  # of real heaps, for the floor
SETTINGS = {  # as far as the families must differ
    "ae": Config(family="ae", sigma=0.1),
    "vae": Config(family="vae", sigma=0.1),
    "gan": Config(family="gan"),
    "ddpm": Config(family="ddpm", lr=5e-3),
    "flow_matching": Config(family="flow_matching", lr=5e-3),
}
FRAMES = 24  # pictures of a training
WITH_RUNS = ("moons", "ring", "spiral", "grid")  # shapes whose networks are kept …
MOVING = ("gan", "ddpm", "flow_matching")  # … of the families that the pages play


def setting(family: str, **changes) -> Config:
    """The study's knobs for a family: the same network and the same number of steps for all."""
    return replace(SETTINGS[family], **{"steps": 2000, "frames": FRAMES, **changes})


def real(shape: str, seed: int) -> np.ndarray:
    """Points that no training has seen."""
    return points(shape, N, FRESH + seed)


def measured(made: np.ndarray, true: np.ndarray, shape: str) -> dict[str, float]:
    """The ruler on one heap."""
    found = asdict(score(made, true))
    centres = modes(shape)
    if centres is not None:
        found["modes"], found["near"] = covered(made, centres)
    return found


def floor(shape: str) -> dict[str, np.ndarray]:
    """The ruler between real heaps."""
    rows = [measured(real(shape, 100 + 2 * i), real(shape, 101 + 2 * i), shape) for i in range(PAIRS)]
    return _columns(rows)


def record(shape: str) -> None:
    """Train all, measure all, keep the record."""
    began, by = time.perf_counter(), stamp("core.generators.study")
    values, samples, steps, parameters = {}, {}, {}, {}
    for family in FAMILIES:
        rows = []
        for seed in range(SEEDS):
            start = time.perf_counter()
            run = train(shape, setting(family, seed=seed), device="cpu")
            trained = time.perf_counter() - start
            start = time.perf_counter()
            made = sample(run, N, seed=seed)
            rows.append(
                measured(made, real(shape, seed), shape) | {"train": trained, "sample": time.perf_counter() - start}
            )
            if seed == 0:
                samples[family] = thousandths(made)
                parameters[family] = sum(value.size for value in run.weights.values())
                if shape in WITH_RUNS and family in MOVING:
                    keep(f"run-{shape}-{family}", halved(run))
            if family in ("ddpm", "flow_matching"):
                for how in HOWS if family == "ddpm" else ("ode",):
                    name = how if family == "ddpm" else "flow"
                    steps.setdefault(name, []).append(by_steps(run, how, shape))
        values[family] = _columns(rows)
        print(f"{shape} {family}: {np.median(values[family]['wasserstein']):.4f}", flush=True)
    kept = Plane(
        shape=shape,
        n=N,
        values=values,
        floor=floor(shape),
        samples=samples,
        real=thousandths(real(shape, 0)),
        steps={name: np.array(rows) for name, rows in steps.items()},
        training=setting("ddpm").steps,
        parameters=parameters,
        **by,
        seconds=round(time.perf_counter() - began, 1),
    )
    keep(f"plane-{shape}", kept)
    print(f"{shape}: floor {np.median(kept.floor['wasserstein']):.4f}, {kept.seconds} s", flush=True)


def by_steps(run: Run, how, shape: str) -> list[float]:
    """Distance of samples that were made with few steps, and with more."""
    seed = run.config.seed
    return [sliced_wasserstein(sample(run, N, seed, how=how, steps=few), real(shape, seed)) for few in FEW]


def _columns(rows: list[dict[str, float]]) -> dict[str, np.ndarray]:
    return {name: np.array([row[name] for row in rows]) for name in rows[0]}
