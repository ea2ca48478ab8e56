"""Next sentence and sentence order as heads on an encoder that was ready before: MiniLM's vectors of two sentences.

A linear head reads ``[a, b, |a - b|, a * b]``. Beside it the shortcut that needs no model: the best threshold on the
share of common words. Same pairs for both. No torch on the way to what was recorded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from jaxtyping import Float

from core import store
from core.masking.corruption import Corruption
from core.masking.objectives.labels import HOME
from core.masking.objectives.sentences import NSP, SOP
from core.provenance import stamp
from core.runtime import OnStep, Step, quiet

DATA, SEEDS, PAIRS, AT_ONCE = "wikipedia-sample", 5, 800, 64
ASKED = ("nsp", "sop")


@dataclass(frozen=True)
class Config:
    pairs: int = 400  # to learn from, and as many others to be asked about
    seed: int = 0


@dataclass(frozen=True, eq=False)
class Scores:
    """The share of pairs told right, by question (``ASKED``)."""

    words: Float[np.ndarray, "2"]  # by a threshold on common words
    head: Float[np.ndarray, "2"]


@dataclass(frozen=True, eq=False)
class Heads:
    """The same with several seeds."""

    words: Float[np.ndarray, "seeds 2"]
    head: Float[np.ndarray, "seeds 2"]
    pairs: int
    date: str
    machine: str
    code: str


def train(data: str, config: Config, *, device: str = "auto", on_step: OnStep = quiet) -> Scores:
    """Ask both questions about the same passages: draw pairs, read each sentence once, fit a head for either."""
    from core.masking.objectives.claims import common, separable
    from core.masking.objectives.training import Config as Reading
    from core.masking.objectives.training import parts, passages
    from core.models import load

    dice, text = np.random.default_rng(config.seed), passages(data, Reading.V)
    found = [
        [
            rule.corrupt(windows[at], dice)
            for rule, windows in zip(rules, (text.read, text.kept), strict=True)
            for at in dice.permutation(len(windows))[: config.pairs].tolist()
        ]
        for rules in ((NSP(parts(text.read)), NSP(parts(text.kept))), (SOP(), SOP()))
    ]
    sentences = dict.fromkeys(side for made in found for each in made for side in sides(each))
    model, order = load(device=device), [*sentences]
    vectors = []
    for start in range(0, len(order), AT_ONCE):
        vectors.append(model.embed(order[start : start + AT_ONCE]))
        on_step(Step(0.95 * min(1.0, (start + AT_ONCE) / len(order))))
    table = dict(zip(order, np.concatenate(vectors), strict=True))
    words, head = [], []
    for made in found:
        truth = np.array([each.targets[0] == made[0].targets[0] for each in made])  # one label or the other
        words.append(separable(np.array([common(each) for each in made]), truth))
        head.append(linear(np.array([features(*(table[side] for side in sides(each))) for each in made]), truth))
    on_step(Step(1.0))
    return Scores(np.array(words), np.array(head))


def sides(made: Corruption) -> tuple[str, str]:
    """The two sentences of a pair."""
    words = [[word for word, kind in zip(made.inputs, made.segments, strict=True) if kind == part] for part in (0, 1)]
    return " ".join(words[0][1:-1]), " ".join(words[1][:-1])


def features(a: Float[np.ndarray, " D"], b: Float[np.ndarray, " D"]) -> Float[np.ndarray, " 4*D"]:
    """What the head reads: order counts in the first half, likeness in the second."""
    return np.concatenate([a, b, np.abs(a - b), a * b])


def linear(X: Float[np.ndarray, "N F"], truth: np.ndarray) -> float:
    """Accuracy on the second half of a ridge classifier that was fitted to the first, its penalty too."""
    from sklearn.linear_model import RidgeClassifierCV
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    half = len(X) // 2
    fitted = make_pipeline(StandardScaler(), RidgeClassifierCV(np.logspace(0, 6, 13))).fit(X[:half], truth[:half])
    return float(fitted.score(X[half:], truth[half:]))


def record(seeds: Sequence[int] = range(SEEDS)) -> Heads:
    """Every seed, kept."""
    found = [train(DATA, Config(PAIRS, seed)) for seed in seeds]
    words, head = (np.array([getattr(each, side) for each in found]) for side in ("words", "head"))
    study = Heads(words, head, PAIRS, **stamp("core.masking.objectives.heads"))
    store.save(HOME / "heads", study)
    return study


@cache
def recorded() -> Heads:
    """The run of ``python -m core.masking.objectives heads``."""
    return store.load(HOME / "heads")
