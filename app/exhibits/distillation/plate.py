"""The picture of this exhibit on the entrance: one digit and what its teacher says of it."""

from __future__ import annotations

from functools import cache

import plotly.graph_objects as go

from app.exhibits.distillation import temperature_charts, text
from app.exhibits.distillation.temperature import START
from app.i18n import Lang
from core.distillation.recorded import study


@cache
def plate(lang: Lang) -> go.Figure:
    """The start of the first view, at temperature 4."""
    fig = temperature_charts.targets(study("digits"), START["digits"], 4.0, 0.7, lang)
    fig.update_layout(title_text=text.PLATE[lang], showlegend=False, margin={"l": 40, "r": 4, "t": 40, "b": 40})
    return fig
