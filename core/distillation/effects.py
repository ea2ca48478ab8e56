"""Claims about distillation: four pairs of students that differ in one thing, on requests to an assistant (SNIPS).

Both students of a pair see the same 300 sentences with their labels, in the same order and from the same start. The
control of the first claim is the student with label smoothing, which is soft without a teacher: it must gain nothing.
The others grade both students of the pair on shuffled labels: whoever still leads there leads by chance.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from core.claims.claim import Trial
from core.distillation.lesson import Config, Run
from core.distillation.measures import accuracy
from core.runtime import OnStep, Step, quiet

CORPUS = "snips"
ROWS = 300
SHUFFLES = 50
BASE = Config(student="narrow-2", labels=ROWS, transfer=ROWS, steps=200, B=16, lr=1e-3)
SIDES = {
    "labels": replace(BASE, method="labels"),
    "smooth": replace(BASE, method="smooth"),
    "soft": replace(BASE, method="soft"),
    "skip": replace(BASE, method="pkd", mapping="skip"),
    "last": replace(BASE, method="pkd", mapping="last"),
    "tinybert": replace(BASE, method="tinybert"),
    "distilbert": replace(BASE, method="distilbert"),
}


def soft_beats_labels(seed: int, *, scale: str, device: str = "auto", on_step: OnStep = quiet) -> Trial:
    """One seed of: soft targets teach a student more than its labels alone; smoothing must not."""
    names = ("soft", "labels", "smooth")
    soft, labels, smooth = (100 * run.accuracy for run in _runs(seed, names, scale, device, on_step))
    return Trial(soft - labels, smooth - labels, {"soft": soft, "labels": labels, "smooth": smooth})


def pkd_beats_kd(seed: int, *, scale: str, device: str = "auto", on_step: OnStep = quiet) -> Trial:
    """One seed of: a patient student, which also matches states inside, beats one of soft targets."""
    return _pair(seed, "skip", "soft", scale, device, on_step)


def skip_beats_last(seed: int, *, scale: str, device: str = "auto", on_step: OnStep = quiet) -> Trial:
    """One seed of: PKD from every so many layers beats PKD from the last ones."""
    return _pair(seed, "skip", "last", scale, device, on_step)


def tinybert_beats_distilbert(seed: int, *, scale: str, device: str = "auto", on_step: OnStep = quiet) -> Trial:
    """One seed of: TinyBERT's two stages beat DistilBERT's three losses."""
    return _pair(seed, "tinybert", "distilbert", scale, device, on_step)


def _pair(seed: int, one: str, other: str, scale: str, device: str, on_step: OnStep) -> Trial:
    from core.distillation.texts import read

    first, second = _runs(seed, (one, other), scale, device, on_step)
    labels, dice = read(CORPUS).held_labels, np.random.default_rng(seed)
    chance = [_lead(first, second, dice.permutation(labels)) for _ in range(SHUFFLES)]
    return Trial(
        _lead(first, second, labels), float(np.mean(chance)), {one: 100 * first.accuracy, other: 100 * second.accuracy}
    )


def _lead(one: Run, other: Run, labels: np.ndarray) -> float:
    """Points out of 100."""
    return 100 * (accuracy(one.logits, labels) - accuracy(other.logits, labels))


def _runs(seed: int, names: tuple[str, ...], scale: str, device: str, on_step: OnStep) -> list[Run]:
    from core.distillation.kept import trained

    found = []
    for at, name in enumerate(names):
        config = replace(SIDES[name], seed=seed, steps={"small": 1, "full": 4}[scale] * BASE.steps)
        found.append(trained(CORPUS, config, device=device))
        on_step(Step((at + 1) / len(names), {"accuracy": found[-1].accuracy}))
    return found
