"""The topics exhibit: every view from its link, and what the pictures say."""

from __future__ import annotations

import re
import subprocess
import sys
from pkgutil import resolve_name
from typing import Any

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from app.exhibits.topics import (
    asking,
    bubbles,
    charts,
    check,
    flow,
    keepsake,
    landscape,
    opened,
    reading,
    telling,
    text,
    tidying,
    timeline,
)
from app.exhibits.topics.plate import plate
from app.house import heavy
from app.i18n import LANGS
from core import systems
from core.jobs import Job
from core.topics import Config
from core.topics.between import between
from core.topics.fates import fates
from core.topics.overtime import year_of
from core.topics.recorded import documents, sample
from core.topics.stability import between_runs, mutual_information
from core.topics.train import again
from tests.app import visiting
from tests.app.visiting import html, said

VIEWS = [
    {"topics_view": "map"},
    {"topics_view": "map", "topics_topic": "3"},
    {"topics_view": "map", "topics_find": "water", "topics_smallest": "20"},
    {"topics_view": "map", "topics_find": "who walked on the moon"},
    {"topics_view": "map", "topics_layer": "topics"},
    {"topics_view": "map", "topics_layer": "topics", "topics_topic": "3", "topics_smallest": "40"},
    {"topics_view": "map", "topics_layer": "classes"},
    {"topics_view": "map", "topics_layer": "time"},
    {"topics_view": "map", "topics_layer": "time", "topics_topic": "4"},
    {"topics_view": "umap"},
    {"topics_view": "density"},
    {"topics_view": "density", "topics_picture": "spanning"},
    {"topics_view": "density", "topics_picture": "outliers"},
    {"topics_view": "words"},
    {"topics_view": "words", "topics_ranking": "speech", "topics_topic": "4"},
    {"topics_view": "words", "topics_seeded": "relativity, moon", "topics_topic": "4"},
    {"topics_view": "tidy"},
    {"topics_view": "tidy", "topics_task": "tree"},
    {"topics_view": "tidy", "topics_task": "outliers"},
    {"topics_view": "tidy", "topics_task": "asked"},
    {"topics_view": "tidy", "topics_task": "asked", "topics_how": "guided"},
    {"topics_view": "tidy", "topics_task": "passage"},
    {"topics_view": "tidy", "topics_task": "told"},
    {"topics_view": "tidy", "topics_task": "join"},
    {"topics_view": "compare"},
    {"topics_view": "compare", "topics_with": "own"},
    {"topics_view": "compare", "topics_with": "own", "topics_b_dice": "3", "topics_drawn": "all"},
    {"topics_view": "compare", "topics_with": "methods"},
    {"topics_view": "compare", "topics_with": "lda"},
    {"topics_view": "keywords"},
]


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Jobs are done when they are asked for."""
    known: dict[str, Job] = {}

    def submit(train: Any, data: Any, config: Any, **arguments: Any) -> Job:
        job = known[str(len(known))] = Job(str(len(known)), None, lambda job: 0)
        job.end("done", train(data, config, **arguments))
        return job

    monkeypatch.setattr("core.jobs.submit", submit)
    monkeypatch.setattr("core.jobs.brief", submit)
    monkeypatch.setattr("core.jobs.find", known.get)


def visit(lang: str = "en", **query: str) -> AppTest:
    return visiting.opened("topics", lang, **query)


@pytest.mark.parametrize("query", VIEWS, ids=lambda query: "-".join(query.values()))
def test_every_view_opens_from_its_link(query: dict[str, str]) -> None:
    lang = LANGS[len("".join(query.values())) % 2]
    at = visit(lang, **query)
    html(at)
    assert not at.warning and at.get("plotly_chart")
    sizes = [len(each.proto.spec) for each in at.get("plotly_chart")]
    assert max(sizes) < 300_000, sizes


def test_what_is_covered_exists_in_the_index() -> None:
    wing = {system.id for system in systems.load() if system.wing == "TOP"}
    assert set(text.COVERS) == wing


def test_the_first_picture_needs_nothing_heavy() -> None:
    program = (
        "import sys; from app.exhibits.topics import charts, landscape, plate, check, text, play\n"
        "from core.topics.recorded import sample\n"
        "charts.landscape(sample().topics, sample().titles, landscape.Chosen(), 'en')\n"
        "plate.plate('zh'); landscape.faithful()\n"
        "print({'torch', 'transformers', 'umap', 'numba', 'hdbscan', 'sklearn', 'jieba'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_the_map_is_small_enough_and_says_what_it_shows() -> None:
    topics = sample().topics
    fig: Any = charts.landscape(topics, sample().titles, landscape.Chosen(), "en")
    assert len(str(fig.to_json())) < 300_000
    assert f"{topics.C} topics" in fig.layout["title"]["text"]
    lit: Any = charts.landscape(topics, sample().titles, landscape.Chosen(topic=2), "zh")
    assert len(lit.data[topics.C + 1].x) == topics.sizes[2] and lit.data[0].marker.opacity < 0.5
    assert charts.rows_of(topics, [(0, 1), (topics.C + 1, 0)]) == [int(np.flatnonzero(topics.labels == 0)[1])]


def test_a_larger_smallest_size_leaves_fewer_topics() -> None:
    few = reading.found(reading.Asked(smallest=30))
    assert few.C < sample().topics.C and few.sizes.min() >= 30
    assert reading.found(reading.Asked(grouping="kmeans", clusters=7)).C == 7


def test_neighbouring_topics_do_not_look_alike() -> None:
    colours, shapes = charts.marks(sample().topics)
    at = charts.middles(sample().topics)
    away = np.hypot(*(at[:, None] - at[None]).transpose(2, 0, 1)) + 99 * np.eye(len(at))
    nearest = away.argmin(1)
    pairs = list(zip(colours, shapes, strict=True))
    assert np.mean([pairs[i] == pairs[j] for i, j in enumerate(nearest)]) < 0.05


def test_a_lasso_travels_in_the_url() -> None:
    rows = np.flatnonzero(sample().topics.labels == 4)
    at = visit()
    at.run()
    packed = _packed(rows)
    assert len(packed) < 1_000
    at = visit("en", topics_lasso=packed)
    html(at)
    assert any(
        f"{len(rows)} paragraphs: " in each.value and sample().topics.words(4, 1)[0][0] in each.value
        for each in at.markdown
    )
    html(visit("zh", topics_lasso="nonsense"))


def _packed(rows: np.ndarray) -> str:
    import base64
    import zlib

    bits = np.zeros(len(sample().titles), np.uint8)
    bits[rows] = 1
    return base64.urlsafe_b64encode(zlib.compress(np.packbits(bits).tobytes(), 9)).decode()


def test_the_formula_ends_in_the_tables_number() -> None:
    at = visit("en", topics_view="words")
    row = at.dataframe[0].value.iloc[0]
    assert f"{row['W']:.4f}" == re.findall(r"mathbf{([\d.]+)}", at.latex[-1].value)[0]


def test_words_are_counted_otherwise() -> None:
    by_count = {"topics_view": "words", "topics_ranking": "count", "topics_topic": "8"}
    words = [
        visit("en", **by_count, topics_counting=how).dataframe[0].value["word"].tolist() for how in ("words", "all")
    ]
    assert [each[0] for each in words] == ["court", "the"]
    pairs = visit("zh", topics_view="words", topics_counting="pairs", topics_topic="4").dataframe[0].value
    assert any(" " in word for word in pairs.iloc[:, 0].tolist())


def test_soft_membership_agrees_with_the_labels() -> None:
    shares, labels = opened.memberships(10), sample().topics.labels
    sure = sample().topics.probabilities > 0.99
    assert (shares[sure].argmax(1) == labels[sure]).mean() > 0.99
    assert shares.sum(1).max() < 1.01 and shares[labels < 0].sum(1).mean() < shares[sure].sum(1).mean()


def test_a_word_that_shall_count_for_more_comes_first() -> None:
    word = sample().topics.words(4, 30)[20][0]
    at = visit("en", topics_view="words", topics_topic="4", topics_seeded=f"{word}, zzz", topics_boost="20")
    html(at)
    assert at.dataframe[0].value.iloc[0]["word"] == word and r"\cdot20" in at.latex[-1].value
    assert "1 of 2" in said(at)


def test_what_is_told_is_grouped_better() -> None:
    topics, truth = sample().topics, np.unique(sample().titles, return_inverse=True)[1]
    known = telling.partly(truth, 0.7)
    space, _ = again(topics.vectors, Config(), known=known.tolist())
    after, told = reading.regrouped(space, Config()), known >= 0
    assert 0.65 < told.mean() < 0.75
    before, now = (mutual_information(labels[told], truth[told]) for labels in (topics.labels, after.labels))
    assert now > before + 0.02
    assert (telling.partly(truth, 0.0) < 0).all()


def test_new_texts_join_the_topic_of_their_neighbours() -> None:
    at = visit("en", topics_view="tidy", topics_task="join")
    topics, votes = at.dataframe[0].value["topic"].tolist(), at.dataframe[0].value["votes"].tolist()
    assert "crew" in topics[0] and "metal" in topics[1] and votes[0].endswith("/15")


def test_another_seed_is_laid_out_anew() -> None:
    seeded = {"topics_view": "compare", "topics_with": "own", "topics_b_dice": "3", "topics_b_smallest": "10"}
    (told,) = [each.value for each in visit("en", **seeded).markdown if "Adjusted Rand" in each.value]
    _, groups = again(sample().topics.vectors, Config(seed=3))  # not as recorded: another processor rounds otherwise
    rand = between_runs([sample().topics.labels, groups.labels])[0, 1]
    assert f"{rand:.2f}" in told


@pytest.mark.parametrize("task", ["told", "asked"])
def test_what_works_on_the_graph_asks_for_umap(task: str) -> None:
    at = visit("en", topics_view="tidy", topics_task=task, topics_how="guided", topics_reduction="none")
    html(at)
    assert [each.value for each in at.info] == [text.UMAP_ONLY["en"]]


def test_paragraphs_are_placed_by_the_year_they_name() -> None:
    fig: Any = visit("en", topics_view="map", topics_layer="time").get("plotly_chart")[0].proto.spec
    years = [each for each in map(lambda d: year_of(d, timeline.FIRST), documents()) if each]
    assert str(len(years)) in said(visit("en", topics_view="map", topics_layer="time")) and "17" in fig


def test_outliers_find_their_own_article() -> None:
    topics = sample().topics
    after = topics.reassign_outliers("embeddings")
    truth = np.unique(sample().titles, return_inverse=True)[1]
    assert after.outliers == 0 and tidying.home(topics.labels, after.labels, truth) > 0.3  # by chance one in 58


LATE = {
    "core.topics.group.group": lambda: reading.regrouped(sample().topics.space, Config(min_cluster_size=37)),
    "core.topics.group.membership": lambda: opened.memberships(37),
    "core.topics.group.density": lambda: opened.density(37),
    "core.topics.group._fitted": lambda: asking.filled(sample().topics, sample().topics.vectors[:2], Config(alike=0.5)),
    "app.exhibits.topics.tidying.reassigned": lambda: html(
        visit(topics_view="tidy", topics_task="outliers", topics_strategy="probabilities")
    ),
    "core.topics.topics.Topics.split": lambda: html(visit(topics_view="tidy", topics_task="alike")),
}


@pytest.mark.parametrize("computed", list(LATE))
def test_who_computes_keeps_nobody_from_importing(computed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    compute, locked = resolve_name(computed), list[bool]()

    def watched(*args: Any, **kwargs: Any) -> Any:
        locked.append(heavy.importing.locked())
        return compute(*args, **kwargs)

    monkeypatch.setattr(computed, watched)
    LATE[computed]()
    assert locked and not any(locked)


def test_two_settings_are_compared_topic_by_topic() -> None:
    few, many = reading.found(reading.Asked(smallest=30)), sample().topics
    told = fates(many.labels, few.labels)
    table = flow.table(many, few, told, "en")
    assert len(table) == many.C and told.count("same") < many.C
    fig: Any = flow.streams(many, few, told, False, "en")
    assert str(many.C - told.count("same")) in fig.layout.title.text
    everything: Any = flow.streams(many, few, told, True, "zh")
    drawn, every = ([each.text for each in f.data if each.hoveron == "fills"] for f in (fig, everything))
    assert len(drawn) < len(every) and any(text.NO_TOPIC["en"] in each for each in drawn)
    assert sum(int(each.rpartition(": ")[2]) for each in every) <= len(many.labels)


def test_bubbles_are_topics_and_classes_are_articles() -> None:
    topics = sample().topics
    fig: Any = bubbles.bubbles(topics, between(topics), 2, "en")
    assert fig.data[0].marker.size.tolist() == topics.sizes.tolist() and topics.name(2, 2) in fig.layout.title.text
    one = topics.relabelled(np.where(topics.labels == 0, 0, -1))
    assert bubbles.bubbles(one, between(one), None, "zh").data
    heat: Any = bubbles.classes(topics, sample().titles, text.ARTICLES_TITLE["en"], "x", "en").data[0]
    assert heat.customdata.sum() == topics.sizes.sum()


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("part", ["train", "claims", "check", "take", "teach"])
def test_the_other_parts_open(lang: str, part: str) -> None:
    html(visit(lang, topics_part=part))


@pytest.mark.parametrize("lang", LANGS)
def test_misconceptions_are_answered_with_numbers(lang) -> None:
    assert all(re.search(r"\d", answer(lang)) for answer in (check.on_the_map, check.by_count, check.by_seed))


def test_a_guess_is_compared_with_the_answer() -> None:
    at = visit(topics_part="check")
    at.button(key="topics_reveal").click().run()
    after = reading.found(reading.Asked(smallest=check.draw(0)))
    assert str(after.C) in (*at.success, *at.info)[0].value


@pytest.mark.parametrize("view", ["map", "umap", "density", "words", "tidy", "compare"])
def test_a_link_full_of_nonsense_still_opens(view: str) -> None:
    html(visit("zh", **{**{key: "nan" for key in text.CONTROLS}, "topics_view": view}))


def test_a_name_takes_its_documents_and_a_guide_pulls_them() -> None:
    topics, truth = sample().topics, np.unique(sample().titles, return_inverse=True)[1]
    middle = topics.vectors[truth == 3].mean(0, keepdims=True)
    after = asking.filled(topics, middle, Config(alike=0.5))
    (rows,) = asking.of_names(middle, after, "zero", 0.5)
    assert (truth[rows] == 3).mean() > 0.5 and len(np.unique(after.labels[rows])) == 1
    fig: Any = asking.bars(("it",), [rows], "en")
    assert str(len(rows)) in fig.layout.title.text


def test_a_sentence_lights_the_paragraphs_nearest_to_it() -> None:
    rows = landscape.closest("the first men who walked on the moon")
    assert len(rows) == landscape.CLOSEST and "Apollo" in sample().titles[rows[0]]


def test_the_program_is_valid() -> None:
    compile(keepsake.PROGRAM, "program", "exec")


@pytest.mark.parametrize("lang", LANGS)
def test_the_plate_is_small(lang) -> None:
    assert len(str(plate(lang).to_json())) < 90_000


def test_the_page_says_that_the_map_is_not_the_space() -> None:
    assert "for the eye only" in said(visit())
