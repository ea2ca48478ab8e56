"""A training from zero as one figure: the answer for the watched sentence moves on the client."""

from __future__ import annotations

from html import escape

import plotly.graph_objects as go

from app.exhibits.masking import text
from app.house.numbers import percent
from app.i18n import Lang
from app.theme import CINNABAR, finish
from core.masking.live import Run


def watched(run: Run, lang: Lang) -> go.Figure:
    """The best words at every look; a slider scrubs through the training."""
    frames = [
        go.Frame(
            name=str(step),
            data=[_bars(words, shares, lang)],
            layout={
                "title": {"text": _title(step, words[0], shares[0], lang)},
                "yaxis": {"ticktext": [escape(word) for word in words]},
            },
        )
        for step, words, shares in zip(run.at, run.words, run.probabilities, strict=True)
    ]
    last = frames[-1]
    fig = go.Figure(last.data, frames=frames)
    K = len(run.words[-1])
    fig.update_yaxes(tickvals=list(range(K)), ticktext=[escape(word) for word in run.words[-1]], range=[K - 0.4, -0.6])
    fig.update_xaxes(range=[0, 1.1], tickformat=".0%")
    steps = [
        {
            "label": str(step),
            "method": "animate",
            "args": [[str(step)], {"mode": "immediate", "frame": {"duration": 0, "redraw": True}}],
        }
        for step in run.at
    ]
    prefix = f"{text.TRAIN_STEP[lang]} "
    fig.update_layout(sliders=[{"steps": steps, "active": len(steps) - 1, "currentvalue": {"prefix": prefix}}])
    fig = finish(fig, _title(run.at[-1], run.words[-1][0], run.probabilities[-1][0], lang), height=440)
    return fig


def _bars(words: tuple[str, ...], shares: tuple[float, ...], lang: Lang) -> go.Bar:
    return go.Bar(
        x=shares,
        y=list(range(len(words))),
        orientation="h",
        marker={"color": CINNABAR},
        text=[percent(share, lang) for share in shares],
        textposition="outside",
        cliponaxis=False,
    )


def _title(step: int, word: str, share: float, lang: Lang) -> str:
    return text.TRAIN_TITLE[lang].format(step=step, word=escape(word), share=percent(share, lang))
