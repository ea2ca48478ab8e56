"""Topics beside BERTopic: the same AG News documents, the same vectors, one fixed seed on both sides, one process.

``OBSERVATORY_DATA`` names the folder of corpora. BERTopic is as its manual says, with ``random_state`` set so that its
result can be had again. Warm: the second round and later. Cold: a process of its own, imports and compilation included.
Stability is measured twice: other seeds, and the same seed on other samples, each without five documents in a hundred.

c_npmi stands there twice. The first is of the words that each shows; ours leaves out stop words, and "of the" goes
together in every text, so the measure rewards who keeps them. The second is of the groups: both named by BERTopic's own
vectoriser, stop words and all.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np

from core.jobs.cache import default_folder
from core.models import load
from core.topics import Config, class_tfidf, discover
from core.topics.bags import cut
from core.topics.coherence import coherence
from core.topics.stability import adjusted_rand, between_runs, mutual_information
from tests.bench._side_by_side import alternate, machine, table

KEPT, MISSING = 0.95, -2  # of the documents in a sample; the label of one that is not in it
GOAL, COLD, STABLE = 4.0, 15.0, 0.8  # times BERTopic's speed; seconds; mean adjusted Rand between seeds
COLD_PROGRAM = """
import numpy as np, sys, time
began = time.perf_counter()
texts = open(sys.argv[1], encoding="utf-8").read().split("\\0")
vectors = np.load(sys.argv[2])
{run}
print(time.perf_counter() - began)
"""
OURS = "from core.topics import Config, class_tfidf, discover; discover(texts, Config(), embeddings=vectors)"
THEIRS = (
    "from bertopic import BERTopic; from umap import UMAP; "
    "BERTopic(umap_model=UMAP(n_neighbors=15, n_components=5, min_dist=0.0, metric='cosine', random_state=0))"
    ".fit_transform(texts, vectors)"
)


def main(argv: list[str]) -> None:
    options = argparse.ArgumentParser(prog="python -m tests.bench topics")
    options.add_argument("--documents", type=int, nargs="+", default=[2_000, 10_000])
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--seeds", type=int, default=10, help="0: neither stability nor a cold start")
    chosen = options.parse_args(argv)
    texts, labels, vectors = news(max(chosen.documents))
    print(f"AG News, MiniLM's vectors for both, medians of {chosen.rounds} ({machine()})\n")
    rows = []
    for n in chosen.documents:
        rows += compared(texts[:n], labels[:n], vectors[:n], chosen.rounds)
    head = ("documents", "", "seconds", "times", "topics", "outliers", "c_npmi", "same vectoriser", "NMI")
    print(table(head, rows))
    if few := chosen.documents[0] if chosen.seeds else 0:
        cold(texts[:few], vectors[:few])
        stable(texts[:few], vectors[:few], chosen.seeds)
    print(f"\nGoal: warm at least {GOAL:.0f} times BERTopic's speed, c_npmi, NMI and outliers not worse.")


def news(n: int) -> tuple[list[str], np.ndarray, np.ndarray]:
    """Texts, classes and vectors; the vectors are kept, for they take longest."""
    folder, rows = Path(os.environ["OBSERVATORY_DATA"]) / "classification" / "ag_news", []
    for name in ("train_part", "train_extra", "test"):
        with gzip.open(folder / f"{name}.csv.gz", "rt", encoding="utf-8", newline="") as opened:
            rows += list(csv.reader(opened))[: n - len(rows)]
    texts = [f"{title}. {body}".replace("\\", " ") for _, title, body in rows]
    kept = default_folder() / f"bench-ag-news-{len(texts)}.npy"
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        np.save(kept, load().embed(texts))
    return texts, np.array([int(row[0]) for row in rows]), np.load(kept)


def compared(texts: Sequence[str], labels: np.ndarray, vectors: np.ndarray, rounds: int) -> list[tuple[Any, ...]]:
    """One row for us, one for BERTopic."""
    found: dict[str, tuple[np.ndarray, list[list[str]]]] = {}

    def ours() -> None:
        topics = discover(texts, Config(), embeddings=vectors)
        found["core.topics"] = topics.labels, [[word for word, _ in topics.words(at)] for at in range(topics.C)]

    def theirs() -> None:
        model, given = bertopic(), np.asarray(vectors)
        given, _ = model.fit_transform(list(texts), given)
        topics = sorted(at for at in model.get_topics() if at >= 0)
        found["BERTopic"] = np.asarray(given), [[word for word, _ in model.get_topics()[at] if word] for at in topics]

    seconds = alternate({"core.topics": ours, "BERTopic": theirs}, rounds)
    tokens = [cut(text, stop=False) for text in texts]
    rows = []
    for name, took in seconds.items():
        groups, words = found[name]
        inside = groups >= 0
        rows.append(
            (
                f"{len(texts):,}",
                name,
                f"{took:.2f}",
                f"{seconds['BERTopic'] / took:.1f}",
                len(words),
                f"{1 - inside.mean():.1%}",
                f"{np.mean(coherence(words, tokens)):.3f}" if words else "-",
                f"{np.mean(coherence(named(texts, groups), tokens)):.3f}" if words else "-",
                f"{mutual_information(groups[inside], labels[inside]):.3f}",
            )
        )
    return rows


def named(texts: Sequence[str], labels: np.ndarray, k: int = 10) -> list[list[str]]:
    """The words of given groups as BERTopic counts them when it is told nothing."""
    from scipy.sparse import csr_matrix
    from sklearn.feature_extraction.text import CountVectorizer

    vectoriser = CountVectorizer()
    counts = csr_matrix(vectoriser.fit_transform(texts))
    rows = labels + int((labels < 0).any())  # documents without a topic are a class as well
    onto = csr_matrix((np.ones(len(rows)), (rows, np.arange(len(rows)))))
    weights = class_tfidf(csr_matrix(onto @ counts))
    words = vectoriser.get_feature_names_out()
    best = [
        np.argsort(-np.asarray(weights[row].todense()).ravel(), kind="stable")[:k]
        for row in np.unique(rows[labels >= 0])
    ]
    return [[str(words[at]) for at in line] for line in best]


def bertopic(seed: int = 0) -> Any:
    """BERTopic with its own defaults, the seed set; "multilingual" keeps it from stripping signs out of the texts, so
    that the words of both are words of the same texts."""
    from bertopic import BERTopic
    from umap import UMAP

    umap = UMAP(n_neighbors=15, n_components=5, min_dist=0.0, metric="cosine", random_state=seed)
    return BERTopic(language="multilingual", umap_model=umap)


def cold(texts: Sequence[str], vectors: np.ndarray) -> None:
    """Each in a fresh process."""
    folder = default_folder()
    (folder / "bench-texts").write_text("\0".join(texts), encoding="utf-8")
    np.save(folder / "bench-vectors.npy", vectors)
    rows = []
    for name, run in (("core.topics", OURS), ("BERTopic", THEIRS)):
        program = [
            sys.executable,
            "-c",
            COLD_PROGRAM.format(run=run),
            folder / "bench-texts",
            folder / "bench-vectors.npy",
        ]
        done = subprocess.run(program, capture_output=True, text=True, check=True)
        rows.append((name, f"{float(done.stdout.split()[-1]):.1f}"))
    print(f"\nA fresh process, {len(texts):,} documents (goal: ours at most {COLD:.0f} s)\n")
    print(table(("", "seconds"), rows))


def stable(texts: Sequence[str], vectors: np.ndarray, seeds: int) -> None:
    """Other seeds, other samples: the same topics?"""

    def ours(seed: int, rows: np.ndarray) -> np.ndarray:
        given = [texts[int(row)] for row in rows]
        return discover(given, Config(seed=seed), embeddings=vectors[rows]).labels

    def theirs(seed: int, rows: np.ndarray) -> np.ndarray:
        return np.asarray(bertopic(seed).fit_transform([texts[row] for row in rows], vectors[rows])[0])

    def measured(label: Callable[[int, np.ndarray], np.ndarray]) -> tuple[str, str, str]:
        every = np.arange(len(texts))
        runs = [label(seed, every) for seed in range(seeds)]
        counts = [int(run.max()) + 1 for run in runs]
        alike = between_runs(runs)[np.triu_indices(seeds, 1)].mean()
        return f"{alike:.2f}", f"{min(counts)}–{max(counts)}", f"{resampled(label, len(texts), seeds):.2f}"

    began = time.perf_counter()
    rows = [("core.topics", *measured(ours)), ("BERTopic", *measured(theirs))]
    print(f"\n{seeds} seeds, {len(texts):,} documents (goal: {STABLE}), {time.perf_counter() - began:.0f} s\n")
    print(table(("", "adjusted Rand, seeds", "topics", f"adjusted Rand, samples of {KEPT:.0%}"), rows))


def resampled(label: Callable[[int, np.ndarray], np.ndarray], N: int, runs: int) -> float:
    """Mean adjusted Rand of every two runs on what their samples have in common."""
    samples = [np.sort(np.random.default_rng(at).choice(N, int(KEPT * N), replace=False)) for at in range(runs)]
    found = np.full((runs, N), MISSING)
    for at, rows in enumerate(samples):
        found[at, rows] = label(0, rows)
    shared = [(a, b, (a != MISSING) & (b != MISSING)) for a, b in combinations(found, 2)]
    return float(np.mean([adjusted_rand(a[both], b[both]) for a, b, both in shared]))
