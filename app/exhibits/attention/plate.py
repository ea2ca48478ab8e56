"""The picture of this exhibit on the entrance: a recorded head of MiniLM."""

from __future__ import annotations

from functools import cache

import plotly.graph_objects as go

from app.exhibits.attention import text
from app.house.numbers import percent
from app.i18n import Lang
from app.theme import SEQUENTIAL, finish, scale
from core.attention.recorded import recorded

LAYER, HEAD = 3, 1  # counted from 0


@cache
def plate(lang: Lang) -> go.Figure:
    """One head as a matrix; the title names its strongest pair of words."""
    run = recorded("pronoun")
    maps, names = run.maps, run.maps.source.shown
    weights = maps.weights[LAYER, HEAD]
    own = [i for i, special in enumerate(maps.source.special) if not special]
    query, key = max(((q, k) for q in own for k in own if q != k), key=lambda pair: weights[pair])
    fig = go.Figure(
        go.Heatmap(
            z=weights,
            colorscale=scale(SEQUENTIAL),
            showscale=False,
            xgap=1,
            ygap=1,
            hovertemplate="%{y} → %{x}: %{z:.2f}<extra></extra>",
        )
    )
    ticks = {"tickvals": list(range(len(names))), "ticktext": names, "showgrid": False}
    fig.update_yaxes(autorange="reversed", **ticks)
    fig.update_xaxes(tickangle=-60, **ticks)
    said = text.PLATE[lang].format(query=names[query], key=names[key], weight=percent(float(weights[query, key]), lang))
    return finish(fig, said, height=340)
