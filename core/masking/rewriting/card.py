"""What the two shipped models are worth. No torch on the way."""

from __future__ import annotations

from functools import cache

from core import cards, runtime

FOLDER = runtime.ASSETS / "checkpoints" / "rewriters"


@cache
def card() -> dict:
    """Data, settings, and the marks of each."""
    return cards.read(FOLDER)
