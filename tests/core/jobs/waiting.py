"""Waiting for something to come true, and for a process to end."""

import time
from collections.abc import Callable

import psutil


def eventually(holds: Callable[[], object], seconds: float = 20) -> bool:
    """Whether it comes true; the limit is only there to fail instead of hanging."""
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(0.01)
    return True


def gone(pid: float) -> bool:
    """The process has ended (a zombie that nobody collected has)."""
    try:
        return psutil.Process(int(pid)).status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True
