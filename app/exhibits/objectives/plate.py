"""The picture of this exhibit on the entrance: how much of one text eight objectives ask for."""

from __future__ import annotations

from functools import cache

import plotly.graph_objects as go

from app.exhibits.objectives import charts, text
from app.exhibits.objectives.reading import SHOWN, drawn, read
from app.i18n import Lang

DRAWN = ("clm", "mlm", "span", "plm", "electra", "t5", "bart", "sop")


@cache
def plate(lang: Lang) -> go.Figure:
    """The share of places that are asked for."""
    what = read(text.EXAMPLE[lang])
    shares = []
    for name in DRAWN:
        made = drawn(name, what, 0)
        side = made.decoder or made
        shares.append(float(side.loss_mask.mean()))
    fig = charts.bars([text.NAMES[name][lang] for name in DRAWN], shares, text.PLATE[lang].format(n=len(SHOWN)))
    for row, name in enumerate(DRAWN):
        place = {"x": 0, "xanchor": "left", "xref": "paper", "y": row - 0.3, "yanchor": "bottom", "showarrow": False}
        fig.add_annotation(text=text.NAMES[name][lang], **place, font={"size": 11})
    fig.update_yaxes(showticklabels=False, range=[len(DRAWN) - 0.5, -1])
    return fig.update_layout(margin={"l": 4, "r": 4, "t": 40, "b": 24}, bargap=0.65)
