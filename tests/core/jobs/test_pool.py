import os
import signal
import subprocess
import sys
import textwrap
import threading
from pathlib import Path

import numpy as np
import pytest

from core import claims, jobs
from core.attention import scaling
from core.errors import Trouble
from core.jobs import Cache, Job, Pool, job, on_behalf_of, worker
from core.runtime import ROOT, Step
from tests.core.jobs import troublemaker
from tests.core.jobs.waiting import eventually, gone


def running(job: Job) -> bool:
    """It has reported at least once."""
    return eventually(lambda: job.metrics)


def test_a_real_experiment_comes_back_as_if_it_had_run_here(pool: Pool) -> None:
    config = scaling.Config(widths=(2, 3), samples=11)
    there, here = pool.submit(scaling.train, None, config).result(20), scaling.train(None, config)
    assert there.config == config
    np.testing.assert_array_equal(there.plain.gradient, here.plain.gradient)


def test_a_claim_is_measured_by_a_worker_as_it_is_here(pool: Pool) -> None:
    there = pool.submit(claims.rerun, "attention/sqrt-d", claims.Rerun()).result(60)
    kept = claims.recorded("attention/sqrt-d")
    assert kept is not None and there.verdict == kept.verdict
    assert there.effect.mean == pytest.approx(kept.effect.mean, rel=1e-3)


def test_progress_metrics_and_frame_arrive_while_it_runs(pool: Pool, tmp_path: Path) -> None:
    job = pool.submit(troublemaker.until, str(tmp_path / "go"), 3)
    assert running(job)
    assert (job.state, job.progress, job.position) == ("running", 0.25, 0)
    assert job.eta is not None and job.eta > 0
    assert job.frame is not None and job.frame.tolist() == [7, 7, 7]
    assert job.metrics[0]["progress"] == 0.25
    with pytest.raises(TimeoutError, match="running"):
        job.result(timeout=0)
    (tmp_path / "go").touch()
    assert job.result(20).metrics["config"] == 3
    assert (job.state, job.progress, job.eta, job.error) == ("done", 1.0, None, None)


def test_it_is_another_process_with_its_own_threads_and_manners(pool: Pool) -> None:
    assert pool.submit(troublemaker.quick, None, 1).result(20).metrics["pid"] != os.getpid()
    found = pool.submit(troublemaker.threads, None, 1).result(20).metrics
    assert found["threads"] >= 1 and found["nice"] >= 5


def test_identical_requests_share_one_job_and_others_do_not(pool: Pool, tmp_path: Path) -> None:
    stop = str(tmp_path / "go")
    first = pool.submit(troublemaker.until, stop, 1)
    assert pool.submit(troublemaker.until, stop, 1) is first and pool.find(first.key) is first
    others = [
        pool.submit(troublemaker.until, stop, 2),  # another config
        pool.submit(troublemaker.until, stop + "!", 1),  # other data
        pool.submit(troublemaker.quick, np.arange(3), 1),  # another function
        pool.submit(troublemaker.quick, np.arange(3.0), 1),  # other numbers
        pool.submit(troublemaker.quick, np.arange(3), 1, times=2.0),  # another argument
    ]
    assert len({first.key, *(job.key for job in others)}) == 6


def test_first_come_first_served_and_the_place_in_line_is_told(pool: Pool, tmp_path: Path) -> None:
    first, *rest = [pool.submit(troublemaker.until, str(tmp_path / str(n)), n) for n in range(4)]
    assert running(first)
    assert [job.position for job in rest] == [1, 2, 3] and {job.state for job in rest} == {"queued"}
    rest[0].cancel()
    assert [job.position for job in rest] == [0, 1, 2] and rest[0].state == "cancelled"
    (tmp_path / "0").touch()
    assert running(rest[1])
    assert [job.position for job in rest] == [0, 0, 1]


def test_two_workers_run_two_jobs(make_pool, tmp_path: Path) -> None:
    pool = make_pool(workers=2)
    jobs = [pool.submit(troublemaker.until, str(tmp_path / "go"), n) for n in range(3)]
    assert running(jobs[0]) and running(jobs[1])
    assert jobs[0].metrics[0]["pid"] != jobs[1].metrics[0]["pid"] and jobs[2].position == 1


@pytest.mark.parametrize("kind", [0, -1, -2], ids=["plain", "with a child", "deaf to SIGTERM"])
def test_cancel_ends_the_process_and_frees_the_place(pool: Pool, tmp_path: Path, kind: int) -> None:
    job = pool.submit(troublemaker.until, str(tmp_path / "go"), kind)
    after = pool.submit(troublemaker.quick, None, 2)
    assert running(job)
    pids = job.metrics[0]
    job.cancel()
    assert job.state == "cancelled"
    with pytest.raises(Trouble) as trouble:
        job.result()
    assert trouble.value.code == "job-cancelled"
    assert after.result(20).metrics["result"] == 2
    assert gone(pids["pid"]) and (pids["child"] == 0 or eventually(lambda: gone(pids["child"])))
    again = pool.submit(troublemaker.until, str(tmp_path / "go"), kind)
    assert again is not job and again.state != "cancelled"


def test_a_killed_worker_fails_its_job_and_the_next_gets_a_new_one(pool: Pool, tmp_path: Path) -> None:
    job = pool.submit(troublemaker.until, str(tmp_path / "go"), 0)
    assert running(job)
    os.kill(int(job.metrics[0]["pid"]), signal.SIGKILL)
    with pytest.raises(Trouble) as trouble:
        job.result(20)
    assert (trouble.value.code, trouble.value.facts, job.state) == ("job-died", {"how": "signal 9"}, "failed")
    assert pool.submit(troublemaker.quick, None, 2).result(20).metrics["pid"] != job.metrics[0]["pid"]


def test_a_worker_killed_while_idle_harms_nobody(pool: Pool) -> None:
    pid = pool.submit(troublemaker.quick, None, 1).result(20).metrics["pid"]
    os.kill(int(pid), signal.SIGKILL)
    assert eventually(lambda: gone(pid))
    job = pool.submit(troublemaker.quick, None, 2)
    assert job.result(20).metrics["pid"] != pid


def test_trouble_passes_through(pool: Pool) -> None:
    with pytest.raises(Trouble, match="3 words are too few") as trouble:
        pool.submit(troublemaker.trouble, None, None).result(20)
    assert (trouble.value.code, trouble.value.facts) == ("too-small", {"n": 3, "where": "corpus.txt"})


@pytest.mark.parametrize(
    ("train", "detail"),
    [(troublemaker.crash, "a detail for the log"), (troublemaker.nothing_to_keep, "only dataclasses of core")],
)
def test_any_other_error_goes_to_the_log(pool: Pool, caplog, train, detail: str) -> None:
    job = pool.submit(train, None, None)
    with pytest.raises(Trouble) as trouble:
        job.result(20)
    assert (trouble.value.code, trouble.value.facts) == ("job-failed", {"id": job.key[:8]})
    assert detail not in str(trouble.value)
    assert detail in caplog.text and job.key[:8] in caplog.text
    assert pool.submit(troublemaker.quick, None, 2).result(20)  # the worker goes on


def test_what_a_training_prints_does_not_reach_the_pipe(pool: Pool) -> None:
    assert pool.submit(troublemaker.noisy, None, None).result(20).metrics["read"] == 0


def test_many_steps_become_few_and_the_last_arrives(pool: Pool) -> None:
    job = pool.submit(troublemaker.chatty, None, 20_000)
    job.result(20)
    assert job.metrics[-1]["i"] == 19_999
    assert len(job.metrics) < 2_000  # 20,000 steps, about five a second


def test_the_reporter_is_never_faster_than_five_a_second(monkeypatch) -> None:
    now, said = iter(np.arange(1000) * 0.013), []
    monkeypatch.setattr(worker.time, "monotonic", lambda: next(now))
    reporter = worker.Reporter(said.append)
    for _ in range(300):
        reporter(Step(0.5))
    assert 10 <= len(said) <= 21


def test_memory_left_behind_goes_with_the_worker(pool: Pool) -> None:
    pid = pool.submit(troublemaker.hungry, None, None).result(20).metrics["pid"]
    assert eventually(lambda: gone(pid))


def test_a_light_job_leaves_its_worker_for_the_next_and_idleness_ends_it(make_pool) -> None:
    pool = make_pool(idle=0.5)
    pids = {pool.submit(troublemaker.quick, None, n).result(20).metrics["pid"] for n in range(3)}
    assert len(pids) == 1
    assert eventually(lambda: gone(*pids))
    assert pool.submit(troublemaker.quick, None, 3).result(20)


def test_nobody_watching_cancels_and_watching_does_not(make_pool, tmp_path: Path) -> None:
    pool = make_pool(grace=0.6, line_grace=0.6)
    seen, forgotten = (pool.submit(troublemaker.until, str(tmp_path / "go"), n) for n in (1, 2))

    def watching() -> bool:
        seen.watch()
        return forgotten.state == "cancelled"

    assert eventually(watching)
    assert seen.state in ("queued", "running")
    assert eventually(lambda: seen.state == "cancelled")


def test_who_waits_unwatched_goes_before_who_runs_unwatched(make_pool, tmp_path: Path) -> None:
    pool = make_pool(grace=1000.0, line_grace=1000.0)
    runs, waits = (pool.submit(troublemaker.until, str(tmp_path / "go"), n) for n in (1, 2))
    assert running(runs) and waits.state == "queued"
    pool.line_grace = 0.0
    assert eventually(lambda: waits.state == "cancelled")
    assert runs.state == "running"


def test_owners_take_turns_and_positions_tell_so(pool: Pool, tmp_path: Path) -> None:
    def ask(who: str, n: int) -> Job:
        with on_behalf_of(who):
            return pool.submit(troublemaker.until, str(tmp_path / f"{who}{n}"), n)

    a0 = ask("a", 0)
    assert running(a0)
    a1, a2, b1, b2, c1 = (ask(*who) for who in (("a", 1), ("a", 2), ("b", 1), ("b", 2), ("c", 1)))
    assert [job.position for job in (b1, c1, a1, b2, a2)] == [1, 2, 3, 4, 5]
    served = [a0, b1, c1, a1, b2, a2]
    for name, now, after in zip(("a0", "b1", "c1", "a1", "b2"), served, served[1:], strict=False):
        (tmp_path / name).touch()
        assert now.result(20) and running(after)


def test_leaving_stops_a_job_only_when_nobody_else_waits(pool: Pool, tmp_path: Path) -> None:
    with on_behalf_of("a"):
        shared = pool.submit(troublemaker.until, str(tmp_path / "go"), 1)
    with on_behalf_of("b"):
        assert pool.submit(troublemaker.until, str(tmp_path / "go"), 1) is shared
    assert running(shared)
    shared.watch("b")
    shared.leave("a")
    assert shared.state == "running"
    shared.leave("b")
    assert shared.state == "cancelled"


def test_who_looks_once_a_minute_still_waits(monkeypatch) -> None:
    now = [100.0]
    monkeypatch.setattr(job.time, "monotonic", lambda: now[0])
    shared = Job("0", None, lambda job: 0, "a")  # in a tab in the background from here on
    now[0] += 60
    shared.watch("b")
    shared.leave("b")
    assert shared.state == "queued"
    shared.leave("a")
    assert shared.state == "cancelled"


def test_who_watched_long_ago_does_not_hold_a_job(monkeypatch) -> None:
    now = [100.0]
    monkeypatch.setattr(job.time, "monotonic", lambda: now[0])
    shared = Job("0", None, lambda job: 0, "a")
    now[0] += 91
    shared.watch("b")
    shared.leave("c")  # never watched: changes nothing
    shared.expire(90.0)
    assert shared.state == "queued" and shared.unseen == 0
    shared.leave("b")
    shared.expire(90.0)  # as the pool does ten times a second
    assert shared.state == "cancelled"


def test_no_memory_for_the_warm_worker_leaves_the_line_served(pool: Pool, monkeypatch) -> None:
    def refuse(*args, **kwargs):
        raise OSError(12, "Cannot allocate memory")

    with monkeypatch.context() as patch:
        patch.setattr(subprocess, "Popen", refuse)
        pool.warm("core.store")
        assert eventually(lambda: pool._waiting)  # the servant is still there
    assert pool.submit(troublemaker.quick, None, 1).result(20)


def test_waiting_for_a_result_is_watching() -> None:
    waiting = Job("0", None, lambda job: 0)
    waiting._seen = {"": waiting._seen[""] - 1000}
    with pytest.raises(TimeoutError):
        waiting.result(timeout=0.01)
    assert waiting.unseen < 1000


def test_no_memory_for_another_process_fails_the_job_and_not_the_line(pool: Pool, monkeypatch) -> None:
    def refuse(*args, **kwargs):
        raise OSError(12, "Cannot allocate memory")

    with monkeypatch.context() as patch:
        patch.setattr(subprocess, "Popen", refuse)
        with pytest.raises(Trouble, match="Cannot allocate memory"):
            pool.submit(troublemaker.quick, None, 1).result(20)
    assert pool.submit(troublemaker.quick, None, 1).result(20)


def test_a_thread_that_cannot_start_fails_one_request_and_not_the_pool(pool: Pool, monkeypatch) -> None:
    def refuse(thread: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    with monkeypatch.context() as patch:
        patch.setattr(threading.Thread, "start", refuse)
        with pytest.raises(RuntimeError, match="new thread"):
            pool.submit(troublemaker.quick, None, 1)
    assert pool.submit(troublemaker.quick, None, 1).result(20)  # the same again: it does not wait where nobody serves


def test_finished_runs_are_found_on_disk_by_another_server(make_pool) -> None:
    first = make_pool().submit(troublemaker.quick, np.arange(3), 2)
    result = first.result(20)
    other = make_pool()
    job = other.submit(troublemaker.quick, np.arange(3), 2)
    assert (job.state, job.progress, job.key) == ("done", 1.0, first.key)
    assert job.result().metrics == result.metrics  # the same process made it
    assert make_pool().find(first.key).result().frame.tolist() == [0, 1, 2]


@pytest.mark.parametrize("key", ["0" * 64, "../../etc", "", "0" * 63])
def test_an_unknown_key_finds_nothing(pool: Pool, key: str) -> None:
    assert pool.find(key) is None


def test_a_truncated_result_is_computed_again(make_pool, tmp_path: Path) -> None:
    first = make_pool().submit(troublemaker.quick, np.arange(3), 2)
    pid = first.result(20).metrics["pid"]
    file = tmp_path / "cache" / "jobs" / first.key / "arrays.safetensors"
    file.write_bytes(file.read_bytes()[:-4])
    again = make_pool().submit(troublemaker.quick, np.arange(3), 2)
    assert again.result(20).metrics["pid"] != pid
    assert make_pool().find(first.key).result().metrics["pid"] != pid


def test_a_full_disk_costs_the_cache_and_not_the_result(make_pool, tmp_path: Path, caplog) -> None:
    (tmp_path / "file").touch()  # a folder cannot be made inside a file
    job = make_pool(cache=Cache(tmp_path / "file" / "cache")).submit(troublemaker.quick, None, 2)
    assert job.result(20).metrics["result"] == 2 and job.state == "done"
    assert job.note is not None and job.note.code == "disk-refused"
    assert job.note.facts == {"name": job.key[:8], "reason": "Not a directory"}


def spoiled(folder: Path, error: Exception) -> Cache:
    class Spoiled(Cache):
        def put(self, key: str, value: object) -> None:
            raise error

    return Spoiled(folder)


def test_a_cache_that_stumbles_costs_the_cache_and_not_the_result(make_pool, tmp_path: Path) -> None:
    pool = make_pool(cache=spoiled(tmp_path, OSError(5, "Input/output error")))
    job = pool.submit(troublemaker.quick, None, 2)
    assert job.result(20).metrics["result"] == 2
    assert job.note is not None and job.note.facts == {"name": job.key[:8], "reason": "Input/output error"}


def test_a_mistake_of_ours_ends_the_job_and_not_its_servant(make_pool, tmp_path: Path, caplog) -> None:
    pool = make_pool(cache=spoiled(tmp_path, RuntimeError("a detail for the log")))
    first, second = (pool.submit(troublemaker.quick, None, n) for n in (1, 2))
    for each in (first, second):  # the second one is served too
        with pytest.raises(Trouble) as trouble:
            each.result(20)
        assert (trouble.value.code, trouble.value.facts) == ("job-failed", {"id": each.key[:8]})
    assert "a detail for the log" in caplog.text and len(pool._servants) == 1


def test_only_a_modules_own_functions_of_known_packages_are_taken(pool: Pool) -> None:
    for bad in (lambda data, config: None, os.system, subprocess.run, Pool.submit):
        with pytest.raises(ValueError, match="own function"):
            pool.submit(bad, None, None)
    with pytest.raises(TypeError, match=r"value\.2"):
        pool.submit(troublemaker.quick, object(), None)


def test_warming_starts_a_worker_that_takes_the_next_job(pool: Pool) -> None:
    pool.warm("core.store")
    assert eventually(lambda: pool._servants)
    assert pool.submit(troublemaker.quick, None, 1).result(20)
    assert len(pool._servants) == 1


def test_a_closed_pool_leaves_nothing_and_takes_nothing(make_pool, tmp_path: Path) -> None:
    pool = make_pool()
    job, later = (pool.submit(troublemaker.until, str(tmp_path / "go"), n) for n in (1, 2))
    assert running(job)
    pool.close()
    assert gone(job.metrics[0]["pid"]) and (job.state, later.state) == ("cancelled", "cancelled")
    with pytest.raises(RuntimeError, match="closed"):
        pool.submit(troublemaker.quick, None, 1)


@pytest.mark.parametrize("end", ["os.kill(os.getpid(), 9)", "sys.exit()", "os._exit(0)"])
def test_workers_die_with_the_server_and_do_not_hold_it_up(tmp_path: Path, end: str) -> None:
    server = textwrap.dedent(f"""
        import os, sys, time
        from core import jobs
        from tests.core.jobs import troublemaker
        pool = jobs.Pool(packages=("tests",), cache=jobs.Cache({str(tmp_path)!r}))
        job = pool.submit(troublemaker.until, "/nowhere/at/all", -1)
        while not job.metrics:
            time.sleep(0.01)
        print(*job.metrics[0].values(), flush=True)
        {end}
    """)
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", server], env=env, capture_output=True, text=True, timeout=30)
    _, pid, child = map(float, done.stdout.split())
    assert eventually(lambda: gone(pid)) and eventually(lambda: gone(child))


def test_over_jobs_are_forgotten_one_day(pool: Pool) -> None:
    for n in range(40):
        over = Job(f"{n}", None, lambda job: 0)
        over.cancel()
        pool._jobs[over.key] = over
    pool.submit(troublemaker.quick, None, 1).result(20)
    assert eventually(lambda: len(pool._jobs) == 32)


def test_who_has_just_failed_is_not_forgotten_for_those_who_came_later_and_went(pool: Pool, tmp_path: Path) -> None:
    job = pool.submit(troublemaker.until, str(tmp_path / "go"), 1)
    assert running(job)
    for n in range(40):
        pool._jobs[f"{n}"] = Job(f"{n}", None, lambda job: 0)
        pool._jobs[f"{n}"].cancel()
    os.kill(int(job.metrics[0]["pid"]), signal.SIGKILL)
    assert eventually(lambda: len(pool._jobs) == 32)
    assert pool.find(job.key) is job and job.error is not None


def test_a_long_history_is_thinned_and_still_spans_the_run() -> None:
    long = Job("0", None, lambda job: 0)
    for i in range(5000):
        long.hear(Step(i / 5000))
    seen = [step["progress"] for step in long.metrics]
    assert len(seen) <= job.LONGEST and seen[0] == 0 and seen[-1] > 0.99 and seen == sorted(seen)


def test_large_results_are_let_go_and_the_newest_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    pool = Pool(workers=1)
    for name in "abcd":
        pool._jobs[name] = Job(name, None, lambda job: 0)
        pool._jobs[name].end("done", {"numbers": (np.zeros(100), "ten letters"[:10])})
    assert pool._jobs["a"].weight == 810
    pool._forget()
    assert list(pool._jobs) == list("abcd")
    monkeypatch.setattr("core.jobs.pool.ROOM", 2_000)
    pool._forget()
    assert list(pool._jobs) == ["c", "d"]
    monkeypatch.setattr("core.jobs.pool.ROOM", 1)
    pool._forget()
    assert list(pool._jobs) == ["d"]


def test_what_takes_seconds_does_not_wait_for_a_training(
    make_pool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    long, short = make_pool(), make_pool()
    monkeypatch.setattr(jobs, "_house", long)
    monkeypatch.setattr(jobs, "_seconds", short)
    training = long.submit(troublemaker.until, str(tmp_path / "go"), 3)
    assert running(training)
    asked = short.submit(troublemaker.quick, None, 1)
    assert asked.result(20) and training.state == "running"
    assert jobs.find(asked.key) is asked and jobs.find(training.key) is training and jobs.find("0" * 64) is None
    training.cancel()
