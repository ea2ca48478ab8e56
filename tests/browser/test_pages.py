"""Every page opens in both languages for everybody, and so does every view that the index of systems calls live."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from app.lit import live
from tests.browser.access import OPTIONS, serious
from tests.browser.look import BROKEN, PATHS, settle

CHINESE = re.compile(r"[\u4e00-\u9fff]")
TOO_WIDE = """() => [document.documentElement, document.querySelector('[data-testid=stMain]')]
  .map(box => box.scrollWidth - box.clientWidth)"""


@pytest.mark.parametrize(("lang", "theme"), [("en", "light"), ("zh", "dark")])
@pytest.mark.parametrize("path", PATHS, ids=lambda path: path or "entrance")
def test_a_page_opens(walk, path, lang, theme):
    """Nothing broken, nothing in the console, in the language of the link, axe-core finds nothing serious, and nobody
    scrolls sideways, at a desk or on a phone."""
    tab = walk(lang="zh" if lang == "en" else "en", theme=theme)  # the browser prefers the other language
    page = tab.open(path, lang=lang)
    assert page.evaluate(TOO_WIDE) == [0, 0]
    expect(page.locator(BROKEN)).to_have_count(0)
    title = page.locator("h1").first.inner_text()
    assert bool(CHINESE.search(title)) == (lang == "zh"), title
    assert tab.errors == []
    found = serious(Axe().run(page, options=OPTIONS).response)
    assert not found, "\n".join(found)
    with on_a_phone(page):
        page.wait_for_function(f"String(({TOO_WIDE})()) === '0,0'")  # figures follow a moment later
    assert tab.errors == []


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path or "entrance")
def test_a_page_fits_the_projector(walk, path):
    tab = walk()
    page = tab.open(path, lang="en", present="true")
    assert page.evaluate(TOO_WIDE) == [0, 0]
    with on_a_phone(page):
        page.wait_for_function(f"String(({TOO_WIDE})()) === '0,0'")  # figures follow a moment later
    assert tab.errors == []


def test_projector_mode_has_larger_type(walk):
    tab = walk()
    size = "parseFloat(getComputedStyle(document.querySelector('[data-testid=stMarkdown] p')).fontSize)"
    usual = tab.open("claims", lang="en").evaluate(size)
    projected = tab.open("claims", lang="en", present="true")
    projected.wait_for_function(f"{size} >= 1.3 * {usual}")  # its style sheet may follow the first paragraph


def test_axe_sees_a_serious_violation(new_tab):
    """The check above can fail: an image without a word for those who cannot see it."""
    page = new_tab().open("claims", lang="en")
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=\"data:,\">')")
    assert any(line.startswith("image-alt") for line in serious(Axe().run(page, options=OPTIONS).response))


def test_without_a_word_the_browser_chooses_the_language(new_tab):
    assert CHINESE.search(new_tab(lang="zh").open("claims").locator("h1").first.inner_text())


@pytest.mark.slow
def test_every_declared_view_opens(new_tab):
    """What the index calls live is drawn, one link after the other in one tab; without a browser: tests/load."""
    tab = new_tab()
    for view in sorted(set(live().values())):
        tab.page.goto(f"{tab.url}{view}")
        settle(tab.page)
        expect(tab.page.locator(BROKEN), view).to_have_count(0)
        expect(tab.page.get_by_role("dialog"), view).to_have_count(0)  # "Page not found"
        assert tab.errors == [], view


def test_an_unknown_address_leads_home(new_tab):
    page = new_tab().open("no-such-page", lang="en")
    expect(page.get_by_role("dialog")).to_contain_text("Page not found")
    page.keyboard.press("Escape")
    expect(page.locator("h1").first).to_have_text("NLP Observatory")


def test_language_and_sentence_survive_a_walk_through_the_house(new_tab):
    tab = new_tab()
    page = tab.open("", lang="zh", text="今天天气很好")
    for path in PATHS[1:]:
        page.locator(f'[data-testid=stTopNavLink][href$="/{path}"]').click()
        page.wait_for_url(re.compile(f"/{path}[?]"))
        settle(page)
        assert "lang=zh" in page.url and "text=" in page.url, page.url
        expect(page.locator(BROKEN)).to_have_count(0)
    assert tab.errors == []


@contextmanager
def on_a_phone(page: Page) -> Iterator[None]:
    """The same page, 390 px wide."""
    usual = page.viewport_size
    assert usual
    page.set_viewport_size({"width": 390, "height": 844})
    settle(page)
    yield
    page.set_viewport_size(usual)
