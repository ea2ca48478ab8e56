"""A class opens a page in the same instant: seconds until the last of N visitors has it on screen.

Beside it, in the same rounds, a plain Streamlit page with as many elements: what the platform itself takes. Our server
has the whole stack imported and the default model loaded. The visitors speak Streamlit's protocol from a process on
the same cores, so all figures are pessimistic. The budgets are for two cores that do nothing else.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import tempfile
from pathlib import Path

import psutil

from tests.bench._side_by_side import machine, table
from tests.browser.server import serving
from tests.load.client import crowd, visit

BUDGETS = {1: None, 30: 0.5, 100: 1.5, 200: 4.0}  # seconds
WARMING = "text=The+whole+stack+is+needed+to+read+this"  # a typed text is answered by the live model only
PLAIN = "import streamlit as st\nfor n in range({n}):\n    st.markdown(f'line {{n}}')\n"


def main(argv: list[str]) -> None:
    options = argparse.ArgumentParser(prog="python -m tests.bench classroom", description=__doc__)
    options.add_argument("page", nargs="?", default="attention")
    options.add_argument("--rounds", type=int, default=5)
    chosen = options.parse_args(argv)

    with serving() as server, tempfile.TemporaryDirectory() as scratch:
        process = psutil.Process(server.pid)
        asyncio.run(visit(server.url, "attention", WARMING))
        first = asyncio.run(visit(server.url, chosen.page))
        plain = Path(scratch, "plain.py")
        plain.write_text(PLAIN.format(n=len(first.elements)))
        with serving(app=plain) as other:
            asyncio.run(visit(other.url))
            rows = []
            for size, budget in BUDGETS.items():
                last, control, failed = [], [], 0
                for _ in range(chosen.rounds):
                    visits = asyncio.run(crowd(server.url, chosen.page, size))
                    last.append(max(v.seconds for v in visits))
                    failed += sum(bool(v.failures) for v in visits)
                    control.append(max(v.seconds for v in asyncio.run(crowd(other.url, "", size))))
                ours, theirs = statistics.median(last), statistics.median(control)
                resident = f"{process.memory_info().rss / 1e6:.0f} MB"
                limit = f"{budget} s" if budget else ""
                rows.append(
                    (size, f"{ours:.2f} s", f"{theirs:.2f} s", f"{ours / theirs:.1f}×", limit, failed, resident)
                )
    print(f"/{chosen.page} opened in the same instant, medians of {chosen.rounds} rounds ({machine()})\n")
    print(table(("visitors", "last one", "plain page", "ratio", "budget", "failed", "server after"), rows))
    print(f"\nbytes over the websocket for one visit: {first.received / 1000:.0f} kB in {len(first.elements)} elements")
