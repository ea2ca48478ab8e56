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
    for row, colour, dash in ((m, CINNABAR, "solid"), (n, INDIGO, "dash")):
        fig.add_shape(
            type="line", x0=-0.5, x1=D - 0.5, y0=row, y1=row, line={"color": colour, "width": 2, "dash": dash}
        )
    fig.add_shape(
        type="line", x0=column, x1=column, y0=-0.5, y1=T - 0.5, line={"color": GREY, "width": 2, "dash": "dot"}
    )
    ticks = sorted({round(each) for each in np.linspace(0, D - 1, min(D, 7))})
    fig.update_xaxes(title=text.COLUMN_AXIS[lang], tickvals=ticks, ticktext=[str(c) for c in ticks], showgrid=False)
    fig.update_xaxes(range=[-0.5, D - 0.5])
    fig.update_yaxes(title=text.PLACE_AXIS[lang], range=[T - 0.5, -0.5], showgrid=False)
    slow = int((waves[::2] > T - 1).sum())  # the last position is T - 1
    facts = {"T": T, "slow": slow, "pairs": D // 2, "last": f"{waves[-1]:,.0f}", "first": waves[0]}
    return finish(fig, text.WAVES_TITLE[lang].format(**facts), height=440)


def cuts(P: np.ndarray, base: float, marks: Marks, lang: Lang) -> go.Figure:
    """Two rows, one column, and the dot product of any two rows by their distance, side by side."""
    T, D = P.shape
    m, n, column = marks
    far = np.arange(T)
    shared = dot_product(far, D, base)
    fig = go.Figure()
    for row, colour, dash in ((m, CINNABAR, "solid"), (n, INDIGO, "dash")):
        fig.add_trace(_line(np.arange(0, D, 2), P[row, ::2], colour, dash, text.ROW_NAME[lang].format(row=row)))
    fig.add_trace(_line(far, P[:, column], GREY, "dot", text.COLUMN_NAME[lang].format(column=column), "2"))
    fig.add_trace(_line(far, shared, INDIGO, "solid", text.DOT_NAME[lang], "3"))
    marker = {"color": CINNABAR, "size": 11}
    at = abs(m - n)
    fig.add_trace(go.Scatter(x=[at], y=[shared[at]], mode="markers", marker=marker, xaxis="x3", yaxis="y3", name="p·p"))
    grounds = ((0, 0.29), (0.355, 0.63), (0.71, 1))
    titles = (text.COLUMN_AXIS[lang], text.PLACE_AXIS[lang], text.DISTANCE_AXIS[lang])
    tops = (
        text.ROWS_TOP[lang].format(m=m, n=n),
        text.COLUMN_TOP[lang].format(column=column),
        text.DOT_TOP[lang].format(k=at, value=shared[at]),
    )
    for number, (ground, title, top) in enumerate(zip(grounds, titles, tops, strict=True), 1):
        axis = "" if number == 1 else str(number)
        fig.layout[f"xaxis{axis}"] = {"domain": ground, "anchor": f"y{axis}", "title": {"text": title}}
        fig.layout[f"yaxis{axis}"] = {"anchor": f"x{axis}", "range": [-1.1, 1.1]}
        fig.add_annotation(x=ground[0], y=1.14, xref="paper", yref="paper", text=top, showarrow=False, xanchor="left")
    fig.layout["yaxis3"]["range"] = [min(-0.1 * D, 1.1 * shared.min()), 0.55 * D]
    fig.update_layout(showlegend=False)
    return finish(fig, "", height=270).update_layout(margin={"t": 44, "l": 40, "r": 10})


def _line(x: np.ndarray, y: np.ndarray, colour: str, dash: str, name: str, axis: str = "") -> go.Scatter:
    line = {"color": colour, "width": 2, "dash": dash}
    y = np.round(y, 4).astype(np.float32)
    return go.Scatter(x=x, y=y, mode="lines", line=line, name=name, xaxis=f"x{axis}", yaxis=f"y{axis}")
