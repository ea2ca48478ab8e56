"""Finished runs on disk, the least recently used dropped first."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

from core import store
from core.errors import Trouble


def default_folder() -> Path:
    """``OBSERVATORY_CACHE``, else ``nlp-observatory`` where this user's programs keep what can be made again."""
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or Path.home() / ".cache"
    return Path(os.environ.get("OBSERVATORY_CACHE") or Path(base) / "nlp-observatory")


class Cache:
    """Results by key, at most ``limit`` bytes of them. Several processes may share the folder."""

    def __init__(self, folder: str | Path, limit: int = 2_000_000_000) -> None:
        self.folder, self.limit = Path(folder), limit

    def get(self, key: str) -> Any:
        """The result, or ``None``: there is none, or it cannot be read (it is deleted then, to be made again)."""
        try:
            value = store.load(self.folder / key)
            os.utime(self.folder / key)
        except Trouble as trouble:
            if trouble.code == "store-damaged":
                shutil.rmtree(self.folder / key, ignore_errors=True)
            return None
        except OSError:  # another process dropped it between the two lines above
            return None
        return value

    def put(self, key: str, value: object) -> None:
        """Keep a result and drop what is beyond the limit. Raises Trouble ``disk-refused``."""
        store.save(self.folder / key, value)
        sizes = {entry: _size(entry) for entry in sorted(self.folder.iterdir(), key=_used)}
        excess = sum(sizes.values()) - self.limit
        for entry, size in sizes.items():
            if excess <= 0:
                break
            shutil.rmtree(entry, ignore_errors=True)
            excess -= size


def _size(folder: Path) -> int:
    return sum(os.path.getsize(file) for file in folder.rglob("*") if file.is_file())


def _used(folder: Path) -> int:
    return folder.stat().st_mtime_ns if folder.exists() else 0
