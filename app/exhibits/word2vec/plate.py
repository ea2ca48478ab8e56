"""The picture of this exhibit on the entrance: one word and its nearest on a map."""

from __future__ import annotations

from functools import cache

import numpy as np
import plotly.graph_objects as go

from app.exhibits.word2vec import text
from app.i18n import Lang
from app.theme import CINNABAR, FAINT, INDIGO, finish
from core.word2vec import shipped

WORD = {"en": ("words-en", "river"), "zh": ("words-zh", "音乐")}
POINTS = 700


@cache
def plate(lang: Lang) -> go.Figure:
    """A recorded map, the word in cinnabar, its nearest in indigo; the title counts those that stay near."""
    name, word = WORD[lang]
    kept, vectors = shipped.shipped(name), shipped.vectors(name)
    flat = kept.maps["tsne"]
    row = vectors.index[word]
    near = [vectors.index[other] for other, _ in vectors.nearest(word, 10) if vectors.index[other] < len(flat.points)]
    cloud = np.setdiff1d(np.arange(POINTS), [row, *near])
    fig = go.Figure()
    for rows, colour, size, named in ((cloud, FAINT, 4, False), (near, INDIGO, 9, True), ([row], CINNABAR, 14, True)):
        points = flat.points[list(rows)].round(2)
        fig.add_trace(
            go.Scatter(
                x=points[:, 0],
                y=points[:, 1],
                mode="markers+text" if named else "markers",
                text=[kept.vocab[r] for r in rows] if named else None,
                textposition="top center",
                textfont={"color": colour, "size": 13},
                marker={"color": colour, "size": size, "opacity": 0.9 if named else 0.35},
                hoverinfo="skip",
            )
        )
    fig.update_layout(showlegend=False)
    fig.update_xaxes(visible=False)
    fig.update_yaxes(visible=False)
    return finish(fig, text.PLATE[lang].format(word=word, kept=round(10 * float(flat.kept[row]))), height=320)
