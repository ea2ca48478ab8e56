"""The recorded studies of structure: trees in distances, heads that follow relations, words in roles."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import numpy as np

from core.probes import recorded
from core.probes.composition import SCHEMES, Side, explained, short
from core.probes.config import Config
from core.probes.heads import best_heads
from core.probes.kept import TREE, about, banks, once, pair, states
from core.probes.recorded import Heads, Trees
from core.probes.shipped import ship
from core.probes.structural import score, structural
from core.probes.training import RANDOM, named
from core.probes.treebank import Treebank, edges, portion
from core.probes.trees import MEASURES, neighbours

SEEDS = 5
RANKS = (1, 2, 4, 8, 16, 32, 64, 128)


def tree(model: str = "minilm", seeds: int = SEEDS) -> None:
    """The structural probe on every layer, and its rank on the best one; the probe of seed 0 is shipped."""
    (learn, test), seconds = banks(model), 0.0
    found = dict[str, dict[str, np.ndarray]]()

    def measure(reader: str, config: Config, layers: Sequence[int]) -> np.ndarray:
        one, two = pair(reader, "tree", learn, test)
        probe, _ = structural(one, learn.sentences, layers, config)
        row = score(probe, two, test.sentences, layers)
        if config.seed == 0 and reader == model and len(layers) > 1:
            ship(model, probe, config, learn, test, row)
        return np.stack([row[name] for name in MEASURES])

    every = range(len(states(model, learn.name, len(learn.sentences)).vectors))
    for reader in (model, RANDOM + model):
        rows = []
        for seed in range(seeds):
            row, took = once(f"tree-{reader}-{seed}", partial(measure, reader, replace(TREE, seed=seed), every))
            rows.append(row)
            seconds += took
            print(f"tree {reader} seed {seed}: {np.round(row[0], 3)}", flush=True)
        found[reader] = dict(zip(MEASURES, np.stack(rows, axis=1), strict=True))
    best, by_rank = int(found[model]["uuas"].mean(0).argmax()), []
    for rank in RANKS:
        row, took = once(f"tree-{model}-rank-{rank}", partial(measure, model, replace(TREE, rank=rank), [best]))
        by_rank.append(float(row[0, 0]))
        seconds += took
        print(f"rank {rank}: {by_rank[-1]:.3f}", flush=True)
    recorded.keep(
        f"tree-{model}",
        Trees(
            real=found[model],
            random=found[RANDOM + model],
            neighbours=neighbours(test.sentences),
            ranks=np.array(RANKS),
            by_rank=np.array(by_rank),
            rank_layer=best,
            edges=sum(len(edges(each)) for each in test.sentences),
            rank=TREE.rank,
            about=about(__name__, model, learn, test, seeds, TREE.epochs, seconds),
        ),
    )


def _read(reader: str, learn: Treebank, test: Treebank) -> tuple[Side, Side]:
    one, two = pair(reader, "", learn, test)
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
    stamp = about(__name__, model, learn, test, seeds, 0, seconds)
    real, random = found[model], found[RANDOM + model]
    recorded.keep(f"composition-{model}", recorded.Composed(real, random, np.array(dealt), n, stamp))


def heads(model: str = "minilm", n: int = 600) -> None:
    """The best head for each relation, and what random weights would score."""
    began = time.perf_counter()
    _, test = banks(model)
    some = portion(test, n)
    found, random = (best_heads(named(name), some.sentences) for name in (model, RANDOM + model))
    for each in found:
        print(each, flush=True)
    recorded.keep(
        f"heads-{model}", Heads(found, random, about(__name__, model, some, some, 1, 0, time.perf_counter() - began))
    )
