"""The figures of the trees."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from app.exhibits.probing import text
from app.exhibits.probing.layers_charts import band
from app.house.numbers import percent
from app.i18n import Lang
from app.theme import CINNABAR, FAINT, GREY, INDIGO, INK, SEQUENTIAL, finish, scale
from core.probes.recorded import Trees
from core.probes.treebank import edges, tree_distances

if TYPE_CHECKING:
    from app.exhibits.probing.tree import Shown

POINTS = 16  # of an arc
FLAT = 0.42  # height of an arc of length 1


def arcs(shown: Shown, layer: int, lang: Lang) -> go.Figure:
    """Gold above the words, predicted below; an edge that both have is drawn through, one that is wrong is dashed."""
    from app.exhibits.probing.tree import keeps, predicted

    words, found = shown.read.words, predicted(shown, layer)
    gold = edges(shown.gold) if shown.gold is not None else set()
    widths = np.array([max(len(word), 2) + 2 for word in words], float)
    x = np.cumsum(widths) - widths / 2
    fig = go.Figure()
    if gold:
        _half(fig, gold, x, 1, INDIGO, "solid", text.GOLD_NAME[lang])
    _half(fig, found & gold if gold else found, x, -1, CINNABAR, "solid", text.FOUND_NAME[lang])
    if gold:
        _half(fig, found - gold, x, -1, GREY, "dash", text.WRONG_NAME[lang])
    depths = shown.read.depths[layer].astype(float)
    keep = keeps(shown)
    top = int(np.where(keep, depths, np.inf).argmin())
    said = [text.WORD_HOVER[lang].format(word=word, depth=depth) for word, depth in zip(words, depths, strict=True)]
    fig.add_trace(
        go.Scatter(
            x=x,
            y=np.zeros(len(x)),
            mode="text",
            text=[f"<b>{word}</b>" if at == top else word for at, word in enumerate(words)],
            textfont={"color": INK, "size": 15},
            customdata=said,
            hovertemplate="%{customdata}<extra></extra>",
            showlegend=False,
        )
    )
    high = FLAT * max((abs(x[a] - x[b]) for a, b in gold | found), default=1)
    fig.update_xaxes(visible=False, range=[-1, float(widths.sum()) + 1])
    fig.update_yaxes(visible=False, range=[-1.15 * high - 2, (1.15 * high if gold else 2) + 2])
    if gold:
        facts = {"layer": layer, "hits": len(found & gold), "n": len(gold)}
        title = text.ARCS_TITLE[lang].format(share=percent(len(found & gold) / len(gold), lang), **facts)
    else:
        title = text.ARCS_TITLE_LIVE[lang].format(layer=layer, n=len(found))
    fig = finish(fig, title, height=440 if gold else 320)
    return fig.update_layout(margin={"l": 8, "r": 8})


def _half(fig: go.Figure, pairs: set, x: np.ndarray, side: int, colour: str, dash: str, name: str) -> None:
    """Arcs on one side of the words, one trace for all of them."""
    xs: list[float | None] = []
    ys: list[float | None] = []
    turn = np.linspace(0, np.pi, POINTS)
    for a, b in sorted(pairs):
        middle, half = (x[a] + x[b]) / 2, abs(x[b] - x[a]) / 2
        xs += [*(middle - half * np.cos(turn)).round(2).tolist(), None]
        ys += [*(side * (1.2 + 2 * FLAT * half * np.sin(turn))).round(2).tolist(), None]
    style = {"color": colour, "width": 2.5, "dash": dash}
    fig.add_trace(go.Scatter(x=xs, y=ys, mode="lines", line=style, name=f"{name} ({len(pairs)})", hoverinfo="skip"))


def matrix(shown: Shown, layer: int, lang: Lang) -> go.Figure:
    """Predicted distances beside those in the tree."""
    words = [f"{at} {word}" for at, word in enumerate(shown.read.words, 1)]
    sides = [(text.PREDICTED_TOP[lang], shown.read.distances[layer].astype(np.float32))]
    if shown.gold is not None:
        sides.append((text.GOLD_TOP[lang], tree_distances(shown.gold.heads).astype(np.float32)))
    fig = make_subplots(rows=1, cols=len(sides), subplot_titles=[name for name, _ in sides], horizontal_spacing=0.14)
    most = max(float(values.max()) for _, values in sides)
    for column, (_, values) in enumerate(sides, 1):
        heat = go.Heatmap(
            z=values.round(2),
            x=words,
            y=words,
            zmin=0,
            zmax=most,
            colorscale=scale(SEQUENTIAL),
            showscale=False,
            xgap=1,
            ygap=1,
            hovertemplate="%{y} – %{x}: %{z:.2f}<extra></extra>",
        )
        fig.add_trace(heat, 1, column)
    fig.update_yaxes(autorange="reversed")
    fig.update_xaxes(tickangle=-60)
    title = text.MATRIX_TITLE[lang].format(layer=layer)
    if shown.gold is not None:
        from core.probes.trees import rank_correlation

        rho = rank_correlation(shown.read.distances[layer].astype(float), tree_distances(shown.gold.heads))
        title = text.MATRIX_TITLE_GOLD[lang].format(layer=layer, rho=rho)
    return finish(fig, title, height=460).update_layout(margin={"l": 90})


def by_layer(found: Trees, measure: str, lang: Lang) -> go.Figure:
    """One measure of the model and of random weights, with what the order of the words alone gives as a line."""
    fig = make_subplots(rows=1, cols=1)
    band(fig, found.real[measure], found.about.model, CINNABAR, "solid", "circle")
    band(fig, found.random[measure], text.RANDOM_NAME[lang], GREY, "dash", "square")
    chain = found.neighbours[measure]
    fig.add_hline(chain, line={"color": FAINT, "dash": "dot"})
    free = "top" if found.random[measure].mean() > chain else "bottom"  # the side of the line where no curve runs
    fig.add_annotation(x=0, y=chain, text=text.CHAIN_NAME[lang], showarrow=False, yanchor=free, xanchor="left")
    fig.update_xaxes(title=text.LAYER_AXIS[lang], dtick=1)
    fig.update_yaxes(title=text.MEASURE_AXES[measure][lang], range=[min(0.0, chain - 0.05), 0.9])
    mean = found.real[measure].mean(0)
    best = int(mean.argmax())
    if measure in ("uuas", "root"):
        facts = {"value": percent(float(mean[best]), lang), "chain": percent(chain, lang)}
    else:
        facts = {"value": f"{mean[best]:.2f}", "chain": f"{chain:.2f}"}
    return finish(fig, text.MEASURE_TITLES[measure][lang].format(best=best, **facts), height=400)


def by_rank(found: Trees, lang: Lang) -> go.Figure:
    """How many directions a tree takes."""
    line = {"color": CINNABAR, "width": 2.5}
    y = found.by_rank.round(4).astype(np.float32)
    fig = go.Figure(go.Scatter(x=found.ranks, y=y, mode="lines+markers", line=line, marker={"size": 8}))
    fig.add_hline(found.neighbours["uuas"], line={"color": FAINT, "dash": "dot"})
    fig.update_xaxes(title=text.RANK_AXIS[lang], type="log", tickvals=found.ranks)
    fig.update_yaxes(title="UUAS", range=[0, 0.9])
    enough = int(found.ranks[np.flatnonzero(found.by_rank >= 0.98 * found.by_rank.max())[0]])
    title = text.RANK_TITLE[lang].format(enough=enough, layer=found.rank_layer)
    return finish(fig, title, height=400)
