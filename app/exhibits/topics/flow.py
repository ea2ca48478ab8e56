"""Two runs side by side: a stream from the topics of one to those of the other, and a table of what became of each."""

from __future__ import annotations

from collections.abc import Mapping

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
VEIL, GAP, CORNERS = 0.4, 0.4, 16  # how much of a stream's colour is seen; air, as a share of the documents; of a curve
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
    """Left the topics of the first run, right those of the second; as wide as the documents that both have.

    Drawn as filled curves: Plotly's own Sankey fades its streams in, and loses them where the page is laid out again.
    """
    none = told.table.shape[1] - 1  # the column of documents without a topic
    drawn = [row for row in told.rows if everything or row.kind != "same"] or list(told.rows)
    drawn = sorted(drawn, key=lambda row: (told.table[row.topic].argmax(), row.topic))
    links = [(row, at, int(told.table[row.topic, at])) for row in drawn for at in _parts(told, row.topic)]
    left = {row.topic: int(told.table[row.topic].sum()) for row in drawn}
    right = {at: sum(n for _, to, n in links if to == at) for at in sorted({at for _, at, _ in links})}
    gap = GAP * sum(left.values()) / max(len(left), len(right))
    tops, ends = _stacked(left, gap), _stacked(right, gap)
    names = {at: text.NO_TOPIC[lang] if at == none else f"{at} · {b.name(at, 2)}" for at in right}
    fig, starts, goals = go.Figure(), dict(tops), dict(ends)
    for row, at, n in links:
        said = f"{row.topic} · {a.name(row.topic, 2)} → {names[at]}: {n}"
        fig.add_trace(_stream(starts[row.topic], goals[at], n, COLOURS[row.kind], said))
        starts[row.topic] += n
        goals[at] += n
    for row in drawn:
        fig.add_trace(_bar(0, tops[row.topic], left[row.topic], COLOURS[row.kind]))
    for at in right:
        fig.add_trace(_bar(1, ends[at], right[at], FAINT if at == none else INDIGO))
    said = [f"{at} · {a.name(at, 2)}" for at in left]
    fig.add_trace(_labels(0, [tops[at] + size / 2 for at, size in left.items()], said))
    fig.add_trace(_labels(1, [ends[at] + size / 2 for at, size in right.items()], [names[at] for at in right]))
    fig.update_layout(showlegend=False)
    fig.update_xaxes(visible=False, range=[-0.02, 1.02], fixedrange=True)
    high = max(tops[at] + left[at] for at in left), max(ends[at] + right[at] for at in right)
    fig.update_yaxes(visible=False, range=[max(high) + gap, -gap], fixedrange=True)
    changed = len(told.rows) - told.count("same")
    title = (text.FLOW_TITLE if changed else text.FLOW_TITLE_SAME)[lang]
    title = title.format(C=len(told.rows), changed=changed, **{kind: told.count(kind) for kind in ORDER})
    fig = finish(fig, title, height=max(320, ROW * max(len(left), len(right)) + 90))
    return fig.update_layout(margin={"l": 8, "r": 8, "b": 12})


def _parts(told: Fates, topic: int) -> list[int]:
    """Where the parts of a topic went that are large enough to be drawn; the last column is no topic."""
    line = told.table[topic]
    return np.flatnonzero(line > LEAST * max(line.sum(), 1)).tolist()


def _stacked(sizes: Mapping[int, int], gap: float) -> dict[int, float]:
    """Where each begins when they stand under one another."""
    tops, y = {}, 0.0
    for at, size in sizes.items():
        tops[at] = y
        y += size + gap
    return tops


def _stream(start: float, end: float, n: int, colour: str, said: str) -> go.Scatter:
    along = np.linspace(0, 1, CORNERS)
    y = start + (end - start) * along**2 * (3 - 2 * along)
    return go.Scatter(
        x=np.round(np.concatenate([along, along[::-1]]), 3),
        y=np.round(np.concatenate([y, y[::-1] + n]), 1),
        mode="lines",
        fill="toself",
        fillcolor=colour,
        opacity=VEIL,
        line={"width": 0, "color": colour},
        hoveron="fills",
        hoverinfo="text",
        text=said,
    )


def _bar(x: float, top: float, size: int, colour: str) -> go.Scatter:
    return go.Scatter(
        x=[x, x], y=[top, top + size], mode="lines", line={"width": 12, "color": colour}, hoverinfo="skip"
    )


def _labels(x: float, y: list[float], said: list[str]) -> go.Scatter:
    side = "middle left" if x else "middle right"
    font = {"color": INK, "size": 12}
    said = [f"\u2003{each}\u2003" for each in said]  # beside the bar, not on it
    return go.Scatter(x=[x] * len(y), y=y, mode="text", text=said, textposition=side, textfont=font, hoverinfo="skip")
