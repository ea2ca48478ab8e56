"""A small GPT watched while it learns: what it takes to come next after some words, and how it writes on.

    speak("wikipedia-sample", Config(("the", "king"))).looks[-1].written

L₁(U) = Σ log P(u_i | u_{i−k}, …, u_{i−1}). Radford et al. 2018, section 3.1.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import cache

import numpy as np
import torch
from jaxtyping import Float

from core import store
from core.fit import fit, warmup
from core.masking.corruption import Words
from core.masking.objectives.causal import CausalLM
from core.masking.objectives.labels import HOME
from core.masking.objectives.learned import Told
from core.masking.objectives.reader import Reader, batch, row, vocabulary
from core.masking.objectives.training import MOST, Batches, windows
from core.masking.objectives.training import Config as Reading
from core.masking.objectives.uses import GPT, UNSAID, fill, write
from core.provenance import stamp
from core.runtime import OnStep, Step, quiet, seeded

DATA, SEEDS = "wikipedia-sample", 3
CODE = "core.masking.objectives.speaking"
V, WINDOW = 2_000, 32  # words
WRITTEN, LIKELY = 12, 8  # words that are written, and next words that are shown
EXAM = 200  # windows
HALVINGS = 6  # a look before the first step, one after the last, and between them at every doubling
PROMPT: Words = ("the", "president", "of", "the")


@dataclass(frozen=True)
class Config:
    """What is to be gone on with, and the knobs of one run."""

    prompt: Words = PROMPT
    steps: int = 2_000
    seed: int = 0


@dataclass(frozen=True)
class Look:
    """What the reader makes of the words after so many steps."""

    step: int
    nats: float  # a word of text that was never read, from those before it
    best: tuple[tuple[str, float], ...]  # the likeliest next words
    written: Words  # each drawn among the likeliest, by the same dice at every look


@dataclass(frozen=True, eq=False)
class Run:
    """A training with its looks."""

    config: Config
    losses: Float[np.ndarray, " steps"]
    looks: tuple[Look, ...]


@dataclass(frozen=True, eq=False)
class Study:
    """Recorded runs, one a seed."""

    runs: tuple[Run, ...]
    date: str
    machine: str
    code: str


def moments(steps: int) -> list[int]:
    """When it is looked at: 0, then doubling up to the last step."""
    return sorted({0, *(max(1, round(steps / 2**each)) for each in range(HALVINGS + 1))})


def speak(data: str, config: Config, *, device: str = "auto", on_step: OnStep = quiet) -> Run:
    """Train a reader to tell the next word, and look at it on the way."""
    reading = Reading(GPT, V=V, window=WINDOW, steps=config.steps, seed=config.seed)
    text = windows(data, V, WINDOW)
    ids, rule, dice = vocabulary(text.words, ()), CausalLM(), np.random.default_rng(0)
    exam = batch([row(rule.corrupt(window, dice), ids) for window in text.kept[:EXAM]], 0)
    with seeded(config.seed):
        model = Reader(len(ids), reading.D, reading.L, reading.H, 2 * MOST)
    looks, todo = list[Look](), moments(config.steps)

    @torch.no_grad()
    def look(step: int) -> None:
        told = Told(GPT, deepcopy(model).cpu().eval(), ids)
        best = fill(told, (*config.prompt, UNSAID), len(config.prompt), LIKELY).best
        written = write(told, config.prompt, WRITTEN, seed=config.seed)
        looks.append(Look(step, float(told.model(*exam)), best, written))

    def heard(step: Step) -> None:
        if todo and round(step.progress * config.steps) >= todo[0]:
            look(todo.pop(0))
        on_step(Step(step.progress, {**step.metrics, "nats": looks[-1].nats}))

    look(todo.pop(0))
    losses = fit(
        model,
        lambda reader, each: reader(*each),
        Batches(reading, text, ids, rule),
        lr=reading.lr,
        seed=config.seed,
        schedule=warmup(0.1),
        device=device,
        on_step=heard,
    )
    return Run(config, losses, tuple(looks))


def record(seeds: Sequence[int] = range(SEEDS)) -> Study:
    """Every seed, kept."""
    study = Study(tuple(speak(DATA, Config(seed=seed), device="cpu") for seed in seeds), **stamp(CODE))
    store.save(HOME / "speaking", study)
    return study


@cache
def recorded() -> Study:
    """The run of ``python -m core.masking.objectives speaking``."""
    return store.load(HOME / "speaking")
