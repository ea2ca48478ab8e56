"""``python -m core.models.digests``: write down the sha256 of every file of weights that we ship.

Only files that nothing else vouches for: results in the house format hold a digest of their own (see ``core.store``).
"""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path

from core.runtime import ASSETS

HOME = ASSETS / "checkpoints"
LIST = HOME / "digests.json"


@cache
def shipped() -> dict[str, str]:
    """sha256 by path below ``assets/checkpoints``."""
    return json.loads(LIST.read_bytes()) if LIST.is_file() else {}


def promised(file: Path) -> str | None:
    """What a file of ours must be; ``None`` for everybody else's."""
    return shipped().get(file.relative_to(HOME).as_posix()) if file.is_relative_to(HOME) else None


def found() -> dict[str, str]:
    """What lies there now."""
    files = sorted(file for file in HOME.rglob("*.safetensors") if file.name != "arrays.safetensors")
    return {file.relative_to(HOME).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def vouch() -> int:
    """Write the list for what lies there now; how many files are on it."""
    LIST.write_text(json.dumps(found(), indent=1) + "\n", encoding="utf-8")
    shipped.cache_clear()
    return len(shipped())


if __name__ == "__main__":
    print(f"{vouch()} files in {LIST.name}")
