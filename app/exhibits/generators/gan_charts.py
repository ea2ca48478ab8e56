"""The curves of a GAN."""

from __future__ import annotations

import math

import numpy as np
import plotly.graph_objects as go

from app.exhibits.generators import text
from app.i18n import Lang
from app.theme import CINNABAR, GREY, INDIGO, finish
from core.generators import Run


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
