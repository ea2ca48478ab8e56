"""The picture of this exhibit on the entrance: one shape as five families make it."""

from __future__ import annotations

from functools import cache

import plotly.graph_objects as go

from app.exhibits.generators import ruler_charts, text
from app.i18n import Lang
from core.generators.recorded import plane, shapes


@cache
def plate(lang: Lang) -> go.Figure:
    """The spiral, if it was recorded."""
    shape = "spiral" if "spiral" in shapes() else shapes()[0]
    fig = ruler_charts.heaps(plane(shape), lang, shown=150)
    return fig.update_layout(title_text=text.PLATE[lang], margin={"l": 4, "r": 4, "t": 40, "b": 4})
