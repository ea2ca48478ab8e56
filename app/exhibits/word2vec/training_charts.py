"""The figures of *Train it*: the map that moves, and the tests on the way."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from app.exhibits.word2vec import training_text as text
from app.exhibits.word2vec.toy_charts import player
from app.house.numbers import percent
from app.i18n import Lang
from app.theme import CINNABAR, FAINT, GREEN, INDIGO, INK, finish
from core.word2vec.study import TESTS, Study

SKIPPED = 60  # the commonest words say least: they are points without a name
NAMED = 70
MOMENTS = 16  # frames that travel
COLOURS: dict[str, tuple[str, str]] = dict(
    zip(TESTS, ((CINNABAR, "solid"), (INDIGO, "dash"), (GREEN, "dot")), strict=True)
)


def film(found: Study, lang: Lang) -> go.Figure:
    """The most frequent words from the first look to the last, played on the client."""
    moments = np.unique(np.linspace(0, len(found.frames) - 1, MOMENTS).astype(int))
    flat = found.frames[moments].astype(float).round(2)
    names = labels(found, flat[-1])
    fig = go.Figure(_moment(flat[-1], names))
    shares = [percent(float(found.progress[i]), lang) for i in moments]
    fig.frames = [go.Frame(name=share, data=_moment(points, names)) for share, points in zip(shares, flat, strict=True)]
    reach = 1.1 * np.abs(flat).reshape(-1, 2).max(0)
    fig.update_xaxes(visible=False, range=[-reach[0], reach[0]])
    fig.update_yaxes(visible=False, range=[-reach[1], reach[1]])
    fig.update_layout(showlegend=False, **player(shares, "", lang))
    word = next((w for w in found.vocab[SKIPPED:] if len(w) > 3 or not w.isascii()), found.vocab[-1])
    near = found.vectors.nearest(word, 1)[0][0]
    title = text.FILM_TITLE[lang].format(n=len(flat[-1]), word=word, near=near)
    return finish(fig, title, height=520).update_layout(margin={"l": 10, "r": 10, "b": 90})


def labels(found: Study, points: np.ndarray) -> list[str]:
    """Names of words that stand apart, most frequent first; the rest are points."""
    span = np.maximum(np.ptp(points, axis=0), 1e-9)
    taken: set[tuple[int, ...]] = set()
    names = [""] * len(points)
    for i in range(min(SKIPPED, len(points) // 4), len(points)):
        cell = tuple(np.floor((points[i] - points.min(0)) / span * (7, 16)).astype(int).tolist())
        if cell not in taken and len(taken) < NAMED:
            taken.add(cell)
            names[i] = found.vocab[i]
    return names


def _moment(points: np.ndarray, names: list[str]) -> list[go.Scatter]:
    return [
        go.Scatter(
            x=points[:, 0],
            y=points[:, 1],
            mode="markers+text",
            text=names,
            textposition="top center",
            textfont={"size": 12, "color": INK},
            marker={"size": 5, "color": [INDIGO if name else FAINT for name in names], "opacity": 0.7},
            hoverinfo="skip",
        )
    ]


def live(points: np.ndarray, progress: float, metrics: Mapping[str, float], lang: Lang) -> go.Figure:
    """The map of this moment."""
    fig = go.Figure(
        go.Scatter(x=points[:, 0], y=points[:, 1], mode="markers", marker={"size": 5, "color": INDIGO, "opacity": 0.6})
    )
    fig.update_xaxes(visible=False)
    fig.update_yaxes(visible=False)
    title = text.LIVE_TITLE[lang].format(share=percent(progress, lang), loss=metrics["loss"])
    return finish(fig, title, height=420)


def curves(found: Study, lang: Lang) -> go.Figure:
    """Tests above, loss below; a line for the mean over seeds, a band for their range."""
    asked = [test for test in TESTS if np.isfinite(found.scores[test][:, -1]).all()]
    rows = 2 if asked else 1
    fig = make_subplots(rows, 1, shared_xaxes=True, vertical_spacing=0.1)
    for test in asked:
        _band(fig, found.progress, found.scores[test], test, *COLOURS[test], row=1)
    _band(fig, found.progress, found.losses, text.LOSS[lang], FAINT, "solid", row=rows)
    if asked:
        fig.update_yaxes(title=text.SCORE[lang], row=1, col=1)
    fig.update_yaxes(title=text.LOSS[lang], row=rows, col=1)
    fig.update_xaxes(title=text.PROGRESS[lang], tickformat=".0%", row=rows, col=1)
    if asked:
        value = float(found.scores[asked[0]][:, -1].mean())
        title = text.CURVES_TITLE[lang].format(first=asked[0], value=value, seconds=float(found.seconds.mean()))
    else:
        start, end = (float(found.losses[:, i].mean()) for i in (0, -1))
        title = text.CURVES_NO_TEST[lang].format(start=start, end=end)
    return finish(fig, title, height=520).update_layout(showlegend=False, margin_r=16)


def _band(fig: go.Figure, x: np.ndarray, values: np.ndarray, name: str, colour: str, dash: str, *, row: int) -> None:
    if len(values) > 1:
        edge = {"mode": "lines", "line": {"width": 0}, "hoverinfo": "skip"}
        fig.add_trace(go.Scatter(x=x, y=values.max(0), **edge), row, 1)
        fig.add_trace(
            go.Scatter(x=x, y=values.min(0), fill="tonexty", fillcolor="rgba(128,128,128,0.25)", **edge), row, 1
        )
    line = {"color": colour, "width": 2.5, "dash": dash}
    mean = values.mean(0)
    fig.add_trace(go.Scatter(x=x, y=mean, mode="lines", name=name, line=line, hovertemplate="%{y:.3f}"), row, 1)
    if row == 1 and name in TESTS:
        fig.add_annotation(
            x=x[-1],
            y=mean[-1],
            text=name,
            showarrow=False,
            xanchor="right",
            yshift=12,
            font={"color": colour},
            row=1,
            col=1,
        )
