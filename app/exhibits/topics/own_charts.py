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
from app.theme import CINNABAR, FAINT, INK, finish
from core.topics.topics import Topics

LETTERS, MOST = 36, 3_000  # of a text in the hover; points drawn
RING = "circle-open"  # no topic
TOPICS, YEAR = 8, 366 * 86_400  # lines over time; seconds


def drawn(topics: Topics) -> np.ndarray:
    """The texts that are drawn: all, or an even sample of 3,000."""
    return np.unique(np.linspace(0, len(topics.labels) - 1, MOST).astype(int))


def heaps(topics: Topics) -> list[tuple[str, str, np.ndarray]]:
    """The drawn texts by colour and shape, those without a topic last: one trace each, in this order."""
    rows = drawn(topics)
    colour, shape = (np.array([*each, last]) for each, last in zip(charts.marks(topics), (FAINT, RING), strict=True))
    own = list(zip(colour[topics.labels[rows]].tolist(), shape[topics.labels[rows]].tolist(), strict=True))
    looks = sorted(set(own), key=lambda look: (look[1] == RING, look))
    return [(*look, rows[[each == look for each in own]]) for look in looks]


def dots(topics: Topics, lang: Lang, *, lit: np.ndarray | None = None, title: str = "") -> go.Figure:
    """Every text of ``drawn`` a point; the ``lit`` ones stand out, of many of them an even sample.

    The first traces are ``heaps``.
    """
    names = [charts._plain(f"{at} · {topics.name(at, 2)}") for at in range(topics.C)] + [text.NO_TOPIC[lang]]
    fig = go.Figure()
    for colour, shape, rows in heaps(topics):
        marker = {"color": colour, "symbol": shape, "size": 5 if shape == RING else 7}
        x, y = np.round(topics.plane[rows].astype(np.float32), 2).T
        labels = topics.labels[rows].tolist()
        begun = [charts._plain(topics.documents[row][:LETTERS]) for row in rows.tolist()]
        fig.add_trace(
            go.Scattergl(
                x=x,
                y=y,
                mode="markers",
                marker={**marker, "opacity": 0.8 if lit is None else 0.15},
                text=[f"{each}<br>{names[label]}" for each, label in zip(begun, labels, strict=True)],
                hovertemplate="%{text}<extra></extra>",
            )
        )
    if lit is not None and len(lit):
        some = lit[np.unique(np.linspace(0, len(lit) - 1, MOST // 3).astype(int))]
        x, y = np.round(topics.plane[some].astype(float), 2).T
        bright = {"color": CINNABAR, "size": 8, "opacity": 0.9}
        fig.add_trace(go.Scattergl(x=x, y=y, mode="markers", marker=bright, hoverinfo="skip"))
    at = charts.middles(topics)
    shown = charts.apart(at, topics)
    named = [f"<b>{charts.short(topics, topic)}</b>" for topic in shown]
    font = {"size": 12, "color": INK}
    fig.add_trace(go.Scatter(x=at[shown, 0], y=at[shown, 1], mode="text", text=named, textfont=font, hoverinfo="skip"))
    fig.update_layout(showlegend=False)
    facts = {"n": len(topics.labels), "C": topics.C, "out": percent(topics.outliers, lang)}
    fig = finish(charts.framed(fig, topics.plane), title or words.OWN_TITLE[lang].format(**facts), height=520)
    return fig.update_layout(margin={"l": 8, "r": 8, "b": 8}, dragmode="lasso")


def over_time(
    topics: Topics, timestamps: Sequence[dt.datetime | None], lang: Lang, *, bins: int = 10, topic: int | None = None
) -> go.Figure:
    """The topics with most texts as lines, and the chosen one; their words of each span in the hover."""
    found = topics.over_time(timestamps, bins)
    most = [int(at) for at in np.argsort(-found.sizes.sum(1), kind="stable")[:TOPICS]]
    drawn = most if topic is None or topic in most else [topic, *most[:-1]]
    middle = [dt.datetime.fromtimestamp(float(at), dt.UTC) for at in (found.edges[1:] + found.edges[:-1]) / 2]
    fig = go.Figure()
    for place, at in enumerate(drawn):
        colour = charts.COLOURS[place % len(charts.COLOURS)]
        dash = ("solid", "dash")[place // len(charts.COLOURS)]
        said = [", ".join(best) for best in found.words[at]]
        fig.add_trace(
            go.Scatter(
                x=middle,
                y=found.sizes[at],
                mode="lines+markers",
                name=charts._plain(topics.name(at, 2)),
                line={"color": colour, "dash": dash, "width": 4 if at == topic else 2},
                opacity=1 if topic in (None, at) else 0.35,
                text=said,
                hovertemplate="%{y}: %{text}<extra></extra>",
            )
        )
    fig.update_yaxes(title=text.DOCUMENTS[lang], rangemode="tozero")
    top, at = (int(each) for each in np.unravel_index(found.sizes.argmax(), found.sizes.shape))
    if topic is not None:
        top, at = topic, int(found.sizes[topic].argmax())
    long = found.edges[1] - found.edges[0] > YEAR
    when = f"{middle[at].year}" if long else f"{middle[at]:%Y-%m-%d}"
    facts = {"name": charts._plain(topics.name(top, 2)), "when": when, "n": int(found.sizes[top, at])}
    return finish(fig, words.TIME_TITLE[lang].format(**facts), height=420)
