"""A class comes in at once, on a server that has just started; and the first page waits for nothing heavy."""

from __future__ import annotations

import asyncio

import pytest

from app.catalog import EXHIBITS
from tests.browser.server import serving
from tests.load.client import crowd, visit
from tests.load.imports import recording

HEAVY = ("torch", "transformers", "umap", "sklearn", "gensim", "datasets", "hdbscan")
PAGES = ("", *(exhibit.path for exhibit in EXHIBITS), "systems", "claims")


def test_thirty_visitors_on_a_cold_server_all_see_the_page():
    """Thirty threads that import transformers at the same time fail, most of them; behind one lock none does."""
    with serving() as server:
        visits = asyncio.run(crowd(server.url, "attention", 30))
    assert [visit.failures for visit in visits] == [()] * 30
    assert len({visit.elements for visit in visits}) == 1


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page or "entrance")
def test_a_first_look_waits_for_no_heavy_package(page):
    """Only the thread that warms the server up may import them."""
    with recording(HEAVY) as (env, imported), serving(env=env) as server:
        seen = asyncio.run(visit(server.url, page))
        assert seen.failures == ()
        assert {thread for _, thread in imported()} <= {"warm"}, imported()
