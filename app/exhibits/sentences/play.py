"""Parts 2 and 3, *Play* and *Look inside*: the chosen view, numbers and picture together."""

from __future__ import annotations

from app.exhibits.sentences import anchor, circle, definition, encoders, identity, matrix, sbert, searching, text
from app.house.views import chosen

SHOW = {
    "definition": definition.view,
    "anchor": anchor.view,
    "sphere": circle.view,
    "encoders": encoders.view,
    "matrix": matrix.view,
    "identity": identity.view,
    "objectives": sbert.view,
    "search": searching.view,
}


def play() -> None:
    """The chosen view."""
    chosen("sentences", text, SHOW)
