"""The figures of the sinusoid: numbers and a language in, a figure out."""

from __future__ import annotations

import numpy as np
import plotly.graph_objects as go

from app.exhibits.positions import text
from app.i18n import Lang
from app.theme import CINNABAR, DIVERGING, GREY, INDIGO, finish, scale
from core.positions import dot_product

Marks = tuple[int, int, int]  # two rows and a column


def table(P: np.ndarray, waves: np.ndarray, marks: Marks, lang: Lang) -> go.Figure:
    """The heat map; a cell's hover names the wavelength of its column. Values travel as hundredths in one byte."""
    T, D = P.shape
    m, n, column = marks
    names = [text.COLUMN_HOVER[lang].format(c=c, f="cos" if c % 2 else "sin", wave=waves[c]) for c in range(D)]
    fig = go.Figure(
        go.Heatmap(
            z=np.round(100 * P).astype(np.int8),
            x=names,
            zmin=-100,
            zmax=100,
            colorscale=scale(DIVERGING),
            showscale=False,
            hovertemplate=text.CELL_HOVER[lang],
        )
    )
    across = {"type": "line", "x0": -0.5, "x1": D - 0.5}
    down = {"type": "line", "x0": column, "x1": column, "y0": -0.5, "y1": T - 0.5}
    fig.layout["shapes"] = [
        {**across, "y0": m, "y1": m, "line": {"color": CINNABAR, "width": 2}},
        {**across, "y0": n, "y1": n, "line": {"color": INDIGO, "width": 2, "dash": "dash"}},
        {**down, "line": {"color": GREY, "width": 2, "dash": "dot"}},
    ]
    ticks = sorted({round(each) for each in np.linspace(0, D - 1, min(D, 7))})
    named = {"tickvals": ticks, "ticktext": [str(c) for c in ticks], "range": [-0.5, D - 0.5]}
    fig.layout["xaxis"] = {"title": {"text": text.COLUMN_AXIS[lang]}, "showgrid": False, **named}
    fig.layout["yaxis"] = {"title": {"text": text.PLACE_AXIS[lang]}, "showgrid": False, "range": [T - 0.5, -0.5]}
    slow = int((waves[::2] > T - 1).sum())  # the last position is T - 1
    facts = {"T": T, "slow": slow, "pairs": D // 2, "last": f"{waves[-1]:,.0f}", "first": waves[0]}
    return finish(fig, text.WAVES_TITLE[lang].format(**facts), height=440)


def cuts(P: np.ndarray, base: float, marks: Marks, lang: Lang) -> go.Figure:
    """Two rows, one column, and the dot product of any two rows by their distance, side by side."""
    T, D = P.shape
    m, n, column = marks
    far = np.arange(T)
    shared = dot_product(far, D, base)
    at, even = abs(m - n), np.arange(0, D, 2)
    marker = {"color": CINNABAR, "size": 11}
    fig = go.Figure(
        [
            _line(even, P[m, ::2], CINNABAR, "solid", text.ROW_NAME[lang].format(row=m)),
            _line(even, P[n, ::2], INDIGO, "dash", text.ROW_NAME[lang].format(row=n)),
            _line(far, P[:, column], GREY, "dot", text.COLUMN_NAME[lang].format(column=column), "2"),
            _line(far, shared, INDIGO, "solid", text.DOT_NAME[lang], "3"),
            go.Scatter(x=[at], y=[shared[at]], mode="markers", marker=marker, xaxis="x3", yaxis="y3", name="p·p"),
        ]
    )
    grounds = ((0, 0.29), (0.355, 0.63), (0.71, 1))
    titles = (text.COLUMN_AXIS[lang], text.PLACE_AXIS[lang], text.DISTANCE_AXIS[lang])
    tops = (
        text.ROWS_TOP[lang].format(m=m, n=n),
        text.COLUMN_TOP[lang].format(column=column),
        text.DOT_TOP[lang].format(k=at, value=shared[at]),
    )
    labels = []
    for number, (ground, title, top) in enumerate(zip(grounds, titles, tops, strict=True), 1):
        axis = "" if number == 1 else str(number)
        fig.layout[f"xaxis{axis}"] = {"domain": ground, "anchor": f"y{axis}", "title": {"text": title}}
        fig.layout[f"yaxis{axis}"] = {"anchor": f"x{axis}", "range": [-1.1, 1.1]}
        place = {"x": ground[0], "y": 1.14, "xref": "paper", "yref": "paper", "xanchor": "left"}
        labels.append({"text": top, "showarrow": False, **place})
    fig.layout["annotations"] = labels
    fig.layout["yaxis3"]["range"] = [min(-0.1 * D, 1.1 * shared.min()), 0.55 * D]
    fig.layout["showlegend"] = False
    finish(fig, "", height=270).layout["margin"].update(t=44, l=40, r=10)
    return fig


def _line(x: np.ndarray, y: np.ndarray, colour: str, dash: str, name: str, axis: str = "") -> go.Scatter:
    line = {"color": colour, "width": 2, "dash": dash}
    y = np.round(y, 4).astype(np.float32)
    return go.Scatter(x=x, y=y, mode="lines", line=line, name=name, xaxis=f"x{axis}", yaxis=f"y{axis}")
