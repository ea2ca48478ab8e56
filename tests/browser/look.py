"""Debian's Chromium on our pages: how it is started, when a page has come to rest, what must not be on it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlencode

from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from app.catalog import EXHIBITS
from app.i18n import Lang

PATHS: tuple[str, ...] = ("", *(exhibit.path for exhibit in EXHIBITS), "systems", "claims")
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
BROKEN = "[data-testid=stException], [data-testid=stAlertContentError]"  # Streamlit's box, and our error boundary's

# Console errors that are not ours, by the address that Chromium names.
NOT_OURS = (
    # On a deep link Streamlit's client looks for its server below the page's own path first, then at the root.
    re.compile(r"/[a-z0-9]+/_stcore/(health|host-config)$"),
)

_IDLE = """() => {
  const app = document.querySelector('[data-testid=stApp]')
  return app?.dataset.testConnectionState === 'CONNECTED' && app.dataset.testScriptState === 'notRunning'
    && !document.querySelector('[data-testid=stSkeleton], [data-testid=stSpinner], [data-stale=true]')
    && [...document.querySelectorAll('[data-testid=stPlotlyChart]')].every(chart => chart.querySelector('.main-svg'))
}"""


def chromium() -> str | None:
    return shutil.which("chromium")


@contextmanager
def launched() -> Iterator[Browser]:
    """A browser for one test file: Playwright's loop must not outlive it, or other tests could start none."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        yield browser
        browser.close()


def settle(page: Page) -> None:
    """Wait until the script has run and everything is drawn; twice, since a run starts a moment after its cause."""
    for _ in range(2):
        page.wait_for_timeout(150)
        page.wait_for_function(_IDLE)


@dataclass(frozen=True)
class Tab:
    """One visitor's browser tab, with a profile of its own."""

    url: str  # the server
    page: Page
    errors: list[str] = field(default_factory=list)  # ours, from the console and from uncaught exceptions

    def open(self, path: str = "", **query: object) -> Page:
        """Open one of our pages and wait until it rests."""
        self.page.goto(f"{self.url}/{path}?{urlencode(query)}")
        settle(self.page)
        return self.page


def hear(message: ConsoleMessage, errors: list[str]) -> None:
    """Keep a console error unless it is a known one of Streamlit's."""
    where = message.location["url"]
    if message.type == "error" and not any(known.search(where) for known in NOT_OURS):
        errors.append(f"{message.text} ({where})")


@contextmanager
def tab(
    browser: Browser,
    url: str,
    *,
    width: int = 1440,
    theme: Literal["light", "dark"] = "light",
    lang: Lang = "en",
) -> Iterator[Tab]:
    """A new profile: nothing is remembered from any other tab."""
    context = browser.new_context(
        viewport={"width": width, "height": 900 if width > 600 else 844},
        color_scheme=theme,
        locale={"en": "en-US", "zh": "zh-CN"}[lang],
        reduced_motion="reduce",
        permissions=["clipboard-read", "clipboard-write"],
    )
    context.set_default_timeout(60_000)
    opened = Tab(url, context.new_page())
    opened.page.on("console", lambda message: hear(message, opened.errors))
    opened.page.on("pageerror", lambda error: opened.errors.append(str(error)))
    try:
        yield opened
    finally:
        context.close()
