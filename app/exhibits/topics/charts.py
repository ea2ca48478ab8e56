"""The figures of the map: numbers and a language in, a figure out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import plotly.graph_objects as go
import streamlit as st

from app.exhibits.topics import text
from app.house.bars import bars
from app.house.numbers import percent
from app.i18n import Lang
from app.theme import CINNABAR, FAINT, GREEN, INDIGO, INK, OLIVE, ORANGE, PURPLE, SKY, finish
from core.topics.topics import Topics

if TYPE_CHECKING:
    from app.exhibits.topics.landscape import Chosen

COLOURS = (INDIGO, GREEN, ORANGE, PURPLE, SKY, OLIVE)
SHAPES = ("circle", "square", "diamond", "triangle-up", "cross")
HOVER, WIDE, HIGH = 44, 0.018, 0.03  # letters of a document; size of a letter as a share of the map
MANY = 20  # topics; where there are more, a name on the map is one word
ROOM = 0.07  # at each side of a map, as a share of it


def landscape(topics: Topics, titles: Sequence[str], chosen: Chosen, lang: Lang) -> go.Figure:
    """Every document a point, topics by colour and shape, their names in place; what is chosen stands out.

    The traces are the topics in their order, then the documents without one: see ``rows_of``.
    """
    lit = picked(topics, chosen)
    colour, shape = marks(topics)
    fig = go.Figure()
    for topic in [*range(topics.C), -1]:
        rows = np.flatnonzero(topics.labels == topic)
        out = topic < 0
        look = (
            {"color": FAINT, "symbol": "circle-open", "size": 4}
            if out
            else {"color": colour[topic], "symbol": shape[topic], "size": 6}
        )
        name = text.NO_TOPIC[lang] if out else f"{topic} · {topics.name(topic, 3)}"
        fig.add_trace(_dots(topics, titles, rows, {**look, "opacity": 0.15 if lit.any() else 0.85}, name))
    if lit.any():
        rows = np.flatnonzero(lit)
        fig.add_trace(_dots(topics, titles, rows, {"color": CINNABAR, "size": 8, "opacity": 0.9}, ""))
    at = middles(topics)
    shown = [chosen.topic] if chosen.topic is not None else apart(at, topics)
    fig.add_trace(
        go.Scatter(
            x=at[shown, 0],
            y=at[shown, 1],
            mode="text",
            text=[f"<b>{short(topics, topic)}</b>" for topic in shown],
            textfont={"color": INK, "size": 12},
            hoverinfo="skip",
        )
    )
    fig.update_layout(showlegend=False)
    fig = finish(framed(fig, topics.plane), _title(topics, chosen, lang), height=600)
    return fig.update_layout(margin={"l": 8, "r": 8, "b": 8}, dragmode="lasso")


def framed(fig: go.Figure, plane: np.ndarray, room: float = ROOM) -> go.Figure:
    """No axes, since they mean nothing here, and room at the sides for names that stand over the outermost points."""
    for axis, values in (("xaxis", plane[:, 0]), ("yaxis", plane[:, 1])):
        low, high = float(values.min()), float(values.max())
        more = room * ((high - low) or 1)
        fig.layout[axis].update(visible=False, range=[low - more, high + more])
    return fig


def rows_of(topics: Topics, points: Sequence[tuple[int, int]]) -> list[int]:
    """Documents behind (trace, point) of the map; points of other traces are copies and are left out."""
    groups = [np.flatnonzero(topics.labels == topic) for topic in [*range(topics.C), -1]]
    return [int(groups[trace][at]) for trace, at in points if trace < len(groups) and at < len(groups[trace])]


def picked(topics: Topics, chosen: Chosen) -> np.ndarray:
    """Which documents stand out; none where nothing is chosen."""
    if chosen.rows:
        return np.isin(np.arange(len(topics.labels)), chosen.rows)
    if chosen.word:
        return has(topics, chosen.word)
    return topics.labels == chosen.topic if chosen.topic is not None else np.zeros(len(topics.labels), bool)


def _title(topics: Topics, chosen: Chosen, lang: Lang) -> str:
    facts = {"n": len(topics.labels), "C": topics.C, "out": percent(topics.outliers, lang)}
    if chosen.rows:
        return text.MAP_TITLE_LASSO[lang].format(k=len(chosen.rows), **facts)
    if chosen.word:
        return text.MAP_TITLE_WORD[lang].format(word=chosen.word, k=int(has(topics, chosen.word).sum()), **facts)
    if chosen.topic is not None:
        return text.MAP_TITLE_TOPIC[lang].format(
            k=int(topics.sizes[chosen.topic]), name=topics.name(chosen.topic), **facts
        )
    return text.MAP_TITLE[lang].format(**facts)


def has(topics: Topics, word: str) -> np.ndarray:
    """Which documents hold a word."""
    column = topics.bags.index.get(word)
    if column is None:
        return np.zeros(len(topics.labels), bool)
    return np.asarray(topics.bags.matrix[:, [column]].todense()).ravel() > 0


def _dots(topics: Topics, titles: Sequence[str], rows: np.ndarray, marker: dict, name: str) -> go.Scattergl:
    x, y = np.round(topics.plane[rows].astype(np.float32), 2).T
    return go.Scattergl(
        x=x,
        y=y,
        mode="markers",
        marker=marker,
        text=[_plain(topics.documents[row][:HOVER]) for row in rows],
        customdata=[titles[row] for row in rows],
        name=name,
        hovertemplate="<b>%{customdata}</b><br>%{text}…<br>%{fullData.name}<extra></extra>",
    )


def marks(topics: Topics) -> tuple[list[str], list[str]]:
    """A colour and a shape for each topic, such that topics of one colour and shape lie far apart."""
    at = middles(topics)
    pairs = [(colour, shape) for shape in SHAPES for colour in COLOURS]
    away = np.hypot(*(at[:, None] - at[None]).transpose(2, 0, 1))  # (C, C)
    given, used = np.zeros(topics.C, int), np.zeros(len(pairs), int)
    for topic in range(topics.C):
        nearest = np.full(len(COLOURS), 99.0)  # of those that have a colour already
        np.minimum.at(nearest, given[:topic] % len(COLOURS), away[topic, :topic])
        given[topic] = max(range(len(pairs)), key=lambda p: (round(nearest[p % len(COLOURS)], 1), -used[p]))
        used[given[topic]] += 1
    return [pairs[p][0] for p in given], [pairs[p][1] for p in given]


def middles(topics: Topics) -> np.ndarray:
    """The median place of each topic on the map."""
    return np.array([np.median(topics.plane[topics.labels == topic], axis=0) for topic in range(topics.C)]).reshape(
        -1, 2
    )


def apart(at: np.ndarray, topics: Topics, span: np.ndarray | None = None) -> list[int]:
    """Topics whose names fit on a map without covering one another, the largest first; ``span``: its width, height."""
    wide_all, high_all = (1 + 2 * ROOM) * np.ptp(topics.plane, axis=0) if span is None else span
    placed: list[tuple[int, float]] = []
    for topic in range(topics.C):
        wide = WIDE * sum(2 if sign > "\u2e80" else 1 for sign in short(topics, topic)) / 2
        if all(
            abs(at[topic, 1] - at[other, 1]) > HIGH * high_all
            or abs(at[topic, 0] - at[other, 0]) > (wide + half) * wide_all
            for other, half in placed
        ):
            placed.append((topic, wide))
    return [topic for topic, _ in placed]


def short(topics: Topics, topic: int) -> str:
    """A topic's name where there is little room."""
    return topics.name(topic, 1 if topics.C > MANY else 2)


def show_words(topics: Topics, topic: int, lang: Lang) -> None:
    """The words of a topic as bars, the heaviest as long as the column."""
    words = topics.words(topic, 10)
    most = max((weight for _, weight in words), default=1.0)
    st.markdown(f"**{text.WORDS_OF[lang].format(n=topic, size=int(topics.sizes[topic]))}**")
    st.html(bars(((word, weight / most) for word, weight in words), lang))


def _plain(said: str) -> str:
    """Text that Plotly shows as it is."""
    return said.replace("&", "&amp;").replace("<", "&lt;")
