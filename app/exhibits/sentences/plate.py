"""The picture of this exhibit on the entrance: where InfoNCE takes 48 points."""

from __future__ import annotations

from functools import cache

import plotly.graph_objects as go

from app.exhibits.sentences import charts, text
from app.exhibits.sentences.circle import moved
from app.i18n import Lang


@cache
def plate(lang: Lang) -> go.Figure:
    """The last frame alone: nothing to play on the entrance."""
    run = moved("info-nce", 2, 0.2, 0)
    fig = charts.moving(run, lang)
    last = go.Figure(fig.data, fig.layout)
    last.update_traces(x=run.frames[-1][:, 0], y=run.frames[-1][:, 1], selector=1)
    last.layout.updatemenus, last.layout.sliders = (), ()
    last.update_layout(title_text=text.PLATE[lang], margin={"l": 4, "r": 4, "t": 40, "b": 4})
    return last
