"""The topics exhibit, in the order of a visit."""

from __future__ import annotations

from app.exhibits.topics import check, keepsake, own, text
from app.exhibits.topics.play import play
from app.house import exhibit


def page() -> None:
    exhibit.visit(text, play, train=own.part, check=check.part, take=keepsake.part)
