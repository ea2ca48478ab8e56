"""What the shipped readers are worth. No torch on the way."""

from __future__ import annotations

from functools import cache

from core import cards, runtime
from core.masking.objectives import OBJECTIVES

FOLDER = runtime.ASSETS / "checkpoints" / "readers"


@cache
def card() -> dict:
    """Settings, data, and the marks of every reader."""
    return cards.read(FOLDER)


def trained() -> tuple[str, ...]:
    """Objectives with a reader, in the order of the gallery."""
    return tuple(name for name in OBJECTIVES if name in card().get("readers", ()))
