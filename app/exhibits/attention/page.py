"""The attention exhibit, in the order of a visit."""

from __future__ import annotations

from app.exhibits.attention import check, keepsake, scaling, text
from app.exhibits.attention.play import play
from app.house import exhibit


def page() -> None:
    exhibit.visit(text, play, train=scaling.part, check=check.part, take=keepsake.part)
