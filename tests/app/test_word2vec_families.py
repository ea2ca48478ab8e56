"""The relatives of word2vec as a visitor meets them."""

from __future__ import annotations

import pytest

from app.exhibits.word2vec.families import charts, ranking, text
from app.i18n import LANGS
from core.word2vec import shipped
from tests.app.visiting import html, opened, said

FAMILY = {"word2vec_view": "families"}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("family", list(text.FAMILIES))
def test_every_relative_opens_from_its_link(lang, family) -> None:
    at = opened("word2vec", lang, **FAMILY, word2vec_family=family)
    html(at)
    assert not at.warning and at.get("plotly_chart")


@pytest.mark.parametrize(
    "query",
    [
        {"word2vec_family": "factors", "word2vec_table": "glove"},
        {"word2vec_family": "documents", "word2vec_documents": "paragraphs"},
        {"word2vec_family": "senses", "word2vec_split": "false"},
        {"word2vec_family": "spelling", "word2vec_unseen": "土豆"},
        {"word2vec_family": "spelling", "word2vec_unseen": "<script>"},
        {"word2vec_family": "next", "word2vec_context": "土豆 $x$ [a](b)", "word2vec_n": "99"},
        {"word2vec_family": "graph", "word2vec_edges": "a-b"},
        {"word2vec_family": "compare", "word2vec_compare": "sets"},
        {"word2vec_family": "compare", "word2vec_compare": "sets", "word2vec_set_a": "mine", "word2vec_set_b": "file"},
        {"word2vec_family": "compare", "word2vec_compare": "sets", "word2vec_set_word": "![x](//evil.example/x.png)"},
        {"word2vec_family": "gap", "word2vec_gap": "_"},
        {"word2vec_family": "gap", "word2vec_gap": "土豆 $x$ _ [a](b) _", "word2vec_gap_rank": "fitting"},
    ],
)
def test_other_views_and_odd_input(query) -> None:
    at = opened("word2vec", **FAMILY, **query)
    html(at)
    assert at.get("plotly_chart")


@pytest.mark.parametrize(
    "query",
    [
        {"word2vec_family": "ranking", "word2vec_window_text": "too short"},
        {"word2vec_family": "spelling", "word2vec_unseen": " "},
        {"word2vec_family": "factors", "word2vec_table": "glove", "word2vec_glove_word": "土豆"},
        {"word2vec_family": "graph", "word2vec_edges": "no edges"},
        {"word2vec_family": "gap", "word2vec_gap": "no gap"},
        {
            "word2vec_family": "compare",
            "word2vec_compare": "sets",
            "word2vec_set_b": "words-zh",
            "word2vec_set_word": "war",
        },
    ],
)
def test_what_cannot_be_drawn_is_explained(query) -> None:
    at = opened("word2vec", **FAMILY, **query)
    assert not at.exception
    assert at.info or at.warning or at.error


def test_names_of_a_link_act_nowhere() -> None:
    at = opened("word2vec", **FAMILY, word2vec_family="graph", word2vec_edges="![x](//evil.example/x.png)-<b>b</b>")
    html(at)
    assert "![x](" not in said(at)
    fig = ranking.scores(["<b>a</b>"], ["<a href='//evil.example'>b</a>"], 1.0, 0.0, "en")
    assert "<a" not in "".join(fig.to_plotly_json()["data"][0]["y"]) and "<b>" not in "".join(fig.data[0]["y"])


@pytest.mark.parametrize("lang", LANGS)
def test_every_word_of_our_weat_has_a_vector(lang) -> None:
    of = shipped.vectors(f"words-{lang}")
    assert not [word for words in text.WEAT_WORDS.values() for word in words[lang].split() if word not in of.index]


def test_names_stand_on_their_bars_so_that_two_columns_fit_a_phone() -> None:
    rows = [("philosophical", 0.9), ("hegel", 0.1)]
    fig = charts.bars({"a": rows, "b": rows}, "title", "cosine").to_plotly_json()
    named = [trace for trace in fig["data"] if trace["type"] == "scatter"]
    assert [list(trace["text"]) for trace in named] == [["1 · philosophical", "2 · hegel"]] * 2
    assert not fig["layout"]["yaxis"]["visible"] and not fig["layout"]["yaxis2"]["visible"]
