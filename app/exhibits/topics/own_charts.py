"""The figures of one's own texts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import numpy as np
import plotly.graph_objects as go

from app.exhibits.topics import charts, text
from app.exhibits.topics import own_text as words
from app.house.numbers import percent
from app.i18n import Lang
from app.theme import FAINT, INK, finish
from core.topics.topics import Topics

LETTERS, MOST = 60, 3_000  # of a text in the hover; points drawn
TOPICS = 8  # lines over time


def dots(topics: Topics, lang: Lang) -> go.Figure:
    """Every text a point; of more than 3,000 an even sample is drawn."""
    rows = np.unique(np.linspace(0, len(topics.labels) - 1, MOST).astype(int))
    colour, shape = charts.marks(topics)
    labels = topics.labels[rows]
    x, y = np.round(topics.plane[rows].astype(float), 2).T
    names = [f"{at} · {topics.name(at, 3)}" for at in range(topics.C)] + [text.NO_TOPIC[lang]]
    said = [
        f"{charts._plain(topics.documents[row][:LETTERS])}<br>{names[label]}"
        for row, label in zip(rows.tolist(), labels.tolist(), strict=True)
    ]
    marker = {
        "color": np.array([*colour, FAINT])[labels].tolist(),
        "symbol": np.array([*shape, "circle-open"])[labels].tolist(),
        "size": np.where(labels < 0, 5, 7),
        "opacity": 0.8,
    }
    fig = go.Figure(
        go.Scattergl(x=x, y=y, mode="markers", marker=marker, text=said, hovertemplate="%{text}<extra></extra>")
    )
    at = charts.middles(topics)
    shown = charts.apart(at, topics)
    named = [f"<b>{charts.short(topics, topic)}</b>" for topic in shown]
    font = {"size": 12, "color": INK}
    fig.add_trace(go.Scatter(x=at[shown, 0], y=at[shown, 1], mode="text", text=named, textfont=font, hoverinfo="skip"))
    fig.update_layout(showlegend=False)
    facts = {"n": len(topics.labels), "C": topics.C, "out": percent(topics.outliers, lang)}
    return finish(charts.framed(fig, topics.plane), words.OWN_TITLE[lang].format(**facts), height=480).update_layout(
        margin={"l": 8, "r": 8, "b": 8}
    )


def over_time(topics: Topics, timestamps: Sequence[dt.datetime], lang: Lang) -> go.Figure:
    """The largest topics as lines, their words of each span in the hover."""
    found = topics.over_time(timestamps)
    middle = [dt.datetime.fromtimestamp(float(at), dt.UTC) for at in (found.edges[1:] + found.edges[:-1]) / 2]
    fig = go.Figure()
    for topic in range(min(TOPICS, topics.C)):
        colour = charts.COLOURS[topic % len(charts.COLOURS)]
        dash = ("solid", "dash")[topic // len(charts.COLOURS)]
        said = [", ".join(best) for best in found.words[topic]]
        fig.add_trace(
            go.Scatter(
                x=middle,
                y=found.sizes[topic],
                mode="lines+markers",
                name=topics.name(topic, 2),
                line={"color": colour, "dash": dash},
                text=said,
                hovertemplate="%{y}: %{text}<extra></extra>",
            )
        )
    fig.update_yaxes(title=text.DOCUMENTS[lang], rangemode="tozero")
    most, at = (int(each) for each in np.unravel_index(found.sizes.argmax(), found.sizes.shape))
    facts = {"name": topics.name(most, 2), "when": f"{middle[at]:%Y-%m-%d}", "n": int(found.sizes[most, at])}
    return finish(fig, words.TIME_TITLE[lang].format(**facts), height=420)
