"""The figures of words."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import plotly.graph_objects as go

from app.exhibits.topics import text
from app.i18n import Lang
from app.theme import CINNABAR, DESK, FAINT, INDIGO, finish
from core.topics.ctfidf import Factors
from core.topics.topics import Topics

DECLINE = 15  # ranks


def factors(words: Sequence[str], parts: Sequence[Factors], chosen: int, lang: Lang) -> go.Figure:
    """Weights as bars; how often a word stands here and how rare it is elsewhere stand in the hover."""
    weights = [p.weight for p in parts]
    more = ["" if p.boost == 1 else f" × {p.boost:.0f}" for p in parts]
    said = [f"{p.tf:.4f} × {p.idf:.3f}{m} = {p.weight:.4f}" for p, m in zip(parts, more, strict=True)]
    colours = [CINNABAR if at == chosen else INDIGO for at in range(len(words))]
    bar = go.Bar(
        x=weights,
        y=list(words),
        orientation="h",
        marker_color=colours,
        text=[f"{weight:.4f}" for weight in weights],
        textposition="auto",
        cliponaxis=False,
        customdata=said,
        hovertemplate="%{y}: %{customdata}<extra></extra>",
    )
    fig = go.Figure(bar)
    fig.update_xaxes(title=text.WEIGHT[lang])
    fig.update_yaxes(autorange="reversed", type="category")
    best = int(np.argmax(weights))
    title = text.FACTORS_TITLE[lang].format(word=words[best], count=parts[best].count, f=parts[best].f)
    return finish(fig, title, height=430).update_layout(margin={"l": 130, "r": 16})


def decline(topics: Topics, topic: int, lang: Lang) -> go.Figure:
    """How fast the weights fall with the rank, for all topics; the chosen one stands out."""
    x, y = [], []
    lines = [[weight for _, weight in topics.words(at, DECLINE)] for at in range(topics.C)]
    for at, line in enumerate(lines):
        if at != topic:
            x += [*range(1, len(line) + 1), None]
            y += [*line, None]
    fig = go.Figure(
        go.Scatter(x=x, y=y, mode="lines", line={"color": FAINT, "width": 0.7}, opacity=0.5, hoverinfo="skip")
    )
    mine = lines[topic]
    line = {"color": CINNABAR, "width": 3}
    fig.add_trace(go.Scatter(x=list(range(1, len(mine) + 1)), y=mine, mode="lines+markers", line=line))
    fig.update_layout(showlegend=False)
    fig.update_xaxes(title=text.RANK[lang])
    fig.update_yaxes(title=text.WEIGHT[lang], rangemode="tozero")
    half = next((at + 1 for at, weight in enumerate(mine) if weight < mine[0] / 2), 0)
    title = text.DECLINE_TITLE if half else text.DECLINE_SLOW
    return finish(fig, title[lang].format(n=half or len(mine)), height=300, widest=DESK)


def ranked(words: Sequence[str], cosines: np.ndarray, lang: Lang) -> go.Figure:
    """Keywords in the order in which they were chosen."""
    bar = go.Bar(
        x=np.round(cosines, 3), y=list(words), orientation="h", marker_color=INDIGO, text=[f"{c:.2f}" for c in cosines]
    )
    fig = go.Figure(bar)
    fig.update_xaxes(title=text.COSINE[lang])
    fig.update_yaxes(autorange="reversed", type="category")
    fig = finish(fig, text.KEY_TITLE[lang].format(word=words[0], cosine=float(cosines[0])), height=380)
    return fig.update_layout(margin={"l": 170, "r": 16})


def around(flat: np.ndarray, words: Sequence[str], cosines: np.ndarray, chosen: Sequence[int], lang: Lang) -> go.Figure:
    """The text as a star, all candidates around it, the chosen ones with their names."""
    points = flat[1:]
    marker = {"color": FAINT, "size": 6, "opacity": 0.6}
    said = [f"{word} · {c:.2f}" for word, c in zip(words, cosines, strict=True)]
    fig = go.Figure(
        go.Scatter(
            x=points[:, 0],
            y=points[:, 1],
            mode="markers",
            marker=marker,
            text=said,
            hovertemplate="%{text}<extra></extra>",
        )
    )
    named = points[list(chosen)]
    fig.add_trace(
        go.Scatter(
            x=named[:, 0],
            y=named[:, 1],
            mode="markers+text",
            text=[words[i] for i in chosen],
            textposition="top center",
            marker={"color": INDIGO, "size": 10, "symbol": "diamond"},
            hoverinfo="skip",
        )
    )
    fig.add_trace(
        go.Scatter(
            x=flat[:1, 0],
            y=flat[:1, 1],
            mode="markers",
            marker={"color": CINNABAR, "size": 18, "symbol": "star"},
            hoverinfo="skip",
        )
    )
    fig.update_layout(showlegend=False)
    fig.update_xaxes(visible=False)
    fig.update_yaxes(visible=False)
    return finish(fig, text.AROUND_TITLE[lang].format(n=len(words)), height=380).update_layout(
        margin={"l": 8, "r": 8, "b": 8}
    )
