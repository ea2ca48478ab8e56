"""The generators exhibit, in the order of a visit."""

from __future__ import annotations

from app.exhibits.generators import check, keepsake, text, training
from app.exhibits.generators.play import play
from app.house import exhibit


def page() -> None:
    exhibit.visit(text, play, train=training.part, check=check.part, take=keepsake.part)
