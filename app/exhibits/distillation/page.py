"""The distillation exhibit, in the order of a visit."""

from __future__ import annotations

from app.exhibits.distillation import check, keepsake, text, training
from app.exhibits.distillation.play import play
from app.house import exhibit


def page() -> None:
    exhibit.visit(text, play, train=training.part, check=check.part, take=keepsake.part)
