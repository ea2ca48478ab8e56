"""What a visitor typed, as Markdown shows it and not as it acts."""

from __future__ import annotations

import re

MARKS = re.compile(r"([\\`*_{}\[\]()#+.!|<>~$:&^=-])")


def plain(typed: str, most: int | None = None) -> str:
    """The text with every mark that means something in Markdown taken as itself, cut after ``most`` characters.

    No link, picture, formula, colour or tag in it acts; line breaks become spaces, so it stays where it is put.
    """
    return MARKS.sub(r"\\\1", " ".join(typed[:most].splitlines()))
