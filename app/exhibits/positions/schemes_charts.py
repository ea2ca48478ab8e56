"""Matrices of scores, with what their diagonals say."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import plotly.graph_objects as go

from app.exhibits.positions import text
from app.house.numbers import percent, scientific
from app.i18n import Lang
from app.theme import CINNABAR, DIVERGING, FAINT, finish, scale
from core.positions.toeplitz import Test

COLUMNS = 2
LARGEST = 200  # places a side: beyond, every second or third is drawn


def matrix(scores: np.ndarray, found: Test, name: str, lang: Lang) -> go.Figure:
    """Left the matrix, right the mean of each diagonal with the band of its entries."""
    T = len(scores)
    step = -(-T // LARGEST)
    shown, top = scores[::step, ::step], _top(scores)
    places = np.arange(0, T, step)
    fig = go.Figure(
        go.Heatmap(
            z=_byte(shown, top),
            x=places,
            y=places,
            zmin=-100,
            zmax=100,
            colorscale=scale(DIVERGING),
            showscale=False,
            hovertemplate=text.SCORE_HOVER[lang].format(top=f"{top:.3g}"),
        )
    )
    far = np.arange(1 - T, T)
    low, high = _band(scores)
    clear = {"color": "rgba(0,0,0,0)"}
    band = {"mode": "lines", "xaxis": "x2", "yaxis": "y2", "hoverinfo": "skip"}
    fig.add_trace(go.Scatter(x=far, y=high, line=clear, **band))
    fig.add_trace(go.Scatter(x=far, y=low, line=clear, fill="tonexty", fillcolor="rgba(128,128,128,0.25)", **band))
    line = {"color": CINNABAR, "width": 2}
    means = np.round(found.means, 4).astype(np.float32)
    fig.add_trace(go.Scatter(x=far, y=means, mode="lines", line=line, xaxis="x2", yaxis="y2", name=text.MEAN[lang]))
    fig.layout["xaxis"] = {"domain": [0, 0.5], "title": {"text": text.KEY_AXIS[lang]}, "showgrid": False}
    fig.layout["yaxis"] = {
        "title": {"text": text.QUERY_AXIS[lang]},
        "autorange": "reversed",
        "scaleanchor": "x",
        "constrain": "domain",
        "showgrid": False,
    }
    fig.layout["xaxis2"] = {"domain": [0.62, 1], "anchor": "y2", "title": {"text": text.OFFSET_AXIS[lang]}}
    fig.layout["yaxis2"] = {"anchor": "x2", "title": {"text": text.SCORE_AXIS[lang]}}
    fig.update_layout(showlegend=False)
    said = text.MATRIX_TITLE[found.depends][lang].format(name=name, share=percent(found.explained, lang))
    return finish(fig, said, height=400)


def gallery(drawn: Mapping[str, tuple[np.ndarray, Test]], title: str, lang: Lang) -> go.Figure:
    """A family of encodings, each under its name and the deviation of its diagonals."""
    rows = -(-len(drawn) // COLUMNS)
    traces, layout, labels = [], {}, []  # given to the figure at once: one by one each costs milliseconds
    common = {"type": "heatmap", "zmin": -100, "zmax": 100, "colorscale": scale(DIVERGING), "showscale": False}
    bare = {"visible": False, "fixedrange": True, "constrain": "domain"}
    for at, (name, (scores, found)) in enumerate(drawn.items()):
        axis = "" if at == 0 else str(at + 1)
        row, column = divmod(at, COLUMNS)
        left, top = column / COLUMNS, 1 - row / rows - 0.2 / rows
        within = {"hoverinfo": "skip", "xaxis": f"x{axis}", "yaxis": f"y{axis}"}
        traces.append({**common, **within, "z": _byte(scores, _top(scores))})
        across = {"domain": [left, left + 0.95 / COLUMNS], "anchor": f"y{axis}", "constraintoward": "left"}
        down = {"domain": [1 - (row + 1) / rows, top], "anchor": f"x{axis}", "scaleanchor": f"x{axis}"}
        layout[f"xaxis{axis}"] = {**bare, **across}
        layout[f"yaxis{axis}"] = {**bare, **down, "autorange": "reversed", "constraintoward": "top"}
        said = f"<b>{text.SCHEMES[name][lang]}</b><br>{text.SHORT[found.depends][lang]} · {scientific(found.deviation)}"
        place = {"x": left, "y": top, "xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "bottom"}
        labels.append({"text": said, "showarrow": False, "align": "left", "font": {"size": 12}, **place})
    fig = finish(go.Figure(traces, {**layout, "annotations": labels}), title, height=220 * rows + 40)
    return fig.update_layout(margin={"l": 4, "r": 4, "b": 4}, modebar={"color": FAINT})


def _top(scores: np.ndarray) -> float:
    return float(np.abs(scores).max()) or 1.0


def _byte(scores: np.ndarray, top: float) -> np.ndarray:
    """Hundredths of the largest score, one byte each."""
    return np.round(100 * scores / top).astype(np.int8)


def _band(scores: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The smallest and the largest entry of every diagonal."""
    T = len(scores)
    diagonals = [scores.diagonal(offset) for offset in range(1 - T, T)]
    ends = np.array([(each.min(), each.max()) for each in diagonals], np.float32)
    return ends[:, 0], ends[:, 1]


def puzzle(scores: np.ndarray) -> go.Figure:
    """A matrix without a word about it."""
    fig = go.Figure(
        go.Heatmap(
            z=_byte(scores, _top(scores)),
            zmin=-100,
            zmax=100,
            colorscale=scale(DIVERGING),
            showscale=False,
            hoverinfo="skip",
        )
    )
    fig.update_yaxes(autorange="reversed", scaleanchor="x", constrain="domain", showgrid=False)
    fig.update_xaxes(constrain="domain", showgrid=False)
    return finish(fig, "", height=340).update_layout(margin={"t": 8})
