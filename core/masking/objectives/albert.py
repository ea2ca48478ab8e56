"""ALBERT's two ways to fewer parameters: narrow word vectors that are mapped to the width, one layer used again.

    train("wikipedia-sample", Config(E=16, shared=True)).parameters

Both are trained as the full reader is: the same text, the same hidden words, the same number of steps. What a step
costs is measured apart, all readers taking turns in one process.

Source: Lan et al. 2020, section 3.1. https://arxiv.org/abs/1909.11942
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
import torch
from jaxtyping import Float
from torch import Tensor, nn

from core import store
from core.fit import fit, warmup
from core.jobs.cache import default_folder
from core.masking.corruption import MASK, UNK, flat
from core.masking.objectives.labels import HOME
from core.masking.objectives.probes import cloze
from core.masking.objectives.reader import Reader, number, vocabulary
from core.masking.objectives.training import MOST, Batches, prepared, windows
from core.masking.objectives.training import Config as Reading
from core.provenance import code_version, stamp
from core.runtime import OnStep, Step, quiet, seeded, within

DATA, SEEDS = "wikipedia-sample", 3
CODE = "core.masking.objectives.albert"
V, L = 2_000, 4  # words and layers: enough of both that there is something to save
ROUNDS = 20  # steps of each reader that are timed


@dataclass(frozen=True)
class Config:
    """The two tricks, and the knobs of one run."""

    E: int = 0  # numbers of a word's own vector; 0: as wide as everything else
    shared: bool = False  # one layer, used L times
    steps: int = 2_500
    seed: int = 0


ARMS: Mapping[str, Config] = {
    "full": Config(),
    "factorised": Config(E=16),
    "shared": Config(shared=True),
    "both": Config(E=16, shared=True),
}


@dataclass(frozen=True, eq=False)
class Run:
    """One training; nats and the share right of one hidden word in windows that were never read."""

    config: Config
    parameters: int
    losses: Float[np.ndarray, " steps"]
    nats: float
    right: float


@dataclass(frozen=True, eq=False)
class Both:
    """A reader beside the full one: seconds of a step and of reading alone, the full reader's first."""

    run: Run
    step: Float[np.ndarray, "2"]
    reading: Float[np.ndarray, "2"]


@dataclass(frozen=True, eq=False)
class Study:
    """Every arm by ``ARMS``."""

    parameters: tuple[int, ...]
    losses: Float[np.ndarray, "arms seeds steps"]
    nats: Float[np.ndarray, "arms seeds"]
    right: Float[np.ndarray, "arms seeds"]
    step: Float[np.ndarray, " arms"]  # seconds of processor time, the median of rounds
    reading: Float[np.ndarray, " arms"]
    date: str
    machine: str
    code: str


class Lite(Reader):
    """A reader with one trick, both, or none."""

    def __init__(self, V: int, D: int, L: int, H: int, longest: int, *, E: int = 0, shared: bool = False) -> None:
        super().__init__(V, D, 1 if shared else L, H, longest)
        if shared:
            self.layers = nn.ModuleList([self.layers[0]] * L)
        self.up, self.down = nn.Identity(), nn.Identity()
        if E:
            self.up, self.down = nn.Linear(E, D), nn.Linear(D, E)
            self.words = nn.Embedding(V, E)
            nn.init.normal_(self.words.weight, std=0.05)
            longer = (D / E) ** 0.5  # on the way up, so that narrow vectors come out as long as wide ones
            nn.init.orthogonal_(self.up.weight, gain=longer)
            self.down.weight.data.copy_(self.up.weight.T / longer**2)  # there and back is nothing, at first

    def embedded(self, ids, places, kinds) -> Tensor:
        return self.up(self.words(ids)) + self.places(places) + self.kinds(kinds)

    def name(self, states: Float[Tensor, "*any D"]) -> Float[Tensor, "*any V"]:
        return super().name(self.down(states))


def train(data: str, config: Config, *, device: str = "auto", on_step: OnStep = quiet) -> Run:
    """Train one reader to fill gaps and ask it for hidden words."""
    reading, text, ids, model = ready(data, config)
    losses = fit(
        model,
        lambda reader, each: reader(*each),
        Batches(reading, text, ids, prepared(reading, text)),
        lr=reading.lr,
        seed=config.seed,
        schedule=warmup(0.1),
        device=device,
        on_step=on_step,
    )
    kept = np.array([[number(word, ids) for word in flat(window)] for window in text.kept])
    with torch.no_grad():
        found = cloze(model.to("cpu"), kept, ids[MASK], ids[UNK])
    return Run(config, count(model), losses, found["cloze_nats"], found["cloze"])


def ready(data: str, config: Config):
    """Settings, text, ids, and a reader that has learnt nothing yet."""
    reading = Reading(V=V, L=L, steps=config.steps, seed=config.seed)
    text = windows(data, reading.V, reading.window)
    ids = vocabulary(text.words, ())
    with seeded(config.seed):
        model = Lite(len(ids), reading.D, reading.L, reading.H, 2 * MOST, E=config.E, shared=config.shared)
    read = np.array([[number(word, ids) for word in flat(window)] for window in text.read])
    model.begin_counted(read, config.seed)
    return reading, text, ids, model


def count(model: nn.Module) -> int:
    """Its parameters; a layer that is used again counts once."""
    return sum(each.numel() for each in model.parameters())


def pace(data: str, configs: Sequence[Config]) -> tuple[Float[np.ndarray, " n"], Float[np.ndarray, " n"]]:
    """Seconds of processor time for a training step, and for reading alone: the medians of rounds, taking turns."""
    reading, text, ids, _ = ready(data, configs[0])
    first = next(iter(Batches(reading, text, ids, prepared(reading, text))))
    models = [ready(data, config)[-1] for config in configs]
    rules = [torch.optim.AdamW(model.parameters(), lr=reading.lr) for model in models]
    times = np.zeros((ROUNDS, 2, len(models)))
    for turn in times:
        for at, (model, rule) in enumerate(zip(models, rules, strict=True)):
            began = time.process_time()
            loss = model(*first)
            turn[1, at] = time.process_time() - began
            rule.zero_grad()
            loss.backward()
            rule.step()
            turn[0, at] = time.process_time() - began
    step, alone = np.median(times, axis=0)
    return step, alone


def beside(data: str, config: Config, *, device: str = "auto", on_step: OnStep = quiet) -> Both:
    """Train a reader, and measure what its steps cost beside the full reader's."""
    run = train(data, config, device=device, on_step=within(on_step, 0, 0.9))
    step, alone = pace(data, (replace(config, E=0, shared=False), config))
    on_step(Step(1.0, {"nats": run.nats}))
    return Both(run, step, alone)


def record(seeds: Sequence[int] = range(SEEDS)) -> Study:
    """Every arm with every seed; what is done lies in the cache, so an interrupted study goes on."""
    runs = [[once(name, seed) for seed in seeds] for name in ARMS]
    step, alone = pace(DATA, [*ARMS.values()])
    nats, right = (np.array([[getattr(run, mark) for run in each] for each in runs]) for mark in ("nats", "right"))
    study = Study(
        parameters=tuple(each[0].parameters for each in runs),
        losses=np.array([[run.losses for run in each] for each in runs]),
        nats=nats,
        right=right,
        step=step,
        reading=alone,
        **stamp(CODE),
    )
    store.save(HOME / "albert", study)
    return study


def once(name: str, seed: int) -> Run:
    """One run of the study, kept for the next time."""
    place = default_folder() / f"albert-{code_version(CODE)}" / f"{name}-{seed}"
    return store.once(place, lambda: train(DATA, replace(ARMS[name], seed=seed), device="cpu"))


@cache
def recorded() -> Study:
    """The run of ``python -m core.masking.objectives albert``."""
    return store.load(HOME / "albert")
