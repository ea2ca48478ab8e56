"""Parts 2 and 3, *Play* and *Look inside*: the chosen view, numbers and picture together."""

from __future__ import annotations

from app.exhibits.probing import asking, attack, code, composition, cues, heads, layers, mixing, phrases, text, tree
from app.house.views import chosen

SHOW = {
    "layers": layers.view,
    "tree": tree.view,
    "pipeline": mixing.view,
    "code": code.view,
    "heads": heads.view,
    "agreement": asking.agreement,
    "knowledge": asking.knowledge,
    "cues": cues.view,
    "phrases": phrases.view,
    "composition": composition.view,
    "attack": attack.view,
}


def play() -> None:
    """The chosen view."""
    chosen("probing", text, SHOW)
