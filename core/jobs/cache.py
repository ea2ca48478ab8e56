"""Finished runs on disk, the least recently used dropped first.

The folder may be anybody's (a home, a shared disk), so results lie in a subfolder of their own, and even there
nothing is dropped whose name is not a key.
"""

from __future__ import annotations

import os
import re
import shutil
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from core import store
from core.errors import Trouble
from core.jobs.draft import drop, held

KEY = re.compile("[0-9a-f]{64}")
LITTER = re.compile(rf"\.{KEY.pattern}\.[0-9a-f]{{8}}")  # of a writer (see store.replacing) that was killed …
STALE = 3600  # … if nobody touched it for so many seconds
ABANDONED = 7 * 86_400  # seconds until an unfinished training is dropped
SHARE = 1 / 4  # of the cache's bytes, beside them, for unfinished trainings


def default_folder() -> Path:
    """``OBSERVATORY_CACHE``, else ``nlp-observatory`` where this user's programs keep what can be made again."""
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or Path.home() / ".cache"
    return Path(os.environ.get("OBSERVATORY_CACHE") or Path(base) / "nlp-observatory")


class Cache:
    """Results by key in ``base/jobs``, at most ``limit`` bytes of them. Several processes may share the folder."""

    def __init__(self, base: str | Path, limit: int = 2_000_000_000) -> None:
        self.folder, self.limit = Path(base) / "jobs", limit

    def get(self, key: str) -> Any:
        """The result, or ``None``: there is none, or it cannot be read (a damaged one is deleted, to be made again)."""
        try:
            value = store.load(self.folder / key)
            os.utime(self.folder / key)
        except Trouble as trouble:
            if trouble.code == "store-damaged":
                shutil.rmtree(self.folder / key, ignore_errors=True)
            return None
        except OSError:  # dropped by another process between the two lines above, or not to be read just now
            return None
        return value

    def put(self, key: str, value: object) -> None:
        """Keep a result and drop what is beyond the limit. Raises Trouble ``disk-refused``, OSError."""
        store.save(self.folder / key, value)
        self._sweep()
        kept = sorted(_weighed(self.folder))
        excess = sum(size for _, size, _ in kept) - self.limit
        for _, size, entry in kept:
            if excess <= 0:
                break
            shutil.rmtree(entry, ignore_errors=True)
            excess -= size

    def draft(self, key: str) -> Path:
        """Where the training of this key lies while it is unfinished."""
        return self.folder.parent / "unfinished" / key

    def _sweep(self) -> None:
        """Drop unfinished trainings that nobody went on with, and the oldest beyond their share; none at work."""
        drafts = sorted(_weighed(self.draft("")))
        excess = sum(size for _, size, _ in drafts) - self.limit * SHARE
        for touched, size, folder in drafts:
            if excess <= 0 and time.time() - touched <= ABANDONED:
                break
            with held(folder) as free:
                if free:
                    drop(folder)
                    excess -= size


def _weighed(folder: Path) -> list[tuple[float, int, Path]]:
    """When each entry of ours was last used, and its bytes; another process may drop it meanwhile."""
    found = []
    for entry in folder.glob("*"):
        with suppress(OSError):
            used = entry.stat().st_mtime
            if KEY.fullmatch(entry.name) or (LITTER.fullmatch(entry.name) and time.time() - used > STALE):
                found.append((used, sum(file.stat().st_size for file in entry.iterdir()), entry))
    return found
