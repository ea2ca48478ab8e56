"""One real server for all browser tests, one browser a file; a fresh profile a test, or one for many pages."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache

import pytest
from playwright.sync_api import Browser

from tests.browser.look import Tab, chromium, launched, tab
from tests.browser.server import Server, serving


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if {"new_tab", "walk"} & set(getattr(item, "fixturenames", ())):
            item.add_marker("browser")


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if chromium() is None:
        if os.environ.get("CI") == "true":
            pytest.fail("the browser tests need Debian's chromium: apt-get install chromium fonts-noto-cjk")
        pytest.skip("needs Debian's chromium")
    with launched() as running:
        yield running


@pytest.fixture
def new_tab(browser: Browser, server: Server) -> Iterator[Callable[..., Tab]]:
    """``new_tab(width=390, theme="dark", lang="zh")``; all are closed at the end of the test."""
    with ExitStack() as open_tabs:

        def open_one(**look) -> Tab:
            return open_tabs.enter_context(tab(browser, server.url, **look))

        yield open_one


@pytest.fixture(scope="module")
def walk(browser: Browser, server: Server) -> Iterator[Callable[..., Tab]]:
    """``walk(width=390)``: one tab for all who ask for the same; it knows Streamlit's scripts after its first page."""
    with ExitStack() as open_tabs:

        @cache
        def one(**look) -> Tab:
            return open_tabs.enter_context(tab(browser, server.url, **look))

        def again(**look) -> Tab:
            found = one(**look)
            found.errors.clear()
            return found

        yield again
