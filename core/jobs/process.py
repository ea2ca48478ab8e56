"""A worker as the server sees it: a process to send to, to listen to, to kill."""

from __future__ import annotations

import logging
import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping
from io import RawIOBase
from typing import Any, cast

from core import store
from core.jobs import wire
from core.runtime import ROOT

_log = logging.getLogger(__name__)


class Worker:
    """One ``python -m core.jobs.worker``: a process group of its own that ends when this end of the pipe does."""

    lasting = False  # what killed it would kill the next one: most often there is too little memory

    def __init__(self, packages: tuple[str, ...], threads: int) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "core.jobs.worker", *packages],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,
            env=_environment(os.environ, threads),
            start_new_session=True,
        )
        self.pid = self._process.pid
        self._heard: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self._listener = threading.Thread(target=self._listen, name="job listener", daemon=True)
        self._listener.start()

    def warm(self, module: str) -> None:
        """Let it import ``module`` while nobody waits for it."""
        self.send(store.pack(("warm", module)))

    def send(self, message: wire.Packed) -> None:
        """Hand over a packed message; a worker that is gone is noticed by :meth:`hear`."""
        try:
            wire.send(cast(RawIOBase, self._process.stdin), message)
        except OSError:
            _log.info("worker %d is gone", self.pid)

    def hear(self, timeout: float) -> Any:
        """The next message; EOFError when the worker is gone, ``queue.Empty`` after ``timeout`` seconds."""
        message = self._heard.get(timeout=timeout)
        if message is None:
            raise EOFError
        return message

    def kill(self) -> str:
        """End the process and all that it started; returns how it ended, ``signal 9`` or ``exit code 1``."""
        if self._process.returncode is None:
            self._signal(signal.SIGTERM)
            self._listener.join(timeout=2)
            self._signal(getattr(signal, "SIGKILL", signal.SIGTERM))  # before wait(): until then the pid is its own
            self._process.wait()
            self._listener.join()
            for pipe in (self._process.stdin, self._process.stdout):
                cast(RawIOBase, pipe).close()
        code = self._process.wait()
        return f"signal {-code}" if code < 0 else f"exit code {code}"

    def _signal(self, number: int) -> None:
        try:
            os.killpg(self.pid, number) if hasattr(os, "killpg") else self._process.terminate()
        except (ProcessLookupError, PermissionError):
            _log.debug("worker %d has ended", self.pid)

    def _listen(self) -> None:
        try:
            while True:
                self._heard.put(wire.receive(cast(RawIOBase, self._process.stdout)))
        except (EOFError, OSError):
            self._heard.put(None)
        except (ValueError, TypeError):
            _log.exception("worker %d does not speak our language", self.pid)
            self._heard.put(None)


def _environment(base: Mapping[str, str], threads: int) -> dict[str, str]:
    """Ours, with ``core`` in reach and numeric libraries that leave the server a core."""
    path = os.pathsep.join([str(ROOT), *filter(None, [base.get("PYTHONPATH")])])
    return {"OMP_NUM_THREADS": str(threads), "NUMBA_NUM_THREADS": str(threads), **base, "PYTHONPATH": path}
