"""The picture of this exhibit on the entrance: one sentence under several tokenizers."""

from __future__ import annotations

from functools import cache

import plotly.graph_objects as go

from app.exhibits.tokens import charts, text
from app.exhibits.tokens.reading import DEFAULT_ADDED, Asked, line
from app.i18n import Lang
from app.theme import FAINT
from core.tokens import KINDS

SENTENCE = {"en": ("unforgettable snowflakes", "news-en"), "zh": ("数学家和哲学家", "wiki-zh")}


@cache
def plate(lang: Lang) -> go.Figure:
    """Two words, four ways; the title counts BPE's pieces."""
    typed, corpus = SENTENCE[lang]
    what = Asked(typed, len(typed), corpus, DEFAULT_ADDED)
    found = [line(kind, what) for kind in KINDS]
    n = sum(chip.end > chip.start for chip in found[0].chips)  # a mark alone is no part of the word
    fig = charts.strips(found, text.PLATE[lang].format(word=typed, n=n), lang)
    for row, kind in enumerate(KINDS):  # the names over their rows: beside them they would take half a plate
        place = {"x": 0, "xanchor": "left", "xref": "paper", "y": row - 0.38, "yanchor": "bottom", "showarrow": False}
        fig.add_annotation(text=text.KINDS[kind][lang], **place, font={"size": 12, "color": FAINT})
    fig.update_yaxes(showticklabels=False, range=[len(KINDS) - 0.4, -0.9])
    return fig.update_layout(margin={"l": 4, "r": 4, "t": 40, "b": 4}, bargap=0.45)
