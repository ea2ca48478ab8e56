"""The figures of UMAP and HDBSCAN opened."""

from __future__ import annotations

import numpy as np
import plotly.graph_objects as go

from app.exhibits.topics import text
from app.house.numbers import percent
from app.i18n import Lang
from app.theme import CINNABAR, FAINT, GREY, INDIGO, INK, SEQUENTIAL, finish, scale
from core.topics.recorded import DISTANCES, NEIGHBORS, sample

STEPS = 14  # corners of a cluster in the drawing of the tree


def plane(points: np.ndarray, row: int, near: np.ndarray, share: float, lang: Lang) -> go.Figure:
    """A map with one document and its true neighbours."""
    fig = go.Figure(_dots(points, FAINT, lang))
    ends = np.stack([np.repeat(points[[row]], len(near), 0), points[near], np.full((len(near), 2), np.nan)], 1)
    line = {"color": INDIGO, "width": 1.3, "dash": "dot"}
    fig.add_trace(go.Scatter(x=ends[..., 0].ravel(), y=ends[..., 1].ravel(), mode="lines", line=line, hoverinfo="skip"))
    marker = {"color": INDIGO, "size": 9, "symbol": "circle-open", "line": {"width": 2}}
    titles = sample().titles
    fig.add_trace(_marked(points[near], marker, [titles[j] for j in near]))
    fig.add_trace(_marked(points[[row]], {"color": CINNABAR, "size": 15, "symbol": "star"}, [titles[row]]))
    return _map(fig, text.PLANE_TITLE[lang].format(share=percent(float(share), lang)))


def grid(shares: np.ndarray, m: int, at: int, lang: Lang) -> go.Figure:
    """What every setting keeps; the present one is framed."""
    labels = [[percent(float(v), lang) for v in line] for line in shares]
    heat = go.Heatmap(
        z=shares,
        x=[f"{d:g}" for d in DISTANCES],
        y=[f"{n}" for n in NEIGHBORS],
        text=labels,
        texttemplate="%{text}",
        colorscale=scale(SEQUENTIAL[:6]),
        showscale=False,
        hoverinfo="skip",
    )
    fig = go.Figure(heat)
    fig.add_shape(type="rect", x0=at - 0.5, x1=at + 0.5, y0=m - 0.5, y1=m + 0.5, line={"color": CINNABAR, "width": 3})
    fig.update_xaxes(title="min_dist", type="category")
    fig.update_yaxes(title="n_neighbors", type="category")
    return finish(fig, text.GRID_TITLE[lang], height=290).update_layout(margin={"l": 52, "r": 8})


def condensed(found, row: int, lang: Lang) -> go.Figure:
    """The condensed tree: time is density, width is documents; the clusters that became topics are filled."""
    shapes, stable = _branches(found), found.stability()
    chosen = {int(c): at for at, c in enumerate(found.chosen)}
    fig = go.Figure()
    for picked, colour, opacity in ((False, GREY, 0.35), (True, INDIGO, 0.75)):
        x, y, said = [], [], []
        for cluster, (xs, ys, size) in shapes.items():
            if (cluster in chosen) == picked:
                x += [*xs, None]
                y += [*ys, None]
                said += [text.BRANCH[lang].format(n=size, stable=stable.get(cluster, 0.0))] * (len(xs) + 1)
        fig.add_trace(
            go.Scatter(
                x=x,
                y=y,
                mode="lines",
                fill="toself",
                fillcolor=colour,
                opacity=opacity,
                line={"color": colour, "width": 0.5},
                text=said,
                hoveron="points",
                hovertemplate="%{text}<extra></extra>",
            )
        )
    mine = _where(found, row)
    if mine is not None:
        parent, at = mine
        xs, _, _ = shapes[parent]
        middle = (min(xs) + max(xs)) / 2
        marker = {"color": CINNABAR, "size": 14, "symbol": "star"}
        fig.add_trace(_marked(np.array([[middle, at]]), marker, [sample().titles[row]]))
    fig.update_layout(showlegend=False)
    fig.update_xaxes(visible=False)
    fig.update_yaxes(title=text.LAMBDA[lang], autorange="reversed")
    facts = {"chosen": len(found.chosen), "all": len(shapes)}
    return finish(fig, text.TREE_TITLE[lang].format(**facts), height=520)


def _branches(found) -> dict[int, tuple[list[float], list[float], int]]:
    """The outline of every cluster of the tree: (xs, ys, size), the root first."""
    N = len(found.groups.labels)
    rows: dict[int, list[tuple[float, int]]] = {}
    children: dict[int, list[tuple[int, int, float]]] = {}
    for parent, child, at, size in zip(found.parent, found.child, found.lambdas, found.sizes, strict=True):
        rows.setdefault(int(parent), []).append((float(at), int(size)))
        if child >= N:
            children.setdefault(int(parent), []).append((int(child), int(size), float(at)))
    shapes: dict[int, tuple[list[float], list[float], int]] = {}
    todo = [(N, 0.0, float(N), float(found.lambdas.min()), N)]
    while todo:
        cluster, low, high, birth, size = todo.pop()
        steps = sorted(rows.get(cluster, []))
        at = np.array([birth] + [where for where, _ in steps])
        left = np.maximum(size - np.cumsum([0] + [n for _, n in steps]), 0).astype(float)
        if cluster in children:  # up to the split all who are still there
            end = children[cluster][0][2]
            inside = at < end
            still = sum(n for _, n, _ in children[cluster])
            at, left = np.append(at[inside], end), np.append(left[inside], float(still))
        some = np.unique(np.linspace(0, len(at) - 1, min(STEPS, len(at))).astype(int))
        middle, half = (low + high) / 2, left[some] / 2
        ys = at[some]
        shapes[cluster] = (
            [*(middle - half).tolist(), *(middle + half)[::-1].tolist()],
            [*ys.tolist(), *ys[::-1].tolist()],
            size,
        )
        start = middle - sum(n for _, n, _ in children.get(cluster, [])) / 2
        for child, n, when in children.get(cluster, []):
            todo.append((child, start, start + n, when, n))
            start += n
    return shapes


def _where(found, row: int) -> tuple[int, float] | None:
    """The cluster a document falls out of, and at which density."""
    at = np.flatnonzero(found.child == row)
    return (int(found.parent[at[0]]), float(found.lambdas[at[0]])) if len(at) else None


def spanning(found, row: int, lang: Lang) -> go.Figure:
    """The minimum spanning tree drawn on the map: long edges are cut first."""
    points = sample().topics.plane
    long = found.lengths > np.quantile(found.lengths, 0.95)
    fig = go.Figure()
    for which, colour, width, name in ((~long, INDIGO, 1.0, text.SHORT), (long, CINNABAR, 1.6, text.LONG)):
        ends = np.stack(
            [points[found.edges[which, 0]], points[found.edges[which, 1]], np.full((which.sum(), 2), np.nan)], 1
        )
        ends = np.round(ends.astype(float), 2)
        line = {"color": colour, "width": width, "dash": "solid" if colour == INDIGO else "dash"}
        fig.add_trace(
            go.Scattergl(
                x=ends[..., 0].ravel(),
                y=ends[..., 1].ravel(),
                mode="lines",
                line=line,
                name=name[lang],
                hoverinfo="skip",
            )
        )
    fig.add_trace(_marked(points[[row]], {"color": INK, "size": 15, "symbol": "star"}, [sample().titles[row]]))
    fig.data[-1].showlegend = False
    return _map(fig, text.SPANNING_TITLE[lang].format(d=float(np.quantile(found.lengths, 0.95))), legend=True)


def outlying(found, row: int, lang: Lang) -> go.Figure:
    """How far each document lies outside of the nearest dense place."""
    points, score = sample().topics.plane, found.outlying
    out = found.groups.labels < 0
    bar = {"title": {"text": text.GLOSH[lang]}, "thickness": 10, "len": 0.5}
    marker = {
        "color": np.round(score, 2),
        "colorscale": scale(SEQUENTIAL),
        "size": np.where(out, 8, 5),
        "symbol": np.where(out, "x", "circle").tolist(),
        "colorbar": bar,
    }
    said = [f"{t} · {s:.2f}" for t, s in zip(sample().titles, score, strict=True)]
    fig = go.Figure(_marked(points, marker, said))
    fig.add_trace(_marked(points[[row]], {"color": CINNABAR, "size": 15, "symbol": "star"}, [sample().titles[row]]))
    return _map(
        fig,
        text.OUTLYING_TITLE[lang].format(
            n=int(out.sum()), inside=float(score[~out].mean()), out=float(score[out].mean()) if out.any() else 0.0
        ),
    )


def _dots(points: np.ndarray, colour: str, lang: Lang) -> go.Scattergl:
    marker = {"color": colour, "size": 4, "opacity": 0.5}
    return _marked(points, marker, list(sample().titles))


def _marked(points: np.ndarray, marker: dict, said: list[str]) -> go.Scattergl:
    x, y = np.round(points.astype(float), 3).T
    return go.Scattergl(x=x, y=y, mode="markers", marker=marker, text=said, hovertemplate="%{text}<extra></extra>")


def _map(fig: go.Figure, title: str, *, legend: bool = False) -> go.Figure:
    fig.update_layout(showlegend=legend)
    fig.update_xaxes(visible=False)
    fig.update_yaxes(visible=False)
    return finish(fig, title, height=560).update_layout(margin={"l": 8, "r": 8, "b": 8})
