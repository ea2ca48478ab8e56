import os
import threading
from pathlib import Path

import numpy as np

from core.jobs import Cache
from core.jobs.cache import default_folder
from core.runtime import Step

A, B, C, D, E, F = (letter * 64 for letter in "abcdef")
KILO = Step(0.5, frame=np.zeros(1000, np.uint8))  # a little over 1 kB on disk


def names(cache: Cache) -> set[str]:
    return {entry.name for entry in cache.folder.iterdir()}


def age(cache: Cache, *keys: str) -> None:
    """Make these the oldest, the first one the oldest of all."""
    for days, key in enumerate(reversed(keys), start=1):
        os.utime(cache.folder / key, (0, 10**9 - 86_400 * days))


def test_the_least_recently_used_goes_first(tmp_path: Path) -> None:
    cache = Cache(tmp_path, limit=6000)
    for key in (A, B, C):
        cache.put(key, KILO)
    age(cache, A, B, C)
    assert cache.get(A) is not None  # used just now
    for key in (D, E, F):
        cache.put(key, KILO)
    left = names(cache)
    assert A in left and F in left and B not in left
    assert sum(f.stat().st_size for f in tmp_path.rglob("*") if f.is_file()) <= 6000


def test_what_is_larger_than_the_whole_cache_is_not_kept(tmp_path: Path) -> None:
    cache = Cache(tmp_path, limit=500)
    cache.put(A, KILO)
    assert names(cache) == set() and cache.get(A) is None


def test_litter_of_a_killed_writer_is_swept_like_anything_old(tmp_path: Path) -> None:
    cache = Cache(tmp_path, limit=3000)
    old, new = (cache.folder / f".{A}.{digits}" for digits in ("1234abcd", "5678abcd"))
    for litter in (old, new):
        litter.mkdir(parents=True)
        (litter / "arrays.safetensors").write_bytes(bytes(2500))
    age(cache, old.name)
    cache.put(B, KILO)
    assert (cache.folder / B).exists() and not old.exists()
    assert new.exists()  # its writer may be at work


def test_nothing_is_dropped_that_is_not_ours(tmp_path: Path) -> None:
    cache = Cache(tmp_path, limit=2000)
    others = [tmp_path / "thesis", tmp_path / A, cache.folder / "thesis", cache.folder / ".git", cache.folder / "a"]
    for other in others:
        other.mkdir(parents=True, exist_ok=True)
        (other / "chapter.txt").write_bytes(bytes(5000))
        os.utime(other, (0, 0))
    for key in (B, C, D):
        cache.put(key, KILO)
    assert all((other / "chapter.txt").exists() for other in others)
    assert not (cache.folder / B).exists() and (cache.folder / D).exists()


def test_several_writers_share_a_folder(tmp_path: Path) -> None:
    failures = []

    def write(digit: int) -> None:
        mine = Cache(tmp_path, limit=4000)
        try:
            for n in range(150):
                mine.put(f"{digit}{n:063x}", KILO)
        except OSError as error:
            failures.append(error)

    writers = [threading.Thread(target=write, args=(digit,)) for digit in range(3)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert not failures


def test_a_damaged_result_is_deleted(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put(A, KILO)
    (cache.folder / A / "value.json").write_text("{")
    assert cache.get(A) is None and names(cache) == set()


def test_a_good_result_outlives_a_bad_moment(tmp_path: Path, monkeypatch) -> None:
    cache = Cache(tmp_path)
    cache.put(A, KILO)

    def refuse(path: Path) -> bytes:
        raise OSError(24, "Too many open files")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", refuse)
        assert cache.get(A) is None
    assert cache.get(A) is not None


def test_the_folder_is_the_users_choice(monkeypatch) -> None:
    monkeypatch.setenv("OBSERVATORY_CACHE", "/some/where")
    assert default_folder() == Path("/some/where")
    monkeypatch.delenv("OBSERVATORY_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", "/caches")
    assert default_folder() == Path("/caches/nlp-observatory")
