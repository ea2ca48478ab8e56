"""RoPE stretched: a fitted score, the pairs' speeds, and the trained model read beyond its length."""

from __future__ import annotations

import numpy as np
import plotly.graph_objects as go

from app.exhibits.positions import text
from app.i18n import Lang
from app.theme import CINNABAR, FAINT, GREEN, GREY, INDIGO, ORANGE, finish
from core.positions import frequencies, ntk_base, yarn_rates
from core.positions.fitted import Fitted
from core.positions.recorded import Scheme
from core.positions.schemes import Ask
from core.positions.study import BIN

WAYS = {
    "plain": (CINNABAR, "solid"),
    "interpolated": (INDIGO, "dash"),
    "ntk": (GREEN, "dot"),
    "yarn": (ORANGE, "dashdot"),
}


def within(run: Fitted, lang: Lang) -> go.Figure:
    """The fitted score within and beyond the trained distances; the axis bends, so that both can be seen."""
    fig = go.Figure()
    fig.add_vrect(0, run.T - 1, fillcolor=FAINT, opacity=0.12, line_width=0)
    for name, y in (("plain", run.plain), ("interpolated", run.interpolated)):
        colour, dash = WAYS[name]
        line = {"color": colour, "width": 2, "dash": dash}
        shown = np.round(np.arcsinh(y), 4).astype(np.float32)
        fig.add_trace(
            go.Scatter(
                x=run.far.round(2).astype(np.float32),
                y=shown,
                mode="lines",
                line=line,
                name=text.WAY_NAMES[name][lang],
                text=[f"{value:,.2f}" for value in y],
                hovertemplate="%{x:.0f}: %{text}",
            )
        )
    worst = float(np.abs(run.plain).max())
    ends = sorted({-(10**power) for power in range(0, 5)} | {0} | {10**power for power in range(0, 5)})
    fig.update_yaxes(
        title=text.SCORE_AXIS[lang], tickvals=np.arcsinh(ends), ticktext=[f"{end:,}".replace("-", "−") for end in ends]
    )
    fig.update_xaxes(title=text.DISTANCE_AXIS[lang])
    inside = float(np.abs(run.interpolated).max())
    facts = {"T": run.T, "worst": f"{worst:,.1f}", "inside": f"{inside:.2f}"}
    return finish(fig, text.RANGE_TITLE[lang].format(**facts), height=330)


def rates(ask: Ask, scale: int, lang: Lang) -> go.Figure:
    """Radians per token of every pair, slowed in three ways."""
    own = frequencies(ask.Dh, ask.base)
    found = {
        "plain": own,
        "interpolated": own / scale,
        "ntk": frequencies(ask.Dh, ntk_base(ask.Dh, scale, ask.base)),
        "yarn": yarn_rates(ask.Dh, scale, ask.T, ask.base),
    }
    fig = go.Figure()
    marks = {"plain": "circle", "interpolated": "square", "ntk": "diamond", "yarn": "x"}
    for name, each in found.items():
        colour, dash = WAYS[name]
        style = {"line": {"color": colour, "width": 2, "dash": dash}, "marker": {"symbol": marks[name], "size": 7}}
        y = each.astype(np.float64)
        fig.add_trace(
            go.Scatter(x=np.arange(len(own)), y=y, mode="lines+markers", name=text.WAY_NAMES[name][lang], **style)
        )
    fig.update_xaxes(title=text.PAIR_AXIS[lang])
    fig.update_yaxes(title=text.RATE_AXIS[lang], type="log", exponentformat="power")
    fig = finish(fig, text.RATES_TITLE[lang], height=400)
    return fig


def trained(found: Scheme, lang: Lang) -> go.Figure:
    """The small RoPE model at four times its length: as it is, and slowed afterwards without any training."""
    bins = next(iter(found.stretched.values())).shape[1]
    curves = {"plain": found.by_place[:, :bins], **found.stretched}
    x = (np.arange(bins) + 0.5) * BIN
    fig = go.Figure()
    fig.add_vrect(0, found.config.T, fillcolor=FAINT, opacity=0.12, line_width=0)
    line = {"color": GREY, "width": 2, "dash": "dash"}
    restarted = found.restarted[:, :bins].mean(0)
    fig.add_trace(go.Scatter(x=x, y=restarted, mode="lines", line=line, name=text.RESTARTED[lang]))
    for name, each in curves.items():
        colour, dash = WAYS[name]
        style = {"color": colour, "width": 2, "dash": dash}
        fig.add_trace(go.Scatter(x=x, y=each.mean(0), mode="lines", line=style, name=text.WAY_NAMES[name][lang]))
    half = found.config.T // BIN // 2
    ends = {name: float(each[:, -half:].mean()) for name, each in curves.items()}
    best = min(ends, key=lambda name: ends[name])
    fig.update_xaxes(title=text.PLACE_AXIS[lang])
    fig.update_yaxes(title=text.NATS_AXIS[lang])
    facts = {"best": text.WAY_NAMES[best][lang], "low": ends[best], "plain": ends["plain"], "T": 4 * found.config.T}
    fig = finish(fig, text.STRETCHED_TITLE[lang].format(**facts), height=360)
    return fig
