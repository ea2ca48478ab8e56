"""Every view opens; a class comes in at once on a cold server; the first page waits for nothing heavy."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest

from app.catalog import EXHIBITS
from app.house.parts import PARTS
from app.i18n import LANGS
from tests.browser.server import Server, serving
from tests.load.client import crowd, declared, visit
from tests.load.imports import recording

HEAVY = ("torch", "transformers", "umap", "sklearn", "gensim", "datasets", "hdbscan")
PAGES = ("", *(exhibit.path for exhibit in EXHIBITS), "systems", "claims")


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


@pytest.mark.parametrize("lang", LANGS)
def test_every_declared_view_opens(server, lang):
    """What the index calls live can be seen: no exception, no error box. (In a browser: tests/browser, slow.)"""
    broken = {}
    for page, query in declared(lang):
        seen = asyncio.run(visit(server.url, page, query))
        if seen.failures:
            broken[page, query] = seen.failures
    assert broken == {}


@pytest.mark.slow
@pytest.mark.parametrize("exhibit", EXHIBITS, ids=lambda exhibit: exhibit.path)
def test_every_view_stands_beside_every_part(server, exhibit):
    """What is played with and what is opened below it are on one page: two widgets must not have one name."""
    name, lang = exhibit.path, LANGS[len(exhibit.path) % 2]
    broken = {}
    for view in getattr(exhibit.words, "VIEWS", None) or [""]:
        for part in PARTS:
            seen = asyncio.run(visit(server.url, name, f"{name}_view={view}&{name}_part={part}&lang={lang}"))
            if seen.failures:
                broken[view, part] = seen.failures
    assert broken == {}


def test_a_view_that_does_not_open_is_seen(server):
    assert asyncio.run(visit(server.url, "no-such-page")).failures == ("page not found",)


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
