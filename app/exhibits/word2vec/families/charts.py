"""The figures of this folder: numbers and a title in, a figure out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import plotly.graph_objects as go

from app.theme import CATEGORIES, FAINT, GREY, INK, finish

MARKS = ("circle", "diamond", "square", "triangle-up", "cross", "star", "x", "hexagon")


def bars(
    groups: Mapping[str, Sequence[tuple[str, float]]], title: str, axis: str, *, height: int = 420, widest: int = 54
) -> go.Figure:
    """A list of words with a number each, one column of bars a group; names stand on the bars: a phone has room."""
    from plotly.subplots import make_subplots

    fig = make_subplots(cols=len(groups), horizontal_spacing=0.08, subplot_titles=list(groups))
    values = [value for rows in groups.values() for _, value in rows]
    low, high = min([0.0, *values]), max([0.0, *values])
    for column, (rows, colour) in enumerate(zip(groups.values(), CATEGORIES, strict=False), 1):
        bar = go.Bar(
            x=[value for _, value in rows],
            y=[f"{i} · {name}" for i, (name, _) in enumerate(rows, 1)],  # a name may come twice
            orientation="h",
            marker={"color": colour, "opacity": 0.45},
            hovertemplate="%{y}: %{x:.3f}<extra></extra>",
        )
        names = go.Scatter(
            x=[low * 1.05] * len(rows),
            y=bar.y,
            text=bar.y,
            mode="text",
            textposition="middle right",
            textfont={"color": INK, "size": 13},
            cliponaxis=False,
            hoverinfo="skip",
        )
        fig.add_trace(bar, row=1, col=column)
        fig.add_trace(names, row=1, col=column)
    fig.update_yaxes(autorange="reversed", visible=False)
    fig.update_xaxes(range=[low * 1.05, high * 1.05], title=axis, tickangle=0, nticks=4)
    return finish(fig, title, height=height, widest=widest).update_layout(showlegend=False, margin={"l": 8})


def plane(
    points: np.ndarray,
    names: Sequence[str],
    group: Sequence[int],
    title: str,
    *,
    edges: Sequence[tuple[int, int]] = (),
    big: Sequence[int] = (),
    height: int = 480,
) -> go.Figure:
    """Named points, a colour and a mark for each group, lines between some."""
    fig = go.Figure()
    if edges:
        ends = np.array([[*points[a], *points[b]] for a, b in edges])
        x, y = (np.c_[ends[:, i], ends[:, i + 2], np.full(len(ends), np.nan)].ravel() for i in (0, 1))
        line = {"color": FAINT, "width": 1}
        fig.add_trace(go.Scatter(x=x, y=y, mode="lines", line=line, hoverinfo="skip", opacity=0.6))
    for g in sorted(set(group)):
        mine = [i for i, other in enumerate(group) if other == g]
        fig.add_trace(
            go.Scatter(
                x=points[mine, 0],
                y=points[mine, 1],
                text=[names[i] for i in mine],
                mode="markers+text",
                textposition="top center",
                textfont={"color": INK, "size": 12},
                marker={
                    "color": CATEGORIES[g % len(CATEGORIES)],
                    "symbol": MARKS[g % len(MARKS)],
                    "size": [15 if i in big else 9 for i in mine],
                },
                hovertemplate="%{text}<extra></extra>",
            )
        )
    fig.update_xaxes(visible=False)
    fig.update_yaxes(visible=False)
    return finish(fig, title, height=height).update_layout(showlegend=False, margin={"l": 8, "r": 8, "b": 8})


def curves(lines: Mapping[str, np.ndarray], title: str, x: str, y: str, *, dashed: float | None = None) -> go.Figure:
    """A few lines over steps, smoothed over a fiftieth of their length; ``dashed`` is a level to compare with."""
    fig = go.Figure()
    for (name, values), colour in zip(lines.items(), CATEGORIES, strict=False):
        width = max(1, len(values) // 50)
        smooth = np.convolve(values, np.ones(width) / width, "valid")
        at = np.unique(np.linspace(0, len(smooth) - 1, 200).astype(int))
        fig.add_trace(
            go.Scatter(x=at + width, y=smooth[at], name=name, mode="lines", line={"color": colour, "width": 2.5})
        )
    if dashed is not None:
        fig.add_hline(y=dashed, line={"color": GREY, "dash": "dash", "width": 2})
    fig.update_xaxes(title=x)
    fig.update_yaxes(title=y)
    return finish(fig, title, height=340)


def pca(rows: np.ndarray) -> np.ndarray:
    """The two directions in which the rows differ most; each ends on a positive largest value."""
    rows = rows - rows.mean(0)
    found = rows @ np.linalg.svd(rows, full_matrices=False)[2][:2].T
    if found.shape[1] < 2:
        found = np.c_[found, np.zeros(len(found))]
    return found * np.where(found[np.abs(found).argmax(0), range(2)] < 0, -1, 1)
