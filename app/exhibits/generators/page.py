"""The generators exhibit, in the order of a visit."""

from __future__ import annotations

from app.exhibits.generators import keepsake, text
from app.exhibits.generators.play import play
from app.house import exhibit


def page() -> None:
    exhibit.visit(text, play, take=keepsake.part)
