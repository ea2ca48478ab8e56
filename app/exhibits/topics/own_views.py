"""A result of one's own in every view that the recorded one has."""

from __future__ import annotations

import numpy as np
import pandas as pd
import streamlit as st

from app.exhibits.topics import (
    asking,
    bubbles,
    charts,
    own_charts,
    own_files,
    own_map,
    own_new,
    own_runs,
    own_tidy,
    reading,
    text,
    tidy_charts,
)
from app.exhibits.topics import own_text as words
from app.exhibits.topics import weighing as weigh_page
from app.house.figures import show
from app.house.links import choice, whole
from app.house.parts import control
from app.i18n import Lang
from core.text import Corpus
from core.topics.hierarchy import cut_at, linkage, similarity
from core.topics.topics import Topics

LONG = 400  # letters of a text that is read word by word
SHOWN = 100  # topics that a table of all with all can show


def result(topics: Topics, corpus: Corpus | None, lang: Lang, *, run: str = "") -> None:
    """The chosen view, and the files."""
    if not topics.C:
        st.info(words.NO_TOPIC_AT_ALL[lang])
        return
    topics, corpus = own_new.joined(topics, corpus, run)
    topics = own_tidy.tidied(topics, lang)
    left_out = set()
    if corpus is None or not corpus.timestamps:
        left_out.add("time")
    if corpus is None or not corpus.labels:
        left_out.add("classes")
    if corpus is None or own_new.texts_of(run):
        left_out.add("runs")
    with control("topics_own_view"):
        view = choice(
            st.segmented_control,
            words.VIEW[lang],
            [name for name in words.VIEWS if name not in left_out],
            words.VIEWS,
            lang,
            key="topics_own_view",
            default="map",
            required=True,
            label_visibility="collapsed",
        )
    if view == "time" and corpus is not None and corpus.timestamps:
        show(own_charts.over_time(topics, corpus.timestamps, lang), key="topics_time", alt=words.TIME_ALT[lang])
    elif view == "classes" and corpus is not None and corpus.labels:
        fig = bubbles.classes(
            largest(topics, lang), corpus.labels, words.CLASS_TITLE[lang], words.CLASS_AXIS[lang], lang
        )
        show(fig, key="topics_class", alt=words.CLASS_ALT[lang])
    elif view == "new":
        own_new.view(topics, run, lang)
    elif view == "runs":
        own_runs.against_earlier(topics, run, lang)
    else:
        VIEWS[view](topics, lang)
    own_files.downloads(topics, corpus.labels if corpus else None, lang)


def as_bubbles(topics: Topics, lang: Lang) -> None:
    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        topic = picked(topics, lang, all_=True)
    with stage:
        bubbles.overview(topics, topic, lang, key="topics_own_bubbles", goes="topics_own_next")
    with desk:
        if topic is None:
            _table(topics, lang)
        else:
            charts.show_words(topics, topic, lang)
            for row in topics.examples(topic, 3):
                st.text(topics.documents[row][:200])


def by_words(topics: Topics, lang: Lang) -> None:
    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        topics = weigh_page.seeded(topics, lang, "topics_own")
        topic = picked(topics, lang, all_=False) or 0
    weigh_page.words(topics, topic, stage, desk, lang, full=topics.documents, name="topics_own")


def alike(topics: Topics, lang: Lang) -> None:
    if topics.C < 2:
        st.info(text.BUBBLES_ONE[lang].format(C=topics.C))
        return
    topics = largest(topics, lang)
    show(tidy_charts.heatmap(topics, similarity(topics), lang), key="topics_own_heat", alt=text.HEAT_ALT[lang])
    st.caption(text.HEAT_NOTE[lang])


def tree(topics: Topics, lang: Lang) -> None:
    if topics.C < 2:
        st.info(text.BUBBLES_ONE[lang].format(C=topics.C))
        return
    topics = largest(topics, lang)
    table = linkage(topics)
    top = max(1, int(np.ceil(100 * table[-1, 2])))
    with control("topics_own_cut"):
        height = whole("topics_own_cut", text.CUT[lang], 0, top, default=min(top, 100)) / 100
    after = topics.relabelled(np.append(cut_at(topics, height), -1)[topics.labels])
    stage, desk = st.columns([2, 1], gap="large")
    with stage:
        fig = tidy_charts.dendrogram(topics, table, height, after.C, lang)
        show(fig, key="topics_own_tree", alt=text.TREE_ALT[lang])
    with desk:
        _table(after, lang)


def largest(topics: Topics, lang: Lang) -> Topics:
    """The same topics, or the ``SHOWN`` largest of them, which is then said."""
    if topics.C <= SHOWN:
        return topics
    st.caption(words.LARGEST[lang].format(n=SHOWN, C=topics.C))
    return topics.relabelled(np.where(topics.labels < SHOWN, topics.labels, -1))


def spread(topics: Topics, lang: Lang) -> None:
    """How the topics spread over one text, at first one of the visitor's."""
    stage, desk = st.columns([2, 1], gap="large")
    usual = topics.documents[topics.examples(0, 1)[0]][:LONG]
    asking.passage(topics, stage, desk, lang, name="topics_own", usual=usual)


VIEWS = {
    "map": own_map.view,
    "topics": as_bubbles,
    "words": by_words,
    "alike": alike,
    "tree": tree,
    "passage": spread,
}


def picked(topics: Topics, lang: Lang, *, all_: bool) -> int | None:
    """The topic chosen, or clicked; None where all are."""
    return reading.topic(topics, lang, all_=all_, name="topics_own")


def _table(topics: Topics, lang: Lang) -> None:
    rows = [(at, int(topics.sizes[at]), topics.name(at, 5)) for at in range(topics.C)]
    columns = [column[lang] for column in text.TABLE.values()]
    st.dataframe(pd.DataFrame(rows, columns=columns), hide_index=True, width="stretch", height=360)
