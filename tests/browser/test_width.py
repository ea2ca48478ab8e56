"""A page fits the screen it is on: a phone, a laptop, the projector. Nobody scrolls sideways."""

from __future__ import annotations

import pytest

from tests.browser.look import PATHS, settle

TOO_WIDE = """() => [document.documentElement, document.querySelector('[data-testid=stMain]')]
  .map(box => box.scrollWidth - box.clientWidth)"""


@pytest.mark.parametrize("present", [False, True], ids=["desk", "projector"])
@pytest.mark.parametrize("path", PATHS, ids=lambda path: path or "entrance")
def test_nobody_scrolls_sideways(new_tab, path, present):
    tab = new_tab(width=390)
    page = tab.open(path, lang="en", **({"present": "true"} if present else {}))
    assert page.evaluate(TOO_WIDE) == [0, 0]
    page.set_viewport_size({"width": 1440, "height": 900})
    settle(page)
    assert page.evaluate(TOO_WIDE) == [0, 0]
    assert tab.errors == []


def test_projector_mode_has_larger_type(new_tab):
    tab = new_tab()
    size = "() => parseFloat(getComputedStyle(document.querySelector('[data-testid=stMarkdown] p')).fontSize)"
    usual = tab.open("claims", lang="en").evaluate(size)
    assert tab.open("claims", lang="en", present="true").evaluate(size) >= 1.3 * usual
