"""The tokens exhibit as a visitor meets it: first picture, views, links, controls, and all that one may type."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from streamlit.testing.v1 import AppTest

from app.exhibits.tokens import check, chips, inside, keepsake, labels, mismatch, text
from app.exhibits.tokens.plate import plate
from app.exhibits.tokens.reading import ROWS, Asked, Chip, line, lines, vocabulary
from app.i18n import LANGS
from core import systems
from core.text import tokenise
from core.tokens import KINDS, MergeRun
from tests.app import visiting
from tests.app.visiting import html, said

EN = text.EXAMPLE["en"]
ASKED = Asked(EN, len(EN), "news-en", 1_000)
VIEWS = [*({"tokens_view": view} for view in text.VIEWS), *({"tokens_inside": kind} for kind in KINDS)]


def opened(lang: str = "en", **query: str) -> AppTest:
    return visiting.opened("tokens", lang, **query)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("query", VIEWS, ids=lambda query: next(iter(query.values())))
def test_every_view_opens_from_its_link(lang: str, query: dict[str, str]) -> None:
    at = opened(lang, **query)
    html(at)
    assert not at.warning and len(at.get("html")) + len(at.dataframe) >= 2


def test_every_system_of_the_wing_is_declared() -> None:
    assert set(text.COVERS) == {system.id for system in systems.load() if system.wing == "TK"}


def test_the_first_picture_needs_neither_torch_nor_a_dictionary() -> None:
    program = (
        "import sys; from app.exhibits.tokens.reading import Asked, lines; from app.exhibits.tokens import text\n"
        "for name, t in (('news-en', text.EXAMPLE['en']), ('wiki-zh', text.EXAMPLE['zh'])):\n"
        "    assert len(lines(Asked(t, len(t), name, 1000))) == 7\n"
        "print({'torch', 'transformers', 'jieba'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_the_kept_words_of_the_chinese_example_are_jiebas() -> None:
    assert tuple(token.text for token in tokenise(text.EXAMPLE["zh"])) == text.EXAMPLE_WORDS


def test_one_sentence_seven_ways() -> None:
    by = dict(zip(ROWS, lines(ASKED), strict=True))
    assert [chip.shown for chip in by["words"].chips][:2] == ["Harbin's", "unforgettable"]
    assert by["words"].size == by["bpe"].size  # a fair comparison
    assert by["words"].unknown > 0.5 > by["bpe"].unknown
    assert by["bytes"].unknown == 0
    assert [chip.shown for chip in by["bytes"].chips][-5:-1] == ["F0", "9F", "98", "80"]  # the emoji
    assert by["minilm"].chips[0].shown == "[CLS]"
    assert {chip.spelled for chip in by["minilm"].chips if chip.id is None} == {"[UNK]"}


def test_the_slider_joins_pieces() -> None:
    counts = []
    for added in ("0", "100", "2000"):
        at = opened(tokens_added=added)
        counts.append([int(n) for n in re.findall(r"<small>(\d+) pieces", html(at))])
    for first, second, third in list(zip(*counts, strict=True))[2:6]:  # the four that learn
        assert first >= second >= third and first > third


def test_a_slider_moves_the_merge() -> None:
    at = opened()
    at.slider(key="tokens_added").set_value(10).run()
    run = vocabulary("news-en").runs["bpe"]
    assert isinstance(run, MergeRun)
    assert str(run.rivals[9, 0, 2]) in at.latex[-1].value
    assert "merge 1<" in html(at)


def test_a_chinese_sentence_brings_the_chinese_vocabulary() -> None:
    assert "Chinese Wikipedia" in said(opened("en", text="我喜欢自然语言处理"))
    at = opened("en", text="我喜欢自然语言处理", tokens_corpus="news-en")
    assert any("[UNK]" in each.value for each in at.info)


@pytest.mark.parametrize(
    "typed",
    [
        "<script>alert(1)</script><b>x</b>",
        "😀👨‍👩‍👧 مرحبا بالعالم שלום",
        "\\text{x} $y$ **z** `c` [a](b) :red[q] %",
        "word " * 20_000,
        "\u200b\u0007",
        "▁ ## </w> ＡＢ½ﬁ",
        "…",
        "   ",
    ],
    ids=["markup", "emoji-rtl", "tex-markdown", "100 kB", "control", "marks", "sign", "blank"],
)
@pytest.mark.parametrize("query", VIEWS, ids=lambda query: next(iter(query.values())))
def test_anything_may_be_typed(typed: str, query: dict[str, str]) -> None:
    assert "<script" not in html(opened("zh", text=typed, **query))


@pytest.mark.parametrize("lang", LANGS)
def test_a_link_full_of_nonsense_still_opens(lang: str) -> None:
    nonsense = {key: "nan" for key in text.CONTROLS if key not in ("tokens_labels", "tokens_words")}
    html(opened(lang, **nonsense))
    html(opened(lang, **{**nonsense, "tokens_view": "mismatch", "tokens_added": "99999999"}))


@pytest.mark.parametrize("part", ["train", "claims", "check", "take", "teach"])
@pytest.mark.parametrize("lang", LANGS)
def test_the_other_parts_open(lang: str, part: str) -> None:
    html(opened(lang, tokens_part=part))


@pytest.mark.parametrize("lang", LANGS)
def test_misconceptions_are_answered_with_numbers(lang) -> None:
    answers = [answer(lang) for answer in (check.meaning, check.same, check.larger, check.looks)]
    assert all(re.search(r"\d", answer) for answer in answers)
    assert "64" in answers[2] and "U+2F64" in answers[3]


def test_questions_have_one_right_answer() -> None:
    for seed in range(12):
        word, options, answer, merges = check.draw(seed)
        assert len(set(options)) == check.CHOICES and answer in options and merges > 0
        assert all(option.replace(" | ", "") == word for option in options)
        assert word not in vocabulary("news-en").seen


def test_a_guess_is_compared_with_the_vocabulary() -> None:
    at = opened(tokens_part="check")
    answer = check.draw(0)[2]
    at.radio(key="tokens_guess_0_0").set_value(answer).run()
    at.button(key="tokens_reveal").click().run()
    assert len(at.success) == 1
    at.button(key="tokens_next").click().run()
    assert not at.success and not at.radio(key="tokens_guess_0_1").disabled


def test_labels_are_counted_as_a_scorer_would() -> None:
    assert labels.names(["B-LOC", "B-LOC", "I-LOC", "O", "I-PER", None, "I-PER"]) == 3
    at = opened(tokens_view="labels", tokens_labels="O O")
    assert len(at.warning) == 1  # eight words need eight labels


def test_special_tokens_of_a_pair() -> None:
    at = opened(tokens_view="special", text="A cat.", tokens_pair="A [MASK].", tokens_pad="12")
    rows = at.dataframe[0].value
    assert rows["token"].tolist() == "[CLS] a cat . [SEP] a [MASK] . [SEP] [PAD] [PAD] [PAD]".split()
    assert rows["segment"].tolist() == [0] * 5 + [1] * 4 + [0] * 3
    assert rows["is read"].tolist() == [1] * 9 + [0] * 3
    assert at.dataframe[1].value["MiniLM"].tolist() == [101, 102, 100, 0, 103]


def test_own_text_makes_a_vocabulary_of_its_own() -> None:
    at = opened(tokens_view="mismatch", tokens_second="own")
    assert len(at.info) == 1
    at.text_area(key="tokens_own").set_value("The cat sat on the mat. " * 12).run()
    assert not at.error and len(at.get("plotly_chart")) == 1
    at.text_area(key="tokens_own").set_value("Too short.").run()
    assert not at.error and len(at.warning) == 1


def test_reading_with_the_wrong_vocabulary_costs_more() -> None:
    own, foreign = (mismatch._cost(name, "wiki-en", "", 1_000) for name in ("wiki-en", "news-en"))
    assert foreign > own


def test_the_formula_is_the_recorded_step() -> None:
    run = vocabulary("news-en").runs["wordpiece"]
    assert isinstance(run, MergeRun)
    *_, n, left, right = run.rivals[7, 0].tolist()
    written = inside.formula(run, 7)
    assert rf"\frac{{{n}}}" in written and rf"{left}\cdot{right}" in written
    assert inside.power(4.9e-5) == r"4.90\cdot 10^{-5}" and inside.power(0.25) == r"2.50\cdot 10^{-1}"


def test_every_byte_lies_in_a_piece() -> None:
    table = inside.byte_table("é 语", ["C3", "A9 20", "E8 AF AD"], "en")
    assert table["pieces it lies in"].tolist() == ["1–2", "2", "3"]
    assert table["bytes in UTF-8"].tolist() == ["C3 A9", "20", "E8 AF AD"]


def test_chips_escape_what_they_show() -> None:
    chip = Chip('<b onmouseover="x">', '"><script>', None, 0, 0, 1)
    made = chips.strip([chip], "en")
    assert "<script" not in made and "<b" not in made


def test_the_program_prints_the_pieces_of_the_picture() -> None:
    done = subprocess.run([sys.executable, "-c", keepsake.program(ASKED)], capture_output=True, text=True, check=True)
    rows = {row.split("\t")[0]: row.split("\t")[1:] for row in done.stdout.splitlines()}
    assert rows["bpe"] == [str(line("bpe", ASKED).size), *(chip.spelled for chip in line("bpe", ASKED).chips)]
    assert rows["minilm"][1] == "[CLS]"


def test_the_table_holds_every_piece() -> None:
    table = keepsake.table(ASKED)
    assert len(table) == sum(len(each.chips) for each in lines(ASKED))
    assert list(table["id"].isna()) == [chip.id is None for each in lines(ASKED) for chip in each.chips]


@pytest.mark.parametrize("lang", LANGS)
def test_the_plate_shows_the_pieces(lang) -> None:
    fig = plate(lang)
    drawn = fig.to_plotly_json()
    shown = [piece for bar in drawn["data"] for piece in bar["text"]]
    assert "able" in shown if lang == "en" else "哲学家" in shown
    assert len(str(fig.to_json())) < 60_000
