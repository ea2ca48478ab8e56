import os
from pathlib import Path

import numpy as np

from core.jobs import Cache
from core.jobs.cache import default_folder
from core.runtime import Step

KILO = Step(0.5, frame=np.zeros(1000, np.uint8))  # a little over 1 kB on disk


def names(cache: Cache) -> set[str]:
    return {entry.name for entry in cache.folder.iterdir()}


def age(cache: Cache, *keys: str) -> None:
    """Make these the oldest, the first one the oldest of all."""
    for days, key in enumerate(reversed(keys), start=1):
        os.utime(cache.folder / key, (0, 10**9 - 86_400 * days))


def test_the_least_recently_used_goes_first(tmp_path: Path) -> None:
    cache = Cache(tmp_path, limit=6000)
    for key in "abc":
        cache.put(key, KILO)
    age(cache, "a", "b", "c")
    assert cache.get("a") is not None  # used just now
    for key in "def":
        cache.put(key, KILO)
    left = names(cache)
    assert "a" in left and "f" in left and "b" not in left
    assert sum(f.stat().st_size for f in tmp_path.rglob("*") if f.is_file()) <= 6000


def test_what_is_larger_than_the_whole_cache_is_not_kept(tmp_path: Path) -> None:
    cache = Cache(tmp_path, limit=500)
    cache.put("a", KILO)
    assert names(cache) == set() and cache.get("a") is None


def test_litter_of_a_killed_writer_is_swept_like_anything_old(tmp_path: Path) -> None:
    cache = Cache(tmp_path, limit=3000)
    (tmp_path / ".a.1234abcd").mkdir()
    (tmp_path / ".a.1234abcd" / "arrays.safetensors").write_bytes(bytes(2500))
    age(cache, ".a.1234abcd")
    cache.put("b", KILO)
    assert names(cache) == {"b"}


def test_a_damaged_result_is_deleted(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("a", KILO)
    (tmp_path / "a" / "value.json").write_text("{")
    assert cache.get("a") is None and names(cache) == set()


def test_the_folder_is_the_users_choice(monkeypatch) -> None:
    monkeypatch.setenv("OBSERVATORY_CACHE", "/some/where")
    assert default_folder() == Path("/some/where")
    monkeypatch.delenv("OBSERVATORY_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", "/caches")
    assert default_folder() == Path("/caches/nlp-observatory")
