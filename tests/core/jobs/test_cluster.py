"""The same line on a Ray cluster of two nodes; a node is lost while it trains."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.checkpoint import NAME
from core.errors import Trouble
from core.jobs import Pool
from core.jobs.cluster import ADDRESS
from tests.core.jobs import troublemaker
from tests.core.jobs.waiting import eventually

STEPS = 60
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(find_spec("ray") is None, reason='needs Ray: pip install "nlp-observatory[ray]"'),
    pytest.mark.filterwarnings("ignore"),  # Ray's own
]


@pytest.fixture
def cluster(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A head that works nothing and two nodes of one core each."""
    ray, tools = import_module("ray"), import_module("ray.cluster_utils")
    small = {"object_store_memory": 80_000_000, "include_dashboard": False}
    made = tools.Cluster(initialize_head=True, head_node_args={"num_cpus": 0, **small})
    made.add_node(num_cpus=1, **small)
    made.wait_for_nodes()
    monkeypatch.setenv(ADDRESS, made.address)
    yield made
    ray.shutdown()
    made.shutdown()


def test_the_same_jobs_in_the_same_line(cluster: Any, make_pool: Callable[..., Pool], tmp_path: Path) -> None:
    pool = make_pool()
    assert pool.submit(troublemaker.quick, np.arange(3), 2).result(60).frame.tolist() == [0, 1, 2]
    with pytest.raises(Trouble, match="3 words are too few"):
        pool.submit(troublemaker.trouble, None, None).result(60)
    job = pool.submit(troublemaker.until, str(tmp_path / "go"), 1)
    later = pool.submit(troublemaker.quick, None, 3)
    assert eventually(lambda: job.metrics, 60) and later.position == 1
    job.cancel()
    assert later.result(60).metrics["result"] == 3 and job.state == "cancelled"


def test_a_lost_node_loses_no_training(cluster: Any, make_pool: Callable[..., Pool], tmp_path: Path) -> None:
    go, pool = tmp_path / "go", make_pool()
    job = pool.submit(troublemaker.learns, str(go), STEPS)
    assert eventually(lambda: job.progress >= 40 / STEPS, 60)
    assert (pool.cache.draft(job.key) / NAME).exists()
    (lost,) = [node for node in cluster.worker_nodes]
    cluster.remove_node(lost, allow_graceful=False)
    cluster.add_node(num_cpus=1, object_store_memory=80_000_000, include_dashboard=False)
    go.touch()
    found = job.result(120)
    assert found.metrics["steps"] == STEPS - 35 and found.metrics["same"] == 1.0
    whole = troublemaker.learns(str(go), STEPS).frame
    assert whole is not None and found.frame.tobytes() == whole.tobytes()
