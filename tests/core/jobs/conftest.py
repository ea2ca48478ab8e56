from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from core.jobs import Cache, Pool


@pytest.fixture
def make_pool(tmp_path: Path) -> Iterator[Callable[..., Pool]]:
    """A pool whose workers may run the troublemakers; closed when the test ends."""
    pools = []

    def make(**options) -> Pool:
        usual = {"workers": 1, "cache": Cache(tmp_path / "cache"), "packages": ("core", "tests"), "line_grace": 60.0}
        pools.append(Pool(**usual | options))
        return pools[-1]

    yield make
    for pool in pools:
        pool.close()


@pytest.fixture
def pool(make_pool) -> Pool:
    return make_pool()
