"""``streamlit run`` until the first page is drawn: ours beside an app of one line, each time a new process.

Timed: from the start of the process to the first healthy answer, and on to the end of the first visitor's script,
which has then received every element of the first page. Both run with our ``.streamlit/config.toml``; the files are in
the disk cache. Budget: at most 1.5 times the empty app (medians of alternating runs).
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import tempfile
import time
from pathlib import Path

from tests.bench._side_by_side import machine, table
from tests.browser.server import ROOT, serving
from tests.load.client import visit
from tests.load.imports import recording

BUDGET = 1.5
HEAVY = ("torch", "transformers", "umap", "sklearn", "gensim", "datasets")


def cold(app: Path) -> tuple[float, float]:
    """Seconds to health, and to the end of the first page."""
    began = time.perf_counter()
    with serving(app=app) as server:
        asyncio.run(visit(server.url))
        return server.seconds, time.perf_counter() - began


def main(argv: list[str]) -> None:
    options = argparse.ArgumentParser(prog="python -m tests.bench startup", description=__doc__)
    options.add_argument("--rounds", type=int, default=7)
    rounds = options.parse_args(argv).rounds

    with tempfile.TemporaryDirectory() as scratch:
        empty = Path(scratch, "empty.py")
        empty.write_text("import streamlit as st\n\nst.write('empty')\n")
        apps = {"an empty app": empty, "the observatory": ROOT / "app" / "main.py"}
        for app in apps.values():
            cold(app)  # fills the disk cache
        times = {name: [] for name in apps}
        for _ in range(rounds):
            for name, app in apps.items():
                times[name].append(cold(app))

    middle = {name: [statistics.median(column) for column in zip(*t, strict=True)] for name, t in times.items()}
    print(f"Cold start, medians of {rounds} alternating runs ({machine()})\n")
    print(table(("", "to health", "to first page"), [(n, *(f"{s:.2f} s" for s in m)) for n, m in middle.items()]))
    ratio = middle["the observatory"][1] / middle["an empty app"][1]
    print(f"\nratio {ratio:.2f} (budget {BUDGET})")
    with recording(HEAVY) as (env, imported), serving(env=env) as server:
        asyncio.run(visit(server.url))
        on_the_way = sorted({name for name, thread in imported() if thread != "warm"})
    print(f"heavy packages that the first page waited for: {', '.join(on_the_way) or 'none'}")
