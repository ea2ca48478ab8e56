"""The index of every system the observatory is about: names, place, year, descent, as plain data.

``year`` is the year of the first public paper, a preprint counts; a concept that no single paper owns has none.
"""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

HOME = Path(__file__).parents[1] / "assets" / "systems"

Lang = Literal["en", "zh"]
Tier = Literal["A", "B", "C"]  # A must be live, B can be built in miniature, C may stay a card


@dataclass(frozen=True)
class Wing:
    """One field of the subject; a constellation on the chart."""

    code: str
    en: str
    zh: str

    def name(self, lang: Lang) -> str:
        return self.zh if lang == "zh" else self.en


@dataclass(frozen=True)
class System:
    """One system, method or idea: a star."""

    id: str  # kebab-case, stable: in code, URLs and tests
    en: str
    zh: str
    tier: Tier
    wing: str  # the code of its Wing
    year: int | None
    line_en: str  # what it does, in one line; empty until its exhibit writes it
    line_zh: str

    def name(self, lang: Lang) -> str:
        return self.zh if lang == "zh" else self.en

    def line(self, lang: Lang) -> str:
        return self.line_zh if lang == "zh" else self.line_en


@cache
def load() -> tuple[System, ...]:
    """All systems, wing by wing."""
    return tuple(System(**{**row, "year": int(row["year"]) if row["year"] else None}) for row in _rows("systems"))


@cache
def wings() -> tuple[Wing, ...]:
    """All wings in walking order."""
    rows = sorted(_rows("wings"), key=lambda row: int(row["order"]))
    return tuple(Wing(row["code"], row["en"], row["zh"]) for row in rows)


@cache
def descent() -> tuple[tuple[str, str], ...]:
    """Pairs of ids, (earlier, later): the later one builds on the earlier one."""
    return tuple((row["from"], row["to"]) for row in _rows("descent"))


def by_id(name: str) -> System:
    """One system.

    Raises:
        KeyError: no system has this id.
    """
    return _index()[name]


def find(words: str) -> tuple[System, ...]:
    """Systems in whose names, line, wing or year every one of the words occurs, in either language.

    Those with all the words in their names come first.
    """
    parts = _plain(words).split()
    found = [system for system in load() if all(part in _haystack(system) for part in parts)]
    return tuple(sorted(found, key=lambda system: not all(part in _names(system) for part in parts)))


@cache
def _index() -> dict[str, System]:
    return {system.id: system for system in load()}


def _names(system: System) -> str:
    return _plain(f"{system.id} {system.en} {system.zh}")


@cache
def _haystack(system: System) -> str:
    wing = next(wing for wing in wings() if wing.code == system.wing)
    rest = f"{system.line_en} {system.line_zh} {wing.en} {wing.zh} {system.year or ''}"
    return f"{_names(system)} {_plain(rest)}"


def _plain(text: str) -> str:
    """Without full-width forms and capitals, so that ``Ｂert`` finds BERT."""
    return unicodedata.normalize("NFKC", text).casefold()


def _rows(name: str) -> Iterator[dict]:
    with (HOME / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
