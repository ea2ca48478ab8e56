import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from core.jobs import Cache, Pool

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))  # troublemaker lies beside this file


@pytest.fixture
def make_pool(tmp_path: Path, monkeypatch) -> Iterator[Callable[..., Pool]]:
    """A pool whose workers know the troublemakers; closed when the test ends."""
    monkeypatch.setenv("PYTHONPATH", str(HERE))
    pools = []

    def make(**options) -> Pool:
        options = {"workers": 1, "cache": Cache(tmp_path / "cache"), "packages": ("core", "troublemaker")} | options
        pools.append(Pool(**options))
        return pools[-1]

    yield make
    for pool in pools:
        pool.close()


@pytest.fixture
def pool(make_pool) -> Pool:
    return make_pool()


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
