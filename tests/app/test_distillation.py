"""The distillation exhibit: every view from its link, the numbers on the page, and what the pictures say."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from typing import Any

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from app.exhibits.distillation import (
    bill,
    born,
    born_text,
    check,
    digits,
    groups_charts,
    heirs,
    heirs_text,
    layers,
    published,
    published_charts,
    published_text,
    removed,
    small,
    temperature,
    temperature_charts,
    terms,
    text,
    texts,
    texts_charts,
    texts_text,
    training,
)
from app.exhibits.distillation.plate import plate
from app.i18n import LANGS
from core.distillation import Config, layer_map, maps, soften
from core.distillation.live import Live, compare
from core.distillation.recorded import exists, study
from tests.app import visiting
from tests.app.visiting import html, said


def opened(lang: str = "en", **query: str) -> AppTest:
    return visiting.opened("distillation", lang, **query)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("view", text.VIEWS)
def test_every_view_opens_from_its_link(view: str, lang: str) -> None:
    at = opened(lang, distillation_view=view)
    html(at)
    assert not at.warning and at.get("plotly_chart")


@pytest.mark.parametrize("name", published_text.TABLES)
def test_every_published_table_is_drawn(name: str) -> None:
    for lang in LANGS:
        at = opened(lang, distillation_view="published", distillation_table=name)
        html(at)
        assert at.get("plotly_chart")


@pytest.mark.parametrize("method", layers.INSIDE)
def test_the_map_follows_its_controls_and_shows_its_loss(method: str) -> None:
    at = opened(distillation_view="layers", distillation_how=method, distillation_N="12", distillation_M="6")
    html(at)
    assert any(f"def {method}(" in each.value for each in at.code)
    fig: Any = layers.drawn(12, layer_map(12, 6, "last"), method, "zh")
    assert "7 8 9 10 11 12" in fig.layout.title.text


@pytest.mark.parametrize(("typed", "found"), [("2-6", (2, 6)), ("6-6", (6, 6))])
def test_a_map_of_ones_own(typed: str, found: tuple[int, ...]) -> None:
    assert layers.parsed(typed, 2, 6) == found
    html(opened(distillation_view="layers", distillation_map="own", distillation_own=typed))


@pytest.mark.parametrize("typed", ["2", "0-3", "7-8", "a-b", "1-2-3", "<b>", "²-3"])
def test_a_broken_map_is_told(typed: str) -> None:
    at = opened(distillation_view="layers", distillation_map="own", distillation_own=typed)
    assert not at.exception and "does not map" in at.warning[0].value


def test_nobody_beats_the_front() -> None:
    points = [(1.0, 1.0), (2.0, 3.0), (2.0, 2.0), (3.0, 3.0), (4.0, 5.0)]
    assert published_charts.front(points) == [0, 1, 4]
    rows = published.table("mobilebert_glue")
    fig: Any = published_charts.pareto(rows, "latency", "GLUE score", "en")
    assert list(fig.data[0].x) == sorted(fig.data[0].x) and list(fig.data[0].y) == sorted(fig.data[0].y)


def test_the_published_numbers_are_those_of_the_papers() -> None:
    assert published.table("tinybert_average")["TinyBERT"]["GLUE average"] == 76.5
    assert published.table("mobilebert_glue")["MobileBERT"]["latency"] == 62
    assert published.table("distilbert_size_speed")["DistilBERT"]["inference time"] == 410


def test_the_first_picture_needs_no_torch() -> None:
    program = (
        "import sys; from app.exhibits.distillation import page, plate, temperature, temperature_charts\n"
        "plate.plate('zh')\n"
        "print({'torch', 'transformers', 'sklearn', 'numba'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_the_target_is_the_mix_of_teacher_and_label() -> None:
    found = study("digits")
    fig: Any = temperature_charts.targets(found, 154, 4.0, 0.25, "en")
    plain, soft, mixed = (np.asarray(fig.data[i].y) for i in range(3))
    label = np.eye(10)[found.labels[154]]
    assert mixed == pytest.approx(0.25 * soft + 0.75 * label)
    assert plain.max() > soft.max() and soft.sum() == pytest.approx(1)


def test_what_is_written_is_what_was_computed() -> None:
    at = opened(distillation_row="156", distillation_T="4", distillation_alpha="50")
    bold = [float(each) for each in re.findall(r"mathbf\{([\d.]+)\}", at.latex[-1].value)]
    answers = study("digits").answers[156].astype(float)
    wrong = temperature.best_wrong(answers, int(study("digits").labels[156]))
    p = soften(answers, 4.0)[wrong]
    assert bold == pytest.approx([p, p / 2], abs=1e-4)


def test_a_link_with_nonsense_shows_the_defaults() -> None:
    at = opened(distillation_T="hot", distillation_row="999999", distillation_from="<b>", distillation_size="mlp-9")
    html(at)
    assert at.get("plotly_chart")


def test_the_gain_in_the_title_is_paired() -> None:
    found = study("digits")
    groups = [each for name in digits.ORDER if (each := found.find(name, "mlp-8", 100))]
    gain = 100 * (groups[2].accuracy - groups[0].accuracy)
    assert f"{gain.mean():+.1f} points" in digits.headline(groups, "en")
    fig: Any = groups_charts.curves(groups, found.teacher, "en", title="x")
    assert len([each for each in fig.data if each.name]) == 3


def test_a_size_without_this_budget_says_so() -> None:
    at = opened(distillation_view="digits", distillation_size="mlp-4")
    assert any("only the run with all labels" in each.value for each in at.info)


def test_the_missing_class_is_learnt_and_its_control_is_not() -> None:
    gone = study("digits").removed[0]
    assert gone.of_class["labels"].max() == 0 < gone.of_class["soft"].min()
    fig: Any = removed.by_class(study("digits"), gone, 0.7, "zh")
    assert fig.data[1].y[gone.digit] >= fig.data[0].y[gone.digit]


def test_questions_have_answers_and_myths_are_tested() -> None:
    at = opened(distillation_part="check")
    for round_ in range(2):
        _, right, options = check.draw(round_)
        radio = next(each for each in at.radio if str(each.key).startswith("distillation_guess"))
        assert len(set(options)) == 4
        radio.set_value(study("digits").classes[right]).run()
        next(each for each in at.button if each.key == "distillation_reveal").click().run()
        assert at.success[0].value.startswith("Yes.")
        next(each for each in at.button if each.key == "distillation_next").click().run()
    for button in [each for each in at.button if str(each.key).startswith("distillation_myth")]:
        button.click().run()
        html(at)


def test_a_live_training_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: dict[str, Any] = {}
    monkeypatch.setattr(training, "show", lambda fig, *, key, alt: drawn.update({key: fig}))
    steps: list[float] = []
    found = compare(
        "digits", Live(Config(steps=16, labels=50), seeds=2), on_step=lambda step: steps.append(step.progress)
    )
    training.result(found, "en")
    two = compare("digits", Live(Config(method="mutual", steps=16, labels=50), seeds=1))
    assert two.groups[-1].config.method == "mutual" and two.groups[-1].parameters == two.groups[0].parameters
    assert len(found.groups) == 3 and steps == sorted(steps) and steps[-1] == pytest.approx(1)
    assert len(drawn) == 2


@pytest.mark.parametrize("lang", LANGS)
def test_the_plate_and_the_keepsakes(lang: Any) -> None:
    assert plate(lang).data
    at = opened(lang, distillation_part="take", distillation_row="3", distillation_T="8")
    html(at)
    program = next(each.value for each in at.code if "soften" in each.value)
    assert "held_answers[3], 8" in program
    compile(program, "program", "exec")


@pytest.mark.parametrize("part", ["train", "teach"])
@pytest.mark.parametrize("lang", LANGS)
def test_the_other_parts_open(part: str, lang: str) -> None:
    at = opened(lang, distillation_part=part)
    html(at)
    assert said(at)


def test_the_schedule_of_annealing_can_be_edited() -> None:
    link = {"distillation_part": "train", "distillation_method": "annealed"}
    at = opened(**link, distillation_soft_first="80", distillation_soft_last="20")
    html(at)
    values = {each.key: each.value for each in at.slider}
    assert values["distillation_soft_first"] == 80 and values["distillation_soft_last"] == 20
    assert "distillation_weight" not in values


@pytest.mark.parametrize("lang", LANGS)
def test_an_own_file_can_be_brought(lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = "text,label\n" + "\n".join(f"sentence number {at},{'good' if at % 2 else 'bad'}" for at in range(60))
    file = io.BytesIO(rows.encode())
    file.name = "mine.csv"
    monkeypatch.setattr("streamlit.file_uploader", lambda *_, **__: file)
    at = opened(lang, distillation_part="train", distillation_on="own")
    html(at)
    assert "45" in "".join(each.value for each in at.caption)
    assert not at.warning
    file = io.BytesIO(b"text,label\na,b\n")
    file.name = "short.csv"
    at = opened(lang, distillation_part="train", distillation_on="own")
    assert not at.exception and len(at.warning) == 1


def test_methods_on_text_stand_beside_their_control() -> None:
    found = study("snips")
    groups = texts.main(found)
    assert {"labels", "smooth", "soft", "pkd", "tinybert", "distilbert"} <= {each.config.method for each in groups}
    fig: Any = texts_charts.methods(groups, found.teacher, "en")
    means = [each for each in fig.data if each.error_x.array is not None or each.error_x.value is not None]
    assert [each.x[0] for each in means] == pytest.approx([100 * g.accuracy.mean() for g in groups], abs=1e-4)
    at = opened(distillation_view="texts", distillation_of="tinybert")
    html(at)
    group = found.find("tinybert", "narrow-2")
    assert group is not None
    n = int((group.logits.argmax(1) != found.answers.argmax(1)).sum())
    assert f"**{n}** of {len(found.labels)}" in said(at)


def test_the_teacher_is_dearer_than_its_students() -> None:
    found = study("snips")
    points = bill.points(found, found.facts, "flops", "en")
    assert max(points, key=lambda name: points[name][0]) == "teacher" and len(points) == 7
    assert {name for name, point in points.items() if point[2]} == {name for name in points if "soft" in name}


@pytest.mark.parametrize("cost", texts_text.COSTS)
def test_every_cost_is_drawn(cost: str) -> None:
    html(opened("zh", distillation_view="bill", distillation_price=cost))


def test_a_typed_sentence_is_put_to_everybody() -> None:
    at = opened(distillation_view="typed", text="will it be sunny in london tomorrow")
    html(at)
    assert said(at).count("GetWeather") >= 3
    chinese = opened("zh", distillation_view="typed", text="明天伦敦会下雨吗")
    assert not chinese.exception and chinese.warning


def test_looks_are_rows_that_sum_to_one_hundred() -> None:
    found = maps.recorded()
    for each in (found.teacher, *found.students.values()):
        assert np.abs(each.astype(int).sum(-1) - 100).max() <= len(found.pieces)
    html(opened(distillation_view="layers", distillation_how="minilm"))


@pytest.mark.parametrize(
    "view, corpus",
    [(view, name) for view in ("texts", "bill") for name in texts_text.CORPORA if exists(name)]
    + [("typed", name) for name in texts_text.SHIPPED],
)
def test_every_corpus_opens(view: str, corpus: str) -> None:
    at = opened("zh", distillation_view=view, distillation_corpus=corpus)
    html(at)
    assert at.get("plotly_chart") and at.session_state["distillation_corpus"] == corpus


@pytest.mark.parametrize("lang", LANGS)
def test_switches_of_tinybert_choose_a_recorded_student(lang: Any) -> None:
    if not exists("terms"):
        pytest.skip("not recorded yet")
    found = study("terms")
    at = opened(lang, distillation_view="layers", distillation_how="tinybert", distillation_term_hidden="false")
    html(at)
    assert not at.toggle(key="distillation_term_hidden").value and at.toggle(key="distillation_term_attention").value
    fig: Any = terms.figure(found, "hidden", lang)
    chosen = next(each for each in found.groups if each.config.without == "hidden")
    assert f"{100 * chosen.accuracy.mean():.1f}" in fig.layout.title.text and len(fig.data) == 16
    assert {each.config.without.count("+") for each in found.groups} == {0, 1, 2} and len(found.groups) == 8


def test_heirs_stand_beside_the_same_layers_new() -> None:
    found = study("heirs")
    assert len(found.groups) == 3 and len({each.parameters for each in found.groups}) == 1
    by = {heirs.kind(each): each.accuracy for each in found.groups}
    html(opened(distillation_view="heirs"))
    new = next(each for each in found.groups if heirs.kind(each) == "new")
    fig: Any = texts_charts.methods(
        found.groups, found.teacher, "en", control=new, named=heirs.name_of, title=heirs_text.TITLE
    )
    best = max(100 * (by[kind] - by["new"]).mean() for kind in ("skip", "last"))
    assert f"{best:+.1f} points" in fig.layout.title.text


def test_orders_of_teaching_are_compared_with_soft_targets() -> None:
    found = study("stages")
    assert [each.config.method for each in found.groups] == ["soft", "auxiliary", "joint", "progressive"]
    assert len({each.config.steps for each in found.groups}) == 1 and all(len(g.accuracy) >= 5 for g in found.groups)
    at = opened("zh", distillation_view="layers", distillation_how="progressive")
    html(at)
    assert any("def block(" in each.value for each in at.code)


@pytest.mark.parametrize("lang", LANGS)
def test_two_vocabularies_and_their_controls(lang: Any) -> None:
    found = small.recorded()
    fig: Any = small.students(found, lang)
    means = [each for each in fig.data if each.error_x.value is not None]
    assert [each.x[0] for each in means] == pytest.approx([100 * found.accuracy[kind].mean() for kind in small.LOOKS])
    gain = 100 * (found.accuracy["dual"] - found.accuracy["alone"]).mean()
    assert f"{gain:+.1f}" in fig.layout.title.text
    bars: Any = small.teachers(found, lang)
    assert bars.data[1].y[1] == pytest.approx(100 * found.foreign["dual"].mean())
    at = opened(lang, distillation_view="small", distillation_pieces="100")
    html(at)
    assert f"{found.parameters['teacher']:,}" in fig.layout.annotations[0].text


@pytest.mark.parametrize("lang", LANGS)
def test_a_family_is_compared_with_strangers(lang: Any) -> None:
    found = born.recorded()
    fig: Any = born.lines(found.taught, found.alone, (born_text.TAUGHT, born_text.ALONE), born_text.TITLE, lang)
    assert list(fig.data[0].y) == pytest.approx(100 * found.taught.mean(0)) and fig.data[0].y[0] == fig.data[1].y[0]
    gain = 100 * (found.taught[:, -1] - found.alone[:, -1]).mean()
    assert f"{gain:+.1f}" in fig.layout.title.text
    html(opened(lang, distillation_view="born", distillation_generations="2"))


def test_another_digit_can_be_left_out() -> None:
    at = opened(distillation_view="removed", distillation_missing="5")
    html(at)
    assert any("without a 3" in each.value for each in at.info)


@pytest.mark.parametrize("name", ["snips", "mr"])
def test_shipped_corpora_have_a_curve_of_budgets(name: str) -> None:
    pairs = texts_charts.budgets(study(name))
    assert list(pairs)[:2] == [100, 300] and max(pairs) == study(name).learnt
    assert all(len(each.accuracy) >= 5 for pair in pairs.values() for each in pair)


@pytest.mark.parametrize("name", [name for name in ("ag_news", "sst2") if exists(name)])
def test_large_corpora_show_figures_only(name: str) -> None:
    found = study(name)
    assert not found.shown and found.learnt == 8000
    pairs = texts_charts.budgets(found)
    assert list(pairs) == [100, 1000, 8000] and all(len(each.accuracy) >= 5 for pair in pairs.values() for each in pair)
    table = texts.budget_table(found, "en")
    gain = 100 * (pairs[100][1].accuracy - pairs[100][0].accuracy).mean()
    assert table.iloc[0, 3] == f"{gain:+.1f}"
