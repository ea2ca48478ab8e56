"""Search beside its peers: one query against ten thousand vectors, ours, plain numpy and faiss's flat index.

Documents per second beside sentence-transformers are measured by ``python -m tests.bench embed``; this one runs it
first. The vectors of the query race are random points of MiniLM's width: the time does not depend on what they mean.
A query as a visitor feels it, reading the sentence included, stands in the last row.
"""

from __future__ import annotations

import argparse
import time

import faiss
import numpy as np

from app.exhibits.sentences import charts, circle
from core.models import load
from core.search import Index
from tests.bench import embed
from tests.bench._side_by_side import alternate, machine, table

GOAL = 0.1  # seconds a query may take, reading it included


def main(argv: list[str]) -> None:
    options = argparse.ArgumentParser(prog="python -m tests.bench sentences")
    options.add_argument("--sentences", type=int, default=10_000)
    options.add_argument("--documents", type=int, default=100)
    options.add_argument("--rounds", type=int, default=15)
    options.add_argument("--k", type=int, default=10)
    chosen = options.parse_args(argv)
    embed.main(["--documents", str(chosen.documents), "--threads", "1"])

    model = load(device="cpu")
    dice = np.random.default_rng(0)
    vectors = dice.standard_normal((chosen.sentences, model.D)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    index = Index(tuple(map(str, range(len(vectors)))), vectors, model.name)
    flat = faiss.IndexFlatIP(model.D)
    flat.add(vectors)  # pyright: ignore[reportCallIssue]
    faiss.omp_set_num_threads(1)
    asked = vectors[7]
    said = "Firefighters battle flames near the city."
    seconds = alternate(
        {
            "numpy, all sorted": lambda: np.argsort(-(vectors @ asked))[: chosen.k],
            "faiss IndexFlatIP": lambda: flat.search(asked[None], chosen.k),  # pyright: ignore[reportCallIssue]
            "Index.nearest": lambda: index.nearest(asked, chosen.k),
            "with reading the query": lambda: index.nearest(model.embed([said])[0], chosen.k),
        },
        chosen.rounds,
    )
    theirs = flat.search(asked[None], chosen.k)[1][0].tolist()  # pyright: ignore[reportCallIssue]
    assert [hit.at for hit in index.nearest(asked, chosen.k)] == theirs, "the answers differ"
    rows = [(name, f"{1000 * took:.2f}") for name, took in seconds.items()]
    print(f"\n{chosen.sentences:,} sentences, {chosen.k} answers, medians of {chosen.rounds}, 1 thread ({machine()})\n")
    print(table(("", "ms"), rows))
    print(f"\nGoal: at most {1000 * GOAL:.0f} ms with reading. The answers are faiss's.")
    took = 1000 * np.percentile([slide(tau, D) for D in (2, 3) for tau in range(10, 100, 5)], 95)
    print(f"A new temperature on the circle or sphere, to the figure as it is sent: p95 {took:.0f} ms (goal 100).")


def slide(tau: int, D: int) -> float:
    """Seconds from a temperature that nobody has asked for yet, in hundredths, to its figures."""
    began = time.perf_counter()
    run = circle.moved("info-nce", D, tau / 100, seed=1)
    circle.picture(run, "en")
    if D == 2:
        charts.pulling(run, 0, tau / 100, "en").to_json()
    return time.perf_counter() - began
