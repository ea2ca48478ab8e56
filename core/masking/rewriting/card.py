"""What the two shipped models are worth. No torch on the way."""

from __future__ import annotations

import json
from functools import cache

from core import runtime

FOLDER = runtime.ASSETS / "checkpoints" / "rewriters"


@cache
def card() -> dict:
    """Data, settings, and the marks of each."""
    return json.loads((FOLDER / "card.json").read_text(encoding="utf-8"))
