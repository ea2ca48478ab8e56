"""Two servers behind Debian's nginx, as ``nginx.conf`` beside this says.

All replicas get the same ``STREAMLIT_SERVER_COOKIE_SECRET``, or uploads fail, and the same ``OBSERVATORY_CACHE``, so
that a training that one of them finished is at hand for all.
"""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.browser.server import Server, answers, free_port, serving

CONF = Path(__file__).with_name("nginx.conf")


def nginx() -> str | None:
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")


@dataclass(frozen=True)
class Front:
    """The one address, the servers behind it, and who answered what."""

    url: str
    replicas: tuple[Server, ...]
    folder: Path

    def answered(self) -> list[str]:
        """The replica of each finished request, by its address."""
        lines = (self.folder / "access.log").read_text().splitlines()
        return [line.split()[0] for line in lines]

    def kill(self, replica: Server) -> None:
        """Pull its plug."""
        os.kill(replica.pid, signal.SIGKILL)


@contextmanager
def behind_nginx(count: int = 2) -> Iterator[Front]:
    program = nginx()
    assert program is not None, "apt-get install nginx-light"
    with ExitStack() as running, tempfile.TemporaryDirectory(prefix="observatory-nginx-") as scratch:
        folder = Path(scratch)
        folder.chmod(0o755)
        shared = {"STREAMLIT_SERVER_COOKIE_SECRET": secrets.token_hex(16), "OBSERVATORY_CACHE": f"{scratch}/cache"}
        servers = tuple(running.enter_context(serving(env=shared)) for _ in range(count))
        port = free_port()
        conf = CONF.read_text()
        listed = "\n    ".join(f"server {server.url.removeprefix('http://')};" for server in servers)
        for name, value in {"folder": scratch, "port": str(port), "replicas": listed}.items():
            conf = conf.replace("{" + name + "}", value)
        (folder / "nginx.conf").write_text(conf)
        process = subprocess.Popen(
            [program, "-c", f"{scratch}/nginx.conf", "-g", "daemon off;", "-e", f"{scratch}/e.log"]
        )
        try:
            url = f"http://127.0.0.1:{port}"
            end = time.monotonic() + 20
            while not answers(f"{url}/_stcore/health"):
                assert process.poll() is None and time.monotonic() < end, (folder / "e.log").read_text()
                time.sleep(0.05)
            yield Front(url, servers, folder)
        finally:
            process.terminate()
            process.wait(timeout=10)
