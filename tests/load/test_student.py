"""A small class at work: whatever students do at random, nobody sees an error, and the report can be read."""

from __future__ import annotations

import asyncio

from tests.browser.server import serving
from tests.load.__main__ import acted, share, tracked, waited
from tests.load.client import visit

PAGES = ("attention", "positions", "generators", "distillation")


def test_a_class_of_eight_sees_no_error():
    with serving() as server:
        asyncio.run(visit(server.url, "attention", "text=Everything+is+loaded"))
        notes, track = asyncio.run(acted(server, PAGES, 8, 6.0))
    assert notes.errors == []
    opened = [page for page, what in notes.seconds if what == "open"]
    assert set(opened) == set(PAGES) and any(what != "open" for _, what in notes.seconds)
    assert all(mb > 100 for _, mb, _ in track) and "MB" in tracked(track)
    assert "attention" in waited(notes, 8)


def test_a_percentile_is_one_of_the_values():
    values = [float(n) for n in range(1, 101)]
    assert (share(values, 0.5), share(values, 0.95), share(values, 0.99)) == (50.0, 95.0, 99.0)
    assert share([3.0], 0.95) == 3.0
