"""Long work in another process, so that the server stays awake, a cancel is a cancel, and memory comes back.

``submit(train, data, config, **arguments)`` puts a training of ``core`` in line and returns its ``Job``.
Identical requests share one job; finished runs lie in a folder of bounded size and are found again. A job
that nobody watches any more is cancelled after 90 seconds, in line after 75: call ``job.watch()`` or
``job.result()``. Where several people share a server, each submits inside ``with on_behalf_of(name)``, watches
with ``job.watch(name)`` and goes with ``job.leave(name)``: they take turns, and nobody stops what others wait for.
``brief`` is ``submit`` for work of seconds: it has a line and one worker of its own, so that a slider never waits for
somebody's training.

``OBSERVATORY_WORKERS``  how many run at a time (default: one per two cores)
``OBSERVATORY_RAY_ADDRESS``  a Ray cluster that does the work instead (see :mod:`core.jobs.cluster`)
``OBSERVATORY_CACHE``    finished runs lie in its subfolder ``jobs`` (default: ``nlp-observatory`` among the caches)
"""

import atexit

from core.jobs.cache import Cache
from core.jobs.job import Job, State
from core.jobs.line import on_behalf_of
from core.jobs.pool import Pool

_house = Pool()  # no thread and no process before the first job
atexit.register(_house.close)

_seconds = Pool(workers=1)  # the same
atexit.register(_seconds.close)

submit = _house.submit
brief = _seconds.submit
warm = _house.warm


def find(key: str) -> Job | None:
    """The job with this key, of either line, or finished and kept on disk."""
    return _seconds.at_hand(key) or _house.find(key)


__all__ = ["Cache", "Job", "Pool", "State", "brief", "find", "on_behalf_of", "submit", "warm"]
