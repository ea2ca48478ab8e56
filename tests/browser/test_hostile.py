"""Markup in everything that can be typed: a real browser shows it and asks nobody else for anything."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.look import BROKEN, PATHS, settle
from tests.hostile.values import MARKDOWN, SCRIPT

TYPED = {  # beside the sentence: one place for the visitor's own words in each exhibit
    "attention": {"attention_view": "debate", "attention_opinion": MARKDOWN},
    "probing": {"probing_view": "attack", "probing_victim": MARKDOWN},
    "tokens": {"tokens_view": "mismatch", "tokens_term": MARKDOWN},
    "positions": {"positions_view": "order", "positions_first": MARKDOWN},
    "word2vec": {"word2vec_view": "limits", "word2vec_unseen": MARKDOWN},
    "masking": {"masking_view": "two", "masking_pair": MARKDOWN},
    "sentences": {"sentences_view": "matrix", "sentences_lines": MARKDOWN},
    "topics": {"topics_view": "map", "topics_find": MARKDOWN},
    "generators": {"generators_view": "markov", "generators_matrix": MARKDOWN},
}


@pytest.mark.slow
@pytest.mark.parametrize("path", PATHS, ids=lambda path: path or "entrance")
def test_nobody_else_is_asked(new_tab, path):
    tab = new_tab()
    asked: list[str] = []
    said: list[str] = []
    tab.page.on("request", lambda request: asked.append(request.url))
    tab.page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    page = tab.open(path, lang="en", text=f"The cat {SCRIPT} {MARKDOWN} sat.", **TYPED.get(path, {}))
    settle(page)
    expect(page.locator(BROKEN)).to_have_count(0)
    expect(page.locator("h1").first).to_be_visible()
    elsewhere = [url for url in asked if urlsplit(url).hostname not in (urlsplit(tab.url).hostname, None)]
    assert len(asked) > 5 and elsewhere == [] and said == []
    assert page.locator("img[src*=evil], script[src*=evil], iframe").count() == 0
