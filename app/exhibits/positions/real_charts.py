"""The figures of real tables."""

from __future__ import annotations

import numpy as np
import plotly.graph_objects as go

from app.exhibits.positions import text
from app.house.numbers import percent
from app.i18n import Lang
from app.theme import CATEGORIES, CINNABAR, DIVERGING, GREY, INDIGO, finish, scale
from core.positions import columns
from core.positions.recorded import SHOWN, Learnt, Scheme, Table

ROWS = 256  # drawn at most
DASHES = ("solid", "dash", "dot", "dashdot")


def step(found: Table | Learnt) -> int:
    """Every how manieth place is drawn."""
    return -(-len(found.likeness) // ROWS)


def likeness(found: Table | Learnt, lang: Lang) -> go.Figure:
    """Cosines between the rows of a learnt table; the line is where MiniLM's training ended."""
    z = found.likeness[:: step(found), :: step(found)]
    places = np.arange(0, len(found.likeness), step(found))
    fig = go.Figure(
        go.Heatmap(
            z=z,
            x=places,
            y=places,
            zmin=-100,
            zmax=100,
            colorscale=scale(DIVERGING),
            showscale=False,
            hovertemplate=text.LIKE_HOVER[lang],
        )
    )
    if isinstance(found, Table):
        line = {"color": CINNABAR, "width": 2, "dash": "dash"}
        fig.add_shape(type="line", x0=SHOWN, x1=SHOWN, y0=0, y1=len(found.likeness), line=line)
        fig.add_shape(type="line", y0=SHOWN, y1=SHOWN, x0=0, x1=len(found.likeness), line=line)
    fig.update_yaxes(autorange="reversed", scaleanchor="x", constrain="domain", title=text.PLACE_AXIS[lang])
    fig.update_xaxes(constrain="domain", title=text.PLACE_AXIS[lang])
    near = float(found.likeness[:SHOWN, :SHOWN].diagonal(1).mean()) / 100
    apart = min(64, len(found.likeness) - 1)
    far = float(found.likeness[:SHOWN, :SHOWN].diagonal(apart).mean()) / 100
    return finish(fig, text.LIKENESS_TITLE[lang].format(near=near, far=far, apart=apart), height=560)


def spectrum(found: Table | Learnt, lang: Lang) -> go.Figure:
    """Singular values, the largest is 1; the number of directions that hold most of the variance."""
    power = np.cumsum(found.spectrum**2) / (found.spectrum**2).sum()
    n = int(np.searchsorted(power, 0.9)) + 1
    x = np.arange(1, len(found.spectrum) + 1)
    line = {"color": INDIGO, "width": 2}
    fig = go.Figure(go.Scatter(x=x, y=found.spectrum.astype(np.float32), mode="lines", line=line))
    fig.add_vline(n, line={"color": GREY, "dash": "dash"})
    fig.update_xaxes(title=text.DIRECTION_AXIS[lang], type="log")
    fig.update_yaxes(title=text.SINGULAR_AXIS[lang], rangemode="tozero")
    return finish(fig, text.SPECTRUM_TITLE[lang].format(n=n, D=len(x)), height=270)


def main_waves(found: Table | Learnt, lang: Lang) -> go.Figure:
    """The first places along the table's main directions: waves that nobody put there."""
    fig = go.Figure()
    for at, wave in enumerate(found.waves[:4]):
        line = {"color": CATEGORIES[at], "width": 2, "dash": DASHES[at]}
        y = np.round(wave, 4).astype(np.float32)
        fig.add_trace(go.Scatter(x=np.arange(len(y)), y=y, mode="lines", line=line, name=str(at + 1)))
    fig.update_xaxes(title=text.PLACE_AXIS[lang])
    crossings = [int((np.diff(np.sign(wave - wave.mean())) != 0).sum()) for wave in found.waves[:4]]
    title = text.MAIN_WAVES_TITLE[lang].format(n=", ".join(map(str, crossings)))
    fig = finish(fig, title, height=300)
    return fig


def columns_of_sinusoid(P: np.ndarray, lang: Lang) -> go.Figure:
    """Variance of each column of the sinusoid over the places."""
    fig = go.Figure(
        go.Bar(x=np.arange(len(P)), y=P.astype(np.float32), marker={"color": CINNABAR, "line": {"width": 0}})
    )
    fig.update_layout(bargap=0.1)
    fig.update_xaxes(title=text.COLUMN_AXIS[lang])
    fig.update_yaxes(title=text.VARIANCE_AXIS[lang], rangemode="tozero")
    share = percent(columns.first_quarter(P), lang)
    return finish(fig, text.COLUMNS_TITLE[lang].format(share=share), height=300)


def both_columns(found: Table, sine: Scheme, lang: Lang) -> go.Figure:
    """Each column a point: variance of positions against that of words, for MiniLM and for our small model."""
    fig = go.Figure()
    P = columns.of_sinusoid(sine.config.T, sine.config.D)
    sides = (
        ("", found.by_column, found.words_by_column, INDIGO, "circle", text.MINILM_TOP),
        ("2", P, sine.words[0], CINNABAR, "diamond", text.SMALL_TOP),
    )
    for (axis, x, y, colour, symbol, top), ground in zip(sides, ((0, 0.44), (0.56, 1)), strict=True):
        marker = {"color": colour, "size": 6, "symbol": symbol, "opacity": 0.7}
        said = [text.COLUMN_NAME[lang].format(column=column) for column in range(len(x))]
        fig.add_trace(
            go.Scatter(
                x=x.astype(np.float32),
                y=y.astype(np.float32),
                mode="markers",
                marker=marker,
                text=said,
                hovertemplate="%{text}<extra></extra>",
                xaxis=f"x{axis}",
                yaxis=f"y{axis}",
            )
        )
        title = {"text": text.P_AXIS[lang]}
        fig.layout[f"xaxis{axis}"] = {"domain": ground, "anchor": f"y{axis}", "title": title, "type": "log"}
        fig.layout[f"yaxis{axis}"] = {"anchor": f"x{axis}", "type": "log", "title": {"text": text.X_AXIS[lang]}}
        fig.add_annotation(
            x=ground[0], y=1.13, xref="paper", yref="paper", text=top[lang], showarrow=False, xanchor="left"
        )
        fig.layout[f"xaxis{axis}"]["exponentformat"] = fig.layout[f"yaxis{axis}"]["exponentformat"] = "power"
    fig.update_layout(showlegend=False)
    small = float(np.mean([columns.order_shared(P, words) for words in sine.words]))  # as the text beside it says
    real = columns.order_shared(found.by_column, found.words_by_column)
    return finish(fig, text.BOTH_TITLE[lang].format(small=small, real=real), height=350)
