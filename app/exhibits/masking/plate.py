"""The picture of this exhibit on the entrance: the recorded answer for its example."""

from __future__ import annotations

from functools import cache

import plotly.graph_objects as go

from app.exhibits.masking import charts, text
from app.i18n import Lang
from core.masking.recorded import EXAMPLES, recorded


@cache
def plate(lang: Lang) -> go.Figure:
    """Five words and the rest."""
    found = recorded(lang)
    if found is None:
        return go.Figure()
    fig = charts.bars(found, (), 5, lang)
    fig.update_layout(
        title_text=text.PLATE[lang].format(gapped=EXAMPLES[lang].replace("[MASK]", "▁▁"), best=found.words[0][0])
    )
    return fig.update_layout(margin={"l": 4, "r": 4, "t": 40, "b": 4})
