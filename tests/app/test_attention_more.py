"""The attention exhibit's further views: from their links, on the recorded example and on what one types."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any
from urllib.parse import parse_qsl

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from app.exhibits.attention import (
    align_text,
    beside_text,
    debate,
    kinds_text,
    more_text,
    scaling_text,
    scores,
    surgery,
    survey,
    text,
    through,
)
from app.house.bars import signed
from app.i18n import LANGS
from core import systems
from core.attention.arithmetic import Parameters
from core.attention.recorded import PAIR, more
from tests.app import visiting
from tests.app.visiting import html, said


def opened(lang: str = "en", **query: str) -> AppTest:
    return visiting.opened("attention", lang, **query)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("view", list(more_text.VIEWS))
def test_every_view_opens_from_its_link(view: str, lang: str) -> None:
    at = opened(lang, attention_view=view)
    html(at)
    assert not at.warning and at.get("plotly_chart")


@pytest.mark.parametrize("query", sorted(set(more_text.COVERS.values())))
def test_every_covered_system_opens_at_its_view(query: str) -> None:
    html(opened(**dict(parse_qsl(query))))


def test_the_recorded_views_need_no_torch() -> None:
    program = (
        "import sys; from app.exhibits.attention import page, scores, surgery, survey, through\n"
        "from core.attention.recorded import more, PAIR\n"
        "survey.both('entropy', 'zh'); survey.heads('en'); survey.alike('en')\n"
        "found = through.read(*PAIR); through.curves(found, 'ig', 'en'); through.strip(found, 'zh')\n"
        "surgery.changes(surgery.every('similarity', *PAIR), 'en')\n"
        "print({'torch', 'transformers', 'scipy'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_the_survey_finds_the_head_that_looks_back_and_random_weights_have_none() -> None:
    found = more("survey")
    assert found.real.previous.max() > 0.9 and found.random.previous.max() < 0.3
    names = survey.habits(found)
    assert len(names) == 72 and {"previous", "first"} <= set(names)
    fig: Any = survey.heads("en")
    assert sum(len(trace.x) for trace in fig.data) == 72
    assert 0.3 < found.kept < 1


def test_a_clicked_head_opens_on_the_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    clicked = {"customdata": [26], "point_index": 26, "curve_number": 0}
    state: dict[str, Any] = {"attention_map": {"selection": {"points": [clicked]}}}
    monkeypatch.setattr(survey.st, "session_state", state)
    survey._open(12)
    assert (state["attention_layer"], state["attention_head"], state["attention_view"]) == (3, 3, "head")


def test_attributions_on_the_page_are_the_recorded_ones() -> None:
    found = through.read(*PAIR)
    table = through.areas(found, "en")
    assert len(table) == 7 and table.iloc[:-1, 1].is_monotonic_increasing
    random = np.mean([each.deleted for each in found.curves.random])
    assert found.curves.ways["ig"].deleted < random and found.curves.ways["gradient"].deleted < random
    assert f"{found.found.score:.3f}" in said(opened(attention_view="through"))
    fig: Any = through.curves(found, "rollout", "en")
    assert f"{found.curves.ways['rollout'].deleted:.2f}" in fig.layout.title.text


def test_a_typed_sentence_is_explained_now_and_a_long_one_refused() -> None:
    at = opened(attention_view="through", text="The tired cat slept.", attention_other="A cat was asleep.")
    html(at)
    assert "Computed just now" in said(at)
    at = opened(attention_view="through", text="so it goes " * 30)
    html(at)
    assert "too many" in at.warning[0].value


def test_heads_can_be_switched_off_and_the_link_keeps_them() -> None:
    at = opened(attention_view="surgery", attention_off="6.3,1.2,9.9")
    page = html(at)
    assert at.multiselect[0].value == ["1·2", "6·3"]
    assert more_text.CUT["en"] in page
    other = html(opened(attention_view="surgery", attention_shuffle="true"))
    assert more_text.CUT["en"] in other
    assert more_text.CUT["en"] not in html(opened(attention_view="surgery"))


def test_a_cosine_below_zero_is_drawn_below_zero() -> None:
    found = signed([("a", -0.25), ("b", 0.5), ("<i>", 2.0)])
    assert "−0.250" in found and "margin-left:37.5%;width:12.5%" in found
    assert "margin-left:50.0%;width:25.0%" in found
    assert "&lt;i&gt;" in found and "2.000" in found and "margin-left:50.0%;width:50.0%" in found
    page = html(opened(attention_view="surgery"))
    assert f"{more('operated').found.whole:.3f}" in page and "signed" in page


def test_slopes_that_are_zero_are_told_and_not_drawn() -> None:
    at = opened(attention_view="through", text="so it goes", attention_other="so it goes", attention_way="gradient")
    html(at)
    [told] = [each.value for each in at.info if "nothing to say" in each.value]
    assert told == more_text.SILENT["gradient"]["en"]
    found = through.read("so it goes", "so it goes")
    assert not found.found.values["gradient"].any() and "gradient" not in found.curves.ways
    strip: Any = through.strip(found, "en")
    assert len(strip.data[0].y) == len(more_text.WAYS) - 1
    assert not [each for each in opened(attention_view="through").info if "nothing to say" in each.value]


def test_a_hidden_word_is_watched_and_a_missing_gap_is_named() -> None:
    at = opened(attention_view="surgery", attention_goal="masked", attention_off="6.1")
    html(at)
    assert at.get("plotly_chart") and "minilm-mlm" in said(at)
    at = opened(attention_view="surgery", attention_goal="masked", attention_gap="No gap here.")
    html(at)
    assert "no gap" in at.warning[0].value
    found = surgery.every("similarity", *PAIR)
    fig: Any = surgery.changes(found, "en")
    assert np.allclose(fig.data[0].z, found.without - found.whole, atol=1e-4)


@pytest.mark.parametrize("kind", list(more_text.SCORES))
def test_every_score_is_drawn(kind: Any) -> None:
    fig: Any = scores.surface(kind, np.array([1.4, 0.9]), Parameters.drawn(2, scores.U, 0), "en")
    assert fig.data[0].z.shape == (scores.GRID, scores.GRID) and len(fig.to_json()) < 100_000
    html(opened("zh", attention_view="scores", attention_score=kind))


@pytest.mark.parametrize("topic", list(more_text.TOPICS))
@pytest.mark.parametrize("lang", LANGS)
def test_every_step_is_drawn(topic: str, lang: str) -> None:
    at = opened(lang, attention_view="scores", attention_topic=topic)
    html(at)
    assert at.get("plotly_chart")


def test_no_two_widgets_share_a_name() -> None:
    """A view and a part below it are on the page at the same time."""
    parts = (scaling_text, more_text, align_text, beside_text, kinds_text)
    named = [key for part in parts for key in part.CONTROLS]
    assert len(named) == len(set(named)) and set(named) < text.CONTROLS.keys()
    at = opened(attention_view="scores", attention_topic="hard", attention_part="train")
    html(at)
    assert {"attention_draws", "attention_samples"} <= {each.key for each in at.slider}


def test_numbers_below_zero_travel_in_links_and_move_the_window() -> None:
    at = opened(attention_view="scores", attention_qx="-13")
    html(at)
    assert next(each for each in at.slider if each.key == "attention_qx").value == -13
    titles = set()
    for score in ("-40", "0", "40"):
        at = opened(attention_view="scores", attention_topic="local", attention_predicts=score)
        html(at)
        titles.add(json.loads(at.get("plotly_chart")[0].proto.spec)["layout"]["title"]["text"])
    assert len(titles) == 3


def test_other_parts_still_speak_of_the_example() -> None:
    html(opened(attention_view="heads", attention_part="check"))
    html(opened(attention_view="scores", attention_part="take"))


def test_what_is_covered_is_of_our_wings() -> None:
    wings = {system.id: system.wing for system in systems.load()}
    assert {wings[name] for name in text.COVERS} == {"ATT", "PRB"}


def test_the_other_attention_gives_the_same_answer() -> None:
    found = more("debated").case
    for weights in (found.alpha, found.other):
        assert weights.sum() == pytest.approx(1) and weights.min() >= 0
        assert 1 / (1 + np.exp(-weights @ found.evidence)) == pytest.approx(found.share, abs=1e-9)
    assert found.apart > 0.9 and (found.other > 0).sum() <= 2
    fig: Any = debate.both(found, "en")
    assert f"{found.apart:.2f} bits" in fig.layout.title.text


@pytest.mark.parametrize("typed", ["What a wonderful trip!", "trip", "我喜欢", "<b>good</b>", "so good " * 40])
def test_any_opinion_gets_a_picture_or_a_sentence(typed: str) -> None:
    at = opened(attention_view="debate", attention_opinion=typed)
    html(at)
    assert at.warning or at.get("plotly_chart")


def test_one_word_has_no_rank_correlation() -> None:
    for lang in LANGS:
        at = opened(lang, attention_view="debate", attention_opinion="trip")
        html(at)
        assert "nan" not in said(at) and at.get("plotly_chart")


@pytest.mark.parametrize("typed", ["", "word", "我喜欢"])
def test_a_word_is_hidden_and_every_head_is_watched(typed: str) -> None:
    query = {"text": typed} if typed else {}
    at = opened(attention_view="surgery", attention_goal="moved", attention_hide="3", **query)
    html(at)
    assert at.get("plotly_chart")
