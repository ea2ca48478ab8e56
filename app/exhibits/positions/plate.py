"""The picture of this exhibit on the entrance: the sinusoidal table as the notes draw it."""

from __future__ import annotations

from functools import cache

import plotly.graph_objects as go

from app.exhibits.positions import text, waves_charts
from app.i18n import Lang
from core.positions import sinusoid, wavelengths


@cache
def plate(lang: Lang) -> go.Figure:
    """Length 50, width 128, without marks."""
    fig = waves_charts.table(sinusoid(50, 128), wavelengths(128), (0, 0, 0), lang)
    fig.layout.shapes = ()
    return fig.update_layout(title_text=text.PLATE[lang], margin={"l": 40, "r": 4, "t": 40, "b": 40})
