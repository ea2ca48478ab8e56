"""Train a reader by a schedule that grows, beside one that is full from the start.

    train("wikipedia-sample", GROWING).nats      # beside train("wikipedia-sample", Config()).nats

Every schedule reads the same number of tokens, in rows cut from the same windows. After each twentieth of them the
reader is asked for hidden words in windows that were kept back; the clock runs for the steps alone. A reader begins
with counted vectors and frequencies: from dice, all of this would pass before it knows more than how often words are.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from jaxtyping import Int
from torch import Tensor

from core import store
from core.fit import fit
from core.jobs.cache import default_folder
from core.masking.corruption import MASK, UNK, flat
from core.masking.objectives.labels import HOME
from core.masking.objectives.masked import MLM
from core.masking.objectives.ramps import ARMS, Config, Planned, Ramp, Run, Study, plan
from core.masking.objectives.reader import NOT_ASKED, Reader, intact, number, vocabulary
from core.masking.objectives.training import windows
from core.provenance import code_version, stamp
from core.runtime import OnStep, Step, quiet, seeded, within

DATA, SEEDS = "wikipedia-sample", 5
CODE = "core.masking.objectives.growing"
LOOKS, ASKED = 20, 200  # times that the reader is asked, and windows that it is asked about


@dataclass(frozen=True, eq=False)
class Growing:
    """The batches of a plan, the same at every reading: parts of windows, 15 % asked for, 80/10/10 as in ``MLM``."""

    steps: tuple[Planned, ...]
    read: Int[np.ndarray, "N T"]
    mask: int
    unknown: int
    seed: int

    def __len__(self) -> int:
        return len(self.steps)

    def __iter__(self) -> Iterator[tuple[Tensor, ...]]:
        dice = np.random.default_rng(self.seed)
        for step in self.steps:
            shape = (step.rows, step.words)
            start = dice.integers(self.read.shape[1] - step.words + 1, size=(step.rows, 1))
            chosen = self.read[dice.integers(len(self.read), size=(step.rows, 1)), start + np.arange(step.words)]
            asked = (dice.random(shape) < MLM.rate) & (chosen != self.unknown)  # a word without a name is not asked for
            fate, other = dice.random(shape), dice.choice(self.read.ravel(), size=shape)
            shown = np.where(asked & (fate < MLM.mask + MLM.random), other, chosen)
            shown = np.where(asked & (fate < MLM.mask), self.mask, shown)
            targets = torch.from_numpy(np.where(asked, chosen, NOT_ASKED))
            yield *intact(shown, causal=False), targets, torch.full((step.rows, 2), -1)


def train(data: str, config: Config, *, device: str = "auto", on_step: OnStep = quiet) -> Run:
    """Train a reader to fill gaps by a schedule, and ask it twenty times on the way."""
    text = windows(data, config.V, config.words)
    ids = vocabulary(text.words, ())
    read, kept = (
        np.array([[number(word, ids) for word in flat(window)] for window in part])
        for part in (text.read, text.kept[:ASKED])
    )
    exam = examined(kept, ids[MASK], ids[UNK])
    steps, looks = plan(config), list[tuple[int, float, float]]()
    with seeded(config.seed):
        model = Reader(len(ids), config.D, config.L, config.H, config.words)
    model.begin_counted(read, config.seed)
    spent, began = 0.0, 0.0

    def look(tokens: int) -> None:
        model.eval()
        looks.append((tokens, spent, asked(model, exam)))
        model.train()

    def loss_on(reader, each: tuple[Tensor, ...]) -> Tensor:
        nonlocal began
        began = time.process_time()
        return reader(*each)

    def heard(step: Step) -> None:
        nonlocal spent
        spent += time.process_time() - began
        done = round(step.progress * len(steps))
        tokens = steps[done].before if done < len(steps) else steps[-1].before + steps[-1].words * steps[-1].rows
        if tokens >= len(looks) * config.tokens / LOOKS:
            look(tokens)
        on_step(Step(tokens / config.tokens if done < len(steps) else 1.0, {**step.metrics, "nats": looks[-1][2]}))

    look(0)
    fit(
        model,
        loss_on,
        Growing(tuple(steps), read, ids[MASK], ids[UNK], config.seed),
        lr=config.rate,
        seed=config.seed,
        schedule=lambda progress: steps[round(progress * len(steps))].factor,
        device=device,
        on_step=heard,
    )
    tokens, seconds, nats = (np.array(each) for each in zip(*looks, strict=True))
    return Run(config, len(steps), tokens, seconds, nats)


@torch.no_grad()
def asked(model: Reader, exam: tuple[Tensor, ...]) -> float:
    """Nats per hidden word of windows that were kept back; asked on the processor."""
    device = next(model.parameters()).device
    found = float(model.to("cpu")(*exam))
    model.to(device)
    return found


def examined(kept: Int[np.ndarray, "N T"], mask: int, unknown: int) -> tuple[Tensor, ...]:
    """Kept windows with 15 % of their known words hidden, the same for every reader."""
    hidden = (np.random.default_rng(1).random(kept.shape) < MLM.rate) & (kept != unknown)
    targets = torch.from_numpy(np.where(hidden, kept, NOT_ASKED))
    return *intact(np.where(hidden, mask, kept), causal=False), targets, torch.full((len(kept), 2), -1)


@dataclass(frozen=True, eq=False)
class Both:
    """A schedule and the constant one, on the same windows by the same seed."""

    growing: Run
    constant: Run


def beside(data: str, config: Config, *, device: str = "auto", on_step: OnStep = quiet) -> Both:
    """Train by a schedule, then with everything full from the start."""
    growing = train(data, config, device=device, on_step=within(on_step, 0, 0.5))
    full = replace(config, length=Ramp(), batch=Ramp(), lr=Ramp())
    return Both(growing, train(data, full, device=device, on_step=within(on_step, 0.5, 1)))


def record(seeds: Sequence[int] = range(SEEDS)) -> None:
    """Train every schedule with every seed; what is done lies in the cache, so an interrupted study goes on."""
    runs = [[once(name, seed) for seed in seeds] for name in ARMS]
    study = Study(
        names=tuple(ARMS),
        steps=tuple(each[0].steps for each in runs),
        tokens=np.array([each[0].tokens for each in runs]),
        seconds=np.array([[run.seconds for run in each] for each in runs]),
        nats=np.array([[run.nats for run in each] for each in runs]),
        **stamp(CODE),
    )
    store.save(HOME / "ramps", study)


def once(name: str, seed: int) -> Run:
    """One run of the study, kept for the next time."""
    place = default_folder() / f"ramps-{code_version(CODE)}" / f"{name}-{seed}"
    return store.once(place, lambda: train(DATA, replace(ARMS[name], seed=seed), device="cpu"))
