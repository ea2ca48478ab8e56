"""The attention exhibit as a visitor meets it: first picture, views, links, clicks, and all that one may type."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from app.exhibits.attention import check, controls, keepsake, reading, text
from app.exhibits.attention.figure import figure, heads_title
from app.exhibits.attention.inside import scale_formula, scaled_scores, score_formula, softmax_formula, tex
from app.exhibits.attention.matrices import chain, every
from app.exhibits.attention.reading import Asked, Drawn, Reading, Shown, read
from app.house.numbers import percent
from app.house.plain import plain
from app.i18n import LANGS, Lang
from core.attention import AttentionMaps, Kind, Tokens
from core.attention.describe import describe
from core.attention.payload import unpack
from tests.app import visiting

EXAMPLE = text.EXAMPLE["en"]


def opened(lang: str = "en", **query: str) -> AppTest:
    return visiting.opened("attention", lang, **query)


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
@pytest.mark.parametrize("view", ["head", "matrix", "model", "neuron"])
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
def test_chinese_is_never_passed_off_as_read(lang: Lang) -> None:
    at = opened(lang, text="我喜欢自然语言处理")
    [warning] = at.warning
    assert percent(0.89, lang) in warning.value and "bert-base-chinese" in warning.value
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
@pytest.mark.parametrize("view", ["head", "matrix", "model", "neuron"])
def test_cross_attention_is_drawn_with_two_lists_of_tokens(example: Reading, lang, view: str) -> None:
    drawn = figure(crossing(example), replace(DRAWN, view=view, query=2), "a / b", lang)
    assert len(drawn.target.shown) == 4 and len(drawn.source.shown) == 10
    json.dumps(drawn.scene.more)  # nothing in it that JSON lacks


def causal_of(example: Reading) -> Reading:
    """The example as a decoder would read it: no special tokens, nothing ahead is seen."""
    maps = example.maps
    side = replace(maps.target, special=(False,) * 10, words=tuple(range(10)))
    bias = np.broadcast_to(np.triu(np.full((10, 10), -np.inf, np.float32), 1), maps.bias.shape)
    scores = maps.scale[..., None, None] * maps.queries @ maps.keys.swapaxes(-1, -2) + bias
    powers = np.exp(scores - scores.max(-1, keepdims=True))
    weights = powers / powers.sum(-1, keepdims=True)
    return replace(example, maps=replace(maps, kind="decoder", target=side, source=side, weights=weights, bias=bias))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("view", ["head", "matrix", "model", "neuron"])
def test_a_causal_model_is_drawn_with_its_mask(example: Reading, lang: Lang, view: str) -> None:
    causal = causal_of(example)
    drawn = figure(causal, replace(DRAWN, view=view), "a", lang)
    assert drawn.scene.title
    assert describe(causal.maps, 0, 0).widest == pytest.approx(np.log2(np.arange(1, 11)).mean(), abs=1e-6)
    assert "first" in describe(causal.maps, 0, 0).shares and "special" not in describe(causal.maps, 0, 0).shares


def test_the_packed_picture_is_the_model_to_half_a_step(example: Reading) -> None:
    drawn = figure(example, DRAWN, EXAMPLE, "en")
    weights = unpack(drawn.packed, drawn.scene.shape)
    assert np.abs(weights - example.maps.weights[3]).max() <= 0.5 / 255 + 1e-6


def test_default_views_are_small(example: Reading) -> None:
    for view in ("head", "matrix", "model", "neuron"):
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
    assert plain("<b>*x*</b>") == r"\<b\>\*x\*\</b\>"
    assert plain("[a](b)$:red[c]") == r"\[a\]\(b\)\$\:red\[c\]"
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


# --- What is said is true: small maps made by hand ----------------------------------------------------------------


def made(
    weights: list[list[float]] | np.ndarray, *shown: str, kind: Kind = "encoder", biased: str = "", H: int = 1
) -> Reading:
    """One layer whose heads all have these weights; ``biased`` adds a causal mask or distances as T5 does."""
    W = np.asarray(weights, np.float32)
    T = len(W)
    special = tuple(name.startswith("[") for name in shown)
    words = tuple(-1 if each else i for i, each in enumerate(special))
    side = Tokens(shown, shown, tuple(range(T)), words, (0,) * T, special, (False,) * T)
    bias = {
        "": np.zeros((T, T)),
        "mask": np.triu(np.full((T, T), -np.inf), 1),
        "distance": -np.abs(np.subtract.outer(np.arange(T), np.arange(T))) / 4,
    }[biased].astype(np.float32)
    vectors = np.random.default_rng(T).normal(size=(1, H, T, 5)).astype(np.float32)
    every = np.broadcast_to(W, (1, H, T, T)).copy()
    maps = AttentionMaps(
        kind, "made", side, side, every, vectors, vectors, vectors, np.ones((1, H), np.float32), every * 0 + bias
    )
    return Reading(maps, 1, 1.0, (kind,))


def told(drawn: Reading, sentence: str = "a b c", **what) -> Shown:
    return Shown(Asked(sentence, "minilm", "", None), drawn, replace(DRAWN, layer=0, head=0, query=0, key=0, **what))


@pytest.mark.parametrize("lang", LANGS)
def test_order_says_why_it_cannot_be_tested(lang: Lang) -> None:
    flat = np.full((3, 3), 1 / 3)
    for drawn, sentence, answer in (
        (made(flat, "a", "b", "c"), "Hello", text.ORDER_SHORT),
        (made(flat, "a", "b", "c"), "the The THE", text.ORDER_SHORT),
        (made(flat, "你", "好", "你"), "你好你", text.ORDER_SHORT),
        (made([[1, 0], [0.5, 0.5]], "a", "b", kind="decoder", biased="mask"), "a b", text.ORDER_MASKED),
        (made([[1.0]], "a", kind="decoder", biased="mask"), "a", text.ORDER_MASKED),
        (made(flat, "a", "b", "c", biased="distance"), "a b c", text.ORDER_MASKED),
        (made(flat, "a", "b", "c", kind="cross"), "a b c", text.ORDER_CROSS),
    ):
        assert check.order(lang, told(drawn, sentence)) == answer[lang]


@given(st.lists(st.sampled_from(["a", "A", "b", "c", "c"]), min_size=1, max_size=6), st.integers(0, 50))
def test_shuffled_is_another_order_of_the_same_words(words: list[str], seed: int) -> None:
    mixed = check.shuffled(" ".join(words), np.random.default_rng(seed))
    if len({word.lower() for word in words}) < 3:
        assert mixed is None
    else:
        assert mixed is not None and sorted(mixed.split()) == sorted(words)
        assert mixed.lower().split() != [word.lower() for word in words]


def test_chinese_is_shuffled_by_characters_and_joined_without_blanks() -> None:
    mixed = check.shuffled("我喜欢GPT模型", np.random.default_rng(0))
    assert mixed and " " not in mixed and "GPT" in mixed and mixed != "我喜欢GPT模型"
    assert sorted(mixed) == sorted("我喜欢GPT模型")


def test_the_shuffled_text_is_read_with_the_same_pair_and_kind(example: Reading, monkeypatch) -> None:
    seen: list[Asked] = []
    monkeypatch.setattr(check, "seed", lambda: 0)
    monkeypatch.setattr(check, "read", lambda asked: seen.append(asked) or example)
    shown = replace(told(example), asked=Asked("one two three", "minilm", "four", "encoder"), what=DRAWN)
    assert "0.00" in check.order("en", shown)  # the same reading twice: no difference at all
    assert seen == [replace(shown.asked, text=seen[0].text)] and seen[0].text != "one two three"


@pytest.mark.parametrize("lang", LANGS)
def test_there_and_back_is_explained_by_what_causes_it(lang: Lang) -> None:
    one = told(made([[1.0]], "a", kind="decoder", biased="mask"))
    assert check.symmetric(lang, one) == text.MYTH_SYMMETRIC_ONE[lang]

    causal = [[1, 0, 0], [0.5, 0.5, 0], [0.8, 0.1, 0.1]]
    masked = check.symmetric(lang, told(made(causal, "a", "b", "c", kind="decoder", biased="mask")))
    assert masked == text.MYTH_SYMMETRIC_MASKED[lang].format(a="c", b="a", there=percent(0.8, lang))

    larger = [[0.1, 0.1, 0.8], [0.4, 0.3, 0.3], [0.9, 0.05, 0.05]]  # c gives a more than a gives c
    free = check.symmetric(lang, told(made(larger, "a", "b", "c")))
    assert percent(0.8, lang) in free and percent(0.9, lang) in free and "only" not in free

    even = [[0.1, 0.1, 0.8], [0.6, 0.2, 0.2], [0.8, 0.1, 0.1]]  # the pair that stands out is an even one
    other = check.symmetric(lang, told(made(even, "a", "b", "c")))
    assert percent(0.6, lang) in other and percent(0.1, lang) in other and percent(0.8, lang) not in other


@pytest.mark.parametrize("lang", LANGS)
def test_columns_need_two_keys_and_are_told_apart(lang: Lang) -> None:
    assert check.column(lang, told(made([[1.0]], "a"))) == text.TOO_SHORT[lang].format(least=2, n=1, more=1)
    same = check.column(lang, told(made([[0.9, 0.1], [0.8, 0.2]], "ha", "ha")))
    assert r"ha \(1\)" in same and r"ha \(2\)" in same and "1.70" in same and "0.30" in same


@pytest.mark.parametrize("biased", ["", "mask", "distance"])
@pytest.mark.parametrize("lang", LANGS)
def test_vectors_name_every_step_to_the_highest_score(lang: Lang, biased: str) -> None:
    drawn = made([[1, 0, 0], [0.7, 0.3, 0], [0.2, 0.7, 0.1]], "a", "b", "c", biased=biased)
    title = figure(drawn, replace(told(drawn).what, view="neuron", query=1), "a", lang).scene.title
    assert (text.SCALED_BIASED[lang] in title) == bool(biased)
    assert "“b”" in title and "“a”" in title and percent(0.7, lang) in title


@pytest.mark.parametrize("lang", LANGS)
def test_a_locked_token_looks_most_at_what_is_drawn(lang: Lang) -> None:
    drawn = made([[1, 0, 0], [0.8, 0.05, 0.15], [0.1, 0.2, 0.7]], "[CLS]", "a", "b")
    what = replace(told(drawn).what, heads=(0,), locked=1)
    whole = figure(drawn, what, "a", lang).scene.title
    part = figure(drawn, replace(what, specials=False), "a", lang).scene.title
    facts = {"head": 1, "query": "a"}
    assert whole == text.LOCKED[lang].format(key="[CLS]", weight=percent(0.8, lang), **facts)
    assert part == text.LOCKED_DRAWN[lang].format(key="b", weight=percent(0.15, lang), **facts)


def test_equal_names_come_with_their_places() -> None:
    weights = [[0.1, 0.1, 0.8], [0.6, 0.2, 0.2], [0.6, 0.3, 0.1]]
    drawn = made(weights, "ha", "ha", "ha")
    what = replace(told(drawn).what, heads=(0,))
    assert "“ha (1)”" in figure(drawn, what, "a", "en").scene.title
    assert "“ha (2)” looks most at “ha (1)”" in figure(drawn, replace(what, locked=1), "a", "en").scene.title
    assert "“ha (3)” asks" in figure(drawn, replace(what, view="neuron", query=2), "a", "en").scene.title


def test_heads_are_counted_for_what_they_do() -> None:
    eye, rest = np.eye(4), np.tile(np.eye(4)[0], (4, 1))
    back = np.eye(4, k=-1) + np.diag([1, 0, 0, 0])
    torn = 0.5 * rest + 0.5 * np.tile([0, 0, 1, 0], (4, 1))  # half on [CLS], half on one word
    shown = ("[CLS]", "a", "b", "c")
    heads = [describe(made(each, *shown).maps, 0, 0) for each in (eye, rest, back, torn)]
    said = heads_title(made(eye, *shown).maps, heads, "en")
    assert said == "2 of 4 heads give [CLS] at least half of their weight; 1 look at a neighbour"

    maps = made(rest, "a", "b", "c", "d", kind="decoder", biased="mask").maps
    first = [describe(made(each, "a", "b", "c", "d").maps, 0, 0) for each in (rest, rest, back)]
    assert heads_title(maps, first, "en") == "2 of 3 heads rest on the first token; 1 look at a neighbour"
    assert heads_title(replace(maps, kind="cross"), [], "en") == text.NO_SINK_CROSS["en"].format(n=0)


def test_questions_prefer_an_answer_that_was_typed(example: Reading) -> None:
    maps, (rows, most) = example.maps, check.askable(example.maps)
    special = maps.source.special
    assert most == 10 and not any(special[row] for row in rows)
    best = [
        int(maps.weights[layer, head, query].argmax())
        for layer, head, query, _ in (check.draw(maps, rows, seed) for seed in range(20))
    ]
    assert not any(special[each] for each in best)
    resting = [check.draw(maps, rows, seed, resting=True) for seed in range(20)]
    assert any(special[int(maps.weights[at[:3]].argmax())] for at in resting)


def test_a_causal_question_has_keys_to_choose_from(example: Reading) -> None:
    maps = causal_of(example).maps
    rows, most = check.askable(maps)
    assert most == 10 and rows.min() == check.CHOICES - 1  # the fourth token sees four
    for seed in range(10):
        _, _, query, keys = check.draw(maps, rows, seed)
        assert len(keys) == check.CHOICES and max(keys) <= query
    short = made(np.tri(2) / np.tri(2).sum(-1, keepdims=True), "a", "b", kind="decoder", biased="mask").maps
    rows, most = check.askable(short)
    assert not len(rows) and "2" in check.too_short("en", check.CHOICES, most)


@pytest.mark.parametrize("share", [0.0, 0.0001, 0.004, 0.09, 0.714, 0.996, 1.0])
def test_percentages_as_each_language_writes_them(share: float) -> None:
    said = percent(share, "zh")
    assert said == percent(share, "en").replace("\u00a0", "")
    assert (said == "100%") == (share == 1) and (said == "0.0%") == (share == 0)


def test_the_habit_bars_add_up() -> None:
    at = opened(attention_layer="1", attention_head="3")
    shares = [float(share) for share in re.findall(r"<b>([\d.]+)\u00a0%</b>", visiting.html(at))]
    assert sum(shares) == pytest.approx(100, abs=1)


def test_only_what_ran_is_said_to_have_run() -> None:
    line = next(each.value for each in opened().caption if "Cost of this view" in each.value)
    assert "would take" in line and "FLOPs" in line
    zh = next(each.value for each in opened("zh").caption if "这一幕的开销" in each.value)
    assert "若现场计算约需" in zh


@pytest.mark.parametrize(("kind", "counted"), [("encoder", True), ("cross", False), ("decoder", False)])
def test_work_that_is_not_counted_is_not_reported(example: Reading, monkeypatch, kind: Kind, counted: bool) -> None:
    class Translator:
        kind = "encoder-decoder"
        parameters = 1

        def attention(self, text: str, pair: str, *, kind: Kind) -> AttentionMaps:
            return replace(example.maps, kind=kind)

        def flops(self, T: int) -> float:
            return 2.0 * T

    monkeypatch.setattr(reading, "_model", lambda name: Translator())
    assert read(Asked("one of a pair", "translator", "its other", kind)).flops == (20.0 if counted else 0.0)


# --- Every matrix -----------------------------------------------------------------------------------------------


def numbers_in(fig) -> np.ndarray:
    return np.asarray(fig.data[0].z)


@pytest.mark.parametrize("lang", LANGS)
def test_every_matrix_opens_from_the_link_of_the_system_it_covers(lang: Lang) -> None:
    name, _, value = text.COVERS["attention-scaled-dot"].partition("=")
    at = opened(lang, **{name: value})
    assert at.toggle(key="attention_matrices").value
    assert any(text.MATRICES_HOW[lang] in each.value for each in at.caption)
    assert not any(text.MATRICES_HOW[lang] in each.value for each in opened(lang).caption)


def test_matrices_end_in_the_weights_and_what_they_mix(example: Reading) -> None:
    maps = example.maps
    steps = chain(maps, 3, 1)
    assert list(steps) == ["q", "k", "scores", "scaled", "weights", "v", "output"]
    assert [steps[name].shape for name in ("q", "scores", "output")] == [(10, 32), (10, 10), (10, 32)]
    np.testing.assert_allclose(steps["weights"], maps.weights[3, 1], atol=1e-5)
    np.testing.assert_allclose(steps["output"], maps.weights[3, 1] @ maps.values[3, 1], atol=1e-4)


def test_matrices_by_hand() -> None:
    drawn = made([[1, 0], [0.5, 0.5]], "a", "b", kind="decoder", biased="mask")
    q = np.array([[[[1.0, 0.0], [0.0, 2.0]]]], np.float32)
    v = np.array([[[[1.0, 1.0], [3.0, 5.0]]]], np.float32)
    maps = replace(drawn.maps, queries=q, keys=np.ones_like(q), values=v, scale=np.full((1, 1), 0.5, np.float32))
    steps = chain(maps, 0, 0)
    assert steps["scores"].tolist() == [[1, 1], [2, 2]] and steps["scaled"].tolist() == [[0.5, 0.5], [1, 1]]
    assert steps["biased"].tolist() == [[0.5, -np.inf], [1, 1]] and steps["weights"].tolist() == [[1, 0], [0.5, 0.5]]
    assert steps["output"].tolist() == [[1, 1], [2, 3]]
    figures = every(maps, steps, "en")
    assert list(figures) == list(steps) and np.isnan(numbers_in(figures["biased"])[0, 1])


@pytest.mark.parametrize("T", [64, 101])
def test_matrices_stay_light(T: int) -> None:
    drawn = made(np.full((T, T), 1 / T), *(f"word{i}" for i in range(T)))
    vectors = np.random.default_rng(0).normal(size=(1, 1, T, 64)).astype(np.float32)
    maps = replace(drawn.maps, queries=vectors, keys=vectors, values=vectors)
    figures = every(maps, chain(maps, 0, 0), "en").values()
    assert sum(len(str(fig.to_json())) for fig in figures) < 300_000
    assert {numbers_in(fig).shape for fig in figures} == {(64, 64)}


@pytest.mark.parametrize("lang", LANGS)
def test_matrices_of_cross_attention_have_two_lists_of_tokens(example: Reading, lang: Lang) -> None:
    maps = crossing(example).maps
    figures = every(maps, chain(maps, 0, 0), lang).values()
    shapes = [numbers_in(fig).shape for fig in figures]
    assert shapes == [(4, 32), (10, 32), (4, 10), (4, 10), (4, 10), (4, 10), (10, 32), (4, 32)]
    for fig, (rows, columns) in zip(figures, shapes, strict=True):
        assert re.findall(r"\d+", str(fig.layout["title"]["text"])) == [str(rows), str(columns)]


# --- What a lesson link holds back, and what a changed picture does not claim -----------------------------------------


def test_hidden_answers_are_not_told() -> None:
    at = opened(attention_part="check", hide="answers")
    at.session_state["hide"] = ["answers"]
    at.run()
    assert not [button for button in at.button if button.key in ("attention_reveal", "attention_myth_order")]
    guess = next(radio for radio in at.radio if str(radio.key).startswith("attention_guess"))
    guess.set_value(guess.options[0]).run()
    assert not at.exception
    assert any("Your teacher has the answer" in each.value for each in at.info)


@pytest.mark.parametrize(
    ("query", "same"),
    [
        ({}, True),
        ({"attention_words": "true"}, False),
        ({"attention_mass": "50"}, False),
        ({"attention_view": "model"}, False),
    ],
)
def test_the_cell_is_named_only_where_the_picture_shows_it(query: dict[str, str], same: bool) -> None:
    said = " ".join(each.value for each in opened(**query).markdown)
    assert ("the cell in the picture" in said) == same
    assert ("joins, averages or leaves out" in said) != same


def test_settings_act_while_their_widgets_are_folded_away() -> None:
    query = {"attention_specials": "false", "attention_mass": "50", "attention_heads": "1"}
    folded, unfolded = opened(**query), opened(**query, attention_more="true")
    assert "attention_specials" not in {each.key for each in folded.toggle}
    assert not unfolded.toggle(key="attention_specials").value and unfolded.slider(key="attention_mass").value == 50
    assert scene(folded)["on"] == scene(unfolded)["on"] == [0, 1]
    assert "[CLS]" not in scene(folded)["target"]["shown"] == scene(unfolded)["target"]["shown"]
    unfolded.toggle(key="attention_specials").set_value(True).run()
    assert "attention_specials" not in unfolded.query_params
    assert "[CLS]" in scene(unfolded)["target"]["shown"]
