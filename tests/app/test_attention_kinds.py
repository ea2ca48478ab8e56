"""The kinds of attention with names: each opens from its link, says what was computed, and takes any text."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from app.exhibits.attention import kinds_charts, kinds_more, kinds_reading, kinds_text, reading, text
from app.exhibits.attention.reading import Asked
from app.i18n import LANGS
from app.lit import live
from core import systems
from core.attention import kinds as core
from core.attention.arithmetic import softmax
from core.attention.recorded import PAIR, Documents, more, recorded
from tests.app import visiting
from tests.app.visiting import html, said

SORTS = list(kinds_text.SORTS)


def opened(lang: str = "en", **query: str) -> AppTest:
    return visiting.opened("attention", lang, attention_view="kinds", **query)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("sort", SORTS)
def test_every_kind_opens_from_its_link(sort: str, lang: Any) -> None:
    at = opened(lang, attention_sort=sort)
    html(at)
    assert not at.warning and at.get("plotly_chart")
    assert sort == "history" or kinds_text.FORMULAS[sort] in [each.value.strip("$\n") for each in at.latex]


def test_the_examples_of_every_kind_need_no_model() -> None:
    assert [reading.recording(Asked(each, "minilm", "", None)) for each in PAIR] == ["pronoun", "paraphrase"]


def test_every_kind_of_attention_and_every_probe_is_live() -> None:
    assert not {each.id for each in systems.load() if each.wing in ("ATT", "PRB")} - set(live())


@pytest.mark.parametrize("typed", ["word", "我喜欢", "<b>x</b>", "🙂", "so it goes " * 30])
def test_any_text_gets_a_picture(typed: str) -> None:
    for sort in SORTS[:-1]:
        at = opened(attention_sort=sort, text=typed, attention_other=typed, attention_document=typed)
        html(at)
        assert at.get("plotly_chart"), sort


@pytest.mark.parametrize("typed", [". . .", "!", "A. B. C. D. E. F. G. H. I. J.", "no stop at all"])
def test_any_document_is_weighed(typed: str) -> None:
    at = opened(attention_sort="hierarchical", attention_document=typed)
    html(at)
    assert at.get("plotly_chart") or at.warning


def test_a_title_says_what_its_picture_shows() -> None:
    own = kinds_reading.vectors_of(reading.read(Asked(text.EXAMPLE["en"], "minilm", "", None)), 3, 1)
    assert own.shown[4] == "they" and "[CLS]" not in own.shown
    maps = recorded("pronoun").maps
    typed = maps.weights[3, 1][1:-1, 1:-1]
    assert np.allclose(softmax(own.scores), typed / typed.sum(1, keepdims=True), atol=1e-5)
    columns = core.coattention(own.scores)[1]
    trust, found = core.over_attention(own.scores)
    fig: Any = kinds_charts.over(columns, trust, found, (own.shown, own.shown), "en")
    assert f"“{own.shown[int(trust.argmax())]}”" in fig.layout.title.text.replace("<br>", " ")
    assert np.allclose(fig.data[1].x, found, atol=1e-4) and np.allclose(fig.data[0].z, columns, atol=1e-4)


def test_a_word_alone_has_no_pairs() -> None:
    fig: Any = kinds_charts.floors([(1, np.ones(1))], ("word",), "word", "en")
    assert fig.layout.title.text == kinds_text.PYRAMID_ONE["en"].format(word="word")


def test_the_sentence_of_mood_weighs_most() -> None:
    run: Documents = more("documents")
    assert run.floors.accuracy > 0.8 and run.floors.n == 36
    assert run.case.shares.argmax() == 1 and run.case.positive < 0.5
    assert all(np.isclose(words.sum(), 1) for words in run.case.words) and np.isclose(run.case.shares.sum(), 1)
    fig: Any = kinds_charts.document(run.case, "en")
    assert "Sentence 2" in fig.layout.title.text
    at = opened(attention_sort="hierarchical", attention_document="It rained. What a great trip! We slept.")
    html(at)
    assert "Computed just now" in said(at)


def test_the_history_opens_each_system_at_work() -> None:
    every = kinds_more.members()
    assert {"attention-bahdanau", "transformer-full"} <= {each.id for each in every}
    at = opened("zh", attention_sort="history", attention_system="attention-co")
    html(at)
    assert "协同注意力" in said(at)
    assert set(kinds_more.ALIGNING) <= {each.id for each in every}


def test_a_row_written_anew_changes_the_number() -> None:
    query = {"attention_view": "surgery", "attention_row": "true", "attention_row_key": "2"}
    at = visiting.opened("attention", "en", **query)
    page = html(at)
    assert text.EXAMPLE["en"] and "now it gives it all" in said(at) and "after surgery" in page
    for goal, typed in (("masked", ""), ("similarity", "word")):
        html(visiting.opened("attention", "zh", **query, attention_goal=goal, text=typed))


def _handed_out(sort: str) -> None:
    """What AppTest runs: the view, then its bag, on screen."""
    import streamlit as st

    from app.exhibits.attention import kinds, kinds_keepsake

    st.session_state["attention_view"] = "kinds"
    st.session_state["attention_sort"] = sort
    kinds.view("en")
    bag = kinds_keepsake.bag("en")
    st.session_state["given"] = (bag.program, bag.table())


@pytest.mark.parametrize("sort", SORTS)
def test_the_program_to_take_along_computes_what_is_on_screen(sort: str, capsys: pytest.CaptureFixture[str]) -> None:
    at = AppTest.from_function(_handed_out, default_timeout=60, args=(sort,)).run()
    assert not at.exception
    program, table = at.session_state["given"]
    exec(compile(program, sort, "exec"), {})  # our own text: it must run, and say these numbers
    printed = capsys.readouterr().out
    largest = table["weight"].max()
    assert (str(int(largest)) if sort == "history" else f"{largest:.3f}".rstrip("0")) in printed
    html(opened("zh", attention_sort=sort, attention_part="take"))
