"""The sentences exhibit: every view from its link, the mistakes, and what the pictures say."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import Any, cast, get_args

import numpy as np
import plotly.graph_objects as go
import pytest
from streamlit.testing.v1 import AppTest

from app.exhibits.sentences import (
    charts,
    check,
    circle,
    claims_text,
    definition,
    encoders,
    keepsake,
    library,
    reading,
    recalling,
    reranking,
    sbert,
    text,
    train_text,
    training,
)
from app.exhibits.sentences.plate import plate
from app.house.numbers import percent
from app.i18n import LANGS
from core import systems
from core.jobs import Job
from core.search.index import Hit
from core.search.recall import found
from core.search.reranked import ORDERS, reranked
from core.search.shelf import collection, digest
from core.simcse.baselines import READERS, baselines
from core.simcse.config import Config, Run
from core.simcse.learnt import OBJECTIVES, Objective, learnt
from core.simcse.recorded import GRADED, PAIRS, first, flowed, graded
from core.simcse.sphere import Loss, hardest
from tests.app import visiting
from tests.app.visiting import html, said

TASKS = [{"sentences_view": "search", "sentences_task": task} for task in text.TASKS]
LIGHT = [
    *({"sentences_view": view} for view in ("definition", "sphere", "encoders", "matrix", "identity", "objectives")),
    *({"sentences_view": "encoders", "sentences_encoder": way} for way in ("mean-flow", "word2vec", "thoughts")),
    {"sentences_view": "search", "sentences_rerank": "true"},
]


def opened(lang: str = "en", **query: str) -> AppTest:
    return visiting.opened("sentences", lang, **query)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("query", [*LIGHT, *TASKS], ids=lambda query: list(query.values())[-1])
def test_every_view_opens_from_its_link(lang: str, query: dict[str, str]) -> None:
    at = opened(lang, **query)
    html(at)
    assert not at.warning and len(at.get("plotly_chart")) + len(at.dataframe) >= 1


def test_what_is_covered_exists_in_the_index() -> None:
    wings = {system.id for system in systems.load() if system.wing in ("SEM", "PRE")}
    assert set(text.COVERS) <= wings


def test_the_first_picture_needs_no_torch() -> None:
    program = (
        "import sys; from app.exhibits.sentences import definition, reading, encoders, charts, circle, plate, check\n"
        "from app.exhibits.sentences import sbert, reranking, older\n"
        "from core.simcse.recorded import PAIRS, graded\n"
        "charts.distances(*definition.seen(reading.of_pairs(PAIRS['en']), 'right'), 'en')\n"
        "plate.plate('zh'); graded()\n"
        "print({'torch', 'transformers', 'jieba'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_each_mistake_changes_what_it_should() -> None:
    sides = first().x, first().y
    values = {how: definition.measured(sides, how) for how in text.MISTAKES}
    right = values["right"]
    assert values["raw"][0] > 5 * right[0]  # MiniLM's vectors are longer than 1
    assert values["pairs"][0] > 2 * right[0] and values["pairs"][1] == pytest.approx(right[1])
    assert values["t"][0] == right[0] and values["t"][1] > right[1]
    assert values["batch"][0] == right[0] and values["batch"][1] != pytest.approx(right[1])


def test_the_formula_ends_in_the_tables_numbers() -> None:
    at = opened()
    row = at.dataframe[0].value.iloc[0]
    assert [f"{value:.3f}" for value in row[1:]] == re.findall(r"mathbf{(-?[\d.]+)}", at.latex[-1].value)


def test_own_pairs_are_read_by_the_model() -> None:
    at = opened(sentences_pairs="A dog barks. | A dog is barking.\nIt rains. | The bank closed.\nno partner")
    html(at)
    table = at.dataframe[0].value
    example = definition.measured((first().x, first().y), "right")[0]
    assert abs(float(table["alignment"].iloc[0]) - example) > 1e-3
    assert len(opened(sentences_pairs="only one").info) == 1


def test_the_circle_ends_as_its_title_says() -> None:
    for loss in get_args(Loss):
        run = circle.moved(loss, 2, 0.2, 0)
        sent = charts.moving(run, "en").to_dict()
        assert f"{run.uniformity[-1]:.2f}" in sent["layout"]["title"]["text"].replace("<br>", " ")
        assert len(sent["frames"]) == len(run.frames) and len(json.dumps(sent)) < 300_000
        assert sent["frames"][-1]["data"][0]["x"] == pytest.approx(run.frames[-1][:, 0], abs=6e-4)
    assert len(json.dumps(charts.moving(circle.moved("info-nce", 3, 0.2, 0), "zh").to_dict())) < 300_000


def test_only_info_nce_knows_a_temperature() -> None:
    assert circle.moved("uniformity", 2, 0.1, 0).config == circle.moved("uniformity", 2, 0.9, 0).config
    assert circle.moved("info-nce", 2, 0.1, 0).config != circle.moved("info-nce", 2, 0.9, 0).config


def test_frames_written_down_are_what_plotly_would_write() -> None:
    sent = charts.moving(circle.moved("info-nce", 3, 0.2, 0), "en").to_dict()
    checked = go.Figure(sent)  # raises where a name or a value is wrong
    assert len(list(cast(Any, checked.frames))) == len(sent["frames"])


def test_a_small_temperature_leaves_the_pushing_to_few() -> None:
    z = circle.moved("info-nce", 2, 0.2, 0).frames[-1]
    cold, warm = (hardest(z, 0, at) for at in (0.05, 1.0))
    assert cold[0] > 2 * warm[0] and cold[1] == len(z) - 5  # neither the anchor nor its four positives


def test_the_recorded_encoders_beat_their_control() -> None:
    cards = graded().cards
    assert cards["mean"].low > cards["random"].high
    assert cards["random"].random_cosine > 0.5  # a cone, though nothing was learnt
    assert abs(cards["mean-whitened"].random_cosine) < 0.05


def test_the_matrix_names_the_nearest_pair() -> None:
    cosines = np.array([[1.0, 0.2, 0.7], [0.2, 1.0, 0.1], [0.7, 0.1, 1.0]])
    title = charts.matrix(cosines, ("a", "b", "c"), "en").layout["title"]["text"]
    assert "“a”" in title and "“c”" in title and "0.70" in title
    assert not opened("zh", sentences_view="matrix", sentences_lines="我喜欢猫\n今天下雨").warning
    assert len(opened("zh", sentences_view="matrix", sentences_lines="我龘龘靐靐龘\n今天齉齉龘靐").warning) == 1


@pytest.mark.parametrize("typed", ["<script>alert(1)</script> | <b>x</b>\n😀 | שלום", "| \n" * 50, "a|b|c\n$x$ | `y`"])
@pytest.mark.parametrize("view", ["definition", "matrix"])
def test_anything_may_be_typed(typed: str, view: str) -> None:
    assert "<script" not in html(opened("zh", sentences_view=view, sentences_pairs=typed, sentences_lines=typed))


@pytest.mark.parametrize("view", ["definition", "sphere", "encoders", "identity"])
def test_a_link_full_of_nonsense_still_opens(view: str) -> None:
    html(opened("zh", **{**{key: "nan" for key in text.CONTROLS}, "sentences_view": view}))


@pytest.mark.parametrize("part", ["train", "claims", "check", "take", "teach"])
@pytest.mark.parametrize("lang", LANGS)
def test_the_other_parts_open(lang: str, part: str) -> None:
    html(opened(lang, sentences_part=part))


@pytest.mark.parametrize("lang", LANGS)
def test_misconceptions_are_answered_with_numbers(lang) -> None:
    assert all(re.search(r"\d", answer(lang)) for answer in (check.cosine, check.uniform, check.tau))


def test_a_guess_is_compared_with_the_model() -> None:
    at = opened(sentences_part="check")
    _, (near, far) = check.draw(0)
    at.radio(key="sentences_guess_0_0").set_value("A" if near > far else "B").run()
    at.button(key="sentences_reveal").click().run()
    assert len(at.success) == 1 and f"{near:.2f}" in at.success[0].value


def test_the_examples_serve_as_gold() -> None:
    gold = training.examples(PAIRS["en"])
    assert gold.positive.sum() == len(PAIRS["en"]) == (~gold.positive).sum()


def test_a_finished_training_shows_its_path_and_the_matrix(monkeypatch: pytest.MonkeyPatch) -> None:
    frames = np.eye(3, 5)[None].repeat(2, axis=0)
    found = {"alignment": np.array([0.3, 0.2]), "uniformity": np.array([-2.0, -2.4]), "spearman": np.zeros(2)}
    losses, at = np.array([0.5, 0.4]), np.array([0, 1])
    run = Run(Config(), "tiny", "0", losses, at, watched=("a", "b", "c"), frames=frames, **found)
    fig: Any = charts.path(run, "en")
    assert "0.30 → 0.20" in fig.layout["title"]["text"] and "-2.00 → -2.40" in fig.layout["title"]["text"]
    drawn: list[str] = []
    monkeypatch.setattr(training, "show", lambda fig, **more: drawn.append(more["key"]))
    training.result(run, "zh")
    assert drawn == ["sentences_path", "sentences_after"]


@pytest.mark.parametrize("lang", LANGS)
def test_the_program_prints_the_numbers_of_the_picture(lang) -> None:
    program = keepsake.program(reading.pairs(reading.EXAMPLE[lang]))
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    right = definition.measured((first(lang).x, first(lang).y), "right")
    assert done.stdout.strip() == f"alignment {right[0]:.3f}, uniformity {right[1]:.3f}"


@pytest.mark.parametrize("lang", LANGS)
def test_the_plate_is_one_still_picture(lang) -> None:
    fig: Any = plate(lang)
    assert not fig.layout.sliders and len(str(fig.to_json())) < 60_000
    points = fig.data[1]
    end = circle.moved("info-nce", 2, 0.2, 0).frames[-1]
    assert np.asarray(points.x) == pytest.approx(end[:, 0], abs=6e-4) and len(points.marker.color) == 48


def test_the_page_says_what_minilm_is() -> None:
    assert "billion pairs" in said(opened(sentences_view="encoders", sentences_model="minilm"))


def test_the_claims_name_the_experiment_that_was_run() -> None:
    from core.simcse.plain import STEPS, B

    assert (
        f"{STEPS} steps of {B} sentences" in claims_text.TUNING.en
        and f"{STEPS} 步、每步 {B} 句" in claims_text.TUNING.zh
    )


def test_with_equal_lengths_cosine_and_distance_are_one_ranking() -> None:
    raw = opened(sentences_view="identity").dataframe[0].value
    unit = opened(sentences_view="identity", sentences_unit="true").dataframe[0].value
    assert (raw.iloc[:, 2] != raw.iloc[:, 4]).any()  # C points the same way as B's neighbour but is far away
    assert (unit.iloc[:, 2] == unit.iloc[:, 4]).all()
    assert np.allclose(unit.iloc[:, 3] ** 2, 2 - 2 * unit.iloc[:, 1], atol=0.03)  # shown with two decimals


def test_the_cut_leaves_as_many_branches_as_asked() -> None:
    from app.exhibits.sentences.cluster_charts import dendrogram
    from core.search.cluster import cut, merges

    points = np.random.default_rng(0).normal(size=(40, 4))
    joined = merges(points, "average", "euclidean")
    fig: Any = dendrogram(joined, 5, "en")
    assert "5 branches" in fig.layout.title.text
    assert (joined[:, 2] > fig.layout.shapes[0].y0).sum() == 4 and cut(points, joined, 5).labels.max() == 4


def test_triples_are_lines_of_three() -> None:
    found = training.triples("a | b | c\nonly two | parts\n | b | c\nx|y|z")
    assert found == (("a", "b", "c"), ("x", "y", "z"))
    assert len(training.triples(train_text.TRIPLES_DEFAULT)) == 12


def test_too_few_triples_fall_back_on_the_example() -> None:
    at = opened(sentences_part="train", sentences_labels="triples", sentences_triples="a | b | c")
    assert "1 full" in at.info[0].value


def test_places_are_joined_before_and_after() -> None:
    hits = tuple(Hit(f"text {at}", 0.9 - 0.1 * at, at) for at in range(4))
    found = reranking.Asked(hits, (0.1, 0.8, 0.3, 0.9), 0.01, 0.001, 0.02)
    order = reranking.reordered(found.worths("together")[:3])
    assert order == [1, 2, 0]  # the fourth was not read again
    assert found.worths("both") == pytest.approx([0.5, 0.8, 0.5, 0.75])
    fig: Any = reranking.places(found, order, "en")
    assert [tuple(line.y) for line in fig.data] == [(2, 1), (3, 2), (1, 3)]
    title = fig.layout.title.text.replace("<br>", " ")
    assert "3 of 3" in title and "number 2" in title
    assert reranking.table(found, order, "zh").iloc[0].tolist() == [1, 2, 0.8, 0.8, "text 1"]


def test_the_worth_of_reading_again_is_the_recorded_one() -> None:
    run = reranked()
    for order in ORDERS:
        fig: Any = reranking.worth(run, order, 7, 0.01, "en")
        assert fig.data[-1].y[0] == run.first[order][6] and percent(run.among[0], "en") in fig.layout.title.text
    assert f"{run.spearman['together']:.3f}" in reranking.note(run, "zh")


@pytest.mark.parametrize("objective", OBJECTIVES)
def test_the_title_of_an_objective_says_its_own_mean(objective: Objective) -> None:
    run = learnt()
    mean = np.mean([each.spearman[-1] for each in run.runs[objective]])
    fig: Any = sbert.courses(run, objective, "en")
    assert f"{mean:.2f}" in fig.layout.title.text and len(run.runs[objective]) >= 3


@pytest.mark.parametrize("model", GRADED)
def test_a_flow_and_the_older_readers_stand_among_the_encoders(model: str) -> None:
    run = encoders.joined(graded(model), flowed(model), baselines() if GRADED[model] == "en" else None)
    assert {"mean-flow", "mean-whitened"} <= set(run.cards) == set(run.dev)
    assert ({"word2vec", "thoughts"} <= set(run.cards)) == (GRADED[model] == "en")
    assert len(run.cards) <= len(charts.MARKS)
    assert run.cards["mean"].spearman == pytest.approx(flowed(model).cards["mean"].spearman, abs=1e-3)
    assert encoders.source(run, flowed(model), "thoughts")[0] is baselines()


def test_what_an_older_reader_finds_is_in_the_collection() -> None:
    run, texts = baselines(), collection()
    assert run.digest == digest(texts)
    for reader in READERS:
        assert run.near[reader].max() < len(texts) and (np.diff(run.cosines[reader], axis=1) <= 0).all()
        assert (run.near[reader] != np.arange(len(texts))[:, None]).all()  # nobody is their own neighbour


def test_few_words_instead_of_a_sentence() -> None:
    run = found()
    table = recalling.compared(run, "en")
    gap = run.recall["keywords"]["minilm"][0] - run.recall["sentences"]["minilm"][0]
    assert float(table.iloc[0, 3]) == pytest.approx(100 * gap, abs=0.06)
    assert f"{100 * abs(gap):.0f} points" in recalling.asymmetry(run, "en")


@pytest.mark.parametrize("labels", ["none", "triples"])
def test_a_training_runs_from_its_button_to_its_pictures(labels: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """In this process instead of another; unsupervised with gaps filled on the side."""
    known: dict[str, Job] = {}

    def submit(train: Any, data: Any, config: Any, **arguments: Any) -> Job:
        job = known["k"] = Job("k", None, lambda job: 0)
        job.end("done", train(data, config, **arguments))
        return job

    monkeypatch.setattr("core.jobs.submit", submit)
    monkeypatch.setattr("core.jobs.find", known.get)
    asked = {"sentences_labels": labels, "sentences_mlm": "20", "sentences_steps": "10", "sentences_batch": "4"}
    at = opened(sentences_part="train", **asked)
    at.button(key="sentences_train_start").click().run()
    html(at)
    run = known["k"].result()
    assert run.config.mlm == (0 if labels == "triples" else 0.2) and run.config.supervised == (labels == "triples")
    assert run.model == ("minilm" if labels == "triples" else "minilm-mlm") and len(run.losses) == 10
    assert f"{run.losses[:3].mean():.2g} → {run.losses[-3:].mean():.2g}" in said(at)
    figures = [each.proto.id for each in at.get("plotly_chart")]
    assert any("sentences_path" in each for each in figures) and any("sentences_after" in each for each in figures)


def test_filling_gaps_changes_the_base_and_says_so() -> None:
    assert "minilm-mlm" in said(opened(sentences_part="train", sentences_mlm="20"))
    assert "minilm-mlm" not in said(opened(sentences_part="train"))


@pytest.mark.parametrize("lang", LANGS)
def test_the_library_reads_the_same(lang: str) -> None:
    at = opened(lang, sentences_view="matrix", sentences_library="true", sentences_lines="A cat.\nTwo dogs ran.")
    html(at)
    assert "SentenceTransformers 6" in said(at)
    assert library.beside(("A cat.", "Two dogs ran.")).apart < 1e-5


def test_without_the_library_the_page_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library, "find_spec", lambda name: None)
    at = opened(sentences_view="matrix", sentences_library="true", sentences_lines="A cat.\nTwo dogs ran.")
    assert "pip install" in at.info[0].value


@pytest.mark.parametrize("task", [name for name in text.TASKS if name not in ("keywords", "readers", "cost", "recall")])
@pytest.mark.parametrize("shelf", ["notes", "own"])
def test_chinese_notes_and_lines_of_ones_own_can_be_searched(shelf: str, task: str) -> None:
    lines = "\n".join(["The cat sleeps.", "A kitten is asleep.", "![x](//evil.example/x.png)", "The bank closed."])
    query = {"sentences_view": "search", "sentences_shelf": shelf, "sentences_task": task, "sentences_own": lines}
    at = opened(**query)
    html(at)
    assert not at.info and len(at.get("plotly_chart")) + len(at.dataframe) >= 1
    if task == "nearest":
        found = at.dataframe[0].value["sentence"].tolist()
        assert len(found) == {"notes": 10, "own": 4}[shelf]
        assert (found[:2] == ["The cat sleeps.", "A kitten is asleep."]) == (shelf == "own")


def test_a_chinese_visitor_searches_in_chinese_at_first() -> None:
    at = opened("zh", sentences_view="search")
    assert "中文编码器" in said(at) and len(at.dataframe[0].value) == 10
    assert len(opened(sentences_view="search", sentences_shelf="own", sentences_own="only one").info) == 1


def test_keywords_of_a_chinese_text_are_read_by_the_chinese_encoder() -> None:
    asked = "天文学家用望远镜观察月亮上的环形山，记录了月食的全过程。"
    at = opened("zh", sentences_view="search", sentences_task="keywords", sentences_ask=asked)
    found = at.dataframe[0].value.iloc[:, 1].tolist()
    assert "望远镜" in found and len(found) == 5


@pytest.mark.parametrize("task", ["nearest", "kmeans", "tree", "communities", "paraphrases"])
@pytest.mark.parametrize(
    "lines",
    ["A dog barks.\nIt rains.\nThe bank closed.", "hello\nHello\nHELLO\nhElLo", "狗咬人\n人咬狗\n咬人狗\n银行关门了"],
    ids=["few", "one vector", "ties"],
)
def test_few_or_equal_lines_are_drawn_without_nan(lines: str, task: str) -> None:
    at = opened(sentences_view="search", sentences_shelf="own", sentences_task=task, sentences_own=lines)
    html(at)
    drawn = " ".join(each.proto.spec for each in at.get("plotly_chart"))
    assert not re.search(r"\bnan\b", f"{drawn} {said(at)}", re.IGNORECASE)


@pytest.mark.parametrize(("shelf", "typed"), [("notes", "How do machines read?"), ("news", "机器怎样读懂人说的话？")])
def test_a_question_in_another_language_is_told(shelf: str, typed: str) -> None:
    assert len(opened(sentences_view="search", sentences_shelf=shelf, sentences_ask=typed).info) == 1


@pytest.mark.parametrize("pairs", ["A dog. | A cat.", "狗叫。 | 狗在叫。\n下雨了。 | 外面在下雨。"])
def test_training_says_when_it_measures_on_the_example(pairs: str) -> None:
    assert "English example pairs" in said(opened(sentences_part="train", sentences_pairs=pairs))


def test_what_no_encoder_can_read_is_told_of_pairs_too() -> None:
    assert opened(sentences_view="definition", sentences_pairs="😀 | 🎉\n🐱 | 🐶").warning
    assert opened(sentences_view="search", sentences_task="keywords", sentences_ask="12345 678").info


def test_an_example_turns_with_the_visitors_language_and_typed_text_does_not() -> None:
    at = opened("en", sentences_view="matrix")
    assert at.text_area(key="sentences_lines").value == text.SENTENCES_DEFAULT["en"]
    at.session_state["lang"] = "zh"
    assert at.run().text_area(key="sentences_lines").value == text.SENTENCES_DEFAULT["zh"]
    at.text_area(key="sentences_lines").set_value("one line\nanother line").run()
    at.session_state["lang"] = "en"
    assert at.run().text_area(key="sentences_lines").value == "one line\nanother line"
