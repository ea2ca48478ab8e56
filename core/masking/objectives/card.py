"""What the shipped readers are worth. No torch on the way."""

from __future__ import annotations

import json
from functools import cache

from core import runtime
from core.masking.objectives import OBJECTIVES

FOLDER = runtime.ASSETS / "checkpoints" / "readers"


@cache
def card() -> dict:
    """Settings, data, and the marks of every reader."""
    return json.loads((FOLDER / "card.json").read_text(encoding="utf-8"))


def trained() -> tuple[str, ...]:
    """Objectives with a reader, in the order of the gallery."""
    return tuple(name for name in OBJECTIVES if name in card()["readers"]) if (FOLDER / "card.json").exists() else ()
