"""word2vec beside gensim: the same sentences, threads, epochs and settings, taking turns in one process.

Two clocks. *Training* is the sweeps over the text alone: ``sweeps`` here, ``Word2Vec.train`` there. *Whole job* is
from sentences to vectors with vocabulary and tables; ours also takes its 40 looks at loss and map. Kernels are
compiled before the clock starts, once for each width of vector; what that took is said on its own. Each round has
another seed, and the quality of both sides is the mean over the rounds with its standard deviation.

The corpus is ``lm_en/enwiki_sample`` in the folder that ``OBSERVATORY_DATA`` names, else the Wikipedia excerpt that
comes with gensim, on which ratios are lower and the scores say little.
"""

from __future__ import annotations

import argparse
import gzip
import os
import re
import statistics
import time
from collections.abc import Callable
from itertools import chain, islice
from pathlib import Path

import numpy as np
import psutil
from gensim.models.word2vec import Word2Vec

from core.text import load_corpus
from core.word2vec import Config, Vectors, train
from core.word2vec.plan import plan
from core.word2vec.quality import analogies, questions_words, similarity, simlex999, wordsim353
from core.word2vec.training import sweeps, weights
from core.word2vec.vocabulary import read
from tests.bench._side_by_side import machine, table

WAYS = {
    "skip-gram, negative": (Config(), 8.0, 6.0),
    "CBOW, negative": (Config("cbow"), 4.0, None),
    "skip-gram, hierarchical": (Config(output="hierarchical"), 2.0, None),
    "CBOW, hierarchical": (Config("cbow", "hierarchical"), 2.0, None),
}
TESTS: dict[str, Callable[[Vectors], float]] = {
    "WordSim-353": lambda v: similarity(v, wordsim353()).value,
    "SimLex-999": lambda v: similarity(v, simlex999()).value,
    "analogies": lambda v: analogies(v, list(chain.from_iterable(questions_words().values()))).value,
    "3CosMul": lambda v: analogies(v, list(chain.from_iterable(questions_words().values())), "mul").value,
}


def paragraphs() -> list[str]:
    folder = os.environ.get("OBSERVATORY_DATA")
    files = sorted(Path(folder, "lm_en", "enwiki_sample").glob("*.gz")) if folder else []
    if not files:
        return [line for text in load_corpus("wikipedia-sample").documents for line in text.splitlines()]
    lines = chain.from_iterable(gzip.decompress(file.read_bytes()).decode().splitlines() for file in files)
    return [line for line in lines if not line.startswith("= ")]


def timed(work: Callable[[], object]) -> np.ndarray:
    """Seconds on the wall, and of all processors together."""
    began = time.perf_counter(), time.process_time()
    work()
    return np.array([time.perf_counter(), time.process_time()]) - began


def ours(sentences: list[list[str]], config: Config, threads: int) -> tuple[np.ndarray, Vectors]:
    """Seconds of training and of the whole job, each on the wall and of the processors, and the vectors."""
    text = read(sentences, config.min_count)
    tables, (X, Y) = plan(text.counts, config), weights(len(text.words), config, threads)
    training = timed(lambda: list(sweeps(text, X, Y, tables, config, threads)))
    done = []
    whole = timed(lambda: done.append(train(sentences, config, threads=threads)))
    return np.array([training, whole]), done[0]


def gensims(sentences: list[list[str]], config: Config, threads: int) -> tuple[np.ndarray, Vectors]:
    """The same of gensim."""
    hierarchical = config.output == "hierarchical"
    model = Word2Vec(
        vector_size=config.D,
        window=config.window,
        sg=int(config.architecture == "skipgram"),
        hs=int(hierarchical),
        negative=0 if hierarchical else config.negatives,
        sample=config.subsample,
        min_count=config.min_count,
        alpha=config.lr,
        min_alpha=config.lr / 250,
        epochs=config.epochs,
        seed=config.seed + 1,
        workers=threads,
    )
    before = timed(lambda: model.build_vocab(sentences))
    training = timed(lambda: model.train(sentences, total_examples=model.corpus_count, epochs=model.epochs))
    return np.array([training, before + training]), Vectors(tuple(map(str, model.wv.index_to_key)), model.wv.vectors)


def spread(values: list[float]) -> str:
    return f"{statistics.mean(values):.3f} ± {statistics.stdev(values) if len(values) > 1 else 0:.3f}"


def main(argv: list[str]) -> None:
    options = argparse.ArgumentParser(prog="python -m tests.bench word2vec", description=__doc__)
    options.add_argument("--ways", nargs="*", choices=list(WAYS), default=list(WAYS))
    options.add_argument("--tokens", type=int, default=0, help="stop after so many; 0: the whole corpus")
    options.add_argument("--epochs", type=int, default=5)
    options.add_argument("--threads", type=int, default=2)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--lr", type=float, default=0.025, help="of both sides")
    chosen = options.parse_args(argv)

    sentences, total = [], 0
    for paragraph in paragraphs():
        sentences.append(re.findall(r"\w+", paragraph.lower()))
        total += len(sentences[-1])
        if chosen.tokens and total >= chosen.tokens:
            break
    sentences = [s[i : i + 10_000] for s in sentences for i in range(0, len(s), 10_000)]  # gensim drops the rest
    compiling = timed(lambda: train(list(islice(sentences, 200)), Config(epochs=1, min_count=1)))
    print(
        f"{total:,} words × {chosen.epochs} epochs, {chosen.threads} threads, lr {chosen.lr}, {chosen.rounds} rounds, "
        f"load {psutil.getloadavg()[0]:.1f} ({machine()})\nfirst training of the process: {compiling[0]:.1f} s, most "
        "of it compiling or, later, reading what was compiled\n"
    )
    speeds, scores = [], []
    for name in chosen.ways:
        config, goal, whole_goal = WAYS[name]
        taken: dict[str, list[tuple[np.ndarray, Vectors]]] = {"ours": [], "gensim": []}
        for seed in range(chosen.rounds):
            this = Config(**(vars(config) | {"seed": seed, "epochs": chosen.epochs, "lr": chosen.lr}))
            for side, contestant in (("ours", ours), ("gensim", gensims)):
                taken[side].append(contestant(sentences, this, chosen.threads))
        middle = {side: np.median([clocks for clocks, _ in runs], axis=0) for side, runs in taken.items()}
        for i, (clock, wanted) in enumerate((("training", goal), ("whole job", whole_goal))):
            mine, theirs = middle["ours"][i], middle["gensim"][i]
            seconds = (f"{mine[0]:.1f} s", f"{theirs[0]:.1f} s")
            ratios = (f"{theirs[0] / mine[0]:.1f}×", f"{theirs[1] / mine[1]:.1f}×")
            speeds.append((name, clock, *seconds, *ratios, f"{wanted:.0f}×" if wanted else ""))
        for side, runs in taken.items():
            scores.append((name, side, *(spread([test(vectors) for _, vectors in runs]) for test in TESTS.values())))
    print(table(("", "clock", "ours", "gensim", "wall ratio", "CPU ratio", "goal"), speeds))
    print()
    print(table(("", "side", *TESTS), scores))
