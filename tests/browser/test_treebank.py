"""A treebank of the hub on the page: the way to it pressed by hand, against a hub of our own, and without any."""

from __future__ import annotations

import json
import threading
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from app.exhibits.probing import text
from app.house.training import START
from app.i18n import LANGS, Lang
from core.probes.treebank import load
from tests.browser.look import Tab, settle, tab
from tests.browser.server import serving
from tests.core.text.test_hub import CARD, SETS, Hub

NAME = "lab/bank"
ASKED = {"probing_part": "train", "probing_epochs": "5"}


def bank() -> dict[str, bytes]:
    """Our own sentences, as the hub would hold them."""
    rows = (
        {
            "tokens": each.words,
            "upos": each.upos,
            "feats": ["|".join(f"{key}={value}" for key, value in more.items()) or "None" for more in each.features],
            "head": [str(head) for head in each.heads],
            "deprel": each.relations,
        }
        for each in load("own-en").sentences
    )
    card = CARD.format(path="test.jsonl", classes="").replace("train", "test")
    return {"README.md": card.encode(), "test.jsonl": "\n".join(map(json.dumps, rows)).encode()}


def press(opened: Tab, name: str, lang: Lang) -> Page:
    """Type the name, and start."""
    page = opened.open("probing", lang=lang, **ASKED)
    box = page.locator(".st-key-probing_bank input")
    box.fill(name)
    box.press("Enter")
    settle(page)
    page.get_by_role("button", name=START[lang]).click()
    return page


@pytest.mark.slow
@pytest.mark.browser
def test_a_treebank_of_the_hub_is_learnt_from(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(SETS, NAME, bank())
    with ThreadingHTTPServer(("127.0.0.1", 0), Hub) as hub:
        threading.Thread(target=hub.serve_forever, daemon=True).start()
        there = {"HF_ENDPOINT": f"http://127.0.0.1:{hub.server_port}", "HF_HUB_OFFLINE": "0", "HF_HOME": str(tmp_path)}
        with serving(env={**there, "NO_PROXY": "127.0.0.1"}) as server:
            with tab(browser, server.url) as opened:
                page = press(opened, NAME, "en")
                expect(page.locator(".st-key-probing_loss")).to_be_visible(timeout=120_000)
                expect(page.get_by_text(f"{NAME}, layer 3, 5 rounds")).to_be_visible()
                assert not opened.errors
            with tab(browser, server.url, lang="zh") as opened:
                page = press(opened, "lab/nothing", "zh")
                expect(page.get_by_text("Hub 上没有公开的数据集 lab/nothing")).to_be_visible(timeout=60_000)
        hub.shutdown()


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGS)
def test_without_a_network_the_page_says_so(new_tab, lang: Lang) -> None:
    page = press(new_tab(lang=lang), text.HUB_HINT, lang)
    said = {"en": "The hub cannot be reached", "zh": "连不上 Hub"}[lang]
    expect(page.get_by_text(said)).to_be_visible(timeout=60_000)
