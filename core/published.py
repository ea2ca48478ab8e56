"""Result tables of papers, as plain figures with their source: shown beside what we measure, never mixed with it."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache

from core import runtime

HOME = runtime.ASSETS / "published"


@dataclass(frozen=True)
class Figure:
    """One number of a table."""

    model: str
    metric: str
    setting: str
    value: float
    unit: str
    source: str


@cache
def table(name: str) -> tuple[Figure, ...]:
    """The rows of ``assets/published/<name>.csv`` in their order. Raises FileNotFoundError for a name without one."""
    with (HOME / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            Figure(
                model=row["model"],
                metric=row["metric"],
                setting=row["split/setting"],
                value=float(row["value"]),
                unit=row["unit"],
                source=row["source_paper"],
            )
            for row in csv.DictReader(file)
        )
