"""The masking exhibit as a visitor meets it."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from app.exhibits.masking import charts, curves, keepsake, text
from app.exhibits.masking.chips import heat
from app.exhibits.masking.plate import plate
from app.exhibits.masking.reading import Asked, filled, gapped, words
from app.i18n import LANGS
from core.masking.live import Live, Run
from core.masking.parameters import Shape, terms
from core.masking.recorded import EXAMPLES, Answer
from tests.app import visiting
from tests.app.visiting import html, said


def opened(lang: str = "en", **query: str) -> AppTest:
    return visiting.opened("masking", lang, **query)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("view", text.VIEWS)
def test_every_view_opens_from_its_link(lang: str, view: str) -> None:
    at = opened(lang, masking_view=view)
    html(at)
    assert at.get("plotly_chart")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("part", ["train", "check", "take", "claims", "teach"])
def test_every_part_opens(lang: str, part: str) -> None:
    html(opened(lang, masking_part=part))


def test_the_first_picture_needs_no_torch() -> None:
    program = (
        "import sys; from app.exhibits.masking import text, charts, play, page\n"
        "from core.masking.recorded import recorded\n"
        "assert all(charts.bars(recorded(lang), ('',), 8, lang).data for lang in ('en', 'zh'))\n"
        "print({'torch', 'transformers', 'jieba', 'scipy'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_words_to_click_and_the_gap_they_leave() -> None:
    typed = "My [MASK] lives here."
    found = words(typed)
    assert [word.text for word in found] == ["My", "lives", "here", "."]
    assert gapped(typed, found, [1]) == (typed, "My [MASK] [MASK] here.", ("", "lives"))
    assert [word.text for word in words("床前明月光")] == list("床前明月光")


def test_a_hidden_word_is_in_the_link() -> None:
    at = opened("en", text="The cat sat on the mat.", masking_hide="1")
    assert "sat" not in html(at) and at.session_state["masking_hide"] == [1]
    assert "cat" in said(at)  # where the hidden word stands


def test_bars_add_up_to_one() -> None:
    found = Answer("m", "a [MASK]", (("x", "<b>", "z"),), ((0.5, 0.2, 0.1),), (1.5,), 97)
    fig = charts.bars(found, ("X",), 2, "en")
    assert np.sum(np.asarray(fig.data[0]["x"])) == pytest.approx(1)
    ticks = fig.layout["yaxis"]["ticktext"]
    assert ticks[0] == "<b>x</b>" and ticks[1] == "&lt;b&gt;" and "95" in ticks[2]
    assert "right" in fig.layout["title"]["text"] and "50" in fig.layout["title"]["text"]


def test_sizes_are_the_papers() -> None:
    fig = charts.sizes(terms(Shape()), "en")
    assert np.sum(np.asarray(fig.data[0]["x"])) == 109_482_240 and "109,482,240" in fig.layout["title"]["text"]


def test_heat_escapes_and_signs() -> None:
    made = heat(["<i>", "b"], [2.0, -1.0])
    assert "&lt;i&gt;" in made and "+2.00" in made and "-1.00" in made


def test_typed_markup_is_shown_as_typed() -> None:
    at = opened("en", text="![x](http://a.b/c.png) **b** [MASK]", masking_word="*me*")
    html(at)
    assert "![x](" not in said(at) and "\\!\\[x\\]" in said(at)


def test_a_training_is_scrubbed_on_the_client() -> None:
    run = Run(Live(), 10, 20, np.ones(3), 2.0, (0, 3), (("a", "b"), ("b", "a")), ((0.6, 0.1), (0.7, 0.2)), np.zeros(2))
    fig = curves.watched(run, "en")
    assert [frame.name for frame in fig.frames] == ["0", "3"] and "“b”" in fig.layout["title"]["text"]


@pytest.mark.parametrize("lang", LANGS)
def test_the_program_to_take_names_the_sentence(lang) -> None:
    what = Asked(EXAMPLES[lang], EXAMPLES[lang], ("",), None)
    assert EXAMPLES[lang] in keepsake.PROGRAM.format(gapped=what.gapped, model=what.model)
    assert keepsake.table(what).probability.between(0, 1).all()
    assert filled(what).date and plate(lang).data


def test_a_text_in_the_wrong_language_is_said_to_be_unreadable() -> None:
    at = opened("en", text="我喜欢[MASK]。", masking_model="minilm-mlm")
    assert any("[UNK]" in each.value for each in at.warning)


@pytest.mark.parametrize("typed", ["[MASK]", "😀 שלום [MASK] <script>", "a" * 3000, "[MASK]" * 40])
def test_whatever_is_typed(typed: str) -> None:
    html(opened("en", text=typed))
