"""``python -m core.jobs.worker``: do what the pipe says, report, and die with the server.

Started by :mod:`core.jobs.process` only. A script of its own, because ``multiprocessing`` would run the
server's entry page again in every child.
"""

from __future__ import annotations

import gc
import os
import queue
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable
from functools import partial
from importlib import import_module
from io import FileIO
from pathlib import Path
from typing import Any

import psutil

from core import store
from core.errors import Trouble
from core.jobs import wire
from core.jobs.draft import resumed
from core.runtime import Step

EVERY = 0.2  # seconds between two reports
GROWTH = 256 * 2**20  # bytes a job may leave behind; beyond, the worker leaves and gives them all back


class Reporter:
    """An ``on_step`` that says about five steps a second, and always the last one."""

    def __init__(self, say: Callable[[Step], None]) -> None:
        self._say = say
        self._held: Step | None = None
        self._said = float("-inf")

    def __call__(self, step: Step) -> None:
        self._held = step
        if time.monotonic() - self._said >= EVERY:
            self.flush()

    def flush(self) -> None:
        """Say the last step, if it was not said."""
        if self._held is not None:
            self._say(self._held)
            self._held, self._said = None, time.monotonic()


def main(packages: tuple[str, ...]) -> None:
    """Serve until the pipe closes."""
    if hasattr(os, "nice"):
        os.nice(5)  # the pages come first
    requests, replies = _private_pipe()
    inbox: queue.SimpleQueue[Any] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(requests, inbox), daemon=True).start()
    serve(inbox, partial(wire.send, replies), packages)


def serve(inbox: queue.SimpleQueue[Any], say: Callable[[wire.Packed], None], packages: tuple[str, ...]) -> None:
    """Do what the messages ask for, one after the other, for ever."""
    folder: Path | None = None
    while True:
        match inbox.get():
            case ("warm", str(module)):
                import_module(module)
            case ("keep", str(name)):
                folder = Path(name)
            case ("run", str(function), data, config, dict(arguments)):
                say(store.pack(("begun",)))
                reply = run(say, packages, function, data, config, arguments, folder)
                say(reply)
                folder = None
                del data, config, arguments, reply
                gc.collect()


def run(
    say: Callable[[wire.Packed], None],
    packages: tuple[str, ...],
    function: str,
    data: Any,
    config: Any,
    arguments: dict,
    folder: Path | None = None,
) -> wire.Packed:
    """Call the function, whose steps are said meanwhile; the last message, packed."""
    reporter = Reporter(lambda step: say(store.pack(("step", step))))
    try:
        module, name = function.split(":")
        if module.split(".")[0] not in packages:
            raise ValueError(f"{function} is not in {packages}")
        train = getattr(import_module(module), name)
        before = psutil.Process().memory_info().rss
        result = resumed(train, folder, data, config, on_step=reporter, **arguments)
        reporter.flush()
        leaving = psutil.Process().memory_info().rss - before > GROWTH or _holds_gpu()
        return store.pack(("done", result, leaving))
    except Trouble as trouble:
        facts = {key: fact if isinstance(fact, str | int | float) else str(fact) for key, fact in trouble.facts.items()}
        return store.pack(("trouble", trouble.code, str(trouble), facts))
    except Exception:
        return store.pack(("crash", traceback.format_exc()))


def _holds_gpu() -> bool:
    torch = sys.modules.get("torch")
    return torch is not None and torch.cuda.is_initialized()


def _private_pipe() -> tuple[FileIO, FileIO]:
    """Standard input and output, taken away from everybody else: what a training prints goes to the log."""
    requests, replies = FileIO(os.dup(0), "rb"), FileIO(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    return requests, replies


def _listen(requests: FileIO, inbox: queue.SimpleQueue[Any]) -> None:
    try:
        while True:
            inbox.put(wire.receive(requests))
    except (EOFError, OSError):
        if hasattr(os, "killpg") and os.getpgrp() == os.getpid():
            os.killpg(0, signal.SIGKILL)  # the server is gone: this process and all that it started
        os._exit(0)


if __name__ == "__main__":
    main(tuple(sys.argv[1:]))
