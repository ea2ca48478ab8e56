"""Result tables of papers as plain figures, shown beside what we measure, never mixed; pages name the source."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from core import runtime

HOME = runtime.ASSETS / "published"


@dataclass(frozen=True)
class Cell:
    """One printed number."""

    model: str
    metric: str
    setting: str
    value: float
    unit: str


@cache
def cells(name: str) -> tuple[Cell, ...]:
    """A table of numbers, cell by cell. Raises FileNotFoundError for a name without one."""
    return tuple(
        Cell(row["model"], row["metric"], row["setting"], float(row["value"]), row["unit"]) for row in rows(name)
    )


@cache
def rows(name: str) -> tuple[Mapping[str, str], ...]:
    """A table as it lies in ``assets/published``, line by line. Raises FileNotFoundError for a name without one."""
    with (HOME / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))
