"""A result of one's own in every view that the recorded one has."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from app.exhibits.topics import bubbles, charts, flow, own_charts, own_files, own_tidy, reading, text, tidy_charts
from app.exhibits.topics import own_text as words
from app.exhibits.topics import weighing as weigh_page
from app.house import heavy
from app.house.figures import show
from app.house.links import choice, whole
from app.house.parts import control
from app.i18n import Lang
from core import jobs
from core.text import Corpus, language_of
from core.topics.hierarchy import cut_at, linkage, similarity
from core.topics.topics import Topics

RUNS, LINES, LETTERS = 6, 20, 100  # runs that are remembered; new texts, and letters of one in the table
MINILM = 384  # numbers of its vectors
SHOWN = 100  # topics that a table of all with all can show


def result(topics: Topics, corpus: Corpus | None, lang: Lang, *, run: str = "") -> None:
    """The chosen view, and the files."""
    if not topics.C:
        st.info(words.NO_TOPIC_AT_ALL[lang])
        return
    topics = own_tidy.tidied(topics, lang)
    left_out = set()
    if corpus is None or not corpus.timestamps:
        left_out.add("time")
    if corpus is None or not corpus.labels:
        left_out.add("classes")
    if corpus is None:
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
    elif view == "runs":
        against_earlier(topics, run, lang)
    else:
        VIEWS[view](topics, lang)
    own_files.downloads(topics, corpus.labels if corpus else None, lang)


def on_map(topics: Topics, lang: Lang) -> None:
    stage, desk = st.columns([2, 1], gap="large")
    with stage:
        show(own_charts.dots(topics, lang), key="topics_own_map", alt=words.OWN_ALT[lang])
    with desk:
        _table(topics, lang)


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


def newcomers(topics: Topics, lang: Lang) -> None:
    """Texts that were not there: which topic would each have?"""
    typed = st.text_area(words.NEW[lang], key="topics_own_new", max_chars=4_000, height=140) or ""
    texts = [line.strip() for line in typed.splitlines() if line.strip()][:LINES]
    if not texts:
        st.info(words.NEW_NONE[lang])
        return
    read = topics.vectors.shape[1] == MINILM and language_of(" ".join(topics.documents[:50])) == "en"
    vectors = heavy.stack().load().embed(texts) if read else None
    labels = topics.transform(texts, vectors).tolist()
    named = [text.NO_TOPIC[lang] if at < 0 else f"{at} · {topics.name(at, 3)}" for at in labels]
    columns = [text.NEW_COLUMNS[name][lang] for name in ("text", "topic")]
    rows = [(each[:LETTERS], name) for each, name in zip(texts, named, strict=True)]
    st.dataframe(pd.DataFrame(rows, columns=columns), hide_index=True, width="stretch")
    st.caption((words.NEW_BY_VECTORS if read else words.NEW_BY_WORDS)[lang])


VIEWS = {
    "map": on_map,
    "topics": as_bubbles,
    "words": by_words,
    "alike": alike,
    "tree": tree,
    "new": newcomers,
}


def picked(topics: Topics, lang: Lang, *, all_: bool) -> int | None:
    """The topic chosen, or clicked; None where all are."""
    return reading.topic(topics, lang, all_=all_, name="topics_own")


def remember(job: jobs.Job, corpus: Corpus, asked: Mapping[str, Any]) -> None:
    """Keep the key of a finished run, so that the next one can be held against it."""
    runs: dict[str, tuple[str, str]] = st.session_state.setdefault("topics_runs", {})
    runs.pop(job.key, None)
    how = ", ".join([*asked.get("names", ()), *(["✓"] if "known" in asked else [])])
    runs[job.key] = (digest(corpus.documents), how)
    while len(runs) > RUNS:
        del runs[next(iter(runs))]


def digest(documents: tuple[str, ...]) -> str:
    """Which texts these are."""
    return hashlib.sha256("\0".join(documents).encode("utf-8", "surrogatepass")).hexdigest()


def against_earlier(topics: Topics, run: str, lang: Lang) -> None:
    """An earlier run of this visitor on the same texts, and what became of its topics in this one."""
    runs: dict[str, tuple[str, str]] = st.session_state.get("topics_runs", {})
    mine = runs.get(run, ("", ""))[0]
    earlier = {
        key: job.result()
        for key, (texts, _) in reversed(runs.items())
        if key != run and texts == mine and (job := jobs.find(key)) is not None and job.state == "done"
    }
    if not earlier:
        st.info(words.EARLIER_NONE[lang])
        return
    chosen = st.selectbox(
        words.EARLIER[lang],
        list(earlier),
        format_func=lambda key: run_name(earlier[key], runs[key][1], lang),
        key="topics_own_earlier",
    )
    if earlier[chosen].C:
        flow.side_by_side(earlier[chosen], topics, True, lang, key="topics_own_flow")


def run_name(topics: Topics, asked: str, lang: Lang) -> str:
    config = topics.config
    more = words.ASKED_FOR[lang].format(how=asked) if asked else ""
    facts = {"C": topics.C, "smallest": config.min_cluster_size, "seed": config.seed}
    return words.RUN_NAME[lang].format(asked=more, **facts)


def _table(topics: Topics, lang: Lang) -> None:
    rows = [(at, int(topics.sizes[at]), topics.name(at, 5)) for at in range(topics.C)]
    columns = [column[lang] for column in text.TABLE.values()]
    st.dataframe(pd.DataFrame(rows, columns=columns), hide_index=True, width="stretch", height=360)
