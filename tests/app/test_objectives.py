"""The objectives exhibit as a visitor meets it."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from app.exhibits.objectives import (
    albert,
    charts,
    check,
    chips,
    counting,
    electra,
    electra_text,
    gathering,
    growing,
    growing_text,
    heads_text,
    keepsake,
    kinds,
    memory,
    memory_text,
    prefixes,
    recipe,
    recipe_text,
    rewriting_text,
    sights,
    sights_text,
    text,
    uses,
)
from app.exhibits.objectives.plate import plate
from app.exhibits.objectives.reading import SHOWN, alike, drawn, prepared, read, spans
from app.exhibits.objectives.training import TRAINED
from app.house.numbers import percent
from app.i18n import LANGS, Lang
from core import claims
from core.claims.claim import estimate
from core.masking import FAMILIES, OBJECTIVES, corrupt
from core.masking.objectives import MLM, Mac, NGram, Permutation, Span, adversaries, heads, ramps
from core.masking.objectives import albert as albert_core
from core.masking.objectives import memory as memory_core
from core.masking.objectives import speaking as speaking_core
from core.masking.objectives.alike import frequent
from core.masking.objectives.card import card, trained
from core.masking.objectives.training import Config, Run
from tests.app import visiting
from tests.app.visiting import html, said

EN = read(text.EXAMPLE["en"])


def opened(lang: str = "en", **query: str) -> AppTest:
    return visiting.opened("objectives", lang, **query)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("view", text.VIEWS)
def test_every_view_opens_from_its_link(lang: str, view: str) -> None:
    at = opened(lang, objectives_view=view)
    html(at)
    assert not at.warning


@pytest.mark.parametrize("query", sorted(set(text.COVERS.values())))
def test_covered_systems_open(query: str) -> None:
    html(opened("zh", **dict(part.split("=") for part in query.split("&"))))


def test_every_objective_has_its_words() -> None:
    assert set(text.NAMES) == set(text.ASKS) == set(SHOWN)
    assert set(FAMILIES) < set(text.FAMILIES)
    assert set(OBJECTIVES) - set(SHOWN) == {"image-gpt"}  # no picture is typed
    assert set(TRAINED) < set(SHOWN)


def test_every_label_has_its_words() -> None:
    labels = {label for each in OBJECTIVES.values() for label in getattr(each, "labels", ())}
    assert {label for label in labels if not label[1].isdigit()} <= set(text.LABELS)


def test_the_gallery_shows_all_of_them_and_the_first_picture_needs_no_torch() -> None:
    page = html(opened())
    assert page.count("<section>") == len(SHOWN)
    program = (
        "import sys; from app.exhibits.objectives.reading import SHOWN, drawn, read\n"
        "from app.exhibits.objectives import text, play, plate; plate.plate('zh')\n"
        "[drawn(name, read(text.EXAMPLE[lang]), 0) for lang in ('en', 'zh') for name in SHOWN]\n"
        "print({'torch', 'transformers', 'jieba'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_the_kept_words_of_the_chinese_example_are_jiebas() -> None:
    from core.text import tokenise

    typed = text.EXAMPLE["zh"]
    assert tuple(typed[token.start : token.end] for token in tokenise(typed)) == text.EXAMPLE_WORDS


@pytest.mark.parametrize("name", [next(iter(each)) for each in FAMILIES.values()])
def test_one_of_each_family_in_detail(name: str) -> None:
    at = opened(objectives_view="one", objectives_one=name)
    html(at)
    assert len(at.get("plotly_chart")) == 1


@pytest.mark.parametrize("part", ["train", "claims", "check", "take", "teach"])
def test_the_other_parts_open(part: str) -> None:
    for lang in LANGS:
        html(opened(lang, objectives_part=part))


@pytest.mark.parametrize(
    "typed",
    [
        "<script>alert(1)</script>",
        "😀 مرحبا",
        "\\text{x} $y$ **z**",
        "word " * 5_000,
        "\u200b",
        "…",
        "雪",
        "[MASK] <extra_id_0>",
    ],
    ids=["markup", "emoji-rtl", "tex", "long", "control", "sign", "one", "special"],
)
def test_anything_may_be_typed(typed: str) -> None:
    for view in ("gallery", "one") if "script" not in typed else text.VIEWS:
        at = opened("zh", text=typed, objectives_view=view, objectives_words=typed[:200])
        assert not at.exception and "<script" not in "".join(each.proto.body for each in at.get("html"))


@pytest.mark.parametrize("name", SHOWN)
def test_every_objective_is_drawn_in_detail(name: str) -> None:
    for lang in LANGS:
        made = drawn(name, read(text.EXAMPLE[lang]), 1)
        data = charts.masks(made, "", lang).to_plotly_json()["data"]
        assert len(data) == len(made.attention_mask) + bool(made.decoder or made.other)
        assert len(chips.row(name, made, lang)) > 200


@pytest.mark.parametrize("name", trained())
def test_every_reader_answers_and_says_how_far_to_trust_it(name: str) -> None:
    at = opened(objectives_view="says", objectives_one=name)
    page = html(at)
    asked_ = 'class="answers"' in page or 'class="bars"' in page
    assert asked_ or text.NOTHING_ASKED["en"] in said(at)
    marks = card()["readers"][name]
    assert 0 <= marks["right"] <= 1 and percent(marks["right"], "en") in said(at)


def test_readers_read_english_and_say_so() -> None:
    assert opened("zh", objectives_view="says", text="我们去公园。他们在家。").info
    assert not opened("zh", objectives_view="says").info


@pytest.mark.parametrize(
    ("view", "query"),
    [
        ("border", {"sentence": "two words"}),
        ("border", {"sentence": "我喜欢自然语言处理。", "objectives_first": "9999"}),
        ("border", {"objectives_first": "29", "objectives_many": "10"}),
        ("both", {"objectives_query": "<b>*</b> \u0000 ", "objectives_title": "的 🙂"}),
        ("both", {"objectives_query": "   ", "objectives_title": "x" * 500, "objectives_pair": "sop"}),
        ("slips", {"objectives_added": "0", "objectives_deleted": "0", "objectives_exchanged": "0"}),
        (
            "slips",
            {"objectives_added": "30", "objectives_deleted": "30", "sentence": "a"},
        ),
        ("slips", {"objectives_deleted": "99", "objectives_slipped": "1", "sentence": "我们走吧"}),
        ("pixels", {"objectives_given": "0", "objectives_digit": "-3", "objectives_heat": "10"}),
        ("pixels", {"objectives_given": "60", "objectives_digit": "100", "objectives_heat": "1e9"}),
        ("grow", {"objectives_grow_length": "10", "objectives_grow_batch": "5", "objectives_grow_lr": "0"}),
        ("grow", {"objectives_grow_until": "-4", "objectives_grow_length": "1e9"}),
        ("prefix", {"objectives_prefix": "none", "objectives_said": "<b>*</b> [SEP] \u0000"}),
        ("prefix", {"objectives_prefix": "similarity", "objectives_other": "   ", "objectives_said": "龘 🙂"}),
        ("prefix", {"objectives_prefix": "sentiment", "objectives_said": "word " * 40}),
        ("gather", {"objectives_wanted": "only this"}),
        ("gather", {"objectives_wanted": "<b>*</b>", "objectives_evidence": "\n \n*a*\n[CLS] 🙂\n" + "x " * 400}),
        ("gpt", {"objectives_gap": "99", "text": "flew"}),
        ("gpt", {"objectives_gap": "1", "objectives_use": "swapped", "text": "<b>[MASK]</b> *a* 🙂"}),
        ("recipe", {"objectives_setting": "V100 GPUs", "objectives_batch": "yes"}),
        ("elmo", {"objectives_elmo_word": "<b>", "objectives_elmo_first": "<b> <", "objectives_elmo_second": "< 🙂"}),
        ("elmo", {"objectives_elmo_w1": "-99", "objectives_elmo_gamma": "0"}),
        ("kinds", {"objectives_type": "none"}),
        ("albert", {"objectives_albert_factor": "1e9", "objectives_albert_shared": "maybe"}),
        ("memory", {"objectives_memory": "99", "objectives_memory_of": "bart", "text": "one"}),
        ("memory", {"objectives_memory": "32", "objectives_memory_of": "mlm", "text": "孩子们在公园里玩。"}),
        ("speak", {"objectives_prompt": "<b>*</b> [MASK] 龘 🙂", "objectives_look": "-3"}),
        ("speak", {"objectives_prompt": "word " * 24, "objectives_look": "99"}),
        ("gather", {"objectives_wanted": "雪", "objectives_evidence": "\n".join("abcdefgh")}),
    ],
)
def test_own_questions_may_be_anything(view: str, query: dict[str, str]) -> None:
    html(opened(objectives_view=view, **query))


def test_two_texts_get_a_chance_for_every_label() -> None:
    at = opened(objectives_view="both", objectives_pair="nsp")
    assert html(at).count("<li>") >= 2 and "%" in said(at)


def test_a_schedule_is_drawn_as_it_is_planned() -> None:
    config = ramps.GROWING
    fig: Any = growing.schedule(config, "en")
    steps = ramps.plan(config)
    assert str(len(steps)) in fig.layout.title.text and str(len(ramps.plan(ramps.Config()))) in fig.layout.title.text
    assert [len(each.x) for each in fig.data] == [len(steps) + 1] * 3
    assert fig.data[1].y[0] == steps[0].rows / config.rows and fig.data[2].y[-1] == 1.0


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("seconds", [False, True])
def test_a_schedule_is_called_ahead_only_where_the_seeds_agree(lang: Lang, seconds: bool) -> None:
    study = ramps.recorded()
    sure = [at for at in range(1, len(study.names)) if estimate(study.saved(at)[int(seconds)].tolist()).low > 0]
    none = (growing_text.SECONDS_NONE if seconds else growing_text.TOKENS_NONE)[lang]
    assert (growing.heading(study, lang, seconds=seconds) == none) == (not sure)
    assert len(growing.table(study, lang)) == len(ramps.ARMS)


def test_another_prefix_gives_another_answer_and_every_piece_has_its_chance() -> None:
    pages = {task: html(opened(objectives_view="prefix", objectives_prefix=task)) for task in rewriting_text.TASKS}
    assert len(set(pages.values())) == len(pages)
    assert all('class="answers"' in page for page in pages.values())
    found = prefixes.answered("sentiment:", "a wonderful film", "")
    assert found.text in said(
        opened(objectives_view="prefix", objectives_prefix="sentiment", objectives_said="a wonderful film")
    )


@pytest.mark.parametrize("lang", LANGS)
def test_the_evidence_is_shown_with_its_nearness(lang: Lang) -> None:
    at = opened(lang, objectives_view="gather")
    [table] = [each.value for each in at.dataframe]
    assert len(table) == 4 and at.get("plotly_chart")
    lines = tuple(rewriting_text.SOME_EVIDENCE[lang].splitlines())
    found, lost = gathering.rebuilt(rewriting_text.SOME_WANTED[lang], lines)
    assert [f"{each:.2f}" for each in found.relevance] == list(table.iloc[:, 2])
    assert max(each for each in lost if each is not None) > 0
    assert opened(lang, objectives_view="gather", objectives_wanted="x").info


@pytest.mark.parametrize("exam", electra_text.EXAMS)
def test_every_way_to_exchange_words_has_its_dots(exam: str) -> None:
    fig: Any = electra.dots(adversaries.recorded(), exam, "zh")
    assert len(fig.data) == 2 * (4 if exam == "topic" else 3)
    assert all(np.isfinite(each.x).all() for each in fig.data)


@pytest.mark.parametrize("lang", LANGS)
def test_both_heads_and_both_shortcuts_have_a_dot_a_seed(lang: Lang) -> None:
    at = opened(lang, objectives_part="train")
    assert any(each.value == heads_text.QUESTION[lang] for each in at.subheader)
    study = heads.recorded()
    fig: Any = charts.seeds([("a", study.words[:, 0]), ("b", study.head[:, 0])], "share", "title")
    assert [len(each.x) for each in fig.data] == [5, 1, 5, 1] and fig.data[3].x[0] == study.head[:, 0].mean()


@pytest.mark.parametrize("lang", LANGS)
def test_macbert_stands_beside_what_it_grew_from(lang: Lang) -> None:
    at = opened(lang, objectives_view="macbert")
    marks, grid = (each.value for each in at.dataframe)
    assert len(marks) == 4 and list(grid.iloc[:, 0])[-1] == "MacBERT" and grid.shape == (7, 6)
    assert any(" 0 " in each.value for each in at.markdown if "[MASK]" in each.value)  # it writes none


def test_marked_names_are_found_whole() -> None:
    assert spans(("The", "United", "States", "of", "Han"), ("United States", "Han")) == ((1, 3), (4, 5))
    assert spans(tuple("张三在北京"), ("北京", "张三")) == ((0, 2), (3, 5))


def test_macbert_puts_similar_words_where_it_hides() -> None:
    rule = prepared("mac", EN)
    assert isinstance(rule, Mac)
    made = corrupt(EN.tokens, replace(rule, mask=1.0, random=0.0), 3)
    table = dict(alike(EN))
    for at in made.asked:
        near = table.get(EN.tokens[at])
        assert made.inputs[at] == near[0] if near else made.inputs[at] in frequent("en")


def test_a_link_full_of_nonsense_still_opens() -> None:
    for view in text.VIEWS:
        html(opened(**{**{key: "nan" for key in text.CONTROLS}, "objectives_view": view}))


def test_the_order_in_the_link_is_the_order_of_the_mask() -> None:
    n = 14
    order = " ".join(map(str, range(n, 0, -1)))
    at = opened(objectives_view="order", objectives_order=order)
    assert not at.warning and EN.tokens[0] in at.get("plotly_chart")[0].proto.spec
    assert opened(objectives_view="order", objectives_order="1 1").warning
    rows = at.dataframe[0].value
    assert rows.iloc[-1, 1] == EN.tokens[0] and len(rows.iloc[-1, 2].split()) == n - 1


def test_the_rule_is_shown_beside_what_came_out() -> None:
    for _, rule, came in [*counting.coins(0.15, 0.8, 0.1, 0), *counting.coins(0.4, 0.5, 0.2, 1)]:
        assert abs(rule - came) < 0.05
    for rule_ in (Span(), NGram(), NGram(lengths=(0.0, 0.5, 0.0, 0.5))):
        rows = counting.runs(rule_, 0)
        assert abs(sum(came for *_, came in rows) - 1) < 1e-9 and all(abs(a - b) < 0.02 for _, a, b in rows)


def test_what_is_hidden_is_told_from_what_is_exchanged() -> None:
    hidden = chips.strip(corrupt(["a", "b"], MLM(1.0, 1.0, 0.0)), "en")
    assert hidden.count('class="hidden"') == 2 and "<i>a</i>" in hidden
    exchanged = chips.strip(corrupt(["a", "b"], MLM(1.0, 0.0, 1.0, ("<b>",))), "en")
    assert exchanged.count('class="changed"') == 2 and "<span><b>" not in exchanged


def test_masks_are_drawn_as_they_are() -> None:
    made = corrupt(["a", "b", "c"], Permutation(1.0, (2, 0, 1)))
    fig: Any = charts.masks(made, "", "en")
    for drawn_, layer in zip(fig.data, made.attention_mask, strict=True):
        assert (np.array(drawn_.z) == layer).all()


def test_questions_have_one_right_answer() -> None:
    langs: tuple[Lang, ...] = ("en", "zh")
    for lang in langs:
        for seed in range(12):
            answer, options, made = check.draw(seed, lang)
            assert answer in options and len(set(options)) == check.CHOICES and made.inputs


@pytest.mark.parametrize("lang", LANGS)
def test_beliefs_are_answered_with_numbers(lang: Lang) -> None:
    at = opened(lang, objectives_part="check")
    at.button(key="objectives_myth_eighty").click().run()
    assert "12" in said(at) or "11" in said(at)
    assert "200" in check.shuffle(lang)


def test_a_guess_is_compared_with_the_draw() -> None:
    at = opened(objectives_part="check")
    answer = check.draw(0, "en")[0]
    at.radio(key="objectives_guess_0_0_en").set_value(answer).run()
    at.button(key="objectives_reveal").click().run()
    assert len(at.success) == 1
    at.button(key="objectives_next").click().run()
    assert not at.success


def test_the_table_and_the_program_hold_the_draws() -> None:
    table = keepsake.table(EN)
    assert set(table["objective"]) == set(SHOWN)
    mlm = table[(table["objective"] == "mlm") & (table["side"] == "encoder")]
    assert tuple(mlm["input"]) == drawn("mlm", EN, 0).inputs
    compile(keepsake.program(EN), "program", "exec")


def test_a_rate_reaches_those_that_have_one() -> None:
    assert prepared("mlm", EN, 0.4) == MLM(0.4, vocabulary=frequent("en")) and prepared("plm", EN, 0.4) == Permutation()


@pytest.mark.parametrize("lang", LANGS)
def test_the_plate_is_small(lang: Lang) -> None:
    assert len(str(plate(lang).to_json())) < 60_000


@pytest.mark.parametrize("lang", LANGS)
def test_bert_and_gpt_do_their_own_work_and_each_others(lang: Lang) -> None:
    own, swapped = (opened(lang, objectives_view="gpt", objectives_use=use) for use in ("own", "swapped"))
    assert html(own) != html(swapped) and len(own.get("plotly_chart")) == len(swapped.get("plotly_chart")) == 2
    words = uses.english("en").tokens[: uses.MOST]
    bert, gpt = uses.costs("mlm", words), uses.costs("clm", words)
    assert bert is not None and gpt is not None and gpt.hidden == pytest.approx(gpt.following)
    [table] = [each.value for each in own.dataframe]
    assert list(table.iloc[0, 1:]) == [f"{bert.hidden:.2f}", f"{bert.following:.2f}"]
    assert "[MASK]" in html(own) and "[MASK]" in html(swapped)


@pytest.mark.parametrize("setting", recipe_text.SETTINGS)
def test_the_published_recipe_is_shown_with_its_ratio(setting: str) -> None:
    page = opened(objectives_view="recipe", objectives_setting=setting)
    html(page)
    title = page.get("plotly_chart")[0].proto.spec
    found = recipe.settings(setting)
    assert f"{found['RoBERTa']:,.0f}" in title
    assert "BERT" not in found or f"{found['RoBERTa'] / found['BERT']:.3g} times" in title
    assert recipe.without_nsp()["SQuAD 2.0"] == pytest.approx(0.4, abs=0.05)


@pytest.mark.parametrize("lang", LANGS)
def test_recipes_stand_beside_the_recorded_ones(lang: Lang) -> None:
    fresh = claims.recorded("objectives/fresh-masks")
    assert fresh is not None
    fig: Any = recipe.dots(fresh, {(0, (True, True, False, False, False)): 4.5}, lang)
    assert [each.x[0] for each in fig.data] == [fresh.extras["static"].mean, fresh.extras["dynamic"].mean, 4.5]
    assert "4.50" in fig.layout.title.text
    assert recipe.named((False,) * 5, lang) == recipe_text.BASE[lang]
    table = opened(lang, objectives_view="recipe", objectives_fresh="true").table[0].value
    assert len(table) == 6 and f"{fresh.effect.mean:.2f}" in table.iloc[0, 2]


def test_mixing_layers_changes_the_likeness_and_gamma_does_not() -> None:
    def mixed(**query: str) -> Any:
        return opened(objectives_view="elmo", **query).dataframe[0].value

    usual, word, longer = mixed(), mixed(objectives_elmo_w0="6"), mixed(objectives_elmo_gamma="300")
    assert usual.iloc[0, 4] == "1.000" and float(word.iloc[3, 4]) > float(usual.iloc[3, 4]) > float(usual.iloc[2, 4])
    assert list(longer.iloc[3]) == list(usual.iloc[3])
    assert opened(objectives_view="elmo", objectives_elmo_word="absent").info


def test_every_objective_has_one_type_and_its_links_open() -> None:
    placed = [name for types in kinds.TYPES.values() for members in types.values() for name in members]
    assert sorted(placed) == sorted(OBJECTIVES)
    assert set(kinds.OWN_VIEWS) <= set(OBJECTIVES) and set(kinds.OWN_VIEWS.values()) < set(text.VIEWS)
    page = html(opened(objectives_view="kinds"))
    assert page.count("<p>") == len(OBJECTIVES)
    assert html(opened(objectives_view="kinds", objectives_type="sop")).count("<p>") == len(
        kinds.TYPES["contrast"]["sop"]
    )


@pytest.mark.parametrize("sight", sights_text.SIGHTS)
def test_every_mask_is_drawn_and_has_its_recorded_reader(sight: str) -> None:
    at = opened(objectives_view="sights", objectives_sight=sight)
    html(at)
    [table] = [each.value for each in at.dataframe]
    assert len(table) == len(sights_text.SIGHTS) + 1 and len(at.get("plotly_chart")) == 1
    marks = card()["readers"][sight]
    assert f"{marks['cloze_nats']:.2f}" in list(table.iloc[:, 2])


def test_a_run_under_a_mask_stands_below_the_recorded_ones() -> None:
    marks = {"cloze": 0.5, "cloze_nats": 1.0, "topic": 0.25}
    run = Run(Config("plm"), np.ones(3), marks, {**marks, "cloze": 0.0}, 1.0)
    found = sights.table(run, "en")
    assert list(found.iloc[-2, 1:4]) == [percent(0.5, "en"), "1.00", percent(0.25, "en")] and found.iloc[-1, 4] == 0


@pytest.mark.parametrize("lang", LANGS)
def test_what_albert_saves_and_costs_is_what_was_recorded(lang: Lang) -> None:
    study = albert_core.recorded()
    at = opened(lang, objectives_view="albert")
    html(at)
    [table] = [each.value for each in at.dataframe]
    assert list(table.iloc[:, 1]) == [f"{each:,}" for each in study.parameters]
    assert [float(each.split()[0]) for each in table.iloc[:, 4]] == pytest.approx(study.nats.mean(1), abs=6e-3)
    names = list(albert_core.ARMS)
    live = albert_core.Both(
        albert_core.Run(albert_core.Config(), 1000, np.ones(120), 3.0, 0.5), np.array([0.2, 0.1]), np.array([0.1, 0.1])
    )
    fig: Any = albert.costs(study, names, live, lang)
    shares = [each / study.parameters[0] for each in study.parameters[1:]]
    assert [each.x[0] for each in fig.data[:-1]] == pytest.approx(shares)
    assert list(fig.data[-1].x) == pytest.approx([1000 / study.parameters[0], 0.5, 1.0])
    fig = albert.losses(study, names, live, lang)
    assert list(fig.data[-1].x) == [25, 75] and f"{study.nats[0].mean():.2f}" in fig.layout.title.text.replace(
        "<br>", " "
    )


@pytest.mark.parametrize("lang", LANGS)
def test_a_memory_has_its_gain_beside_it(lang: Lang) -> None:
    study = memory_core.recorded()
    at = opened(lang, objectives_view="memory", objectives_memory="8")
    html(at)
    [table] = [each.value for each in at.dataframe]
    assert len(table) == len(memory_core.ASKED) * len(memory_core.LENGTHS)
    gain = study.last[0, 0].mean() - study.last[0, 1].mean()
    assert table.iloc[1, 3].startswith(f"{gain:+.3f}") and table.iloc[0, 3] == ""
    run = memory_core.Run(memory_core.Config("mlm", 4), np.ones(3), 1.5, 2.5)
    for side, value in (("last", 2.5), ("own", 1.5)):
        fig: Any = memory.lines(
            getattr(study, side), memory_core.LENGTHS, memory_core.ASKED, [run], side, memory_text.LAST_TITLE, lang
        )
        assert len(fig.data) == 4 and (fig.data[-1].x[0], fig.data[-1].y[0]) == (4, value)


def test_a_gpt_is_seen_before_it_has_learnt_and_after() -> None:
    first = speaking_core.recorded().runs[0]
    for number, look in ((1, first.looks[0]), (len(first.looks), first.looks[-1])):
        at = opened(objectives_view="speak", objectives_look=str(number))
        assert f"After {look.step} steps" in said(at) and f"{look.nats:.2f} nats" in said(at)
        assert chips.readable(look.best[0][0], "en") in html(at)
        [table] = [each.value for each in at.dataframe]
        assert len(table) == len(first.looks)
    other = opened(objectives_view="speak", objectives_prompt="The war")
    assert any("the president of the" in each.value for each in other.caption)


def test_both_ways_to_hide_have_their_fill_ins() -> None:
    page = html(opened("zh", objectives_view="whole", objectives_hard="true", objectives_words="孩子们在公园里玩。"))
    assert page.count('class="answers"') == 2
