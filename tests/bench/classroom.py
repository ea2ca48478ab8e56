"""A class opens an exhibit in the same instant: seconds until the last of N visitors has it on screen.

The server has the whole stack imported and the default model loaded; visitors speak Streamlit's protocol from a
process on the same cores, so the figures are pessimistic for the server. The budgets are for two cores.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics

import psutil

from tests.bench._side_by_side import machine, table
from tests.browser.server import serving
from tests.load.client import crowd, visit

BUDGETS = {1: None, 30: 0.5, 100: 1.5, 200: 4.0}  # seconds
WARMING = "text=The+whole+stack+is+needed+to+read+this"  # a typed text is answered by the live model only


def main(argv: list[str]) -> None:
    options = argparse.ArgumentParser(prog="python -m tests.bench classroom", description=__doc__)
    options.add_argument("page", nargs="?", default="attention")
    options.add_argument("--rounds", type=int, default=5)
    chosen = options.parse_args(argv)

    rows = []
    with serving() as server:
        process = psutil.Process(server.pid)
        asyncio.run(visit(server.url, chosen.page, WARMING))
        first = asyncio.run(visit(server.url, chosen.page))
        for size, budget in BUDGETS.items():
            last, failed = [], 0
            for _ in range(chosen.rounds):
                visits = asyncio.run(crowd(server.url, chosen.page, size))
                last.append(max(v.seconds for v in visits))
                failed += sum(bool(v.failures) for v in visits)
            rows.append(
                (
                    size,
                    f"{statistics.median(last):.2f} s",
                    f"{max(last):.2f} s",
                    f"{budget} s" if budget else "",
                    failed,
                    f"{process.memory_info().rss / 1e6:.0f} MB",
                )
            )
    print(f"/{chosen.page} opened in the same instant, {chosen.rounds} rounds ({machine()})\n")
    print(table(("visitors", "last one, median", "worst", "budget", "failed", "server after"), rows))
    print(f"\nbytes over the websocket for one visit: {first.received / 1000:.0f} kB in {len(first.elements)} elements")
