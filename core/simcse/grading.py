"""Every encoder we have, on the same gold pairs: where the recorded figure comes from."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from core.models import load
from core.models.model import Model
from core.models.scrambled import scrambled
from core.provenance import stamp
from core.simcse import chinese
from core.simcse.config import Gold
from core.simcse.encode import vectors
from core.simcse.flow import fit_flow
from core.simcse.measures import unit
from core.simcse.plain import BASES, Setting, tune
from core.simcse.recorded import GRADED, PAIRS, First, Flowed, Graded, Tuning, keep
from core.simcse.sts import gold, grade, spearman
from core.simcse.whitening import whitening

Encode = Callable[[Sequence[str]], np.ndarray]

MEASURES = 8  # on the way of a tuning
DIRECTIONS = (4, 8, 16, 32, 64, 96, 128, 192, 240, 384)  # that whitening keeps
TUNED: dict[str, dict[Setting, str]] = {  # no Chinese triples that may be shared are at hand
    "en": {"dropout": "simcse", "triples": "simcse-supervised"},
    "zh": {"dropout": "simcse"},
}


def pooled(model: Model, pooler: str) -> Encode:
    """Vectors of a model by a pooler; the whitened ways ask for the same ones again, so they are kept."""
    known: dict[tuple[str, ...], np.ndarray] = {}

    def encode(texts: Sequence[str]) -> np.ndarray:
        if tuple(texts) not in known:
            known[tuple(texts)] = vectors(model, texts, pooler)
        return known[tuple(texts)]

    return encode


def encoders(model: Model, learn_from: Sequence[str]) -> dict[str, Encode]:
    """The ways to use one model, by name. Whitening is learnt from sentences that are not graded."""

    def white(pooled: Encode) -> Encode:
        learnt = whitening(pooled(learn_from))
        return lambda texts: learnt(pooled(texts))

    static, mean = pooled(model, "static"), pooled(model, "mean")

    return {
        "static": static,
        "cls": pooled(model, "cls"),
        "first-last": pooled(model, "first-last"),
        "mean": mean,
        "static-whitened": white(static),
        "mean-whitened": white(mean),
        "random": pooled(scrambled(model), "mean"),
    }


def record_graded(name: str) -> Graded:
    """Grade all ways to use one model, tune it where it has had no contrastive training, and keep the cards."""
    began, language = time.perf_counter(), GRADED[name]
    test, dev, learn = (gold(language, part) for part in ("test", "dev", "train"))
    learn_from = tuple(dict.fromkeys([*learn.first, *learn.second]))[:2000]
    ways, tunings = encoders(load(name), learn_from), {}
    with TemporaryDirectory() as scratch:
        for setting, way in TUNED[language].items() if name in BASES.values() else ():
            folder = Path(scratch) / way
            run = tune(setting, test, language=language, measures=MEASURES, keep=folder)
            tunings[way] = Tuning(run.at, run.alignment, run.uniformity, run.spearman)
            tuned = load(folder)
            ways[way] = lambda texts, tuned=tuned: vectors(tuned, texts)
        cards, scores = {}, {}
        for way, encode in ways.items():
            cards[way] = grade(*_sides(encode, test), test)
            x, y = map(unit, _sides(encode, dev))
            scores[way] = spearman((x * y).sum(1), np.array(dev.scores))
            print(f"{name} {way:20} test {cards[way].spearman:.3f}, dev {scores[way]:.3f}", flush=True)
    kept = np.array([K for K in DIRECTIONS if K <= load(name).D])
    whitened = np.array([_whitened(ways["mean"], learn_from, int(K), test) for K in kept])
    seconds = round(time.perf_counter() - began, 1)
    run = Graded(
        name, cards, scores, tunings, kept, whitened, test.name, seconds=seconds, **stamp("core.simcse.grading")
    )
    keep(f"graded-{name}", run)
    return run


def record_flow(name: str) -> Flowed:
    """Bend the mean vectors of one model by a flow, and grade them beside the same directions whitened only."""
    began, language = time.perf_counter(), GRADED[name]
    test, dev, learn = (gold(language, part) for part in ("test", "dev", "train"))
    learn_from = tuple(dict.fromkeys([*learn.first, *learn.second]))[:2000]
    mean = pooled(load(name), "mean")
    flow = fit_flow(mean(learn_from))
    ways: dict[str, Encode] = {"mean": mean, "mean-whitened": lambda texts: flow.first(mean(texts))}
    ways["mean-flow"] = lambda texts: flow(mean(texts))
    cards = {way: grade(*_sides(encode, test), test) for way, encode in ways.items()}
    scores = {}
    for way, encode in ways.items():
        x, y = map(unit, _sides(encode, dev))
        scores[way] = spearman((x * y).sum(1), np.array(dev.scores))
        print(f"{name} {way:20} test {cards[way].spearman:.3f}, dev {scores[way]:.3f}", flush=True)
    white, bent = flow.nats(np.concatenate(_sides(mean, test)))
    run = Flowed(
        model=name,
        cards=cards,
        dev=scores,
        nats={"white": white, "flow": bent},
        directions=flow.first.kernel.shape[1],
        learnt_from=len(learn_from),
        data=test.name,
        seconds=round(time.perf_counter() - began, 1),
        **stamp("core.simcse.grading"),
    )
    keep(f"flow-{name}", run)
    return run


def _whitened(mean: Encode, learn_from: Sequence[str], K: int, pairs: Gold) -> float:
    learnt = whitening(mean(learn_from), K)
    x, y = (unit(learnt(side)) for side in _sides(mean, pairs))
    return spearman((x * y).sum(1), np.array(pairs.scores))


def _sides(encode: Encode, pairs: Gold) -> tuple[np.ndarray, np.ndarray]:
    both = encode([*pairs.first, *pairs.second])
    return both[: len(pairs.first)], both[len(pairs.first) :]


def record_first(lang: str) -> First:
    """Embed the pairs of the first picture and keep them."""
    model = load(chinese.MODEL) if lang == "zh" else load()
    encode = chinese.encode if lang == "zh" else vectors
    x, y = (encode(model, side) for side in zip(*PAIRS[lang], strict=True))
    run = First(x, y, model.name, model.digest, **stamp("core.simcse.grading"))
    keep(f"first-{lang}", run)
    return run
