"""Streamlit Community Cloud, as far as it can be had here: one core and one gigabyte."""

from __future__ import annotations

import asyncio
import os
import shutil

import psutil
import pytest

from app.catalog import EXHIBITS
from tests.browser.server import serving
from tests.hostile.judge import exceptions
from tests.load.client import visit

GIGABYTE = 2**30
TYPED = "text=The+model+has+to+read+this+now&lang=en"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (shutil.which("prlimit") and shutil.which("taskset")), reason="needs Linux' util-linux"),
]


def test_every_first_view_works_on_one_core_with_one_gigabyte():
    """The system refuses what is beyond; it does not count files that are only read, so the sum is looked at too."""
    core = str(min(os.sched_getaffinity(0)))
    with serving(within=("prlimit", f"--data={GIGABYTE}", "taskset", "-c", core)) as server:
        process = psutil.Process(server.pid)
        assert process.cpu_affinity() == [int(core)]
        for page in ("", *(exhibit.path for exhibit in EXHIBITS), "systems", "claims"):
            assert asyncio.run(visit(server.url, page, "lang=en")).failures == (), f"{page}: {exceptions(server.log)}"
        assert asyncio.run(visit(server.url, "attention", TYPED)).failures == ()
        for exhibit in EXHIBITS:
            seen = asyncio.run(visit(server.url, exhibit.path, TYPED))
            assert seen.failures == (), f"{exhibit.path}: {exceptions(server.log)}"
        assert process.memory_info().rss < GIGABYTE
