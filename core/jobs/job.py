"""One piece of long work, as those who wait for it see it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any, Literal

import numpy as np

from core.errors import Trouble
from core.jobs.wire import Packed
from core.runtime import Step

State = Literal["queued", "running", "done", "failed", "cancelled"]
ACTIVE = ("queued", "running")
LONGEST = 1024  # steps remembered; every second one is dropped when there are more


class Job:
    """A training in line, at work, or over. Several visitors may hold the same one."""

    def __init__(self, key: str, request: Packed | None, place: Callable[[Job], int], owner: str = "") -> None:
        self.key = key
        self.owner = owner  # who asked first
        self.state: State = "queued"
        self.progress = 0.0  # 0 to 1
        self.frame: np.ndarray | None = None  # the last picture's worth of numbers
        self.error: Trouble | None = None  # why it failed
        self.note: Trouble | None = None  # it is done, but something is worth knowing: the disk is full
        self._request = request
        self._place = place
        self.weight = 0  # bytes that the result holds in memory, roughly
        self._metrics: list[Mapping[str, float]] = []
        self._value: Any = None
        self.began: float | None = None  # on the monotonic clock
        self._seen = {owner: time.monotonic()}  # when each of those who wait last watched
        self._changing = threading.RLock()  # watching and ending take turns: nobody joins a job that is being dropped
        self._over = threading.Event()

    @property
    def position(self) -> int:
        """1 for the next in line; 0 when it is no longer waiting."""
        return self._place(self)

    @property
    def metrics(self) -> tuple[Mapping[str, float], ...]:
        """What the steps so far reported, ``progress`` among it; thinned out evenly when they are many."""
        return tuple(self._metrics)

    @property
    def eta(self) -> float | None:
        """Seconds left, if it goes on as it did so far; ``None`` while that cannot be told."""
        if self.state != "running" or self.began is None or not 0.01 <= self.progress <= 1:
            return None
        return (time.monotonic() - self.began) * (1 - self.progress) / self.progress

    @property
    def unseen(self) -> float:
        """Seconds since somebody watched; infinite when everybody has left."""
        with self._changing:
            return time.monotonic() - max(self._seen.values(), default=float("-inf"))

    def watch(self, who: str = "") -> None:
        """Say that ``who`` is still waiting for this."""
        with self._changing:
            self._seen[who] = time.monotonic()

    def leave(self, who: str = "") -> None:
        """``who`` no longer waits; the job is cancelled if it was the last one.

        Others may be in tabs in the background, which look once a minute: whether they are gone, :meth:`expire` says.
        """
        with self._changing:
            self._seen.pop(who, None)
            if not self._seen:
                self.cancel()

    def expire(self, grace: float) -> None:
        """Cancel it if nobody watched for ``grace`` seconds."""
        with self._changing:
            if self.unseen > grace:
                self.cancel()

    def cancel(self) -> None:
        """Stop it, for everybody who waits for it. Its process is killed; a job that is over stays as it is."""
        self.end("cancelled")

    def result(self, timeout: float | int | None = None) -> Any:
        """Wait for the result, watching meanwhile.

        Raises:
            Trouble: what the training raised; ``job-failed``, ``job-died``, ``job-cancelled``.
            TimeoutError: still not over after ``timeout`` seconds.
        """
        until = time.monotonic() + (float("inf") if timeout is None else timeout)
        while not self._over.wait(max(0.0, min(1.0, until - time.monotonic()))):
            self.watch()
            if time.monotonic() >= until:
                raise TimeoutError(f"the job is {self.state}, {self.progress:.0%} done, after {timeout} s")
        if self.error is not None:
            raise self.error.with_traceback(None)
        if self.state == "cancelled":
            raise Trouble("job-cancelled", "The job was cancelled; submit it again to start anew.")
        return self._value

    def begin(self) -> Packed | None:
        """Its turn has come: what to send to a worker, or ``None`` when it was cancelled meanwhile."""
        with self._changing:
            if self.state == "queued":
                self.state, self.began = "running", time.monotonic()
            return self._request

    def hear(self, step: Step) -> None:
        """Take note of a step."""
        self.progress = step.progress
        self.frame = self.frame if step.frame is None else step.frame
        self._metrics.append({"progress": step.progress, **step.metrics})
        if len(self._metrics) > LONGEST:
            self._metrics = self._metrics[::2]

    def end(self, state: State, value: Any = None, error: Trouble | None = None, note: Trouble | None = None) -> None:
        """It is over; whoever comes second to say so is not heard."""
        with self._changing:
            if self.state not in ACTIVE:
                return
            self._value, self.error, self.note, self._request = value, error, note, None
            self.weight = weight(value)
            self.progress = 1.0 if state == "done" else self.progress
            self.state = state
        self._over.set()


def weight(value: object) -> int:
    """The bytes of arrays and the characters of texts in a result."""
    match value:
        case np.ndarray():
            return value.nbytes
        case str() | bytes():
            return len(value)
        case tuple() | list():
            return sum(map(weight, value))
        case Mapping():
            return sum(map(weight, value.values()))
    if is_dataclass(value):
        return sum(weight(getattr(value, field.name)) for field in fields(value))
    return 0
