"""What a visitor typed, as Markdown shows it and not as it acts."""

from __future__ import annotations

import re

TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")  # signs that turn the direction of writing for all that follows
MARKS = re.compile(r"([\\`*_{}\[\]()#+.!|<>~$:&^=-])")


def plain(typed: str, most: int | None = None) -> str:
    """The text with every mark that means something in Markdown taken as itself, cut after ``most`` characters.

    No link, picture, formula, colour or tag in it acts; line breaks become spaces, so it stays where it is put.
    """
    return MARKS.sub(r"\\\1", TURNS.sub("", " ".join(typed[:most].splitlines())))
