"""The real server, as README starts it, in a process of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Server:
    """A running server: where it answers, which process it is, what it has written so far."""

    url: str
    pid: int
    log: Path
    seconds: float  # from the start of the process to the first healthy answer


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=2) as reply:
            return reply.status == 200
    except (urllib.error.URLError, OSError):
        return False


@contextmanager
def serving(
    *,
    app: Path = ROOT / "app" / "main.py",
    env: Mapping[str, str] | None = None,
    patience: float = 60,
    within: Sequence[str] = (),
) -> Iterator[Server]:
    """``streamlit run``, healthy on entry, ended by its process id on exit; the model hub is never asked.

    ``within`` is a command that starts another one, ``("taskset", "-c", "0")``.

    Raises:
        RuntimeError: not healthy within ``patience`` seconds; the message ends with the server's log.
    """
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    command: Sequence[str] = (
        *within,
        *(sys.executable, "-m", "streamlit", "run", str(app)),
        *("--server.headless", "true", "--server.address", "127.0.0.1", "--server.port", str(port)),
    )
    with tempfile.TemporaryDirectory(prefix="observatory-server-") as scratch:
        surroundings = {
            **os.environ,
            "OBSERVATORY_CACHE": f"{scratch}/cache",
            "HF_HUB_OFFLINE": "1",
            **(env or {}),
        }
        log = Path(scratch, "server.log")
        began = time.perf_counter()
        with log.open("wb") as sink:
            process = subprocess.Popen(command, cwd=ROOT, env=surroundings, stdout=sink, stderr=subprocess.STDOUT)
        try:
            while not answers(f"{url}/_stcore/health"):
                if process.poll() is not None or time.perf_counter() - began > patience:
                    raise RuntimeError(f"the server did not start:\n{log.read_text(errors='replace')[-4000:]}")
                time.sleep(0.02)
            yield Server(url, process.pid, log, time.perf_counter() - began)
        finally:
            process.terminate()
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
