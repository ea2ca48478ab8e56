"""A worker on a Ray cluster, for the same line: who sends to it and listens to it sees no difference.

Where ``OBSERVATORY_RAY_ADDRESS`` is set (``pip install "nlp-observatory[ray]"``), trainings run on the cluster's nodes
and not on the server's machine. ``core`` must be installed there, and the folder ``OBSERVATORY_CACHE`` be one that all
nodes share, so that a training whose node is lost goes on from its checkpoint on another one.
"""

from __future__ import annotations

import logging
import os
import queue
import threading
from importlib import import_module
from typing import Any

from core import store
from core.jobs import wire

ADDRESS = "OBSERVATORY_RAY_ADDRESS"
_log = logging.getLogger(__name__)
_connecting = threading.Lock()


class Hand:
    """Runs on a node: takes requests and keeps what is said about them until it is asked."""

    def __init__(self, packages: tuple[str, ...]) -> None:
        from core.jobs.worker import serve  # a program of its own as well, so nobody may import it before it starts

        self._inbox: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self._said: queue.SimpleQueue[wire.Packed] = queue.SimpleQueue()
        threading.Thread(target=serve, args=(self._inbox, self._said.put, packages), daemon=True).start()

    def take(self, message: wire.Packed) -> None:
        """What is to be done next."""
        self._inbox.put(store.unpack(*message))

    def hear(self, seconds: float) -> wire.Packed | None:
        """The next thing said, if there is one within so many seconds."""
        try:
            return self._said.get(timeout=seconds)
        except queue.Empty:
            return None


class ClusterWorker:
    """One actor on the cluster, with the manners of :class:`core.jobs.process.Worker`."""

    lasting = True  # a node may go and another come: a job that began is begun again

    def __init__(self, packages: tuple[str, ...], threads: int) -> None:
        self._ray = connected()
        actor = self._ray.remote(Hand).options(
            num_cpus=threads, max_concurrency=2, runtime_env={"env_vars": {"OMP_NUM_THREADS": str(threads)}}
        )
        self._actor: Any = actor.remote(packages)
        self._asked: Any = None
        self._how = "actor"

    def warm(self, module: str) -> None:
        self.send(store.pack(("warm", module)))

    def send(self, message: wire.Packed) -> None:
        """Hand over a packed message; an actor that is gone is noticed by :meth:`hear`."""
        try:
            self._ray.get(self._actor.take.remote(message))
        except self._ray.exceptions.RayError:
            _log.info("an actor is gone")

    def hear(self, timeout: float) -> Any:
        """The next message; EOFError when the actor or its node is gone, ``queue.Empty`` after ``timeout`` seconds."""
        self._asked = self._asked or self._actor.hear.remote(10.0)
        try:
            found = self._ray.get(self._asked, timeout=timeout)
        except self._ray.exceptions.GetTimeoutError:
            raise queue.Empty from None
        except self._ray.exceptions.RayError as error:
            self._how = type(error).__name__
            raise EOFError from error
        self._asked = None
        if found is None:
            raise queue.Empty
        return store.unpack(*found)

    def kill(self) -> str:
        """End the actor and the process it lives in; returns how it ended."""
        self._ray.kill(self._actor, no_restart=True)
        return self._how


def connected() -> Any:
    """Ray, connected to the cluster once for this process. Raises OSError where that cannot be had."""
    with _connecting:
        try:
            ray = import_module("ray")
            if not ray.is_initialized():
                ray.init(os.environ[ADDRESS], log_to_driver=False, logging_level=logging.WARNING)
        except (ImportError, ConnectionError, RuntimeError, ValueError) as error:
            _log.error("the Ray cluster cannot be reached: %s", error)
            raise OSError(f"the Ray cluster cannot be reached: {error}") from error
        return ray
