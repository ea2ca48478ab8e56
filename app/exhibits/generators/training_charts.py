"""The losses of a training."""

from __future__ import annotations

import numpy as np
import plotly.graph_objects as go

from app.exhibits.generators import text
from app.i18n import Lang
from app.theme import CINNABAR, INDIGO, finish
from core.generators import Run

POINTS = 300


def losses(run: Run, lang: Lang) -> go.Figure:
    """Every part of the loss, as means over stretches of equal length."""
    fig, steps = go.Figure(), run.losses.shape[1]
    cuts = np.array_split(np.arange(steps), min(POINTS, steps))
    middle = np.array([cut.mean() + 1 for cut in cuts])
    for row, name, colour, dash in zip(
        run.losses, text.LOSS_NAMES[run.config.family], (CINNABAR, INDIGO), ("solid", "dash"), strict=False
    ):
        values = np.array([row[cut].mean() for cut in cuts])
        line = {"color": colour, "dash": dash, "width": 2}
        fig.add_trace(go.Scatter(x=middle, y=values.round(4), mode="lines", line=line, name=name[lang]))
    whole = run.losses[0]
    tenth = max(1, steps // 10)
    title = text.TRAIN_LOSS_TITLE[lang].format(first=whole[:tenth].mean(), last=whole[-tenth:].mean())
    fig.update_xaxes(title=text.TRAIN_STEP_AXIS[lang])
    fig.update_yaxes(title=text.LOSS_AXIS[lang] if run.config.family not in ("ddpm", "flow_matching") else "")
    return finish(fig, title, height=320)
