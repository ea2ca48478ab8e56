"""The recorded studies of labels: accuracies layer by layer, what a mix takes of the layers, bits of a code."""

from __future__ import annotations

from functools import partial

import numpy as np

from core.probes import recorded
from core.probes.config import TASKS, Config
from core.probes.features import Features
from core.probes.kept import LEARN, about, banks, once, pair, states
from core.probes.linear import Scaled, linear, right
from core.probes.mdl import online_code, uniform_code
from core.probes.recorded import Code, Layers, Mix
from core.probes.scalar_mix import mixed
from core.probes.shipped import ship_tags
from core.probes.tasks import exchanged, names
from core.probes.training import RANDOM, Rows, select
from core.probes.treebank import Treebank, load, portion

SEEDS = 5


def task(name: str, model: str = "minilm") -> None:
    """One task on every layer of the model and of random weights; the part-of-speech probes of seed 0 are shipped."""
    seconds, majority, n, answers = 0.0, 0.0, (0, 0), dict[tuple[str, bool], np.ndarray]()
    learn, test = banks(model, name)
    labels = _labels(learn, name)

    def measure(reader: str, config: Config, one: Rows, two: Rows) -> np.ndarray:
        scale = Scaled.of(one.X)
        probes, _ = linear(scale(one.X), one.y, len(labels), config)
        found = right(probes, scale(two.X), two.y)
        if name == "upos" and reader == model and config.seed == 0 and not config.control:
            ship_tags(model, labels, probes, scale, config, learn, test, {"accuracy": found})
        return found

    for reader in (model, RANDOM + model):
        features = pair(reader, name, learn, test)
        for control in (False, True) if TASKS[name] == "word" else (False,):
            scores = []
            for seed in range(SEEDS):
                config = Config(task=name, control=control, seed=seed)
                one, two = _rows(features, learn, test, name, labels, config)
                piece = f"{'control' if control else 'task'}-{name}-{reader}-{seed}"
                found, took = once(piece, partial(measure, reader, config, one, two))
                scores.append(found)
                seconds += took
                if not control:
                    most = np.bincount(one.y, minlength=len(labels)).argmax()
                    majority, n = float((two.y == most).mean()), (len(one.y), len(two.y))
            answers[reader, control] = np.array(scores)
            print(f"{name} {reader} control={control} {np.round(answers[reader, control].mean(0), 3)}", flush=True)
    none = np.zeros((0, 0))
    recorded.keep(
        f"task-{name}",
        Layers(
            task=name,
            labels=labels,
            real=answers[model, False],
            control=answers.get((model, True), none),
            random=answers[RANDOM + model, False],
            random_control=answers.get((RANDOM + model, True), none),
            majority=majority,
            n=n,
            about=about(__name__, model, learn, test, SEEDS, Config.epochs, seconds),
        ),
    )


def _labels(learn: Treebank, name: str) -> tuple[str, ...]:
    return ("as written", "exchanged") if name == "order" else names(learn.sentences, name)


def _rows(
    features: tuple[Features, Features], learn: Treebank, test: Treebank, name: str, labels, config: Config
) -> tuple[Rows, Rows]:
    if name != "order":
        one, two = features
        return select(one, two, learn.sentences, test.sentences, name, labels, config)
    one, two = (
        Rows(side.means(), np.array([changed for _, changed in exchanged(bank.sentences, 0)], dtype=np.int64))
        for side, bank in zip(features, (learn, test), strict=True)
    )
    return one, two


def mix(name: str, model: str = "minilm", seeds: int = 3) -> None:
    """What a mix takes of the layers, and the cumulative scores."""
    learn, test = banks(model, name)
    features, labels = pair(model, name, learn, test), _labels(learn, name)

    def measure(config: Config, one: Rows, two: Rows) -> np.ndarray:
        scale = Scaled.of(one.X)
        mixes, _ = mixed(scale(one.X), one.y, len(labels), config)
        return np.stack([mixes.shares[-1].detach().numpy(), right(mixes, scale(two.X), two.y)])

    rows, seconds = [], 0.0
    for seed in range(seeds):
        config = Config(task=name, layer=-1, seed=seed)
        sides = _rows(features, learn, test, name, labels, config)
        found, took = once(f"mix-{name}-{model}-{seed}", partial(measure, config, *sides))
        rows.append(found)
        seconds += took
    shares, scores = np.stack(rows, axis=1)
    print(f"mix {name}: {np.round(shares.mean(0), 3)} {np.round(scores.mean(0), 3)}", flush=True)
    stamp = about(__name__, model, learn, test, seeds, Config.epochs, seconds)
    recorded.keep(f"mix-{name}", Mix(name, shares, scores, stamp))


def code(name: str = "upos", model: str = "minilm", seeds: int = 3) -> None:
    """Bits of the online code: real labels, control labels, random weights; on half of the sentences."""
    learn, _ = banks(model, name)
    half = portion(load(learn.name), LEARN // 2)
    labels = names(half.sentences, name)

    def measure(config: Config, rows: Rows) -> np.ndarray:
        return online_code(Scaled.of(rows.X)(rows.X), rows.y, len(labels), config)[0]

    bits, n, seconds = dict[str, np.ndarray](), 0, 0.0
    for kind, reader, control in (("real", model, False), ("control", model, True), ("random", RANDOM + model, False)):
        features = states(reader, learn.name, len(half.sentences))
        found = []
        for seed in range(seeds):
            config = Config(task=name, control=control, seed=seed)
            rows, _ = select(features, features, half.sentences, half.sentences, name, labels, config)
            cost, took = once(f"code-{name}-{kind}-{model}-{seed}", partial(measure, config, rows))
            found.append(cost)
            n, seconds = len(rows.y), seconds + took
        bits[kind] = np.array(found)
        print(f"code {name} {kind}: {np.round(bits[kind].mean(0) / 1000, 1)} kbit", flush=True)
    stamp = about(__name__, model, half, half, seeds, Config.epochs, seconds)
    uniform = uniform_code(n, len(labels))
    recorded.keep(f"code-{name}", Code(name, bits["real"], bits["control"], bits["random"], uniform, n, stamp))
