"""The figures of a finished space: numbers and a language in, a figure out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import plotly.graph_objects as go

from app.exhibits.word2vec import space_text as text
from app.house.numbers import percent
from app.i18n import Lang
from app.theme import CINNABAR, FAINT, GREY, INDIGO, INK, SEQUENTIAL, finish, scale
from core.word2vec.explore import Parallelogram

if TYPE_CHECKING:
    from app.exhibits.word2vec.explore import Shown

CELLS = (9, 11)  # a grid over the map: one label a cell
LABELS = 45


def flat(shown: Shown, lang: Lang) -> go.Figure:
    """Every word a point; the chosen one and its nearest on top, joined by lines."""
    at = {row: i for i, row in enumerate(shown.rows.tolist())}
    index, points = shown.of.vectors.index, shown.flat.points
    near = [at[index[word]] for word, _ in shown.near if index[word] in at]
    me = at.get(index[shown.word])
    fig = go.Figure(_cloud(shown, lang))
    busy = [*near, *([] if me is None else [me])]
    spread = labels(points, busy, LABELS if len(points) > 150 else 2 * LABELS)
    fig.add_trace(_names(shown, spread, FAINT, 11))
    if me is not None:
        for i in near:
            line = {"color": INDIGO, "width": 1.2, "dash": "dot"}
            fig.add_trace(
                go.Scatter(x=points[[me, i], 0], y=points[[me, i], 1], mode="lines", line=line, hoverinfo="skip")
            )
    fig.add_trace(_rings(points, near, INDIGO, "circle-open"))
    if me is not None:
        fig.add_trace(_rings(points, [me], CINNABAR, "star"))
        _flags(fig, shown, near, me)
    kept = None if me is None else round(float(shown.flat.kept[me]) * min(10, len(points) - 1))
    said = text.MAP_TITLE_OFF if me is None else text.MAP_TITLE
    fig.update_layout(showlegend=False)
    fig.update_xaxes(visible=False)
    fig.update_yaxes(visible=False)
    title = said[lang].format(word=shown.word, kept=kept, k=min(10, len(points) - 1))
    return finish(fig, title, height=600).update_layout(margin={"l": 8, "r": 8, "b": 8})


def _cloud(shown: Shown, lang: Lang) -> go.Scattergl:
    rows, vocab = shown.rows, shown.of.vectors.vocab
    values = colours(shown)
    bar = {"title": {"text": text.COLOUR_AXIS[shown.colour][lang], "font": {"size": 11}}, "thickness": 8, "len": 0.4}
    kept = [percent(float(share), lang) for share in shown.flat.kept]
    said = text.HOVER if shown.of.counted else text.HOVER_FILE
    return go.Scattergl(
        x=np.round(shown.flat.points[:, 0], 3),
        y=np.round(shown.flat.points[:, 1], 3),
        mode="markers",
        marker={
            "color": np.round(values, 3),
            "colorscale": scale(SEQUENTIAL[3:]),
            "size": 6 if len(rows) > 300 else 9,
            "opacity": 0.8,
            "colorbar": {**bar, "x": 1.0, "y": 0.22},
        },
        text=[
            said[lang].format(word=vocab[row], count=int(shown.of.counts[row]), kept=share)
            for row, share in zip(rows, kept, strict=True)
        ],
        hovertemplate="%{text}<extra></extra>",
    )


def colours(shown: Shown) -> np.ndarray:
    """What the colour of each word drawn says."""
    if shown.colour == "kept":
        return 10 * shown.flat.kept
    if shown.colour == "like":
        return shown.of.vectors.unit[shown.rows] @ shown.of.vectors.unit[shown.of.vectors.index[shown.word]]
    if shown.colour == "hub" and len(shown.rows) == shown.of.drawn:
        return shown.of.hubness.astype(float)
    if shown.colour == "hub":
        from core.word2vec.maps import hubness

        return hubness(shown.of.vectors.unit[shown.rows], min(10, len(shown.rows) - 1)).astype(float)
    return np.log10(shown.of.counts[shown.rows])


def labels(points: np.ndarray, busy: Sequence[int], most: int) -> list[int]:
    """The most frequent word of each cell of a grid, away from the places that are labelled already."""
    low, high = points.min(0), points.max(0)
    cell = np.minimum(((points - low) / np.maximum(high - low, 1e-9) * CELLS).astype(int), np.array(CELLS) - 1)
    taken = {tuple(cell[i]) for i in busy}
    found: dict[tuple[int, ...], int] = {}
    for i, place in enumerate(map(tuple, cell.tolist())):
        if place not in taken and i >= min(100, len(points) // 4):  # the commonest words say least
            found.setdefault(place, i)
    return list(found.values())[:most]


def _rings(points: np.ndarray, at: Sequence[int], colour: str, symbol: str) -> go.Scatter:
    marker = {"color": colour, "size": 11, "symbol": symbol, "line": {"width": 2, "color": colour}}
    return go.Scatter(x=points[at, 0], y=points[at, 1], mode="markers", marker=marker, hoverinfo="skip")


def _flags(fig: go.Figure, shown: Shown, near: Sequence[int], me: int) -> None:
    """Names of the word and its neighbours, fanned out around the word: where they crowd, one can still read them."""
    points, vocab = shown.flat.points, shown.of.vectors.vocab
    angle = np.arctan2(*(points[near] - points[me]).T[::-1]) if near else np.zeros(0)
    fan = np.linspace(-np.pi, np.pi, len(near), endpoint=False)
    for place, i in enumerate(np.argsort(angle).tolist()):
        x, y = points[near[i]]
        fig.add_annotation(
            x=x,
            y=y,
            text=vocab[shown.rows[near[i]]],
            ax=72 * float(np.cos(fan[place])),
            ay=-52 * float(np.sin(fan[place])),
            arrowcolor=FAINT,
            arrowwidth=0.8,
            arrowhead=0,
            font={"color": INDIGO, "size": 14},
        )
    x, y = points[me]
    name = f"<b>{vocab[shown.rows[me]]}</b>"
    fig.add_annotation(
        x=x, y=y, text=name, ax=0, ay=-22, showarrow=True, arrowhead=0, font={"color": CINNABAR, "size": 17}
    )


def _names(shown: Shown, at: Sequence[int], colour: str, size: int) -> go.Scatter:
    points = shown.flat.points[list(at)]
    return go.Scatter(
        x=points[:, 0],
        y=points[:, 1],
        mode="text",
        text=[shown.of.vectors.vocab[shown.rows[i]] for i in at],
        textposition="top center",
        textfont={"color": colour, "size": size},
        hoverinfo="skip",
    )


def neighbours(word: str, near: Sequence[tuple[str, float]], metric: str, lang: Lang, title: str = "") -> go.Figure:
    """A bar for each neighbour, the nearest on top."""
    fig = go.Figure(
        go.Bar(
            x=[value for _, value in near],
            y=[f"{i + 1} · {other}" for i, (other, _) in enumerate(near)],
            orientation="h",
            marker={"color": [CINNABAR if other == word else INDIGO for other, _ in near], "opacity": 0.75},
            text=[f"{value:.2f}" for _, value in near],
            textposition="auto",
            hovertemplate="%{y}: %{x:.3f}<extra></extra>",
        )
    )
    fig.update_yaxes(autorange="reversed", showgrid=False, title=None)
    fig.update_xaxes(title=text.NEAR_AXIS[metric][lang], rangemode="tozero")
    said = title or text.NEAR_TITLE[lang].format(word=word)
    return finish(fig, said, height=90 + 26 * len(near)).update_layout(margin_l=130, margin_r=12, bargap=0.25)


def plane(found: Parallelogram, lang: Lang) -> go.Figure:
    """The plane through a, b and c: two sides, their copies, the sought corner, and the answer."""
    a, b, c, d = found.points
    corner = found.sought
    fig = go.Figure()
    for start, end, colour, dash in (
        (a, b, CINNABAR, "solid"),
        (c, corner, CINNABAR, "dash"),
        (a, c, INDIGO, "solid"),
        (b, corner, INDIGO, "dash"),
        (corner, d, GREY, "dot"),
    ):
        line = {"color": colour, "width": 2.5, "dash": dash}
        fig.add_trace(go.Scatter(x=[start[0], end[0]], y=[start[1], end[1]], mode="lines", line=line, hoverinfo="skip"))
    middle = found.points.mean(0)
    for word, (x, y), colour in zip(found.words, found.points, (INK, INK, INK, CINNABAR), strict=True):
        place = f"{'top' if y >= middle[1] else 'bottom'} center"
        fig.add_trace(
            go.Scatter(
                x=[x],
                y=[y],
                mode="markers+text",
                text=[f"<b>{word}</b>"],
                textposition=place,
                textfont={"size": 16, "color": colour},
                marker={"size": 11, "color": colour},
                hovertemplate=f"{word}<extra></extra>",
            )
        )
    open_mark = {"size": 13, "color": GREY, "symbol": "circle-open"}
    x, y = corner
    fig.add_trace(
        go.Scatter(
            x=[x], y=[y], mode="markers+text", text=[text.SOUGHT[lang]], textposition="top center", marker=open_mark
        )
    )
    fig.update_layout(showlegend=False)
    everything = np.vstack([found.points, corner])
    room = 0.25 * np.maximum(np.ptp(everything, axis=0), 0.2)
    low, high = everything.min(0) - room, everything.max(0) + room
    fig.update_xaxes(range=[low[0], high[0]], visible=False)
    fig.update_yaxes(range=[low[1], high[1]], visible=False, scaleanchor="x")
    names = dict(zip("abcd", found.words, strict=True))
    return finish(fig, text.ANSWER[lang].format(**names, parallel=found.parallel), height=430)


def placed(words: Sequence[str], at: np.ndarray, ends: Sequence[str], lang: Lang) -> go.Figure:
    """Words by their cosine with two directions; ``ends`` name left, right, bottom and top."""
    fig = go.Figure(
        go.Scatter(
            x=at[:, 0],
            y=at[:, 1],
            mode="markers+text",
            text=list(words),
            textposition="top center",
            marker={"color": INDIGO, "size": 9},
            textfont={"size": 14, "color": INK},
            hovertemplate="%{text}: %{x:.2f}, %{y:.2f}<extra></extra>",
        )
    )
    left, right, bottom, top = (end if len(end) < 36 else f"{end[:34]} …" for end in ends)
    fig.add_hline(0, line={"color": FAINT, "width": 1})
    fig.add_vline(0, line={"color": FAINT, "width": 1})
    fig.update_xaxes(title=f"← {left}    ·    {right} →", zeroline=False)
    fig.update_yaxes(title=f"← {bottom}    ·    {top} →", zeroline=False)
    title = text.AXES_TITLE[lang].format(far=words[int(at[:, 0].argmax())], high=words[int(at[:, 1].argmax())])
    return finish(fig, title, height=560)
