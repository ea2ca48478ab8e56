"""Every matrix of one head, from Q, K and V to what goes out, computed again from the vectors of the model."""

from __future__ import annotations

import numpy as np
import plotly.graph_objects as go
import streamlit as st
from jaxtyping import Float

from app import theme
from app.exhibits.attention import text
from app.exhibits.attention.reading import Drawn, Reading
from app.house.figures import show
from app.house.numbers import scientific
from app.house.parts import control
from app.i18n import Lang
from core.attention import AttentionMaps
from core.attention.describe import MASKED

DRAWN = 64  # tokens of each side: more would be too small to see, and too heavy to send
NAMED = 20  # tokens that can be named beside a matrix; beyond, on hover only
HEIGHT = 300  # px
SQUARE = ("scores", "scaled", "biased", "weights")  # tokens down, tokens across; the others have dimensions across


def matrices(lang: Lang, reading: Reading, what: Drawn) -> None:
    """Folded until it is asked for; whether it is open stands in the URL."""
    with control("attention_matrices"):
        opened = st.toggle(text.MATRICES[lang], key="attention_matrices", bind="query-params")
    if not opened:
        return
    maps, at = reading.maps, (what.layer, what.head)
    steps = chain(maps, *at)
    gap = float(np.abs(steps["weights"] - maps.weights[at]).max())
    said = text.MATRICES_TITLE[lang].format(layer=what.layer + 1, head=what.head + 1, gap=scientific(gap, 0))
    st.markdown(f"**{said}**")
    notes = [text.MATRICES_HOW[lang]]
    if maps.bias[at].min() <= MASKED:
        notes.append(text.MATRICES_MASKED[lang])
    if max(maps.weights.shape[2:]) > DRAWN:
        notes.append(text.MATRICES_CUT[lang].format(n=DRAWN))
    st.caption(" ".join(notes) if lang == "en" else "".join(notes))
    figures = list(every(maps, steps, lang).items())
    for pair in zip(figures[::2], [*figures[1::2], None], strict=False):
        for column, drawn in zip(st.columns(2, gap="medium"), pair, strict=True):  # one below the other on a phone
            if drawn:
                name, fig = drawn
                with column:
                    show(fig, key=f"attention_matrix_{name}", alt=str(fig.layout["title"]["text"]))


def chain(maps: AttentionMaps, layer: int, head: int) -> dict[str, Float[np.ndarray, "rows columns"]]:
    """The matrices in the order of the computation; only Q, K, V, the scale and the bias are the model's."""
    q, k, v = (part[layer, head].astype(np.float64) for part in (maps.queries, maps.keys, maps.values))
    bias = maps.bias[layer, head].astype(np.float64)
    scores = q @ k.T
    scaled = scores * float(maps.scale[layer, head])
    powers = np.exp(scaled + bias - (scaled + bias).max(-1, keepdims=True))
    weights = powers / powers.sum(-1, keepdims=True)
    added = {"biased": scaled + bias} if bias.any() else {}
    steps = {"q": q, "k": k, "scores": scores, "scaled": scaled, **added, "weights": weights, "v": v}
    return {**steps, "output": weights @ v}


def every(maps: AttentionMaps, steps: dict[str, np.ndarray], lang: Lang) -> dict[str, go.Figure]:
    """A heatmap a matrix; its title says its shape."""
    figures = {}
    for name, matrix in steps.items():
        fig = go.Figure(_heat(name, matrix))
        down = maps.source.shown if name in ("k", "v") else maps.target.shown
        fig.update_yaxes({"autorange": "reversed", **_ticks(down)})
        fig.update_xaxes(_ticks(maps.source.shown) if name in SQUARE else {"showgrid": False})
        rows, columns = matrix.shape
        theme.finish(fig, text.MATRIX[name][lang].format(rows=rows, columns=columns), height=HEIGHT)
        fig.update_layout(margin={"l": 84})
        figures[name] = fig
    return figures


def _heat(name: str, matrix: np.ndarray) -> go.Heatmap:
    """Signed numbers around a pale zero, weights from pale to full; each matrix has a range of its own."""
    seen = matrix[:DRAWN, :DRAWN] if name in SQUARE else matrix[:DRAWN]
    seen = np.where(seen <= MASKED, np.nan, seen).astype(np.float32)
    most = float(np.nanmax(np.abs(seen)))
    shares = name == "weights"
    return go.Heatmap(
        z=seen,
        x0=0 if name in SQUARE else 1,  # tokens are named, dimensions count from 1
        zmin=0 if shares else -most,
        zmax=1 if shares else most,
        colorscale=theme.scale(theme.SEQUENTIAL if shares else theme.DIVERGING),
        showscale=False,
        hovertemplate="%{y} · %{x}: %{z:.3f}<extra></extra>",
        hoverongaps=False,
    )


def _ticks(names: tuple[str, ...]) -> dict:
    """Names at the places of the tokens; where they would overlap they are left to the hover."""
    names = names[:DRAWN]
    return {
        "tickvals": list(range(len(names))),
        "ticktext": names,
        "showticklabels": len(names) <= NAMED,
        "showgrid": False,
    }
