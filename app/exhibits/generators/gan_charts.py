"""The curves of a GAN."""

from __future__ import annotations

import math

import numpy as np
import plotly.graph_objects as go

from app.exhibits.generators import text
from app.i18n import Lang
from app.theme import CINNABAR, GREEN, GREY, INDIGO, finish
from core.generators import Run, modes
from core.generators.heaps import through
from core.generators.recorded import kept, plane

LOOKS = {
    "gan": (CINNABAR, "solid", "circle"),
    "ddpm": (INDIGO, "dash", "square"),
    "flow_matching": (GREEN, "dot", "diamond"),
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


def heaps(shape: str, lang: Lang) -> go.Figure:
    """Heaps found through the recorded training of seed 0, and at its end by every seed."""
    fig, found = go.Figure(), plane(shape)
    centres = modes(shape)
    assert centres is not None
    for name, (colour, dash, symbol) in LOOKS.items():
        run, line = kept(shape, name), {"color": colour, "dash": dash, "width": 2.5}
        label = text.FAMILIES[name][lang]
        fig.add_trace(go.Scatter(x=run.at, y=through(run, centres), mode="lines", name=label, line=line))
        ends = found.values[name]["modes"]
        marker = {"color": colour, "symbol": symbol, "size": 9, "opacity": 0.7}
        places = found.training * np.linspace(1.01, 1.07, len(ends))  # side by side, or equal counts would hide
        fig.add_trace(go.Scatter(x=places, y=ends, mode="markers", marker=marker, showlegend=False, name=label))
    middle = {name: float(np.median(found.values[name]["modes"])) for name in LOOKS}
    facts = {"all": len(centres), "gan": middle["gan"], "ddpm": middle["ddpm"], "step": found.training}
    fig.update_xaxes(title=text.TRAIN_STEP_AXIS[lang])
    fig.update_yaxes(title=text.HEAPS_AXIS[lang], range=[0, 1.06 * len(centres)])
    return finish(fig, text.HEAPS_TITLE[lang].format(**facts), height=360)
