"""The view *Tidy up*: which topics are alike, a tree to cut, homes for outliers; always before and after."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import streamlit as st

from app.exhibits.topics import asking, reading, telling, text, tidy_charts
from app.house import heavy
from app.house.figures import show
from app.house.links import choice, whole
from app.house.numbers import percent
from app.house.parts import control
from app.i18n import Lang, Text
from core.topics.hierarchy import cut_at, linkage, similarity
from core.topics.outliers import STRATEGIES, reassigned
from core.topics.recorded import documents
from core.topics.stability import mutual_information
from core.topics.topics import Topics


def view(lang: Lang) -> None:
    with control("topics_task"):
        task = choice(
            st.segmented_control,
            text.TASK[lang],
            list(text.TASKS),
            text.TASKS,
            lang,
            key="topics_task",
            default="alike",
            required=True,
        )
    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        what = reading.asked(lang)
        topics = reading.found(what)
    if topics.C < 3:
        st.info(text.NO_TOPICS[lang])
        return
    TASKS[task](topics, stage, desk, lang)


def alike(topics: Topics, stage, desk, lang: Lang) -> None:
    """Cosines between topics, in the order of the tree."""
    with stage:
        show(tidy_charts.heatmap(topics, similarity(topics), lang), key="topics_heat", alt=text.HEAT_ALT[lang])
        st.caption(text.HEAT_NOTE[lang])
    with desk:
        merging(topics, lang)
        splitting(topics, lang)


def tree(topics: Topics, stage, desk, lang: Lang) -> None:
    """The hierarchy with a line that cuts it."""
    table = linkage(topics)
    top = int(np.ceil(100 * table[-1, 2]))
    with desk, control("topics_cut"):
        height = whole("topics_cut", text.CUT[lang], 0, top, default=min(top, 100)) / 100
    onto = cut_at(topics, height)
    after = topics.relabelled(np.append(onto, -1)[topics.labels])
    with stage:
        show(tidy_charts.dendrogram(topics, table, height, after.C, lang), key="topics_tree", alt=text.TREE_ALT[lang])
    with desk:
        st.markdown(text.CUT_SAYS[lang].format(before=topics.C, after=after.C))
        st.dataframe(table_of(after, lang), hide_index=True, width="stretch", height=380)


def outliers(topics: Topics, stage, desk, lang: Lang) -> None:
    """Four strategies: how many find a home, and whether it is the right one."""
    with desk:
        with control("topics_strategy"):
            strategy = choice(
                st.selectbox,
                text.STRATEGY[lang],
                list(STRATEGIES),
                text.STRATEGIES,
                lang,
                key="topics_strategy",
                default="c-tf-idf",
            )
        with control("topics_least"):
            least = whole("topics_least", text.LEAST[lang], 0, 90, default=0, step=5) / 100
    if not topics.outliers:
        st.info(text.NO_OUTLIERS[lang])
        return
    if strategy == "distributions":
        with st.spinner(text.READING[lang]):
            topics = replace(topics, documents=documents())
    if strategy == "probabilities":
        heavy.imported(heavy.GROUPING)
    labels = reassigned(topics, strategy, least)  # type: ignore[arg-type]
    after = replace(topics, labels=labels)
    with stage:
        show(tidy_charts.before_after(topics, after, lang), key="topics_homes", alt=text.HOMES_ALT[lang])
    with desk:
        truth = _titles()
        moved = int((topics.labels != labels).sum())
        st.markdown(
            text.HOMES_SAYS[lang].format(
                before=int((topics.labels < 0).sum()),
                after=int((labels < 0).sum()),
                moved=moved,
                right=percent(home(topics.labels, labels, truth), lang) if moved else "–",
                nmi0=mutual_information(topics.labels, truth),
                nmi1=mutual_information(labels, truth),
            )
        )
        st.caption(text.HOMES_NOTE[lang])


def home(before: np.ndarray, after: np.ndarray, truth: np.ndarray) -> float:
    """Of the documents that moved, the share whose new topic is mostly about their own article."""
    moved = np.flatnonzero(before != after)
    main = {int(topic): np.bincount(truth[before == topic]).argmax() for topic in np.unique(after[moved])}
    return float(np.mean([main[int(after[row])] == truth[row] for row in moved]))


def merging(topics: Topics, lang: Lang) -> None:
    """Topics chosen by hand become one."""
    names = [f"{at}: {topics.name(at, 2)}" for at in range(topics.C)]
    with control("topics_merge"):
        if "topics_merge" not in st.session_state:
            linked = [int(n) for n in st.query_params.get("topics_merge", "").split("-") if n.isdecimal()]
            closest = np.unravel_index((similarity(topics) - 9 * np.eye(topics.C)).argmax(), (topics.C, topics.C))
            st.session_state["topics_merge"] = [n for n in linked if n < topics.C] or sorted(int(n) for n in closest)
        st.session_state["topics_merge"] = [n for n in st.session_state["topics_merge"] if n < topics.C]
        picked = st.multiselect(text.MERGE[lang], range(topics.C), format_func=lambda at: names[at], key="topics_merge")
    if len(picked) < 2:
        st.caption(text.MERGE_TWO[lang])
        return
    st.query_params["topics_merge"] = "-".join(map(str, picked))
    after = topics.merge(picked)
    new = int(after.labels[topics.labels == picked[0]][0])
    with control("topics_rename"):
        title = (st.text_input(text.RENAME[lang], key="topics_rename", bind="query-params", max_chars=40) or "").strip()
    after = after.rename({new: title}) if title else after
    rows = [(names[at], int(topics.sizes[at])) for at in picked]
    rows.append((f"→ {new}: {after.name(new, 4)}", int(after.sizes[new])))
    st.dataframe(pd.DataFrame(rows, columns=[c[lang] for c in text.MERGED.values()]), hide_index=True, width="stretch")


def splitting(topics: Topics, lang: Lang) -> None:
    """One topic becomes two."""
    options = {str(at): f"{at}: {topics.name(at, 2)}" for at in range(topics.C)}
    with control("topics_split"):
        picked = choice(
            st.selectbox,
            text.SPLIT[lang],
            list(options),
            {at: Text(en=name, zh=name) for at, name in options.items()},
            lang,
            key="topics_split",
            default="0",
        )
    topic = int(picked or 0)
    heavy.imported(heavy.GROUPING)
    after = topics.split(topic)
    parts = np.unique(after.labels[topics.labels == topic])
    rows = [(options[str(topic)], int(topics.sizes[topic]))]
    rows += [(f"→ {at}: {after.name(at, 4)}", int(after.sizes[at])) for at in parts.tolist()]
    st.dataframe(pd.DataFrame(rows, columns=[c[lang] for c in text.MERGED.values()]), hide_index=True, width="stretch")


def table_of(topics: Topics, lang: Lang) -> pd.DataFrame:
    rows = [(at, int(topics.sizes[at]), topics.name(at, 5)) for at in range(topics.C)]
    return pd.DataFrame(rows, columns=[column[lang] for column in text.TABLE.values()])


def _titles() -> np.ndarray:
    from core.topics.recorded import sample

    return np.unique(sample().titles, return_inverse=True)[1]


TASKS = {
    "alike": alike,
    "tree": tree,
    "outliers": outliers,
    "asked": asking.named,
    "told": telling.told,
    "passage": asking.passage,
    "join": telling.joining,
}
