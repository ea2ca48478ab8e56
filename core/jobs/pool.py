"""The line of jobs and the few workers that serve it.

Every worker has a thread here that takes the next job, hands it over and listens. It waits for nothing
but the line and the pipe, so a server full of visitors never waits for it.
"""

from __future__ import annotations

import hashlib
import logging
import os
import queue
import sys
import threading
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from itertools import accumulate
from typing import Any

from core import store
from core.errors import Trouble
from core.jobs import draft
from core.jobs.cache import KEY, Cache, default_folder
from core.jobs.cluster import ADDRESS, ClusterWorker
from core.jobs.job import ACTIVE, Job
from core.jobs.line import in_turn, owner
from core.jobs.process import Worker
from core.provenance import code_version

KEPT, ROOM = 32, 384 * 2**20  # jobs that are over and still at hand, bytes of them; others are read from disk
TICK = 0.1  # seconds between two looks at who has left
_log = logging.getLogger(__name__)


class Pool:
    """At most ``workers`` jobs at a time; those who wait take turns, each one's jobs first come, first served.

    A job that nobody watched for ``grace`` seconds is cancelled, in line already after ``line_grace`` (nothing is
    lost yet, and others wait behind it); a worker that had nothing to do for ``idle`` seconds leaves. Functions
    must lie in one of ``packages``, which a worker can import.
    """

    def __init__(
        self,
        *,
        workers: int | None = None,
        grace: float = 90.0,
        line_grace: float = 75.0,  # a browser wakes a page in the background once a minute
        idle: float = 180.0,
        cache: Cache | None = None,
        packages: tuple[str, ...] = ("core",),
    ) -> None:
        self.workers = workers or int(os.environ.get("OBSERVATORY_WORKERS") or max(1, cores() // 2))
        self.grace, self.line_grace, self.idle, self.packages = grace, line_grace, idle, packages
        self.cache = cache or Cache(default_folder())
        self._line: list[Job] = []
        self._jobs: OrderedDict[str, Job] = OrderedDict()  # those that are over in the order they ended
        self._servants: set[threading.Thread] = set()
        self._waiting = 0  # servants without a job
        self._closed = False
        self._wake = threading.Condition()

    def submit(self, train: Callable[..., Any], data: Any, config: Any, **arguments: Any) -> Job:
        """Put ``train(data, config, on_step=…, **arguments)`` in line, or join the identical job.

        Raises:
            TypeError: the data, the config or an argument has no form on disk (see :mod:`core.store`).
            ValueError: ``train`` is not a function that a worker can import.
        """
        module, name = train.__module__, train.__qualname__
        if module.split(".")[0] not in self.packages or getattr(sys.modules[module], name, None) is not train:
            raise ValueError(f"{module}.{name} is not a module's own function in {self.packages}")
        ordered = dict(sorted(arguments.items()))
        request = store.pack(("run", f"{module}:{name}", data, config, ordered))
        key = hashlib.sha256(request[0] + code_version(module).encode()).hexdigest()
        job = self.find(key)
        if job is not None and _joined(job):
            return job
        with self._wake:
            if self._closed:
                raise RuntimeError("the pool is closed")
            job = self._jobs.get(key)
            if job is None or not _joined(job):  # nobody was faster since find()
                self._call_servants(len(self._line) + 1)  # first: where no thread can start, nobody waits in vain
                self._jobs.pop(key, None)
                job = self._jobs[key] = Job(key, request, self._place, owner.get())
                self._line.append(job)
                self._wake.notify()
            return job

    def at_hand(self, key: str) -> Job | None:
        """The job with this key: in line, at work, or over not long ago."""
        return self._jobs.get(key)

    def find(self, key: str) -> Job | None:
        """The job with this key: at hand, or finished and kept on disk."""
        job = self.at_hand(key)
        if job is not None or not KEY.fullmatch(key):
            return job
        value = self.cache.get(key)
        if value is None:
            return None
        job = Job(key, None, self._place)
        job.end("done", value)
        with self._wake:
            job = self._jobs.setdefault(key, job)
            self._forget()
            return job

    def warm(self, module: str = "core.fit") -> None:
        """Start a worker, if there is none, and let it import ``module`` before somebody waits for it."""
        with self._wake:
            if not self._servants and not self._closed:
                self._call_servants(1, module)

    def close(self) -> None:
        """Cancel what runs or waits and end all workers; returns when they are gone."""
        with self._wake:
            self._closed = True
            for job in self._jobs.values():
                job.cancel()
            self._wake.notify_all()
            servants = list(self._servants)
        for servant in servants:
            servant.join()

    def _call_servants(self, needed: int, module: str | None = None) -> None:
        if needed > self._waiting and len(self._servants) < self.workers:
            servant = threading.Thread(target=self._serve, args=(module,), name="job servant", daemon=True)
            servant.start()
            self._servants.add(servant)  # it waits for the lock, which is held here

    def _place(self, job: Job) -> int:
        with self._wake:
            waiting = self._turns()
            return waiting.index(job) + 1 if job in waiting else 0

    def _turns(self) -> list[Job]:
        """The line in the order it is served, without those who are over."""
        self._line = [job for job in self._line if job.state == "queued"]
        return in_turn(self._line, self._jobs.values())

    def _serve(self, module: str | None) -> None:
        worker = None
        try:
            if module is not None:
                with suppress(OSError):  # no memory for a process: the next job says so
                    worker = self._hire()
                    worker.warm(module)
            while job := self._next():
                worker = self._attend(job, worker)
                with self._wake:
                    if self._jobs.get(job.key) is job:
                        self._jobs.move_to_end(job.key)  # it ended last, so its owner has time to see how
                    self._forget()
        finally:
            if worker is not None:
                worker.kill()
            with self._wake:
                self._servants.discard(threading.current_thread())

    def _hire(self) -> Worker | ClusterWorker:
        kind = ClusterWorker if os.environ.get(ADDRESS) else Worker
        return kind(self.packages, threads=max(1, (cores() - 1) // self.workers))

    def _next(self) -> Job | None:
        """The next job in line; ``None`` when it is time to go."""
        with self._wake:
            self._waiting += 1
            try:
                while turns := self._wake.wait_for(lambda: self._closed or self._turns(), timeout=self.idle):
                    if isinstance(turns, bool):  # closed
                        break
                    self._line.remove(job := turns[0])
                    if self._wanted(job):
                        return job
                self._servants.discard(threading.current_thread())  # now: the next job needs a new one
                return None
            finally:
                self._waiting -= 1

    def _attend(self, job: Job, worker: Worker | ClusterWorker | None) -> Worker | ClusterWorker | None:
        """See a job through to its end, whatever happens; returns the worker if it can take another one.

        A worker that died while it was idle is noticed here: the job goes to a new one. So does a job whose node of a
        cluster was lost, once.
        """
        request, how = job.begin(), ""
        if request is None:
            return worker
        try:
            for _ in range(2):
                try:
                    worker = worker or self._hire()
                except OSError as error:  # no memory for one more process
                    job.end("failed", error=_died(str(error)))
                    return None
                worker.send(store.pack(("keep", str(self.cache.draft(job.key)))))
                worker.send(request)
                begun, fit = self._listen(job, worker)
                lasting = worker.lasting
                if not fit:
                    how, worker = worker.kill(), None
                if job.state in ("done", "cancelled"):
                    draft.drop(self.cache.draft(job.key))
                if fit:
                    return worker
                if (begun and not lasting) or job.state not in ACTIVE:
                    break
            job.end("failed", error=_died(how))
        except Exception:  # a mistake of ours: it must not take the servant with it, and the line behind him
            _log.exception("job %s was dropped", job.key[:8])
            job.end("failed", error=_failed(job.key[:8]))
            if worker is not None:
                worker.kill()
        return None

    def _listen(self, job: Job, worker: Worker | ClusterWorker) -> tuple[bool, bool]:
        """Hear the worker out: whether it began with the job, and whether it can take another one."""
        begun = False
        while self._look_around(job):
            try:
                message = worker.hear(TICK)
            except queue.Empty:
                continue
            except EOFError:
                break
            match message:
                case ("begun",):
                    begun = True
                case ("step", step):
                    job.hear(step)
                case ("done", value, leaving):
                    job.end("done", value, note=self._keep(job.key, value))
                    return True, not leaving
                case ("trouble", code, text, facts):
                    job.end("failed", error=Trouble(code, text, **facts))
                    return True, True
                case ("crash", text):
                    _log.error("job %s failed\n%s", job.key[:8], text)
                    job.end("failed", error=_failed(job.key[:8]))
                    return True, True
        return begun, False

    def _look_around(self, job: Job) -> bool:
        """Sort out the whole line; whether ``job`` itself is still wanted."""
        with self._wake:
            line = list(self._line)
        return [self._wanted(other) for other in (*line, job)][-1]

    def _wanted(self, job: Job) -> bool:
        """Whether it is not over; cancels a job that nobody watches any more."""
        job.expire(self.line_grace if job.state == "queued" else self.grace)
        return job.state in ACTIVE

    def _keep(self, key: str, value: object) -> Trouble | None:
        try:
            self.cache.put(key, value)
        except (Trouble, OSError) as error:
            _log.warning("job %s is done, but not kept: %s", key[:8], error)
            reason = error.facts["reason"] if isinstance(error, Trouble) else error.strerror
            why = f"The result could not be kept ({reason}); free some space or choose another folder."
            return Trouble("disk-refused", why, name=key[:8], reason=reason)
        return None

    def _forget(self) -> None:
        """Let go of those that were over first, where there are many or they are large; the newest always stays."""
        over = [(key, job.weight) for key, job in reversed(self._jobs.items()) if job.state not in ACTIVE]
        large = accumulate(weight for _, weight in over)
        for at, ((key, _), bytes_) in enumerate(zip(over, large, strict=True)):
            if at and (at >= KEPT or bytes_ > ROOM):
                del self._jobs[key]


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _joined(job: Job) -> bool:
    """Watch a job on behalf of whoever asks; whether it goes on or is done."""
    job.watch(owner.get())
    return job.state in (*ACTIVE, "done")


def _died(how: str) -> Trouble:
    return Trouble(
        "job-died",
        f"The job's process ended unexpectedly ({how}), most often for lack of memory; try something smaller.",
        how=how,
    )


def _failed(number: str) -> Trouble:
    return Trouble(
        "job-failed",
        f"The job stopped with an error on our side; the log has the details under {number}.",
        id=number,
    )
