"""Killed in the middle of a training, the worker or the whole server: who asks again gets the same weights."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from core.checkpoint import NAME
from core.errors import Trouble
from core.jobs import Cache, Job, Pool, draft
from core.runtime import ROOT
from tests.core.jobs import troublemaker
from tests.core.jobs.waiting import eventually, gone

STEPS = 60


@pytest.fixture(scope="module")
def unbroken(tmp_path_factory: pytest.TempPathFactory) -> np.ndarray:
    go = tmp_path_factory.mktemp("go") / "go"
    go.touch()
    frame = troublemaker.learns(str(go), STEPS).frame
    assert frame is not None
    return frame


def waits_half_way(job: Job) -> bool:
    return eventually(lambda: job.metrics and job.progress >= 40 / STEPS, 60)


def as_unbroken(job: Job, unbroken: np.ndarray, *, anew: bool = False) -> None:
    """To the last bit; and only what was not kept was done again."""
    found = job.result(60)
    assert found.frame.tobytes() == unbroken.tobytes()
    assert found.metrics["same"] == 1.0  # what was noted down before the crash is there as well
    assert found.metrics["steps"] == (STEPS if anew else STEPS - 35)  # step 40 was not over


def test_a_killed_worker(pool: Pool, tmp_path: Path, unbroken: np.ndarray) -> None:
    go = tmp_path / "go"
    job = pool.submit(troublemaker.learns, str(go), STEPS)
    assert waits_half_way(job)
    os.kill(int(job.metrics[-1]["pid"]), signal.SIGKILL)
    with pytest.raises(Trouble) as trouble:
        job.result(20)
    assert trouble.value.code == "job-died"
    assert (pool.cache.draft(job.key) / NAME).exists()
    go.touch()
    again = pool.submit(troublemaker.learns, str(go), STEPS)
    as_unbroken(again, unbroken)
    assert eventually(lambda: not pool.cache.draft(job.key).exists())


def test_a_killed_server(make_pool: Callable[..., Pool], tmp_path: Path, unbroken: np.ndarray) -> None:
    go, cache = tmp_path / "go", tmp_path / "cache"
    server = textwrap.dedent(f"""
        import time
        from core import jobs
        from tests.core.jobs import troublemaker
        pool = jobs.Pool(workers=1, packages=("core", "tests"), cache=jobs.Cache({str(cache)!r}))
        job = pool.submit(troublemaker.learns, {str(go)!r}, {STEPS})
        while job.progress < 40 / {STEPS}:
            job.watch()
            time.sleep(0.01)
        print(int(job.metrics[-1]["pid"]), flush=True)
        time.sleep(60)
    """)
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen([sys.executable, "-c", server], env=env, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        worker = int(process.stdout.readline())
        process.send_signal(signal.SIGKILL)
    assert eventually(lambda: gone(worker))
    go.touch()
    as_unbroken(make_pool().submit(troublemaker.learns, str(go), STEPS), unbroken)


def test_a_cancelled_training_leaves_nothing(pool: Pool, tmp_path: Path) -> None:
    job = pool.submit(troublemaker.learns, str(tmp_path / "go"), STEPS)
    assert waits_half_way(job) and pool.cache.draft(job.key).exists()
    job.cancel()
    assert eventually(lambda: not pool.cache.draft(job.key).exists())


@pytest.mark.slow
def test_a_spoiled_draft_is_thrown_away(pool: Pool, tmp_path: Path, unbroken: np.ndarray) -> None:
    go = tmp_path / "go"
    job = pool.submit(troublemaker.learns, str(go), STEPS)
    assert waits_half_way(job)
    os.kill(int(job.metrics[-1]["pid"]), signal.SIGKILL)
    with pytest.raises(Trouble):
        job.result(20)
    file = pool.cache.draft(job.key) / NAME
    file.write_bytes(file.read_bytes()[:-9])
    go.touch()
    as_unbroken(pool.submit(troublemaker.learns, str(go), STEPS), unbroken, anew=True)


def test_two_servers_that_share_a_disk_do_not_disturb_each_other(
    make_pool: Callable[..., Pool], tmp_path: Path, unbroken: np.ndarray
) -> None:
    go = tmp_path / "go"
    one, other = (make_pool().submit(troublemaker.learns, str(go), STEPS) for _ in range(2))
    assert one.key == other.key and waits_half_way(one) and waits_half_way(other)
    go.touch()
    for job in (one, other):
        as_unbroken(job, unbroken, anew=True)


@pytest.mark.slow
def test_the_clock_may_jump(pool: Pool, tmp_path: Path, unbroken: np.ndarray, monkeypatch) -> None:
    """Ten years ahead and back again: nothing is cancelled, lost, or thought to be old."""
    go, now = tmp_path / "go", time.time()
    job = pool.submit(troublemaker.learns, str(go), STEPS)
    assert waits_half_way(job)
    for years in (10, -10):
        monkeypatch.setattr(time, "time", lambda years=years: now + years * 31_536_000)
        assert job.state == "running" and job.eta is not None and 0 < job.eta < 600
    go.touch()
    as_unbroken(job, unbroken, anew=True)
    assert pool.cache.get(job.key) is not None


def test_drafts_that_nobody_goes_on_with_are_swept(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    old, new, foreign = (cache.draft(name) for name in ("a" * 64, "b" * 64, "thesis"))
    for folder in (old, new, foreign):
        folder.mkdir(parents=True)
    for folder in (old, foreign):
        os.utime(folder, (0, 0))
    cache.put("c" * 64, troublemaker.Step(0.5))
    assert not old.exists() and new.exists() and foreign.exists()


def test_the_oldest_drafts_are_swept_beyond_their_share_but_none_at_work(tmp_path: Path) -> None:
    cache = Cache(tmp_path, limit=8000)  # 2000 for drafts
    held, *free = (cache.draft(letter * 64) for letter in "abcd")
    for age, folder in enumerate((free[2], free[1], free[0], held)):
        folder.mkdir(parents=True)
        (folder / NAME).write_bytes(bytes(900))
        os.utime(folder, (0, time.time() - 60 * age))
    with draft.held(held) as mine:
        assert mine
        os.utime(held, (0, 0))
        cache.put("e" * 64, troublemaker.Step(0.5))
        assert [folder.exists() for folder in (held, *free)] == [True, False, False, True]
    cache.put("f" * 64, troublemaker.Step(0.5))
    assert not held.exists() and free[2].exists()  # nobody went on with it for a week


def test_a_training_that_cannot_go_on_is_only_run(tmp_path: Path) -> None:
    assert draft.resumed(troublemaker.quick, tmp_path / "x", None, 2).metrics["result"] == 2
    assert not (tmp_path / "x").exists()
