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
    last = charts.still(run, -1, lang)
    last.update_layout(title_text=text.PLATE[lang], margin={"l": 4, "r": 4, "t": 40, "b": 4})
    return last
