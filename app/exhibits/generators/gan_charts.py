"""The curves of a GAN."""

from __future__ import annotations

import math

import numpy as np
import plotly.graph_objects as go

from app.exhibits.generators import text
from app.i18n import Lang
from app.theme import CINNABAR, GREEN, GREY, INDIGO, ORANGE, SKY, finish
from core.generators import Run
from core.generators.records import Heaps

LOOKS = {
    "nonsaturating": (CINNABAR, "solid"),
    "minimax": (ORANGE, "dashdot"),
    "wasserstein": (SKY, "longdash"),
    "ddpm": (INDIGO, "dash"),
    "flow_matching": (GREEN, "dot"),
}


def losses(run: Run, lang: Lang) -> go.Figure:
    """Both players, and where the discriminator only guesses."""
    fig, n = go.Figure(), run.losses.shape[1]
    steps = np.linspace(1, run.config.steps, n).round()
    for values, name, colour, dash in (
        (run.losses[0], text.LOSS_D, INDIGO, "dash"),
        (run.losses[1], text.LOSS_G, CINNABAR, "solid"),
    ):
        line = {"color": colour, "dash": dash, "width": 1.5}
        fig.add_trace(go.Scatter(x=steps, y=np.round(values, 3), mode="lines", line=line, name=name[lang]))
    even = 2 * math.log(2)
    fig.add_hline(even, line={"color": GREY, "dash": "dot"})
    fig.update_xaxes(title=text.TRAIN_STEP_AXIS[lang])
    fig.update_yaxes(title=text.LOSS_AXIS[lang])
    fig = finish(fig, text.GAN_LOSS_TITLE[lang].format(even=even), height=300)
    return fig


def heaps(found: Heaps, lang: Lang) -> go.Figure:
    """Heaps found through the training: medians over the seeds, and the range of the seeds."""
    fig, names = go.Figure(), {name: label(name, lang) for name in found.found}
    around = [*found.at.tolist(), *found.at[::-1].tolist()]
    for name, counts in found.found.items():
        colour, dash = LOOKS[name]
        edge = np.concatenate([counts.max(0), counts.min(0)[::-1]])
        quiet = {"hoverinfo": "skip", "showlegend": False, "mode": "lines", "line_width": 0}
        fig.add_trace(go.Scatter(x=around, y=edge, fill="toself", fillcolor=colour, opacity=0.12, **quiet))
        line = {"color": colour, "dash": dash, "width": 2.5}
        fig.add_trace(go.Scatter(x=found.at, y=np.median(counts, axis=0), mode="lines", name=names[name], line=line))
    last = {name: float(np.median(counts[:, -1])) for name, counts in found.found.items()}
    fewest, most = min(last, key=lambda name: last[name]), max(last, key=lambda name: last[name])
    facts = {"step": int(found.at[-1]), "all": found.all, "fewest": names[fewest], "most": names[most]}
    title = text.HEAPS_TITLE[lang].format(few=last[fewest], many=last[most], **facts)
    fig.update_xaxes(title=text.TRAIN_STEP_AXIS[lang])
    fig.update_yaxes(title=text.HEAPS_AXIS[lang], range=[0, found.all + 1])
    return finish(fig, title, height=380)


def label(name: str, lang: Lang) -> str:
    """A GAN by its game, the others by their family."""
    return f"GAN, {text.LOSSES[name][lang]}" if name in text.LOSSES else text.FAMILIES[name][lang]
