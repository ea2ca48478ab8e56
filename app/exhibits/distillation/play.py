"""Parts 2 and 3, *Play* and *Look inside*: the chosen view, numbers and picture together."""

from __future__ import annotations

from app.exhibits.distillation import (
    bill,
    born,
    digits,
    layers,
    multitask,
    published,
    removed,
    small,
    temperature,
    text,
    texts,
    theseus,
    typed,
)
from app.house.views import chosen

SHOW = {
    "temperature": temperature.view,
    "digits": digits.view,
    "texts": texts.view,
    "bill": bill.view,
    "typed": typed.view,
    "layers": layers.view,
    "small": small.view,
    "removed": removed.view,
    "born": born.view,
    "theseus": theseus.view,
    "tasks": multitask.view,
    "published": published.view,
}


def play() -> None:
    """The chosen view."""
    chosen("distillation", text, SHOW)
