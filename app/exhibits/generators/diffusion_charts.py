"""The curves of diffusion: schedules, and steps against quality."""

from __future__ import annotations

import numpy as np
import plotly.graph_objects as go

from app.exhibits.generators import text
from app.exhibits.generators.panels import SIDES, head
from app.house.numbers import scientific
from app.i18n import Lang
from app.theme import CINNABAR, GREEN, GREY, INDIGO, ORANGE, finish
from core.generators import KINDS, schedule
from core.generators.recorded import FEW, Plane
from core.generators.run import Config
from core.generators.schedules import elbo_terms

LOOKS = {
    "ddpm": (CINNABAR, "solid", "circle"),
    "ddim": (INDIGO, "dash", "square"),
    "ode": (GREEN, "dot", "diamond"),
    "flow": (ORANGE, "dashdot", "triangle-up"),
}
DASHES = dict(zip(KINDS, ("solid", "dash", "dot", "dashdot"), strict=True))


def schedules(kind: str, times: int, lang: Lang) -> go.Figure:
    """ᾱ on the left, the signal-to-noise ratio on the right; the chosen schedule in colour."""
    fig = go.Figure()
    for name in KINDS:
        chain = schedule(name, times)
        thin = max(1, times // 100)
        t = np.arange(1, times + 1)[::thin]
        line = {"color": CINNABAR if name == kind else GREY, "width": 3 if name == kind else 1.5, "dash": DASHES[name]}
        label = text.SCHEDULES[name][lang]
        for axis, values in (("", chain.alpha_bar), ("2", np.maximum(chain.snr, 1e-9))):
            y = values[::thin].astype(np.float32)
            fig.add_trace(
                go.Scatter(
                    x=t,
                    y=y,
                    mode="lines",
                    line=line,
                    name=label,
                    xaxis=f"x{axis}",
                    yaxis=f"y{axis}",
                    showlegend=axis == "",
                )
            )
    fig.layout["xaxis"] = {"domain": [0, 0.43], "title": {"text": text.STEP_AXIS[lang]}, "anchor": "y"}
    fig.layout["xaxis2"] = {"domain": [0.6, 1], "title": {"text": text.STEP_AXIS[lang]}, "anchor": "y2"}
    fig.layout["yaxis"] = {"anchor": "x", "range": [-0.03, 1.05]}
    head(fig, text.LEFT_AXIS[lang], [0])
    head(fig, text.SNR_AXIS[lang], [0.6])
    fig.layout["yaxis2"] = {
        "anchor": "x2",
        "type": "log",
        "range": [-5, 4],
        "dtick": 2,
        "exponentformat": "power",
    }
    end = float(schedule(kind, times).alpha_bar[-1])
    title = text.SCHEDULES_TITLE[lang].format(name=text.SCHEDULES[kind][lang], left=scientific(end))
    return finish(fig, title, height=340).update_layout(margin=SIDES)


def few(found: Plane, lang: Lang) -> go.Figure:
    """Distance over the floor against steps; medians and the band of the seeds."""
    fig, base = go.Figure(), float(np.median(found.floor["wasserstein"]))
    for name, rows in found.steps.items():
        colour, dash, symbol = LOOKS[name]
        ratio = rows / base
        label = text.HOWS[name][lang].split(":")[0].split("：")[0]
        edge = np.concatenate([ratio.max(0), ratio.min(0)[::-1]])
        fig.add_trace(
            go.Scatter(
                x=[*FEW, *FEW[::-1]],
                y=edge,
                fill="toself",
                fillcolor=colour,
                opacity=0.15,
                line_width=0,
                hoverinfo="skip",
                showlegend=False,
                mode="lines",
            )
        )
        fig.add_trace(
            go.Scatter(
                x=FEW,
                y=np.median(ratio, axis=0),
                mode="lines+markers",
                name=label,
                line={"color": colour, "dash": dash, "width": 2.5},
                marker={"color": colour, "symbol": symbol, "size": 8},
            )
        )
    fig.add_hline(1, line={"color": GREY, "dash": "dash"})
    fig.update_xaxes(type="log", title=text.FEW_AXIS[lang], tickvals=list(FEW), ticktext=[str(n) for n in FEW])
    ticks = [1, 2, 5, 10, 20, 50]
    fig.update_yaxes(type="log", title=text.RATIO_AXIS[lang], tickvals=ticks, ticktext=[str(n) for n in ticks])
    at = FEW.index(8)
    facts = {"few": 8, "first": "DDIM", "one": float(np.median(found.steps["ddim"][:, at])) / base}
    facts |= {"second": "DDPM", "two": float(np.median(found.steps["ddpm"][:, at])) / base}
    return finish(fig, text.FEW_TITLE[lang].format(**facts), height=360)


def terms(config: Config, error: np.ndarray, lang: Lang) -> go.Figure:
    """The bound's terms, and the plain errors that DDPM's loss adds up, at every step."""
    chain = schedule(config.schedule, config.times)
    nats, t = elbo_terms(chain, error, 2), np.arange(1, config.times + 1)
    fig = go.Figure()
    for values, name, colour, dash in (
        (nats, text.TERM_NAME, INDIGO, "solid"),
        (error, text.NOISE_ERROR, CINNABAR, "dash"),
    ):
        line = {"color": colour, "dash": dash, "width": 2}
        fig.add_trace(go.Scatter(x=t, y=np.round(values, 5), mode="lines", name=name[lang], line=line))
    total = float(np.nansum(nats))
    half = int(np.searchsorted(np.nancumsum(nats), total / 2)) + 1
    fig.update_xaxes(title=text.STEP_AXIS[lang])
    fig.update_yaxes(type="log", dtick=1, exponentformat="power")
    title = text.TERMS_TITLE[lang].format(sum=total, steps=config.times, half=half)
    fig = finish(fig, title, height=320)
    return fig
