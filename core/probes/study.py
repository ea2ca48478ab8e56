"""The recorded study: UD English-EWT with MiniLM and with random weights, piece by piece, each a few minutes.

What the models say of the words is read once and kept in the cache folder.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import numpy as np

from core.probes import recorded
from core.probes.config import TASKS, Config
from core.probes.features import Features, read
from core.probes.heads import best_heads
from core.probes.linear import Scaled, linear, right
from core.probes.mdl import online_code
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
AMBIGUOUS = "They fish for fish in the lake ."
ENTITIES = ("conll03-train", "conll03-test")


@lru_cache(maxsize=4)
def states(model: str, bank: str, n: int, exchange: bool = False) -> Features:
    """What a model says of the first ``n`` sentences of a bank, from the cache folder where it was read before."""
    home = Path(os.environ.get("OBSERVATORY_CACHE") or Path.home() / ".cache" / "nlp-observatory") / "probes"
    home.mkdir(parents=True, exist_ok=True)
    file = home / f"{model.replace(':', '-')}-{bank}-{n}{'-exchanged' if exchange else ''}.npz"
    if file.exists():
        kept = np.load(file)
        return Features(kept["vectors"], kept["starts"])
    sentences = portion(load(bank), n).sentences
    words = [each for each, _ in exchanged(sentences, 0)] if exchange else [each.words for each in sentences]
    found = read(named(model), words)
    np.savez(file, vectors=found.vectors, starts=found.starts)
    return found


def banks(model: str, task: str = "") -> tuple[Treebank, Treebank]:
    """What is learnt from, and what is tested on."""
    learn, test = ENTITIES if task == "entity" else BANKS[model]
    few = task in ("entity", "order")
    return portion(load(learn), LEARN), portion(load(test), LEARN // 2 if few else 2 * LEARN)


def _sides(model: str, task: str, of: str) -> tuple[tuple[Treebank, Treebank], tuple[Features, Features]]:
    both = banks(of, task)
    change = task == "order"
    one, two = (states(model, each.name, len(each.sentences), change) for each in both)
    return both, (one, two)


def task(name: str, model: str = "minilm") -> None:
    """One task on every layer of the model and of random weights."""
    began, answers = time.perf_counter(), {}
    labels: tuple[str, ...] = ()
    majority, n = 0.0, (0, 0)
    for reader in (model, RANDOM + model):
        (learn, test), features = _sides(reader, name, model)
        labels = ("as written", "exchanged") if name == "order" else names(learn.sentences, name)
        for control in (False, True) if TASKS[name] == "word" else (False,):
            scores = []
            for seed in range(SEEDS):
                config = Config(task=name, control=control, seed=seed)
                one, two = _rows(features, learn, test, name, labels, config)
                scale = Scaled.of(one.X)
                probes, _ = linear(scale(one.X), one.y, len(labels), config)
                scores.append(right(probes, scale(two.X), two.y))
                if seed == 0 and name == "upos" and reader == model and not control:
                    ship_tags(model, labels, probes, scale, config, learn, test, {"accuracy": scores[-1]})
                if not control:
                    most = np.bincount(one.y, minlength=len(labels)).argmax()
                    majority, n = float((two.y == most).mean()), (len(one.y), len(two.y))
            answers[reader, control] = np.array(scores)
            print(f"{name} {reader} control={control} {np.round(answers[reader, control].mean(0), 3)}", flush=True)
    learn, test = banks(model, name)
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
            about=_about(model, learn, test, SEEDS, Config.epochs, began),
        ),
    )


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
            about=_about(model, learn, test, seeds, TREE.epochs, began),
        ),
    )


def mix(name: str, model: str = "minilm", seeds: int = 3) -> None:
    """What a mix takes of the layers, and the cumulative scores."""
    began = time.perf_counter()
    (learn, test), features = _sides(model, name, model)
    labels = ("as written", "exchanged") if name == "order" else names(learn.sentences, name)
    shares, scores = [], []
    for seed in range(seeds):
        config = Config(task=name, layer=-1, seed=seed)
        one, two = _rows(features, learn, test, name, labels, config)
        scale = Scaled.of(one.X)
        mixes, _ = mixed(scale(one.X), one.y, len(labels), config)
        shares.append(mixes.shares[-1].detach().numpy())
        scores.append(right(mixes, scale(two.X), two.y))
    print(f"mix {name}: {np.round(np.mean(shares, 0), 3)} {np.round(np.mean(scores, 0), 3)}", flush=True)
    about = _about(model, learn, test, seeds, Config.epochs, began)
    recorded.keep(f"mix-{name}", Mix(name, np.array(shares, float), np.array(scores), about))


def code(name: str = "upos", model: str = "minilm", seeds: int = 3) -> None:
    """Bits of the online code: real labels, control labels, random weights; on half of the sentences."""
    began = time.perf_counter()
    learn, test = banks(model, name)
    half = portion(load(learn.name), LEARN // 2)
    bits: dict[str, np.ndarray] = {}
    uniform, n = 0.0, 0
    for kind, reader, control in (("real", model, False), ("control", model, True), ("random", RANDOM + model, False)):
        features = states(reader, learn.name, len(half.sentences))
        labels, rows = names(half.sentences, name), []
        for seed in range(seeds):
            config = Config(task=name, control=control, seed=seed)
            one, _ = select(features, features, half.sentences, half.sentences, name, labels, config)
            cost, uniform = online_code(Scaled.of(one.X)(one.X), one.y, len(labels), config)
            rows.append(cost)
            n = len(one.y)
        bits[kind] = np.array(rows)
        print(f"code {name} {kind}: {np.round(bits[kind].mean(0) / 1000, 1)} kbit of {uniform / 1000:.1f}", flush=True)
    about = _about(model, half, test, seeds, Config.epochs, began)
    recorded.keep(f"code-{name}", Code(name, bits["real"], bits["control"], bits["random"], uniform, n, about))


def heads(model: str = "minilm", n: int = 600) -> None:
    """The best head for each relation, and what random weights would score."""
    began = time.perf_counter()
    _, test = banks(model)
    some = portion(test, n)
    found, random = (best_heads(named(name), some.sentences) for name in (model, RANDOM + model))
    for each in found:
        print(each, flush=True)
    recorded.keep(f"heads-{model}", Heads(found, random, _about(model, some, some, 1, 0, began)))


def _about(model: str, learn: Treebank, test: Treebank, seeds: int, epochs: int, began: float):
    return recorded.about(
        __name__,
        model=model,
        data=f"{learn.name}, {test.name} ({learn.licence})",
        sentences=(len(learn.sentences), len(test.sentences)),
        seeds=seeds,
        epochs=epochs,
        seconds=round(time.perf_counter() - began, 1),
    )


def reading(model: str = "minilm") -> None:
    """Read everything that the trees and the word-level tasks need, and keep it."""
    for reader in (model, RANDOM + model):
        for each in banks(model):
            print(reader, each.name, states(reader, each.name, len(each.sentences)).vectors.shape, flush=True)


def first(model: str = "minilm", bank: str = "own-en") -> None:
    """What the shipped probes say of our own sentences, so that the first picture needs no model."""
    from core.probes.live import read_words

    reader = named(model)
    sentences = load(bank).sentences
    read_ = tuple(read_words(each.words, reader) for each in sentences)
    recorded.keep(f"own-{model}", recorded.Own(bank, read_, recorded.stamp(__name__, model)))


def ask(model: str = "minilm-mlm") -> None:
    """Verbs after subjects, and facts; and the ambiguous sentence as the probes read it."""
    from core.probes.asking import FACTS, SUBJECTS, agreement, facts
    from core.probes.live import read_words

    filler = named(model)
    answers = [agreement(filler, subject, plural=plural) for subject in SUBJECTS for plural in (False, True)]
    shares = np.stack([found for found, _ in answers]).reshape(len(SUBJECTS), 2, 2, -1)
    ranks = np.array([[given.rank, blind.rank] for given, blind in facts(filler)]).T
    texts, words, _ = zip(*FACTS, strict=True)
    sentences = tuple(each[-1] for _, each in answers)
    stamp = recorded.stamp(__name__, model)
    recorded.keep("asked", recorded.Asked(shares, sentences, texts, words, ranks, stamp))
    recorded.keep("ambiguous", read_words(AMBIGUOUS.split(), named("minilm")))


def phrases(model: str = "minilm", bank: str = "own-en") -> None:
    """Phrases of our own sentences as points; and the classifier that is to be attacked."""
    from core.probes.attack import learnt
    from core.probes.phrases import survey

    sentences = load(bank).sentences
    words = [each.words for each in sentences]
    real, random = (read(named(name), words) for name in (model, RANDOM + model))
    recorded.keep("phrases", survey(real, random, sentences, recorded.stamp(__name__, model)))
    recorded.keep("mood", learnt(named(model)))


PIECES: dict[str, Callable[[], None]] = {
    "read": reading,
    "tree-minilm": tree,
    **{f"task-{name}": (lambda name=name: task(name)) for name, kind in TASKS.items() if kind != "tree"},
    **{f"mix-{name}": (lambda name=name: mix(name)) for name in ("upos", "relation", "tense", "number", "entity")},
    "code-upos": code,
    "heads-minilm": heads,
    "own-minilm": first,
    "asked": ask,
    "phrases": phrases,
    "read-zh": lambda: reading("zh-char"),
    "tree-zh-char": lambda: tree("zh-char", 3),
    "own-zh-char": lambda: first("zh-char", "own-zh"),
}
