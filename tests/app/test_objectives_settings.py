"""What a visitor sets of one objective reaches the picture: BERT's three rates, lengths, phrases, orders, roles."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from app.exhibits.objectives import charts, chips, counting, order, settings_text, text, weighing
from app.exhibits.objectives.reading import drawn, prepared, read
from app.i18n import LANGS, Lang
from core.masking import corrupt
from core.masking.corruption import MASK
from core.masking.objectives import DLM, MLM, InfoWord, SentenceOrder
from core.masking.objectives.permuted import sight
from tests.app import visiting
from tests.app.visiting import html, said

TALK = "Where did you go? We went to the sea. Was the water cold?"


def opened(lang: str = "en", **query: str) -> AppTest:
    return visiting.opened("objectives", lang, **query)


def chipped(at: AppTest) -> Counter[str]:
    """How many tokens of each kind the page draws."""
    return Counter(re.findall(r'<li class="(hidden|changed|asked)"', html(at)))


@pytest.mark.parametrize("view", ["one", "says"])
def test_the_three_fates_reach_the_text_that_is_drawn(view: str) -> None:
    some: dict[str, str] = {"objectives_view": view, "objectives_one": "mlm", "objectives_rate": "60"}
    hidden = chipped(opened(**some, objectives_masked="100"))
    changed = chipped(opened(**some, objectives_masked="0", objectives_random="100"))
    kept = chipped(opened(**some, objectives_masked="0", objectives_random="0"))
    assert set(hidden) == {"hidden"} and set(changed) <= {"changed", "asked"} and set(kept) == {"asked"}
    assert hidden.total() == changed.total() == kept.total() and changed["changed"] > changed["asked"]


@pytest.mark.parametrize("lang", LANGS)
def test_what_became_of_the_chosen_words_is_counted(lang: Lang) -> None:
    rule = prepared("mlm", read(text.EXAMPLE[lang]), 0.8)
    assert isinstance(rule, MLM)
    rule = replace(rule, mask=0.3, random=0.4)
    made = corrupt(read(text.EXAMPLE[lang]).tokens, rule, 1)
    changed = [at for at in made.asked if made.inputs[at] not in (MASK, made.targets[at])]
    assert changed and all(made.inputs[at] in rule.vocabulary for at in changed)
    masks, n = made.inputs.count(MASK), len(made.asked)
    told = [int(each) for each in re.findall(r"\d+", counting.fallen(made, rule, lang))]
    first = [n, len(made.inputs)] if lang == "en" else [len(made.inputs), n]
    assert told == [*first, masks, len(changed), n - masks - len(changed), 30, 40, 30]


def test_lengths_are_set_one_by_one() -> None:
    some: dict[str, str] = {"objectives_view": "one", "objectives_one": "n-gram", "objectives_rate": "40"}
    at = opened(**some, **{f"objectives_gram{n}": "0" for n in (1, 2, 4)}, objectives_gram3="5")
    rows = at.dataframe[0].value
    assert list(rows.iloc[:, 1]) == ["0.0%", "0.0%", "100.0%", "0.0%"] and float(rows.iloc[2, 2][:-1]) > 95
    runs = [len(run) for run in re.findall("H+", strip(html(at)))]
    assert max(runs) >= 3 and any(run % 3 == 0 for run in runs)


def strip(page: str) -> str:
    """A letter a token, H for one that is asked for."""
    return "".join("-" if not kind else "H" for kind in re.findall(r'<li class="(hidden|changed|asked|)"', page))


@pytest.mark.parametrize("lang", LANGS)
def test_lengths_that_are_all_nought_are_answered(lang: str) -> None:
    nought = {key: "0" for key in settings_text.LENGTHS}
    for view in ("one", "says"):
        at = opened(lang, objectives_view=view, objectives_one="n-gram", **nought)
        assert not at.exception and not at.error and len(at.warning) == 1
    plain = html(opened(lang, objectives_view="one", objectives_one="n-gram"))
    assert html(opened(lang, objectives_view="one", objectives_one="n-gram", objectives_long="8")) == plain


@pytest.mark.parametrize(("roles", "letters"), [("QRQ", "QRQ"), ("QRR", "QR"), ("QQR", "QR")])
def test_each_token_shows_its_role(roles: str, letters: str) -> None:
    made = corrupt(read(TALK).tokens, DLM(roles, rate=0.0))
    head, body = chips.row("dlm", made, "en").split("</header>")
    assert "question" in head and "response" in head
    lines = re.findall(r'<u class="part(\d)">(.*?)</u>', body)
    assert [int(part) for part, _ in lines] == made.segments.tolist()
    assert "".join(letter for _, letter in lines if letter != "&nbsp;") == letters
    page = html(opened("zh", objectives_view="says", objectives_one="dlm", objectives_roles=roles, text=TALK))
    assert ">问</u>" in page and ">答</u>" in page


@pytest.mark.parametrize("name", text.SEGMENTS)
def test_every_segment_has_its_mark(name: str) -> None:
    for lang in LANGS:
        for seed in range(8):
            made = drawn(name, read(text.EXAMPLE[lang]), seed)
            assert 0 < made.segments.max() < len(text.SEGMENTS[name])


def test_every_order_of_the_sentences_has_its_score() -> None:
    at = opened(objectives_view="says", objectives_one="sentence-order", objectives_shown="312")
    page = html(at)
    rows = re.findall(r"<li><span>(.*?)</span><b>(.*?)%</b>", page)
    assert len(rows) == 6 and abs(sum(float(p.replace("&nbsp;", "")) for _, p in rows) - 100) < 4
    [true] = [name for name, _ in rows if name.startswith("✓")]
    assert [true.index(word) for word in ("The president", "He met", "They spoke")] == sorted(
        true.index(word) for word in ("The president", "He met", "They spoke")
    )
    two = opened(objectives_view="says", objectives_one="sentence-order", text="It rained. We stayed at home.")
    assert len(re.findall(r"<li><span>.*?</span><b>", html(two))) == 2


def test_a_label_says_how_to_put_the_sentences_right() -> None:
    made = corrupt([["a"], ["b"], ["c"]], SentenceOrder(shown=(1, 2, 0)))
    assert weighing.beginnings(made) == ["b", "c", "a"] and made.targets[0] == "[231]"
    assert weighing.restored("[231]", weighing.beginnings(made)) == "a → b → c"


def test_a_phrase_is_picked_and_looks_for_its_sentence() -> None:
    some: dict[str, str] = {"objectives_one": "infoword", "objectives_cut_from": "14", "objectives_cut_words": "2"}
    for view in ("one", "says"):
        page = html(opened(objectives_view=view, **some))
        assert "<span>met</span>" in page and page.count("<span>[MASK]</span>") == 2
    assert page.count('class="bars"') == 2 and "met Angela" in page


def test_phrases_of_other_texts_are_as_long_and_counting_words_is_worth_its_law() -> None:
    assert weighing.beside(InfoWord(cut=(13, 15)), ("a", "b", "c")) == InfoWord(cut=(1, 3))
    assert weighing.beside(InfoWord(), ("a",)) == InfoWord()
    dice = np.random.default_rng(0)
    long = dice.integers(1, 6, (20_000, weighing.EXAM))
    assert abs((1 / (long == long[:, :1]).sum(1)).mean() - weighing.by_counting()) < 0.003


@pytest.mark.parametrize("lang", LANGS)
def test_an_order_is_followed_by_the_average_over_many(lang: Lang) -> None:
    at = opened(lang, objectives_view="order", objectives_orders="50")
    assert len(at.get("plotly_chart")) == 2 and "88" in said(at)
    words = read(text.EXAMPLE[lang]).tokens[: order.MOST]
    seen = sight(len(words), 4, 50)
    fig: Any = charts.sight(words, seen, "", lang)
    apart = ~np.eye(len(words), dtype=bool)
    assert np.array_equal(np.array(fig.data[0].z)[apart], seen[apart], equal_nan=True)
    html(opened(lang, objectives_view="order", objectives_orders="1", objectives_last="1", text="A b"))
    assert order.mean(np.array([np.nan]), lang) == "–"
