"""Forty gaps a language, written before any of our models was trained, and the same for every model."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

CLOZES = Path(__file__).with_name("clozes.json")


@dataclass(frozen=True)
class Gap:
    """A sentence with one [MASK] and the words that count as right."""

    text: str
    answers: tuple[str, ...]


@cache
def gaps(language: str) -> tuple[Gap, ...]:
    """The forty of a language."""
    return tuple(Gap(each["text"], tuple(each["answers"])) for each in json.loads(CLOZES.read_text("utf-8"))[language])
