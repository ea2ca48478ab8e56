"""A training put down half way: where it lies, and who may go on with it.

A training that has an argument ``checkpoint`` is given a folder of its own there, the same one for the same request,
so whoever asks again after a crash goes on where it stopped. Two servers may share the disk: the second one to take
up the same training does without.
"""

from __future__ import annotations

import inspect
import logging
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from core.errors import Trouble

try:
    import fcntl
except ImportError:  # no such locks on Windows: every training starts anew there
    fcntl = None

SPOILED = ("checkpoint-damaged", "checkpoint-mismatch")
_log = logging.getLogger(__name__)


def resumed(train: Callable[..., Any], folder: Path | None, *given: Any, **arguments: Any) -> Any:
    """``train(*given, **arguments)``, going on with what lies in ``folder`` where it knows how to.

    What cannot be gone on with is thrown away, and the training starts anew; where the disk is full, it starts anew
    and is not kept.
    """
    if folder is None or "checkpoint" not in inspect.signature(train).parameters:
        return train(*given, **arguments)
    with held(folder) as mine:
        for _ in range(2 if mine else 0):
            try:
                return train(*given, **arguments, checkpoint=folder)
            except Trouble as trouble:
                if trouble.code == "disk-refused":
                    _log.warning("a training is not kept while it is unfinished: %s", trouble)
                    drop(folder)
                    break
                if trouble.code not in SPOILED:
                    raise
                for file in folder.glob("*.safetensors"):
                    file.unlink()
        return train(*given, **arguments)  # out here the error is gone, and the model that it held


def drop(folder: Path) -> None:
    """It is finished, or not wanted any more."""
    shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def held(folder: Path) -> Iterator[bool]:
    """Whether the folder is ours; the system gives it back when this process ends, however that happens."""
    try:
        if fcntl is None:
            raise OSError
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / "lock").open("w")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            lock.close()
            raise
    except OSError:  # somebody else is at it, or there is no writing here
        yield False
        return
    with lock:
        yield True
