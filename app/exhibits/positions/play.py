"""Parts 2 and 3, *Play* and *Look inside*: the chosen view, numbers and picture together."""

from __future__ import annotations

from app.exhibits.positions import lengths, order, paper, real, rotary, schemes, stretch, text, waves
from app.house.views import chosen

SHOW = {
    "waves": waves.view,
    "rotary": rotary.view,
    "schemes": schemes.view,
    "stretch": stretch.view,
    "length": lengths.view,
    "real": real.view,
    "order": order.view,
    "paper": paper.view,
}


def play() -> None:
    """The chosen view."""
    chosen("positions", text, SHOW)
