"""Sentence vectors beside sentence-transformers: documents per second on the real MiniLM, same texts, same threads.

The texts are paragraphs of Wikipedia and Lee's news, drawn with a seed: lengths mixed as in a visitor's corpus.
``sentence-transformers`` runs with its defaults (32 texts a batch, sorted by characters). *fast* is bf16 where
this processor or GPU multiplies it in hardware and the same as *exact* elsewhere; the table says which.
Beside the clock on the wall stands the processor's own time, which neighbours on the machine disturb less.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections.abc import Callable

import numpy as np
import torch
from sentence_transformers import SentenceTransformer

from core.models import load
from core.runtime import pick_device
from core.text import load_corpus
from tests.bench._side_by_side import alternate, machine, table

GOALS = {"exact": 1.3, "fast": 3.5}  # times sentence-transformers; the second only where bf16 exists


def texts(count: int, seed: int = 0) -> list[str]:
    """``count`` different documents of both corpora, in random order."""
    pool = dict.fromkeys(load_corpus("wikipedia-sample").documents + load_corpus("lee-news").documents)
    return random.Random(seed).sample(list(pool), count)


def metered(play: Callable[[], np.ndarray], spent: list[float]) -> Callable[[], np.ndarray]:
    """``play``, with the processor's seconds noted each time."""

    def run() -> np.ndarray:
        began = time.process_time()
        vectors = play()
        spent.append(time.process_time() - began)
        return vectors

    return run


def main(argv: list[str]) -> None:
    options = argparse.ArgumentParser(prog="python -m tests.bench embed")
    options.add_argument("--documents", type=int, default=300)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--threads", type=int, default=torch.get_num_threads())
    options.add_argument("--device", default="auto")
    chosen = options.parse_args(argv)
    torch.set_num_threads(chosen.threads)

    device = pick_device(chosen.device)
    exact, fast = load(device=device), load(device=device, precision="fast")
    peer = SentenceTransformer(str(exact.folder), device=device)
    documents = texts(chosen.documents)
    peers = "sentence-transformers"
    contestants: dict[str, Callable[[], np.ndarray]] = {
        peers: lambda: np.asarray(peer.encode(documents, show_progress_bar=False)),
        "ours, exact": lambda: exact.embed(documents),
        "ours, fast": lambda: fast.embed(documents),
    }
    spent: dict[str, list[float]] = {name: [] for name in contestants}
    wall = alternate({name: metered(play, spent[name]) for name, play in contestants.items()}, chosen.rounds)
    cpu = {name: statistics.median(seconds[1:]) for name, seconds in spent.items()}  # the first round is not counted
    truth = contestants[peers]()
    dtypes = ("float32", "float32", str(fast.dtype).removeprefix("torch."))
    rows = [
        (
            name,
            dtype,
            f"{len(documents) / wall[name]:.1f}",
            f"{wall[peers] / wall[name]:.2f}×",
            f"{cpu[peers] / cpu[name]:.2f}×",
            f"{1 - float((contestants[name]() * truth).sum(axis=1).min()):.1e}",
        )
        for name, dtype in zip(contestants, dtypes, strict=True)
    ]
    print(
        f"{len(documents)} documents, medians of {chosen.rounds} on {device}, {chosen.threads} threads ({machine()})\n"
    )
    print(table(("", "weights", "documents/s", "speed", "in CPU time", "largest 1 - cosine"), rows))
    print(f"\nGoals: exact ≥ {GOALS['exact']}×, fast ≥ {GOALS['fast']}× where bf16 exists in hardware.")
