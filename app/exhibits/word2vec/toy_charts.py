"""The figures of a toy training: the network, both matrices, the way so far, the tree, the two cosine matrices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from app.exhibits.word2vec import toy_text as text
from app.i18n import Lang
from app.theme import CINNABAR, DIVERGING, FAINT, GREY, INDIGO, INK, finish, play_button, scale
from core.word2vec.frames import axes
from core.word2vec.steps import Course

SHADES = 9  # colours that a weight's line can have


@dataclass(frozen=True, eq=False)
class Lit:
    """What the network shows: inputs that are on, the hidden vector, outputs that are asked and what they say."""

    inputs: tuple[int, ...]
    h: np.ndarray
    rows: tuple[int, ...]
    says: np.ndarray
    labels: np.ndarray | None


def network(found: Course, lit: Lit, title: str, lang: Lang) -> go.Figure:
    """Three columns of nodes; lines from what is on to what is asked, coloured by weight."""
    V, D = found.X.shape
    R = len(found.Y)
    left, middle, right = _column(V), np.linspace(0.92, 0.08, D), _column(R)
    fig = go.Figure()
    lines = [(0, left[i], 1, middle[d], found.X[i, d]) for i in lit.inputs for d in range(D)]
    lines += [(1, middle[d], 2, right[r], found.Y[r, d]) for r in lit.rows for d in range(D)]
    fig.add_traces(_lines(lines))
    on = np.isin(np.arange(V), lit.inputs).astype(float)
    said = np.full(R, np.nan)
    said[list(lit.rows)] = lit.says
    words = list(found.words)
    outs = words if found.config.output != "hierarchical" else [text.NODE[lang].format(n=r + 1) for r in range(R)]
    fig.add_trace(_nodes(0, left, on, words, "middle left", [f"{w}: {v:.0f}" for w, v in zip(words, on, strict=True)]))
    bound = max(1e-6, float(np.abs(lit.h).max()))
    hidden = [f"h{d + 1} = {v:.3f}" for d, v in enumerate(lit.h)]
    fig.add_trace(_nodes(1, middle, lit.h / bound, [f"{v:.2f}" for v in lit.h], "top center", hidden, diverging=True))
    target = {} if lit.labels is None else dict(zip(lit.rows, lit.labels, strict=True))
    shown = [
        f"{'<b>' if target.get(r) == 1 else ''}{name}{'</b>' if target.get(r) == 1 else ''}"
        + ("" if np.isnan(said[r]) else f"  {said[r]:.2f}")
        for r, name in enumerate(outs)
    ]
    fig.add_trace(_nodes(2, right, np.nan_to_num(said), shown, "middle right", shown))
    for x, label in enumerate((text.INPUT, text.HIDDEN, text.OUT)):
        fig.add_annotation(x=x, y=1.09, text=label[lang], showarrow=False, font={"color": FAINT, "size": 13})
    fig.update_layout(showlegend=False)
    fig.update_xaxes(visible=False, range=[-0.55, 2.7])
    fig.update_yaxes(visible=False, range=[-0.06, 1.14])
    return finish(fig, title, height=max(420, 60 + 21 * max(V, R))).update_layout(margin={"l": 8, "r": 8, "b": 8})


def _column(n: int) -> np.ndarray:
    return np.linspace(1, 0, n) if n > 12 else np.linspace(0.5 + 0.04 * n, 0.5 - 0.04 * n, n)


def _lines(lines: Sequence[tuple[float, float, float, float, float]]) -> list[go.Scatter]:
    """One trace a shade: a trace a line would be hundreds."""
    if not lines:
        return []
    weights = np.array([line[4] for line in lines])
    shade = np.round((weights / max(1e-6, float(np.abs(weights).max())) + 1) / 2 * (SHADES - 1)).astype(int)
    traces = []
    for s in range(SHADES):
        mine = [lines[i][:4] for i in np.flatnonzero(shade == s).tolist()]
        x = [part for x0, _, x1, _ in mine for part in (x0, x1, None)]
        y = [part for _, y0, _, y1 in mine for part in (y0, y1, None)]
        colour = DIVERGING[s * (len(DIVERGING) - 1) // (SHADES - 1)]
        width = 0.6 + 2.4 * abs(s - (SHADES - 1) / 2) / ((SHADES - 1) / 2)
        traces.append(go.Scatter(x=x, y=y, mode="lines", line={"color": colour, "width": width}, hoverinfo="skip"))
    return traces


def _nodes(x: float, y, values, names, place: str, hover, *, diverging: bool = False) -> go.Scatter:
    colours = {"colorscale": scale(DIVERGING), "cmin": -1, "cmax": 1} if diverging else {}
    if not diverging:
        colours = {"colorscale": [[0, "rgba(128,128,128,0.08)"], [1, CINNABAR]], "cmin": 0, "cmax": 1}
    return go.Scatter(
        x=[x] * len(y),
        y=y,
        mode="markers+text",
        text=names,
        textposition=place,
        textfont={"size": 12, "color": INK},
        marker={"size": 15, "color": values, "line": {"color": FAINT, "width": 1}, **colours},
        hovertext=hover,
        hoverinfo="text",
    )


def matrices(found: Course, lang: Lang) -> go.Figure:
    """X and Y with one colour scale; the rows that the last example moved are outlined."""
    R = len(found.Y)
    tree = found.config.output == "hierarchical"
    names = [text.NODE[lang].format(n=r + 1) for r in range(R)] if tree else list(found.words)
    fig = make_subplots(1, 2, subplot_titles=[text.X_TITLE[lang], text.Y_TITLE[lang]], horizontal_spacing=0.22)
    bound = max(0.1, float(np.abs(found.X).max()), float(np.abs(found.Y).max()))
    last = found.last
    moved = ((), ()) if last is None else (last.inputs, tuple(last.rows.tolist()))
    for column, (matrix, rows, mine) in enumerate(
        ((found.X, list(found.words), moved[0]), (found.Y, names, moved[1])), start=1
    ):
        heat = go.Heatmap(
            z=matrix.round(3),
            colorscale=scale(DIVERGING),
            zmin=-bound,
            zmax=bound,
            showscale=column == 2,
            colorbar={"thickness": 8, "len": 0.6},
            hovertemplate="%{y}, %{x}: %{z:.3f}<extra></extra>",
        )
        fig.add_trace(heat, 1, column)
        fig.update_yaxes(
            tickvals=list(range(len(rows))), ticktext=rows, autorange="reversed", showgrid=False, row=1, col=column
        )
        for r in set(mine):
            box = {"x0": -0.5, "x1": matrix.shape[1] - 0.5, "y0": r - 0.5, "y1": r + 0.5}
            fig.add_shape(type="rect", **box, line={"color": CINNABAR, "width": 2}, row=1, col=column)
    fig.update_xaxes(showticklabels=False, showgrid=False)
    title = text.MATRICES[lang].format(n=f"{found.shot[-1]:,}")
    return finish(fig, title, height=max(420, 120 + 19 * max(len(found.words), R))).update_layout(
        margin={"l": 80, "r": 30, "b": 16}
    )


def film(found: Course, lang: Lang) -> go.Figure:
    """The vectors on the main axes of X, moment by moment, played on the client; the loss beside them."""
    V = len(found.words)
    two, centre = axes(found.X), found.X.mean(0)
    flat = (found.film - centre) @ two  # (F, V + R, 2)
    labelled = found.config.output != "hierarchical"
    fig = make_subplots(1, 2, column_widths=[0.64, 0.36], horizontal_spacing=0.12)
    for trace in _moment(flat[-1], V, found.words, labelled, lang):
        fig.add_trace(trace, 1, 1)
    curve = go.Scatter(x=found.at, y=found.losses, mode="lines", line={"color": INDIGO, "width": 2})
    fig.add_trace(curve.update(hovertemplate="%{x}: %{y:.3f}<extra></extra>"), 1, 2)
    fig.frames = [
        go.Frame(name=str(n), data=_moment(flat[i], V, found.words, labelled, lang), traces=[0, 1])
        for i, n in enumerate(found.shot.tolist())
    ]
    reach = 1.15 * np.abs(flat).reshape(-1, 2).max(0) + 0.05
    fig.update_xaxes(range=[-reach[0], reach[0]], showticklabels=False, row=1, col=1)
    fig.update_yaxes(range=[-reach[1], reach[1]], showticklabels=False, row=1, col=1)
    fig.update_xaxes(title=text.EXAMPLES[lang], nticks=4, row=1, col=2)
    fig.update_yaxes(title=text.LOSS[lang], rangemode="tozero", row=1, col=2)
    title = text.FILM_TITLE[lang].format(first=found.losses[0], last=found.losses[-1])
    fig.update_layout(showlegend=False, **player([str(n) for n in found.shot.tolist()], text.AT[lang], lang))
    return finish(fig, title, height=500).update_layout(margin={"l": 20, "r": 12, "b": 100})


def player(names: Sequence[str], prefix: str, lang: Lang) -> dict:
    """A play button and a slider over frames."""
    how = {"frame": {"duration": 120, "redraw": False}, "transition": {"duration": 80}, "mode": "immediate"}
    steps = [{"label": name, "method": "animate", "args": [[name], how]} for name in names]
    slider = {"steps": steps, "active": len(names) - 1, "currentvalue": {"prefix": prefix}, "x": 0.16, "len": 0.84}
    place = {"x": 0.0, "y": -0.12, "xanchor": "left", "yanchor": "top"}
    menu = play_button(text.PLAY_FILM[lang], {**how, "fromcurrent": False}, **place)
    return {"sliders": [slider], "updatemenus": [menu]}


def _moment(flat: np.ndarray, V: int, words: Sequence[str], labelled: bool, lang: Lang) -> list[go.Scatter]:
    parts = ((flat[:V], words, CINNABAR, "circle", text.IN_ROWS), (flat[V:], words, INDIGO, "x", text.OUT_ROWS))
    return [
        go.Scatter(
            x=part[:, 0].round(3),
            y=part[:, 1].round(3),
            mode="markers+text" if n == 0 else "markers",
            text=list(names) if n == 0 or labelled else None,
            textposition="top center",
            textfont={"color": colour, "size": 12},
            marker={"color": colour, "size": 8 if n == 0 else 5, "symbol": symbol, "opacity": 1 if n == 0 else 0.5},
            name=name[lang],
            hovertemplate="%{text}<extra></extra>" if n == 0 or labelled else None,
        )
        for n, (part, names, colour, symbol, name) in enumerate(parts)
    ]


def tree(words: Sequence[str], places: np.ndarray, edges, path: Sequence[int], chances, title: str) -> go.Figure:
    """Edges are (parent, child); ``path`` are the children on the way to the chosen leaf, with their chances."""
    fig = go.Figure()
    chosen = dict(zip(path, chances, strict=True))
    for mine, colour, width in ((False, FAINT, 1), (True, CINNABAR, 4)):
        x, y = [], []
        for parent, child in edges:
            if (child in chosen) == mine:
                x += [places[parent, 0], places[child, 0], None]
                y += [places[parent, 1], places[child, 1], None]
        fig.add_trace(go.Scatter(x=x, y=y, mode="lines", line={"color": colour, "width": width}, hoverinfo="skip"))
    V = len(words)
    inner = places[V:]
    fig.add_trace(
        go.Scatter(
            x=inner[:, 0],
            y=inner[:, 1],
            mode="markers",
            marker={"size": 7, "color": GREY},
            hoverinfo="skip",
        )
    )
    leaf = next((n for n in path if n < V), -1)
    names = [f"<b>{w}</b>" if i == leaf else w for i, w in enumerate(words)]
    for i in places[:V, 0].argsort()[1::2]:  # every second name one line lower: a phone is narrow
        names[i] = f"<br>{names[i]}"
    fig.add_trace(
        go.Scatter(
            x=places[:V, 0],
            y=places[:V, 1],
            mode="markers+text",
            text=names,
            textposition="bottom center",
            textfont={"size": 13, "color": [CINNABAR if i == leaf else INK for i in range(V)]},
            marker={"size": 8, "color": [CINNABAR if i == leaf else INDIGO for i in range(V)]},
            hovertext=list(words),
            hoverinfo="text",
        )
    )
    for parent, child in edges:
        if child in chosen:
            at = (places[parent] + places[child]) / 2
            fig.add_annotation(
                x=at[0],
                y=at[1],
                text=f"{chosen[child]:.2f}",
                showarrow=False,
                font={"color": CINNABAR, "size": 13},
                xshift=18,
            )
    fig.update_layout(showlegend=False)
    fig.update_xaxes(visible=False)
    fig.update_yaxes(visible=False)
    return finish(fig, title, height=470).update_layout(margin={"l": 8, "r": 8, "b": 40})


def cosines(words: Sequence[str], learnt: np.ndarray, V: int, D: int, title: str, lang: Lang) -> go.Figure:
    """The identity beside what was learnt."""
    names = [text.ONEHOT_LEFT[lang].format(V=V), text.ONEHOT_RIGHT[lang].format(D=D)]
    fig = make_subplots(1, 2, subplot_titles=names, horizontal_spacing=0.08)
    for column, matrix in ((1, np.eye(len(words))), (2, learnt)):
        heat = go.Heatmap(
            z=matrix.round(2),
            x=list(words),
            y=list(words),
            colorscale=scale(DIVERGING),
            zmin=-1,
            zmax=1,
            showscale=column == 2,
            colorbar={"thickness": 8},
            texttemplate="%{z:.1f}" if len(words) <= 12 else None,
            hovertemplate="%{y} · %{x}: %{z:.2f}<extra></extra>",
        )
        fig.add_trace(heat, 1, column)
    fig.update_yaxes(autorange="reversed", showgrid=False)
    fig.update_yaxes(showticklabels=False, col=2)  # the same words in the same order
    fig.update_xaxes(showgrid=False, tickangle=-45)
    return finish(fig, title, height=520).update_layout(margin={"l": 80, "r": 20})
