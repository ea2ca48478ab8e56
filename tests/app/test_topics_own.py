"""Texts of one's own: every view of a result, tidied, saved and brought back."""

from __future__ import annotations

import base64
import datetime as dt
import io
import zlib
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from app.exhibits.topics import charts, own, own_charts, own_files, own_map, own_new, own_runs, own_tidy, own_views
from app.house.shared import Shared
from app.i18n import LANGS
from core.topics.bags import Bags, count_words
from core.topics.recorded import sample
from core.topics.saved import packed, unpacked
from core.topics.topics import Topics
from tests.app.visiting import html, opened

OWN_VIEWS = ("map", "topics", "words", "alike", "tree", "time", "classes", "new", "passage", "runs")


def _own(view: str, lang: str, **query: str) -> AppTest:
    """The result of a run of one's own as the part shows it: the recorded one, with a time and a label each."""

    def page(lang: str) -> None:
        import datetime as dt

        from app.exhibits.topics import own_views
        from core.text import Corpus
        from core.topics.recorded import sample

        topics, titles = sample().topics, sample().titles
        when = tuple(dt.datetime(2020, 1, 1) + dt.timedelta(days=i) for i in range(len(titles)))
        corpus = Corpus("x", topics.documents, titles, when, "en", "x", "x")
        own_views.result(topics, corpus, lang, run="none")  # pyright: ignore[reportArgumentType]

    at = AppTest.from_function(page, default_timeout=120, args=(lang,))
    at.session_state["lang"] = lang
    for key, value in {"topics_own_view": view, **query}.items():
        at.query_params[key] = value
    return at.run()


@pytest.mark.parametrize("view", OWN_VIEWS)
def test_own_texts_have_every_view(view: str) -> None:
    at = _own(view, LANGS[len(view) % 2])
    html(at)
    assert bool(at.get("plotly_chart")) != (view in ("new", "runs")) and not at.warning
    assert len(at.get("download_button")) == 3


def test_own_topics_are_tidied_before_they_are_shown() -> None:
    merged = {"topics_own_homes": "embeddings", "topics_own_merge": "0-1-2", "topics_own_reduce": "9"}
    at = _own("map", "en", **merged, topics_own_rename="0", topics_own_title="<i>all</i>")
    html(at)
    sizes, named = (at.dataframe[0].value[column].tolist() for column in ("size", "words"))
    assert len(sizes) == 9 and sum(sizes) == len(sample().titles) and named[0] == "iall/i"


@pytest.mark.parametrize("asked", [{"topics_own_merge": "0-1"}, {"topics_own_reduce": "40"}, {"topics_own_split": "0"}])
def test_nobody_is_shown_another_visitors_texts_and_names(asked: dict[str, str]) -> None:
    def page() -> None:
        import streamlit as st

        from app.exhibits.topics import own_tidy

        st.session_state["after"] = own_tidy.tidied(st.session_state["before"], "en")

    ours = sample().topics
    secrets, names = (tuple(f"secret {at}" for at in range(n)) for n in (len(ours.documents), ours.C))
    theirs = replace(ours, documents=secrets, titles={str(at): name for at, name in enumerate(names)})
    for before in (theirs, ours):
        at = AppTest.from_function(page, default_timeout=120)
        at.session_state["before"] = before
        for key, value in asked.items():
            at.query_params[key] = value
        html(at.run())
        after = at.session_state["after"]
        assert after is not before and after.documents == before.documents
        assert any("secret" in after.name(topic) for topic in range(after.C)) == (before is theirs)


@pytest.mark.parametrize("part", ["documents", "vectors", "space", "bags"])
@pytest.mark.parametrize("kept", [own_tidy._done, own_new._grown, own_files._read], ids=["tidy", "new", "files"])
def test_what_is_kept_of_visitors_texts_has_bounds(kept: Shared[Topics], part: str) -> None:
    topics, large = sample().topics, 20 * 2**20  # bytes of the part in one result
    N = len(topics.documents)
    counts = np.zeros(large // 8, np.int32)
    parts = {
        "documents": ("x" * (large // N),) * N,
        "vectors": np.zeros((N, large // N // 4), np.float32),
        "space": np.zeros((N, large // N // 4), np.float32),
        "bags": Bags(topics.bags.vocab, topics.bags.starts, counts, counts),
    }
    for at in range(20):
        kept.get((part, at), lambda: replace(topics, **{part: parts[part]}))
    assert 0 < len(kept._kept) * large <= kept._room


def test_new_texts_are_placed() -> None:
    at = _own("new", "en")
    at.text_area(key="topics_own_new").input("the crew of the moon mission\n\nlithium is an alkali metal").run()
    topics = at.dataframe[0].value["topic"].tolist()
    assert "crew" in topics[0] and "metal" in topics[1]


def test_files_of_a_result() -> None:
    import pandas as pd

    topics = sample().topics
    frame = pd.read_parquet(io.BytesIO(own_files.parquet(topics, sample().titles)))
    assert frame["topic"].tolist() == topics.labels.tolist() and list(frame)[-1] == "label"
    assert own_files.csv(topics).count(b"\n") == topics.C + 1
    assert unpacked("topics.zip", packed(topics)).words(0) == topics.words(0)


def test_lines_over_time() -> None:
    topics = sample().topics
    when = [dt.datetime(2020, 1, 1) + dt.timedelta(days=i) for i in range(len(topics.labels))]
    fig: Any = own_charts.over_time(topics, when, "zh")
    assert fig.data[0].y.sum() == topics.sizes[0] and str(fig.data[0].y.max()) in fig.layout.title.text
    some = [moment if at % 2 else None for at, moment in enumerate(when)]
    half: Any = own_charts.over_time(topics, some, "en", topic=topics.C - 1)
    smallest = np.flatnonzero(topics.labels == topics.C - 1) % 2
    assert half.data[0].y.sum() == smallest.sum() and topics.name(topics.C - 1, 2) in half.layout.title.text


class _File(io.BytesIO):
    name = "topics.zip"


@pytest.mark.parametrize("asked", ["water", "waTE", "who walked on the moon", "zzz"])
def test_words_and_sentences_are_lit_on_ones_own_map(asked: str) -> None:
    lit = own_map.found(sample().topics, asked)
    documents = [sample().topics.documents[at].lower() for at in lit]
    if " " in asked:
        assert len(lit) == own_map.NEAREST and "Apollo" in sample().titles[lit[0]]
    elif asked == "waTE":
        assert lit.size and all("wate" in each for each in documents)
    else:
        assert len(lit) == charts.has(sample().topics, asked).sum()
    at = _own("map", "en", topics_own_find=asked)
    html(at)
    assert (f"{len(lit):,} texts" in "".join(each.value for each in at.markdown)) == bool(len(lit))


def test_new_texts_join_ones_own_result_and_part_again() -> None:
    at = _own("new", "en")
    at.text_area(key="topics_own_new").input("the crew of the moon mission\n\nlithium is an alkali metal").run()
    at.button(key="topics_own_join").click().run()
    html(at)
    assert any("2,002 texts now" in each.value for each in at.caption)
    at.button(key="topics_own_part").click().run()
    html(at)
    assert not any("texts now" in each.value for each in at.caption)


def test_a_lasso_on_ones_own_map_travels_in_the_url() -> None:
    rows = own_charts.drawn(sample().topics)
    bits = np.zeros(len(rows), np.uint8)
    bits[[3, 5, 8]] = 1
    packed_ = base64.urlsafe_b64encode(zlib.compress(np.packbits(bits).tobytes(), 9)).decode()
    at = _own("map", "zh", topics_own_lasso=packed_)
    html(at)
    assert any("3 条：" in each.value for each in at.markdown) and at.button(key="topics_own_undo")


def test_of_very_many_texts_a_part_is_drawn_and_the_page_says_so() -> None:
    topics = sample().topics
    twice = replace(
        topics,
        documents=topics.documents * 2,
        vectors=np.tile(topics.vectors, (2, 1)),
        space=np.tile(topics.space, (2, 1)),
        drawn=np.tile(topics.plane, (2, 1)),
        labels=np.tile(topics.labels, 2),
        probabilities=np.tile(topics.probabilities, 2),
        bags=count_words(topics.documents * 2),
    )
    fig: Any = own_charts.dots(twice, "en")
    assert sum(len(rows) for *_, rows in own_charts.heaps(twice)) == len(own_charts.drawn(twice)) == own_charts.MOST
    rows = own_charts.heaps(twice)[1][2]
    point = {"curve_number": 1, "point_index": 2}
    assert own_map.chosen(twice, [point, {"curve_number": 99, "point_index": 0}]) == [rows[2]]
    assert fig.data[1].x[2] == pytest.approx(twice.plane[rows[2], 0], abs=0.01)
    assert len(str(fig.to_json())) < 300_000 and "4,000" in fig.layout.title.text


@pytest.mark.parametrize("lang", LANGS)
def test_a_saved_result_comes_back(lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("streamlit.file_uploader", lambda *_, **__: _File(packed(sample().topics)))
    at = opened("topics", lang, topics_part="train", topics_set="saved")
    html(at)
    assert len(at.dataframe[-1].value) == sample().topics.C and not at.warning


def test_a_damaged_result_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("streamlit.file_uploader", lambda *_, **__: _File(b"PK nothing"))
    at = opened("topics", "zh", topics_part="train", topics_set="saved")
    html(at)
    assert "topics.zip" in at.warning[0].value and not at.get("download_button")


def test_runs_of_the_same_texts_are_remembered() -> None:
    documents = tuple(f"text {n}" for n in range(20))
    assert own_runs.digest(documents) != own_runs.digest(documents[1:])
    assert "57" in own_runs.run_name(sample().topics, "ships", "en")


def test_labels_are_answers_where_they_are_given() -> None:
    assert own.known(("b", "", "a", "b")) == [2, -1, 1, 2]


def test_columns_of_a_table_are_offered() -> None:
    assert own_files.names("a.csv", b"title,text\na,b\n") == ["title", "text"]
    assert own_files.names("a.txt", b"x") == ["text"]


def test_of_very_many_topics_the_largest_are_drawn() -> None:
    many = sample().topics.relabelled(np.arange(len(sample().titles)) // 8)
    few = own_views.largest(many, "en")
    assert many.C == 250 and few.C == own_views.SHOWN and few.sizes.tolist() == many.sizes[:100].tolist()
    colours, shapes = charts.marks(many)
    assert len(colours) == len(shapes) == 250


@pytest.mark.parametrize("view", ["words", "tree", "topics"])
def test_links_full_of_nonsense_leave_a_result_standing(view: str) -> None:
    bad = {
        "topics_own_merge": "99999-abc--1-0",
        "topics_own_reduce": "-5",
        "topics_own_homes": "<b>",
        "topics_own_rename": "zz",
        "topics_own_title": "[x](https://example.org) <script>",
        "topics_own_topic": "999999",
        "topics_own_seeded": "**bold**, <i>, " + "x" * 500,
        "topics_own_boost": "1e99",
        "topics_own_cut": "nan",
        "topics_own_ranking": "evil",
    }
    html(_own(view, "zh", **bad))
