"""The picture of this exhibit on the entrance: a tree found in the distances of a layer."""

from __future__ import annotations

from functools import cache

import plotly.graph_objects as go

from app.exhibits.probing import text, tree, tree_charts
from app.i18n import Lang
from core.probes import recorded
from core.probes.treebank import load

SENTENCE, LAYER = 0, 3


@cache
def plate(lang: Lang) -> go.Figure:
    """Our first sentence, gold above, predicted below."""
    shown = tree.Shown(recorded.own("minilm").read[SENTENCE], load("own-en").sentences[SENTENCE], "minilm", live=False)
    fig = tree_charts.arcs(shown, LAYER, lang)
    fig.update_layout(title_text=text.PLATE[lang].format(layer=LAYER), margin={"l": 4, "r": 4, "t": 40, "b": 40})
    return fig
