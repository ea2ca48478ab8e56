"""Two languages, side by side: a missing one is a TypeError, not an empty page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Lang = Literal["en", "zh"]
LANGS: tuple[Lang, ...] = ("en", "zh")


@dataclass(frozen=True)
class Text:
    """One thing the app says, in every language it says it."""

    en: str
    zh: str

    def __getitem__(self, lang: Lang) -> str:
        return getattr(self, lang)


def prose(folder: Path, name: str, lang: Lang) -> str:
    """A longer text from its Markdown file, ``<name>.<lang>.md``."""
    return (folder / f"{name}.{lang}.md").read_text(encoding="utf-8")


@dataclass(frozen=True)
class ClaimWords:
    """A claim of ``core.claims`` as the visitor reads it."""

    id: str
    says: Text  # the sentence from the literature
    measured: Text  # what the effect is
    unit: Text  # what is written on its axis
    plain: Text  # the result in plain words, with blanks for mean, low, high and their powers of ten (times_…)
    note: Text  # what else must be said, with blanks for ``delta`` and the extras' means
    control: Text  # what could prove it wrong
    extras: Mapping[str, Text]  # the other numbers worth showing, by their names in the result
