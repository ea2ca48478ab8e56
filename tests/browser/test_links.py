"""Every view is a link: what one visitor has set up, another opens from the copied link, to the last stroke."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from app.exhibits.attention.play import MORE
from app.exhibits.attention.text import VIEWS
from tests.browser.look import settle

SENTENCE = "The old fisherman told the boy that he would never leave the sea."


def drawing(page: Page) -> str:
    """The picture as it stands in the page: every line, label and colour."""
    settle(page)
    picture = page.locator("#scope .stage svg")
    expect(picture).to_be_visible()
    return picture.evaluate("picture => picture.outerHTML")


def copied(page: Page) -> str:
    """The link that the Share button offers."""
    page.get_by_role("button", name="Share").click()
    link = page.get_by_test_id("stPopoverBody").get_by_test_id("stCode").inner_text().strip()
    page.keyboard.press("Escape")
    return link


def slide(page: Page, key: str, to: int) -> None:
    """Move a slider with the arrow keys, as a person does: looking where it stands, since a key that is pressed while
    the page is drawn again is lost."""
    handle = page.locator(f".st-key-{key}").get_by_role("slider")
    for _ in range(40):
        now = int(handle.input_value())
        if now == to:
            break
        handle.press("ArrowRight" if to > now else "ArrowLeft")
    expect(handle).to_have_value(str(to))
    settle(page)


def test_a_copied_link_shows_the_identical_figure(new_tab):
    page = new_tab().open("attention", lang="en")
    first = drawing(page)
    box = page.locator(".st-key-text input")
    box.fill(SENTENCE)
    box.press("Enter")
    expect(page.locator("#scope")).to_contain_text("fisherman", timeout=60_000)  # the model may still be loading
    slide(page, "attention_layer", 3)
    slide(page, "attention_head", 5)
    mine = drawing(page)
    assert mine != first

    link = copied(page)
    assert "fisherman" in link and "attention_layer=3" in link and "attention_head=5" in link
    other = new_tab(lang="zh")  # the link decides, not the browser
    other.page.goto(link)
    assert drawing(other.page) == mine

    for view in [VIEWS[name] for name in VIEWS if name not in {"head", *MORE}]:  # those of the scope
        page.locator(".st-key-attention_view").get_by_text(view.en, exact=True).click()
        settle(page)
        mine = drawing(page)
        other.page.goto(copied(page))
        assert drawing(other.page) == mine, view.en
    assert other.errors == []


def test_a_link_with_nonsense_in_it_opens_the_default(new_tab):
    """Old or mistyped links: what cannot be is put right, and nothing breaks."""
    tab = new_tab()
    usual = drawing(tab.open("attention", lang="en"))
    nonsense = {
        "attention_view": "sideways",
        "attention_layer": "-4e9",
        "attention_head": "<b>",
        "seed": "x",
        "hide": ",,",
    }
    assert drawing(tab.open("attention", lang="en", **nonsense)) == usual
    assert tab.errors == []
