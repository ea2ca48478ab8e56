"""``python -m tests.load [--sessions 1 30 100 200] [--seconds 30] [--soak MINUTES] [PAGE …]``: a class on one server.

First everybody opens an exhibit in the same instant; then each opens one of them and acts about every five seconds:
sliders, choices, sentences, trainings, and laptops that are shut. Beside the waiting, the server's CPU and memory, and
what was promised. The students run on the same cores as the server, so all figures are pessimistic.
"""

from __future__ import annotations

import argparse
import asyncio
import math
import random
import statistics
import time
from collections.abc import Sequence

import psutil

from app.catalog import EXHIBITS
from app.i18n import LANGS
from tests.bench._side_by_side import machine, table
from tests.browser.server import Server, serving
from tests.load.client import crowd, declared, visit
from tests.load.student import Notes, attend

OPENED = {1: 1.0, 30: 0.5, 100: 1.5, 200: 4.0}  # seconds until the last of so many has the page
ACTED = 1.0  # seconds, the 95th percentile of what 30 students do
RESIDENT, EACH = 1_200.0, 1.0  # MB: the server with everything loaded, and for each session
WARMING = "text=The+whole+stack+is+needed+to+read+this"


def share(values: Sequence[float], at: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, math.ceil(at * len(ordered)) - 1)]


def resident(process: psutil.Process) -> float:
    return process.memory_info().rss / 1e6


async def opened(server: Server, pages: Sequence[str], sizes: Sequence[int]) -> list[tuple]:
    """Everybody opens a page at once, page after page; the server's memory grows by what their sessions take."""
    process, rows = psutil.Process(server.pid), []
    for page in pages:
        await visit(server.url, page)  # what is read from disk once is read
        for size in sizes:
            before = resident(process)
            seen = [each.seconds for each in await crowd(server.url, page, size)]
            each, limit = (resident(process) - before) / size, OPENED.get(size, math.inf)
            waited = (f"{share(seen, 0.5):.2f}", f"{max(seen):.2f}", f"{limit}")
            rows.append((page, size, *waited, f"{each:+.2f} MB", max(seen) <= limit))
    return rows


async def acted(server: Server, pages: Sequence[str], size: int, seconds: float) -> tuple[Notes, list[tuple]]:
    """A class of ``size`` at work; what it waited for, and CPU and memory every few seconds."""
    process, notes, track = psutil.Process(server.pid), Notes(), []
    until = time.perf_counter() + seconds
    students = [
        asyncio.create_task(attend(server.url, pages[n % len(pages)], until, notes, random.Random(n)))
        for n in range(size)
    ]
    began, spent = time.perf_counter(), sum(process.cpu_times()[:2])
    while not all(student.done() for student in students):
        await asyncio.sleep(max(2.0, seconds / 12))
        now, used = time.perf_counter(), sum(process.cpu_times()[:2])
        track.append((now, resident(process), (used - spent) / (now - began)))
        began, spent = now, used
    await asyncio.gather(*students)
    return notes, track


def waited(notes: Notes, size: int) -> str:
    by_page: dict[tuple[str, str], list[float]] = {}
    for (page, what), seconds in notes.seconds.items():
        for name in (page, "all"):
            by_page.setdefault((name, "open" if what == "open" else "act"), []).extend(seconds)
    rows = [
        (page, size, what, len(s), *(f"{share(s, at):.2f}" for at in (0.5, 0.95, 0.99)), f"{max(s):.2f}")
        for (page, what), s in sorted(by_page.items())
    ]
    return table(("exhibit", "sessions", "what", "times", "p50", "p95", "p99", "last"), rows)


def tracked(track: Sequence[tuple]) -> str:
    first = track[0][0] if track else 0.0
    rows = [(f"{at - first:.0f} s", f"{mb:.0f} MB", f"{100 * cpu:.0f} %") for at, mb, cpu in track]
    return table(("after", "resident", "CPU"), rows)


async def rested(process: psutil.Process, patience: float = 90) -> None:
    """Wait until the server has loaded what it loads in the background: a second in which it does nothing."""
    until = time.perf_counter() + patience
    while process.cpu_percent(None) > 5 and time.perf_counter() < until:
        await asyncio.sleep(1)


async def everything(server: Server, chosen: argparse.Namespace) -> None:
    pages = chosen.pages or [exhibit.path for exhibit in EXHIBITS]
    process = psutil.Process(server.pid)
    await visit(server.url, "attention", WARMING)
    process.cpu_percent(None)  # from here on
    await asyncio.sleep(1)
    await rested(process)
    kept: list[tuple[str, object, str, bool]] = []
    rows = await opened(server, pages, chosen.sessions)
    print(table(("exhibit", "visitors", "p50", "last", "budget", "memory each", "kept"), rows), flush=True)
    kept.append(
        ("the last of a crowd", f"{sum(row[-1] for row in rows)} of {len(rows)}", "all", all(r[-1] for r in rows))
    )
    for size in [] if chosen.soak else chosen.sessions:
        before = resident(process)
        notes, track = await acted(server, pages, size, chosen.seconds)
        acts = [s for (_, what), each in notes.seconds.items() if what != "open" for s in each]
        print(f"\n{waited(notes, size)}\n\n{tracked(track)}\n{len(notes.errors)} errors", flush=True)
        print(*notes.worst(), sep="\n")
        kept.append((f"{size} students, errors", len(notes.errors), "0", not notes.errors))
        if size == 30:
            kept.append(
                ("30 students, p95 of acting", f"{share(acts, 0.95):.2f} s", f"{ACTED} s", share(acts, 0.95) <= ACTED)
            )
        if size >= 100:
            grown = (max(mb for _, mb, _ in track) - before) / size
            name = f"{size} students at work, memory of each, with all that is kept for them"
            kept.append((name, f"{grown:.2f} MB", f"{EACH} MB", grown <= EACH))
    if chosen.soak:
        for lang in LANGS:  # what is loaded when a view is first opened is no leak: open them all
            for page, query in declared(lang):
                await visit(server.url, page, query)
        notes, track = await acted(server, pages, 30, chosen.soak * 60)
        print(f"\n{waited(notes, 30)}\n\n{tracked(track)}\n{len(notes.errors)} errors")
        print(*notes.worst(), sep="\n")
        acts = [s for (_, what), each in notes.seconds.items() if what != "open" for s in each]
        third = max(1, len(track) // 3)
        middle, end = (
            statistics.median(mb for _, mb, _ in part) for part in (track[third : 2 * third], track[-third:])
        )
        kept.append((f"{chosen.soak} minutes, errors", len(notes.errors), "0", not notes.errors))
        kept.append(
            (
                f"{chosen.soak} minutes, p95 of acting",
                f"{share(acts, 0.95):.2f} s",
                f"{ACTED} s",
                share(acts, 0.95) <= ACTED,
            )
        )
        kept.append(("memory, middle to last third", f"{end - middle:+.0f} MB", "+20 MB", end - middle <= 20))
    kept.append(
        ("the server at the end", f"{resident(process):.0f} MB", f"{RESIDENT:.0f} MB", resident(process) <= RESIDENT)
    )
    print(f"\n{machine()}\n{table(('promise', 'measured', 'budget', 'kept'), kept)}")


if __name__ == "__main__":
    options = argparse.ArgumentParser(prog="python -m tests.load", description=__doc__)
    options.add_argument("pages", nargs="*")
    options.add_argument("--sessions", type=int, nargs="+", default=[1, 30, 100, 200])
    options.add_argument("--seconds", type=float, default=30)
    options.add_argument("--soak", type=float, default=0, metavar="MINUTES")
    chosen = options.parse_args()
    with serving() as server:
        asyncio.run(everything(server, chosen))
