"""The recorded study: UD English-EWT with MiniLM and with random weights, piece by piece, each a few minutes.

What the models say of the words is read once and kept in the cache folder.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import lru_cache, partial
from pathlib import Path

import numpy as np

from core import store
from core.jobs.cache import default_folder
from core.probes import recorded
from core.probes.composition import SCHEMES, Side, explained, short
from core.probes.config import TASKS, Config
from core.probes.features import Features, read
from core.probes.heads import best_heads
from core.probes.linear import Scaled, linear, right
from core.probes.mdl import online_code, uniform_code
from core.probes.pictures import ask, first, phrases
from core.probes.recorded import Code, Heads, Layers, Mix, Trees
from core.probes.scalar_mix import mixed
from core.probes.shipped import ship, ship_tags
from core.probes.structural import score, structural
from core.probes.tasks import exchanged, names
from core.probes.training import RANDOM, Rows, named, select
from core.probes.treebank import Treebank, edges, load, portion
from core.probes.trees import chain_score

SEEDS = 5
LEARN = 2000  # sentences
RANKS = (1, 2, 4, 8, 16, 32, 64, 128)
TREE = Config(task="tree", epochs=8, lr=1e-2)
BANKS = {"minilm": ("ewt-train", "ewt-test"), "zh-char": ("gsdsimp-dev", "gsdsimp-test")}
ENTITIES = ("conll03-train", "conll03-test")


@lru_cache(maxsize=4)
def states(model: str, bank: str, n: int, exchange: bool = False) -> Features:
    """What a model says of the first ``n`` sentences of a bank, from the cache folder where it was read before."""
    _home().mkdir(parents=True, exist_ok=True)
    file = _home() / f"{model.replace(':', '-')}-{bank}-{n}{'-exchanged' if exchange else ''}.npz"
    if file.exists():
        kept = np.load(file)
        return Features(kept["vectors"], kept["starts"])
    sentences = portion(load(bank), n).sentences
    words = [each for each, _ in exchanged(sentences, 0)] if exchange else [each.words for each in sentences]
    found = read(named(model), words)
    np.savez(file, vectors=found.vectors, starts=found.starts)
    return found


def once(name: str, measure: Callable[[], np.ndarray]) -> tuple[np.ndarray, float]:
    """What was measured, before or now, and how many seconds it took: a study that was stopped goes on where it was."""

    def timed() -> tuple[np.ndarray, float]:
        began = time.perf_counter()
        return measure(), time.perf_counter() - began

    return store.once(_home() / name.replace(":", "-"), timed)


def _home() -> Path:
    return default_folder() / "probes"


def banks(model: str, task: str = "") -> tuple[Treebank, Treebank]:
    """What is learnt from, and what is tested on."""
    learn, test = ENTITIES if task == "entity" else BANKS[model]
    few = task in ("entity", "order")
    return portion(load(learn), LEARN), portion(load(test), LEARN // 2 if few else 2 * LEARN)


def _states(reader: str, task: str, learn: Treebank, test: Treebank) -> tuple[Features, Features]:
    one, two = (states(reader, each.name, len(each.sentences), task == "order") for each in (learn, test))
    return one, two


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
        features = _states(reader, name, learn, test)
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
            about=_about(model, learn, test, SEEDS, Config.epochs, seconds),
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


def tree(model: str = "minilm", seeds: int = SEEDS) -> None:
    """The structural probe on every layer, and its rank on the best one; the probe of seed 0 is shipped."""
    began = time.perf_counter()
    learn, test = banks(model)
    measured: dict[str, dict[str, np.ndarray]] = {}
    for reader in (model, RANDOM + model):
        one, two = (states(reader, each.name, len(each.sentences)) for each in (learn, test))
        every = range(len(one.vectors))
        rows = []
        for seed in range(seeds):
            config = Config(task="tree", epochs=TREE.epochs, lr=TREE.lr, seed=seed)
            probe, _ = structural(one, learn.sentences, every, config)
            rows.append(score(probe, two, test.sentences, every))
            print(f"tree {reader} seed {seed}: {np.round(rows[-1]['uuas'], 3)}", flush=True)
            if seed == 0 and reader == model:
                ship(model, probe, config, learn, test, rows[-1])
        measured[reader] = {key: np.array([row[key] for row in rows]) for key in rows[0]}
    one, two = (states(model, each.name, len(each.sentences)) for each in (learn, test))
    best = int(measured[model]["uuas"].mean(0).argmax())
    by_rank = []
    for rank in RANKS:
        config = Config(task="tree", epochs=TREE.epochs, lr=TREE.lr, rank=rank)
        probe, _ = structural(one, learn.sentences, [best], config)
        by_rank.append(float(score(probe, two, test.sentences, [best])["uuas"][0]))
        print(f"rank {rank}: {by_rank[-1]:.3f}", flush=True)
    recorded.keep(
        f"tree-{model}",
        Trees(
            real=measured[model],
            random=measured[RANDOM + model],
            chain=chain_score(test.sentences),
            ranks=np.array(RANKS),
            by_rank=np.array(by_rank),
            rank_layer=best,
            edges=sum(len(edges(each)) for each in test.sentences),
            rank=TREE.rank,
            about=_about(model, learn, test, seeds, TREE.epochs, time.perf_counter() - began),
        ),
    )


def mix(name: str, model: str = "minilm", seeds: int = 3) -> None:
    """What a mix takes of the layers, and the cumulative scores."""
    learn, test = banks(model, name)
    features, labels = _states(model, name, learn, test), _labels(learn, name)

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
    about = _about(model, learn, test, seeds, Config.epochs, seconds)
    recorded.keep(f"mix-{name}", Mix(name, shares, scores, about))


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
    about = _about(model, half, half, seeds, Config.epochs, seconds)
    uniform = uniform_code(n, len(labels))
    recorded.keep(f"code-{name}", Code(name, bits["real"], bits["control"], bits["random"], uniform, n, about))


def _read(reader: str, learn: Treebank, test: Treebank) -> tuple[Side, Side]:
    one, two = _states(reader, "", learn, test)
    return (one, learn.sentences), (two, test.sentences)


def composition(model: str = "minilm", seeds: int = SEEDS) -> None:
    """What words in roles explain of sentence vectors: four schemes, random weights, roles dealt out at random."""
    learn, test = banks(model)
    found, seconds = dict[str, dict[str, np.ndarray]](), 0.0
    for reader in (model, RANDOM + model):
        one, two = _read(reader, learn, test)
        for scheme in SCHEMES:
            shares, took = once(f"composed-{scheme}-{reader}", partial(explained, one, two, scheme))
            found.setdefault(reader, {})[scheme] = shares
            seconds += took
            print(f"composed {scheme} {reader}: {np.round(shares, 3)}", flush=True)
    one, two = _read(model, learn, test)
    dealt = []
    for seed in range(seeds):
        shares, took = once(f"composed-dealt-{model}-{seed}", partial(explained, one, two, "tree", seed))
        dealt.append(shares)
        seconds += took
    print(f"composed dealt: {np.round(np.mean(dealt, 0), 3)}", flush=True)
    n = len(short(learn.sentences)), len(short(test.sentences))
    about = _about(model, learn, test, seeds, 0, seconds)
    real, random = found[model], found[RANDOM + model]
    recorded.keep(f"composition-{model}", recorded.Composed(real, random, np.array(dealt), n, about))


def heads(model: str = "minilm", n: int = 600) -> None:
    """The best head for each relation, and what random weights would score."""
    began = time.perf_counter()
    _, test = banks(model)
    some = portion(test, n)
    found, random = (best_heads(named(name), some.sentences) for name in (model, RANDOM + model))
    for each in found:
        print(each, flush=True)
    recorded.keep(f"heads-{model}", Heads(found, random, _about(model, some, some, 1, 0, time.perf_counter() - began)))


def _about(model: str, learn: Treebank, test: Treebank, seeds: int, epochs: int, seconds: float):
    return recorded.about(
        __name__,
        model=model,
        data=f"{learn.name}, {test.name} ({learn.licence})",
        sentences=(len(learn.sentences), len(test.sentences)),
        seeds=seeds,
        epochs=epochs,
        seconds=round(seconds, 1),
    )


def reading(model: str = "minilm") -> None:
    """Read everything that the trees and the word-level tasks need, and keep it."""
    for reader in (model, RANDOM + model):
        for each in banks(model):
            print(reader, each.name, states(reader, each.name, len(each.sentences)).vectors.shape, flush=True)


PIECES: dict[str, Callable[[], None]] = {
    "read": reading,
    "tree-minilm": tree,
    **{f"task-{name}": (lambda name=name: task(name)) for name, kind in TASKS.items() if kind != "tree"},
    **{f"mix-{name}": (lambda name=name: mix(name)) for name in ("upos", "relation", "tense", "number", "entity")},
    "code-upos": code,
    "heads-minilm": heads,
    "composition-minilm": composition,
    "own-minilm": first,
    "asked": ask,
    "phrases": phrases,
    "read-zh": lambda: reading("zh-char"),
    "tree-zh-char": lambda: tree("zh-char", 3),
    "own-zh-char": lambda: first("zh-char", "own-zh"),
}
