"""Whose turn it is: the line goes round among those who wait, so that ten requests of one hold up nobody else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from core.jobs.job import Job

owner: ContextVar[str] = ContextVar("owner", default="")  # "" is one and the same for all who give no name


@contextmanager
def on_behalf_of(name: str) -> Iterator[None]:
    """What is submitted inside is submitted, and watched, by ``name``."""
    token = owner.set(name)
    try:
        yield
    finally:
        owner.reset(token)


def in_turn(waiting: Iterable[Job], known: Iterable[Job]) -> list[Job]:
    """Those who wait, in the order they are served: everybody's next job, then everybody's next but one.

    Within a round it is first who was served longest ago (as far as the ``known`` jobs tell), then who came first.
    """
    served: dict[str, float] = {}
    for job in known:
        if job.began is not None:
            served[job.owner] = max(job.began, served.get(job.owner, 0.0))
    rounds: Counter[str] = Counter()
    turns = []
    for job in waiting:
        turns.append((rounds[job.owner], served.get(job.owner, 0.0), len(turns), job))
        rounds[job.owner] += 1
    return [job for *_, job in sorted(turns, key=lambda turn: turn[:3])]
