"""From slider to figure on ``/positions`` at its largest: 512 positions, 256 columns, every view.

A slider is moved and the script run again, figures packed as they go to the browser; the browser's own drawing is
not in it.
"""

from __future__ import annotations

import argparse
import time
from typing import Any

import numpy as np

from app.exhibits.positions.text import VIEWS
from tests.app import visiting
from tests.bench._side_by_side import machine, table

GOAL = 0.1  # seconds, 95 of 100 times
KEYS = ("positions_T", "positions_D")


def main(argv: list[str]) -> None:
    options = argparse.ArgumentParser(prog="python -m tests.bench positions")
    options.add_argument("--moves", type=int, default=20)
    chosen = options.parse_args(argv)
    rows = []
    for view in VIEWS:
        sliders: list[Any] = list(largest(view).slider)
        for slider in [each for each in sliders if each.key in KEYS] or sliders[:1]:
            key, high, step = str(slider.key), int(slider.max), int(slider.step or 1)
            at, took, busy = largest(view), [], []
            for move in range(min(chosen.moves, (high - 1) // step)):
                at.slider(key=key).set_value(high - step * (1 + move))  # a new place each time: known figures are kept
                began, worked = time.perf_counter(), time.process_time()
                at.run()
                took.append(time.perf_counter() - began)
                busy.append(time.process_time() - worked)
            figures = (np.median(took[2:]), np.quantile(took[2:], 0.95), np.median(busy[2:]))
            rows.append((view, key, *(f"{1000 * each:.0f}" for each in figures)))
    print(f"Slider to figure, {chosen.moves} moves a view ({machine()}); goal: p95 at most {1000 * GOAL:.0f} ms\n")
    print(table(("view", "slider", "median, ms", "p95, ms", "processor, ms"), rows))


def largest(view: str) -> Any:
    """The page as a visitor finds it behind a link to 512 positions and 256 columns."""
    return visiting.opened("positions", "en", positions_view=view, positions_T="512", positions_D="256")
