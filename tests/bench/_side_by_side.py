"""Contestants take turns in one run, so that a machine that slows down slows down for all of them."""

from __future__ import annotations

import gc
import platform
import statistics
import time
from collections.abc import Callable, Mapping, Sequence

import psutil


def alternate(contestants: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Median seconds of each, after one uncounted round; the collector rests while the clock runs."""
    seconds: dict[str, list[float]] = {name: [] for name in contestants}
    for played in range(rounds + 1):
        for name, play in contestants.items():
            gc.collect()
            gc.disable()
            began = time.perf_counter()
            play()
            took = time.perf_counter() - began
            gc.enable()
            if played:
                seconds[name].append(took)
    return {name: statistics.median(taken) for name, taken in seconds.items()}


def machine() -> str:
    """One line for the head of a report."""
    memory = psutil.virtual_memory().total / 2**30
    return f"{platform.machine()}, {psutil.cpu_count()} cores, {memory:.0f} GiB, Python {platform.python_version()}"


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Columns that line up: the first to the left, the others to the right."""
    cells = [[str(cell) for cell in row] for row in (head, *rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = [
        "  ".join([row[0].ljust(widths[0]), *(cell.rjust(w) for cell, w in zip(row[1:], widths[1:], strict=True))])
        for row in cells
    ]
    return "\n".join([lines[0], "  ".join("-" * width for width in widths), *lines[1:]])
