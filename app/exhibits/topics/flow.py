"""Two runs side by side: a stream from the topics of one to those of the other, and a table of what became of each."""

from __future__ import annotations

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from app.exhibits.topics import text
from app.house.figures import show
from app.i18n import Lang
from app.theme import CINNABAR, FAINT, GREEN, INDIGO, INK, ORANGE, PURPLE, finish
from core.topics.fates import Fates, Kind, fates
from core.topics.stability import adjusted_rand
from core.topics.topics import Topics

COLOURS: dict[Kind, str] = {"same": GREEN, "split": ORANGE, "merged": PURPLE, "gone": CINNABAR}
VEIL = "66"  # how much of a stream's colour is seen, in the last two digits of it
LEAST, ROW = 0.05, 26  # of a topic: smaller parts are not drawn; pixels for a topic
ORDER: tuple[Kind, ...] = ("split", "merged", "gone", "same")


def side_by_side(a: Topics, b: Topics, everything: bool, lang: Lang, *, key: str) -> None:
    """The figure with its numbers, and the table."""
    told = fates(a.labels, b.labels)
    show(streams(a, b, told, everything, lang), key=key, alt=text.FLOW_ALT[lang])
    facts = {kind: told.count(kind) for kind in ORDER}
    rand = adjusted_rand(a.labels, b.labels)
    st.markdown(text.FLOW_SAYS[lang].format(rand=rand, new=len(told.new), before=a.C, after=b.C, **facts))
    st.dataframe(table(a, b, told, lang), hide_index=True, width="stretch", height=300)
    st.caption(text.FLOW_NOTE[lang])


def table(a: Topics, b: Topics, told: Fates, lang: Lang) -> pd.DataFrame:
    """Every topic of the first run with its fate, what changed first."""
    rows = sorted(told.rows, key=lambda row: (ORDER.index(row.kind), row.topic))
    said = [
        (
            f"{row.topic} · {a.name(row.topic, 2)}",
            text.FATE_NAMES[row.kind][lang],
            " + ".join(f"{at} · {b.name(at, 2)} ({int(told.table[row.topic, at])})" for at in row.into) or "–",
        )
        for row in rows
    ]
    return pd.DataFrame(said, columns=[column[lang] for column in text.FATE_COLUMNS.values()])


def streams(a: Topics, b: Topics, told: Fates, everything: bool, lang: Lang) -> go.Figure:
    """Left the topics of the first run, right those of the second; as wide as the documents that both have."""
    drawn = [row for row in told.rows if everything or row.kind != "same"] or list(told.rows)
    left = [row.topic for row in drawn]
    links = [
        (row, at)
        for row in drawn
        for at in np.flatnonzero(told.table[row.topic] > LEAST * max(told.table[row.topic].sum(), 1)).tolist()
    ]
    none = told.table.shape[1] - 1  # the column of documents without a topic
    right = sorted({at for _, at in links})
    place = {at: len(left) + i for i, at in enumerate(right)}
    first = {topic: i for i, topic in enumerate(left)}
    names = [f"{at} · {a.name(at, 2)}" for at in left]
    names += [text.NO_TOPIC[lang] if at == none else f"{at} · {b.name(at, 2)}" for at in right]
    hover = "%{source.label} → %{target.label}: %{value}<extra></extra>"
    fig = go.Figure(
        go.Sankey(
            arrangement="snap",
            textfont={"color": INK, "size": 13, "shadow": "none"},
            node={
                "label": names,
                "color": [COLOURS[row.kind] for row in drawn] + [FAINT if at == none else INDIGO for at in right],
                "pad": 10,
                "thickness": 14,
                "line": {"width": 0},
                "hovertemplate": "%{label}: %{value}<extra></extra>",
            },
            link={
                "source": [first[row.topic] for row, _ in links],
                "target": [place[at] for _, at in links],
                "value": [int(told.table[row.topic, at]) for row, at in links],
                "color": [COLOURS[row.kind] + VEIL for row, _ in links],
                "hovertemplate": hover,
            },
        )
    )
    changed = len(told.rows) - told.count("same")
    said = text.FLOW_TITLE_SAME if not changed else text.FLOW_TITLE
    title = said[lang].format(C=len(told.rows), changed=changed, **{kind: told.count(kind) for kind in ORDER})
    tall = max(320, ROW * max(len(left), len(right)) + 90)
    return finish(fig, title, height=tall).update_layout(margin={"l": 8, "r": 8, "b": 12})
