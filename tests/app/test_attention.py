"""The attention exhibit as a visitor meets it: first picture, views, links, clicks, and all that one may type."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from app.exhibits.attention import check, controls, keepsake, text
from app.exhibits.attention.figure import figure
from app.exhibits.attention.inside import safe, scale_formula, scaled_scores, score_formula, softmax_formula, tex
from app.exhibits.attention.reading import Asked, Drawn, Reading, Shown, read
from app.i18n import LANGS
from core.attention import AttentionMaps, Tokens
from core.attention.describe import describe
from core.attention.payload import unpack

EXAMPLE = text.EXAMPLE["en"]


def visit() -> None:
    """What AppTest runs: the page inside the frame's boundary."""
    import streamlit as st

    from app.exhibits.attention.page import page
    from app.house.errors import boundary
    from app.session import language

    st.text_input("text", key="text", bind="query-params")
    with boundary(language()):
        page()


def opened(lang: str = "en", **query: str) -> AppTest:
    at = AppTest.from_function(visit, default_timeout=60)
    at.session_state["lang"] = lang
    for key, value in query.items():
        at.query_params[key] = value
    return at.run()


def scene(at: AppTest) -> dict:
    """What was sent to the token view, and its weights."""
    assert not at.exception
    assert not at.error, [each.value for each in at.error]
    [view] = at.get("bidi_component")
    mixed = view.proto.mixed
    return json.loads(mixed.json)


@pytest.fixture(scope="module")
def example() -> Reading:
    return read(Asked(EXAMPLE, "minilm", "", None))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("view", list(text.VIEWS))
def test_every_view_opens_from_its_link(lang: str, view: str) -> None:
    data = scene(opened(lang, attention_view=view))
    assert data["view"] == {"head": "lines", "matrix": "grid", "model": "thumbs", "neuron": "neuron"}[view]
    assert data["lang"] == lang and data["title"] and "minilm" in data["caption"]


def test_the_first_picture_needs_no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.house.heavy.stack", lambda: pytest.fail("torch was asked for"))
    at = opened()
    data = scene(at)
    assert data["layer"] == 3 and data["head"] == 1
    assert "“they”" in data["title"] and "“children”" in data["title"] and "71\u00a0%" in data["title"]
    assert any("2026" in caption.value for caption in at.caption)  # the recording says when


def test_a_typed_sentence_is_read_by_the_model() -> None:
    at = opened(text="The dog chased the cat.")
    data = scene(at)
    assert data["target"]["shown"] == ["[CLS]", "the", "dog", "chased", "the", "cat", ".", "[SEP]"]
    assert data["shape"] == [12, 8, 8]


@pytest.mark.parametrize("lang", LANGS)
def test_chinese_is_never_passed_off_as_read(lang: str) -> None:
    at = opened(lang, text="我喜欢自然语言处理")
    [warning] = at.warning
    assert "89\u00a0%" in warning.value and "bert-base-chinese" in warning.value
    assert any("bert-base-chinese" in button.label for button in at.button)


@pytest.mark.parametrize(
    "typed",
    [
        "<script>alert(1)</script><b>x</b>",
        "😀👨‍👩‍👧 مرحبا بالعالم שלום",
        "\\text{x} $y$ **z** `c` [a](b) :red[q]",
        "word " * 20_000,
        "\u200b\u0007",
        "   ",
    ],
    ids=["markup", "emoji-rtl", "tex-markdown", "100 kB", "control", "blank"],
)
def test_anything_may_be_typed(typed: str) -> None:
    data = scene(opened("zh", text=typed))
    assert len(data["target"]["shown"]) >= 2


def test_a_long_text_says_what_was_cut() -> None:
    at = opened(text="word " * 600)
    assert "512" in at.info[0].value and "90" in at.info[0].value
    assert scene(at)["have"] == [1]  # only the head on screen travels


@pytest.mark.parametrize("lang", LANGS)
def test_a_link_full_of_nonsense_still_opens(lang: str) -> None:
    nonsense = {"attention_view": "x", "attention_layer": "99", "attention_head": "-4", "attention_token": "77"}
    nonsense |= {"attention_key": "a", "attention_heads": "3,x,99", "attention_mass": "abc", "attention_kind": "cross"}
    data = scene(opened(lang, **nonsense))
    assert (data["view"], data["layer"], data["head"], data["on"]) == ("lines", 5, 1, [1, 2])


def test_a_model_that_cannot_be_had_leaves_minilm_on_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    at = opened(attention_model="../../etc/passwd")
    assert text.FELL_BACK["en"] in at.warning[0].value
    assert "minilm" in scene(at)["caption"]


def test_the_link_carries_layer_head_and_token() -> None:
    data = scene(opened(attention_layer="1", attention_head="3", attention_token="6"))
    assert (data["layer"], data["head"], data["locked"]) == (0, 2, 5)
    assert "“they”" in data["title"] and "“because”" in data["title"] and "100\u00a0%" in data["title"]


def test_a_slider_moves_the_picture() -> None:
    at = opened()
    at.slider(key="attention_layer").set_value(1)
    at.slider(key="attention_head").set_value(3).run()
    assert scene(at)["title"] == "Head 3 looks one token back (100\u00a0%)"


def test_special_tokens_left_out_leave_their_share_behind() -> None:
    at = opened(attention_specials="false", attention_view="matrix")
    data = scene(at)
    assert data["rest"] and data["source"]["shown"][-1] == text.NOT_DRAWN["en"]
    assert "[CLS]" not in data["target"]["shown"]


def test_a_pair_is_read_together() -> None:
    assert scene(opened(text="A cat.", attention_pair="A dog."))["target"]["shown"].count("[SEP]") == 2


@pytest.mark.parametrize("part", ["check", "take"])
@pytest.mark.parametrize("lang", LANGS)
def test_the_other_parts_open(lang: str, part: str) -> None:
    scene(opened(lang, attention_part=part))


def test_misconceptions_are_answered_with_numbers() -> None:
    at = opened(attention_part="check")
    for name, sign in (("symmetric", "71\u00a0%"), ("column", "adds up to 1"), ("order", "largest difference")):
        at.button(key=f"attention_myth_{name}").click().run()
        assert any(sign in each.value for each in at.markdown), name


def test_a_guess_is_compared_with_the_model() -> None:
    at = opened(attention_part="check")
    [guess] = [radio for radio in at.radio if "attention_guess" in str(radio.key)]
    guess.set_value(_first(guess)).run()
    at.button(key="attention_reveal").click().run()
    assert len(at.success) + len(at.info) == 1


def _first(guess) -> int:
    """Options are shown as ``name (place)``; their values are places from 0."""
    return int(guess.options[0].rsplit("(", 1)[1].rstrip(")")) - 1


# --- Without a page ---------------------------------------------------------------------------------------------

DRAWN = Drawn("head", words=False, specials=True, mass=1.0, layer=3, head=1, heads=(1,), query=5, key=2)


def crossing(example: Reading) -> Reading:
    """Cross attention of a made-up translator: other tokens on the target side, a mask, no square root."""
    maps, target = example.maps, example.maps.target
    shown = ("<s>", "die", "Kinder", "schliefen")
    side = Tokens(shown, shown, (0, 1, 2, 3), (-1, 0, 1, 2), (0,) * 4, (True, False, False, False), (False,) * 4)
    bias = np.zeros((6, 12, 4, 10), np.float32)
    bias[..., 9] = -np.inf
    queries = maps.queries[:, :, :4]
    scores = queries @ maps.keys.swapaxes(-1, -2) + bias
    powers = np.exp(scores - scores.max(-1, keepdims=True))
    scale = np.ones((6, 12), np.float32)
    weights = powers / powers.sum(-1, keepdims=True)
    cross = AttentionMaps("cross", "paper", side, target, weights, queries, maps.keys, maps.values, scale, bias)
    return Reading(cross, 1, 1.0, ("cross", "encoder", "decoder"))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("view", list(text.VIEWS))
def test_cross_attention_is_drawn_with_two_lists_of_tokens(example: Reading, lang, view: str) -> None:
    drawn = figure(crossing(example), replace(DRAWN, view=view, query=2), "a / b", lang)
    assert len(drawn.target.shown) == 4 and len(drawn.source.shown) == 10
    json.dumps(drawn.scene.more)  # nothing in it that JSON lacks


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("view", list(text.VIEWS))
def test_a_causal_model_is_drawn_with_its_mask(example: Reading, lang, view: str) -> None:
    maps = example.maps
    side = replace(maps.target, special=(False,) * 10, words=tuple(range(10)))
    bias = np.broadcast_to(np.triu(np.full((10, 10), -np.inf, np.float32), 1), maps.bias.shape)
    scores = maps.scale[..., None, None] * maps.queries @ maps.keys.swapaxes(-1, -2) + bias
    powers = np.exp(scores - scores.max(-1, keepdims=True))
    weights = powers / powers.sum(-1, keepdims=True)
    causal = replace(example, maps=replace(maps, kind="decoder", target=side, source=side, weights=weights, bias=bias))
    drawn = figure(causal, replace(DRAWN, view=view), "a", lang)
    assert drawn.scene.title
    assert describe(causal.maps, 0, 0).widest == pytest.approx(np.log2(np.arange(1, 11)).mean(), abs=1e-6)
    assert "first" in describe(causal.maps, 0, 0).shares and "special" not in describe(causal.maps, 0, 0).shares


def test_the_packed_picture_is_the_model_to_half_a_step(example: Reading) -> None:
    drawn = figure(example, DRAWN, EXAMPLE, "en")
    weights = unpack(drawn.packed, drawn.scene.shape)
    assert np.abs(weights - example.maps.weights[3]).max() <= 0.5 / 255 + 1e-6


def test_default_views_are_small(example: Reading) -> None:
    for view in text.VIEWS:
        assert len(figure(example, replace(DRAWN, view=view), EXAMPLE, "en").packed) < 20_000


def numbers(formula: str) -> list[float]:
    return [float(each) for each in re.findall(r"mathbf\{(-?[\d.]+)\}", formula)]


def test_the_formula_ends_at_the_weight(example: Reading) -> None:
    maps = example.maps
    q, k = maps.queries[3, 1, 5], maps.keys[3, 1, 2]
    assert numbers(score_formula(q, k)) == [round(float(q @ k), 3)]
    assert numbers(scale_formula(maps, DRAWN, float(q @ k))) == [round(float(q @ k) / 32**0.5, 3)]
    assert numbers(softmax_formula(scaled_scores(maps, DRAWN), 2)) == [round(float(maps.weights[3, 1, 5, 2]), 4)]


def test_a_masked_key_has_weight_zero_in_the_formula_too(example: Reading) -> None:
    maps, what = crossing(example).maps, replace(DRAWN, query=2, key=9)
    assert r"-\infty" in scale_formula(maps, what, 1.0)
    assert maps.weights[3, 1, 2, 9] == 0
    weight = numbers(softmax_formula(scaled_scores(maps, what), 0))
    assert weight == [pytest.approx(float(maps.weights[3, 1, 2, 0]), abs=1e-4)]


def test_tokens_cannot_act_as_markup() -> None:
    assert safe("<b>*x*</b>") == r"\<b\>\*x\*\</b\>"
    assert safe("[a](b)$:red[c]") == r"\[a\]\(b\)\$\:red\[c\]"
    assert tex("a_b{c}%$") == r"a\_b\{c\}\%\$"


def test_clicks_become_controls(example: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    state: dict[str, object] = {}
    monkeypatch.setattr(controls.st, "session_state", state)
    sides = figure(example, replace(DRAWN, specials=False, view="matrix"), EXAMPLE, "en")
    controls.settle({"kind": "cell", "row": 4, "column": 1}, sides.target, sides.source)
    assert (state["attention_token"], state["attention_key"]) == ("6", "3")  # rows are counted without [CLS]
    controls.settle({"kind": "token", "row": -1}, sides.target, sides.source)
    assert state["attention_token"] == "0"
    controls.settle({"kind": "head", "layer": 0, "head": 2}, sides.target, sides.source)
    assert (state["attention_layer"], state["attention_head"], state["attention_view"]) == (1, 3, "head")
    controls.settle({"kind": "heads", "on": [7, 4]}, sides.target, sides.source)
    assert (state["attention_heads"], state["attention_head"]) == ([5, 8], 5)  # the chosen head is among those shown
    controls.settle({"kind": "heads", "on": [7]}, sides.target, sides.source)
    assert (state["attention_heads"], state["attention_head"]) == ([], 8)
    before = dict(state)
    controls.settle({"kind": "cell", "row": 99, "column": "x"}, sides.target, sides.source)
    controls.settle({}, sides.target, sides.source)
    assert state == before


def test_questions_have_one_best_answer(example: Reading) -> None:
    typed = np.flatnonzero(~np.array(example.maps.target.special))
    for seed in range(7):
        layer, head, query, keys = check.draw(example.maps, typed, seed)
        assert query in typed and len(set(keys)) == check.CHOICES
        assert int(example.maps.weights[layer, head, query].argmax()) in keys


def test_the_program_runs_and_prints_the_same_numbers(example: Reading) -> None:
    shown = Shown(Asked(EXAMPLE, "minilm", "", None), example, DRAWN)
    done = subprocess.run([sys.executable, "-c", keepsake.program(shown)], capture_output=True, text=True, check=True)
    row = next(line for line in done.stdout.splitlines() if line.startswith("they\t"))
    assert row.split("\t")[3] == f"{example.maps.weights[3, 1, 5, 2]:.3f}"


def test_the_table_holds_every_weight_of_the_layer(example: Reading) -> None:
    table = keepsake.table(Shown(Asked(EXAMPLE, "minilm", "", None), example, DRAWN))
    assert len(table) == 12 * 10 * 10
    cell = table[(table["head"] == 2) & (table["query"] == 6) & (table["key"] == 3)]
    assert cell["weight"].item() == example.maps.weights[3, 1, 5, 2]
    assert cell["query_token"].item() == "they" and cell["key_token"].item() == "children"
