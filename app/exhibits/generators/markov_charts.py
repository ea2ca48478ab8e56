"""The figures of the forgetting chain."""

from __future__ import annotations

import numpy as np
import plotly.graph_objects as go

from app.exhibits.generators import text
from app.exhibits.generators.diffusion_charts import DASHES
from app.exhibits.generators.panels import SIDES, head
from app.house.numbers import scientific
from app.i18n import Lang
from app.theme import CATEGORIES, CINNABAR, GREY, SEQUENTIAL, finish, scale
from core.generators import KINDS, markov, schedule
from core.generators.schedules import gaussian_kl

MARKS = ("circle", "square", "diamond", "triangle-up", "x", "star")
MEAN, TIMES, NEAR = 3.0, 100, 0.01  # where the Gaussian starts; nats that count as arrived
CELLS, SALT_STEPS = 21, 400


def chain(P: np.ndarray, start: int, steps: int, lang: Lang) -> go.Figure:
    """Shares of the states on the left, the divergence on the right."""
    fig, rest = go.Figure(), markov.stationary(P)
    shares = markov.walk(P, np.eye(len(P))[start], steps)
    t = np.arange(steps + 1)
    for i, share in enumerate(shares.T):
        colour, label = CATEGORIES[i], text.STATE[lang].format(i=i + 1)
        marker = {"color": colour, "symbol": MARKS[i], "size": 7}
        fig.add_trace(go.Scatter(x=t, y=share, mode="lines+markers", name=label, line_color=colour, marker=marker))
        fig.add_shape(
            type="line", x0=0, x1=steps, y0=rest[i], y1=rest[i], line={"color": colour, "dash": "dot", "width": 1}
        )
    nats = markov.divergence(shares, rest)
    fig.add_trace(
        go.Scatter(
            x=t,
            y=np.where(np.isfinite(nats), np.maximum(nats, 1e-16), np.nan),
            mode="lines+markers",
            line_color=CINNABAR,
            xaxis="x2",
            yaxis="y2",
            showlegend=False,
        )
    )
    title = {"text": text.TRANSITION_AXIS[lang]}
    fig.layout["xaxis"] = {"domain": [0, 0.5], "title": title, "anchor": "y"}
    fig.layout["xaxis2"] = {"domain": [0.64, 1], "title": title, "anchor": "y2"}
    fig.layout["yaxis"] = {"range": [-0.03, 1.03], "anchor": "x"}
    head(fig, text.SHARE_AXIS[lang], [0])
    head(fig, text.KL_AXIS[lang], [0.64])
    nats_axis = {
        "type": "log",
        "range": [-16, 1],
        "dtick": 4,
        "exponentformat": "power",
    }
    fig.layout["yaxis2"] = {**nats_axis, "anchor": "x2"}
    words = text.CHAIN_TITLE if markov.settles(P) else text.CHAIN_TITLE_NOT
    said = words[lang].format(steps=steps, kl=scientific(float(nats[-1])), keep=markov.second(P))
    return finish(fig, said, height=380).update_layout(margin=SIDES)


def salt(lang: Lang) -> go.Figure:
    """Time downwards."""
    shares = markov.dissolving(CELLS, SALT_STEPS)[:: SALT_STEPS // 50]
    z = np.round(1000 * np.sqrt(shares)).astype(np.int16)
    fig = go.Figure(go.Heatmap(z=z, colorscale=scale(SEQUENTIAL), showscale=False, zmin=0, zmax=700, hoverinfo="skip"))
    fig.update_xaxes(title=text.SALT_X[lang], showticklabels=False, showgrid=False)
    fig.update_yaxes(title=text.SALT_Y[lang], autorange="reversed", showticklabels=False, showgrid=False)
    return finish(fig, text.SALT_TITLE[lang].format(steps=SALT_STEPS), height=330)


def gauss(lang: Lang) -> go.Figure:
    """A point away from the middle, under every schedule."""
    fig, arrived = go.Figure(), {}
    for kind in KINDS:
        nats = gaussian_kl(schedule(kind, TIMES), MEAN, 1e-4)
        arrived[kind] = int(np.argmax(nats < NEAR)) + 1 if (nats < NEAR).any() else TIMES
        line = {"dash": DASHES[kind], "color": CINNABAR if kind == "linear" else GREY, "width": 2}
        fig.add_trace(
            go.Scatter(x=np.arange(1, TIMES + 1), y=nats, mode="lines", line=line, name=text.SCHEDULES[kind][lang])
        )
    fig.update_xaxes(title=text.STEP_AXIS[lang])
    fig.update_yaxes(title=text.KL_AXIS[lang], type="log", dtick=2, exponentformat="power")
    facts = {"mean": f"{MEAN:g}", "name": text.SCHEDULES["linear"][lang], "at": arrived["linear"], "steps": TIMES}
    return finish(fig, text.GAUSS_TITLE[lang].format(**facts), height=330)
