"""Two heads side by side, and the translator of dates: from their links."""

from __future__ import annotations

import subprocess
import sys
from typing import Any
from urllib.parse import parse_qsl

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from app.exhibits.attention import align_text, aligning_charts, beside_text
from app.i18n import LANGS
from core.attention.translating.recorded import KINDS, translated
from tests.app import visiting
from tests.app.visiting import html, said


def opened(lang: str = "en", **query: str) -> AppTest:
    return visiting.opened("attention", lang, **query)


@pytest.mark.parametrize("lang", LANGS)
def test_two_heads_stand_side_by_side(lang: str) -> None:
    at = opened(lang, attention_view="beside")
    html(at)
    assert not at.warning and len(at.get("bidi_component")) == 2
    assert {each.key for each in at.slider} == {key for key in beside_text.CONTROLS if key.endswith(("layer", "head"))}


def test_a_head_beside_itself_is_no_bit_apart() -> None:
    same = {"attention_right_layer": "4", "attention_right_head": "2"}
    assert "**0.00 bits**" in said(opened(attention_view="beside", **same))
    assert "**0.00 bits**" not in said(opened(attention_view="beside"))


def test_other_texts_are_not_compared_cell_by_cell() -> None:
    at = opened(attention_view="beside", attention_right_text="A cat.")
    assert beside_text.UNLIKE["en"] in said(at)


def test_a_side_that_cannot_be_had_leaves_the_other() -> None:
    at = opened(attention_view="beside", attention_right_model="../../etc/passwd")
    assert not at.exception and len(at.get("bidi_component")) == 1
    assert any("etc" in each.value or "passwd" in each.value for each in (*at.warning, *at.error, *at.info))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("how", list(align_text.HOWS))
def test_every_translator_opens(how: str, lang: str) -> None:
    at = opened(lang, attention_view="align", attention_translator=how)
    html(at)
    assert not at.warning and "2021-05-03" in said(at)


@pytest.mark.parametrize("query", sorted(set(align_text.COVERS.values())))
def test_every_covered_system_opens_at_its_view(query: str) -> None:
    html(opened(**dict(parse_qsl(query))))


def test_a_typed_date_is_translated_and_judged() -> None:
    at = opened(attention_view="align", attention_date="二〇一三年十二月六日")
    assert "**2013-12-06**" in said(at) and align_text.RIGHT["en"] in said(at)
    at = opened(attention_view="align", attention_date="no date at all")
    assert align_text.WRONG["en"] in said(at)
    at = opened(attention_view="align", attention_date="x" * 60)
    assert "at most 32" in at.warning[0].value


def test_training_and_what_to_take_along_follow_the_view() -> None:
    at = opened(attention_view="align", attention_part="train")
    assert align_text.TRAIN_QUESTION["en"] in {each.value for each in at.subheader}
    html(opened("zh", attention_view="align", attention_part="take", attention_date="3 may 2021"))


def test_words_fit_the_kinds() -> None:
    assert set(align_text.HOWS) == set(align_text.SAYS) == set(align_text.FORMULAS) == set(KINDS)
    assert set(aligning_charts.LINES) == set(KINDS)


def test_the_film_ends_at_what_the_translator_knows_now() -> None:
    run = translated("additive").run
    fig: Any = aligning_charts.film(run, 0, "en").to_dict()
    assert len(fig["frames"]) == len(run.at) == len(fig["layout"]["sliders"][0]["steps"])
    last = np.array(fig["frames"][-1]["data"][0]["z"])
    np.testing.assert_allclose(last, np.round(100 * run.maps[-1, 0].astype(float)))
    assert fig["layout"]["sliders"][0]["steps"][-1]["label"].endswith(run.said[-1])


def test_the_recorded_translators_need_no_torch() -> None:
    program = (
        "import sys; from app.exhibits.attention import aligning\n"
        "aligning.film('additive', 0, 'zh'); aligning.race('cross', 'en')\n"
        "print({'torch', 'transformers', 'scipy'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
