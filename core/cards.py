"""``card.json`` beside every checkpoint: what it is, what it read, what it is worth, how and where it was made."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

FILE = "card.json"


def read(folder: Path) -> dict[str, Any]:
    """The card of the checkpoint in ``folder``; empty where it has none."""
    file = folder / FILE
    return json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}


def write(folder: Path, card: Mapping[str, object]) -> None:
    """Put a card into ``folder``; numbers may be numpy's."""
    text = json.dumps(card, ensure_ascii=False, indent=1, default=float)
    (folder / FILE).write_text(text + "\n", encoding="utf-8")
