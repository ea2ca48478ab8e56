"""What every test may rely on: its own cache, and a clear word where a machine lacks something."""

from __future__ import annotations

import os
import tempfile

import pytest
from hypothesis import HealthCheck, settings

# Examples take as long as a busy machine needs: no test may fail for that.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")

# Before anything of ours is imported: no test reads or fills the user's own cache.
os.environ["OBSERVATORY_CACHE"] = tempfile.mkdtemp(prefix="observatory-tests-")


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("gpu"):
        import torch

        if not torch.cuda.is_available():
            pytest.skip("needs CUDA")
