"""Figures of clusters, of the tree they are cut from, and of a query among its answers."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import numpy as np
import plotly.graph_objects as go

from app.exhibits.sentences import cluster_text as words
from app.house.numbers import percent
from app.i18n import Lang
from app.theme import CATEGORIES, CINNABAR, FAINT, GREY, INDIGO, finish
from core.search.cluster import Clusters

LEAVES = 40  # of the tree that are drawn
LONG = 90  # signs of a sentence in a hover


def groups(points: np.ndarray, texts: Sequence[str], found: Clusters, lang: Lang) -> go.Figure:
    """The sentences in a plane; the ten largest clusters have a colour, the others are grey."""
    colours = [CATEGORIES[label] if label < len(CATEGORIES) else GREY for label in found.labels]
    said = [f"{label + 1} · {_short(line)}" for label, line in zip(found.labels, texts, strict=True)]
    fig = _cloud(points, said, colours)
    sizes = np.bincount(found.labels)
    measured = np.isfinite(found.silhouette)  # of one cluster, or of as many as sentences, there is none
    quality = words.QUALITY[lang].format(silhouette=found.silhouette) if measured else ""
    facts = {"k": len(sizes), "largest": sizes.max(), "quality": quality, "ms": 1000 * found.seconds}
    return finish(fig, words.CLUSTERS_TITLE[lang].format(**facts), height=430)


def dendrogram(joined: np.ndarray, k: int, lang: Lang) -> go.Figure:
    """The upper part of the tree, with a line where ``k`` branches are left."""
    from scipy.cluster.hierarchy import dendrogram

    drawn = dendrogram(joined, p=LEAVES, truncate_mode="lastp", no_plot=True)
    x = [value for row in drawn["icoord"] for value in (*row, None)]
    y = [value for row in drawn["dcoord"] for value in (*row, None)]
    heights = joined[:, 2]
    around = np.append(heights, heights[-1])[-k - 1 :][:2]
    height = float(around.mean()) if k <= len(heights) else 0.0
    line = {"color": INDIGO, "width": 1.5}
    fig = go.Figure(go.Scatter(x=x, y=y, mode="lines", line=line, hoverinfo="skip"))
    fig.add_hline(y=height, line={"color": CINNABAR, "width": 2, "dash": "dash"})
    fig.update_xaxes(visible=False)
    fig.update_yaxes(title=words.HEIGHT[lang], rangemode="tozero")
    fig.update_layout(showlegend=False)
    return finish(fig, words.TREE_TITLE[lang].format(height=height, k=k), height=260)


def answers(points: np.ndarray, hits: Sequence[int], query: np.ndarray, share: float, texts, lang: Lang) -> go.Figure:
    """The collection, the answers in it, and the query."""
    fig = _cloud(points, [_short(line) for line in texts], FAINT)
    x, y = points[list(hits)].T
    marker = {"color": INDIGO, "size": 11}
    found = [_short(texts[at]) for at in hits]
    numbers = [str(i + 1) for i in range(len(hits))]
    hover = {"hovertext": found, "hoverinfo": "text"}
    fig.add_trace(
        go.Scatter(x=x, y=y, mode="markers+text", marker=marker, text=numbers, textposition="top center", **hover)
    )
    star = {"color": CINNABAR, "size": 17, "symbol": "star"}
    fig.add_trace(go.Scatter(x=query[:1], y=query[1:], mode="markers", marker=star, hovertext=words.QUERY[lang]))
    return finish(fig, words.FOUND_TITLE[lang].format(share=percent(share, lang)), height=380)


def arrows(vectors: np.ndarray, names: Sequence[str], query: np.ndarray, agree: str, lang: Lang) -> go.Figure:
    """Vectors from the origin, and the query among them."""
    fig = go.Figure()
    t = np.linspace(0, 2 * np.pi, 97)
    hoop = {"color": FAINT, "width": 1}
    fig.add_trace(go.Scatter(x=np.cos(t), y=np.sin(t), mode="lines", line=hoop, hoverinfo="skip"))
    for name, (x, y), colour in (
        *((name, vector, INDIGO) for name, vector in zip(names, vectors, strict=True)),
        (words.QUERY[lang], query, CINNABAR),
    ):
        tip = {"x": x, "y": y, "ax": 0, "ay": 0, "axref": "x", "ayref": "y", "arrowhead": 2, "arrowwidth": 2.5}
        fig.add_annotation(**tip, arrowcolor=colour, text="")
        fig.add_annotation(x=1.1 * x, y=1.1 * y, text=name, showarrow=False, font={"color": colour})
    reach = 1.25 * max(1.0, float(np.abs(vectors).max()), float(np.abs(query).max()))
    fig.update_xaxes(visible=False, range=[-reach, reach])
    fig.update_yaxes(visible=False, range=[-reach, reach], scaleanchor="x")
    fig.update_layout(showlegend=False)
    return finish(fig, agree, height=460)


def _cloud(points: np.ndarray, said: Sequence[str], colours) -> go.Figure:
    x, y = np.round(points.T, 3)
    marker = {"color": colours, "size": 7}
    fig = go.Figure(go.Scatter(x=x, y=y, mode="markers", marker=marker, hovertext=said, hoverinfo="text"))
    for update in (fig.update_xaxes, fig.update_yaxes):
        update(showticklabels=False, zeroline=False)
    fig.update_layout(showlegend=False)
    return fig


def _short(line: str) -> str:
    """As a hover shows it; nothing in it acts."""
    return escape(line if len(line) <= LONG else f"{line[: LONG - 1]}…")
