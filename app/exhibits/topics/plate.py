"""The picture of this exhibit on the entrance: the map without its texts."""

from __future__ import annotations

from functools import cache

import numpy as np
import plotly.graph_objects as go

from app.exhibits.topics import charts, text
from app.i18n import Lang
from app.theme import FAINT, INK, finish
from core.topics.recorded import sample


@cache
def plate(lang: Lang) -> go.Figure:
    """Points and the names of the largest topics."""
    topics = sample().topics
    colours, _ = charts.marks(topics)
    x, y = np.round(topics.plane.astype(float), 1).T
    marker = {"color": [*colours, FAINT], "size": 3}
    fig = go.Figure()
    for colour in dict.fromkeys(marker["color"]):
        some = np.array([*colours, FAINT])[topics.labels] == colour
        dots = {"color": colour, "size": 3, "opacity": 0.7}
        fig.add_trace(go.Scatter(x=x[some], y=y[some], mode="markers", marker=dots, hoverinfo="skip"))
    at = charts.middles(topics)
    shown = charts.apart(at, topics)[:14]
    names = [topics.name(topic, 1) for topic in shown]
    font = {"size": 11, "color": INK}
    fig.add_trace(go.Scatter(x=at[shown, 0], y=at[shown, 1], mode="text", text=names, textfont=font, hoverinfo="skip"))
    fig.update_layout(showlegend=False)
    fig.update_xaxes(visible=False)
    fig.update_yaxes(visible=False)
    return finish(fig, text.PLATE[lang], height=260).update_layout(margin={"l": 4, "r": 4, "t": 40, "b": 4})
