"""Every head over many sentences: what it does, and which heads do the same."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import plotly.graph_objects as go
import streamlit as st
from plotly.subplots import make_subplots

from app.exhibits.attention import more_text as text
from app.house.figures import Ready, points, ready, show
from app.house.links import choice
from app.house.numbers import percent
from app.house.parts import control
from app.i18n import Lang
from app.theme import CATEGORIES, GREY, SEQUENTIAL, finish, scale
from core.attention.recorded import COMMAND, Surveyed, more

SHARES = ("first", "last", "previous", "next", "self")
SYMBOLS = ("circle", "square", "triangle-left", "triangle-right", "diamond", "x")
MOST = 0.4  # a head is named after what gets at least this share


def view(lang: Lang) -> None:
    """A measure in both models, and the map."""
    with control("attention_measure"):
        measure = choice(
            st.selectbox,
            text.MEASURE[lang],
            list(text.MEASURES),
            text.MEASURES,
            lang,
            key="attention_measure",
            default="previous",
        )
    found: Surveyed = more("survey")
    left, right = st.columns([1, 1], gap="large")
    with left:
        show(both(measure, lang), key="attention_survey", alt=text.SURVEY_ALT[lang])
        show(alike(lang), key="attention_alike", alt=text.SAME_ALT[lang])
    with right:
        st.plotly_chart(
            heads(lang),
            theme="streamlit",
            key="attention_map",
            on_select=lambda: _open(found.real.entropy.shape[1]),
            selection_mode="points",
            alt=text.MAP_ALT[lang],
        )
        st.markdown(text.MAP_SAYS[lang].format(kept=percent(found.kept, lang)))
    facts = {"model": found.model, "date": found.date, "data": found.data}
    st.caption(text.SURVEY_NOTE[lang].format(command=f"{COMMAND} more", **facts))


def _open(H: int) -> None:
    """The head that was clicked, on the visitor's sentence."""
    match points(st.session_state.get("attention_map")):
        case [{"customdata": [int(number), *_]}, *_] if number >= 0:
            layer, head = divmod(number, H)
            st.session_state["attention_layer"], st.session_state["attention_head"] = layer + 1, head + 1
            st.session_state["attention_view"] = "head"


@lru_cache(maxsize=16)
def both(measure: str, lang: Lang) -> Ready:
    """The measure of every head, MiniLM beside random weights, one scale."""
    found: Surveyed = more("survey")
    real, random = getattr(found.real, measure), getattr(found.random, measure)
    L, H = real.shape
    names = (found.model, text.RANDOM[lang])
    fig = make_subplots(rows=1, cols=2, shared_yaxes=True, subplot_titles=names, horizontal_spacing=0.06)
    most = max(real.max(), random.max())
    for column, values in enumerate((real, random), 1):
        heat = go.Heatmap(
            z=values.round(3).astype(np.float32),
            x=np.arange(1, H + 1),
            y=np.arange(1, L + 1),
            zmin=0,
            zmax=most,
            colorscale=scale(SEQUENTIAL),
            showscale=False,
            xgap=1,
            ygap=1,
            hovertemplate=f"{text.LAYER_AXIS[lang]} %{{y}}, {text.HEAD_AXIS[lang]} %{{x}}: %{{z:.3f}}<extra></extra>",
        )
        fig.add_trace(heat, 1, column)
    fig.update_yaxes(autorange="reversed", dtick=1)
    fig.update_yaxes(title=text.LAYER_AXIS[lang], col=1)
    fig.update_xaxes(title=text.HEAD_AXIS[lang], dtick=2)
    layer, head = (int(at) for at in np.unravel_index(real.argmax(), real.shape))
    facts = {"layer": layer + 1, "head": head + 1, "value": real.max(), "low": random.min(), "high": random.max()}
    name = text.MEASURES[measure][lang]
    title = text.SURVEY_TITLE[lang].format(measure=name[:1].upper() + name[1:], **facts).replace("; ", ";<br>")
    return ready(finish(fig, title.replace("；", "；<br>"), height=330))


def habits(found: Surveyed) -> list[str]:
    """What gets most of each head's weight, heads layer by layer."""
    shares = np.stack([getattr(found.real, name).ravel() for name in SHARES])
    return [SHARES[at] if most >= MOST else "mixed" for at, most in zip(shares.argmax(0), shares.max(0), strict=True)]


@lru_cache(maxsize=4)
def heads(lang: Lang) -> go.Figure:
    """The map."""
    found: Surveyed = more("survey")
    H = found.real.entropy.shape[1]
    names = np.array(habits(found))
    fig = go.Figure()
    for at, name in enumerate((*SHARES, "mixed")):
        own = np.flatnonzero(names == name)
        if not len(own):
            continue
        said = [text.HEAD_HOVER[lang].format(layer=each // H + 1, head=each % H + 1) for each in own]
        colour = GREY if name == "mixed" else CATEGORIES[at]
        fig.add_trace(
            go.Scatter(
                x=found.plane[own, 0].round(4).astype(np.float32),
                y=found.plane[own, 1].round(4).astype(np.float32),
                mode="markers",
                name=f"{text.HABITS[name][lang]} ({len(own)})",
                marker={"size": 11, "symbol": SYMBOLS[at], "color": colour},
                text=said,
                customdata=own[:, None],
                hovertemplate="%{text}<extra></extra>",
            )
        )
    fig.update_xaxes(showticklabels=False, zeroline=False)
    fig.update_yaxes(showticklabels=False, zeroline=False, scaleanchor="x")
    fig = finish(
        fig, text.MAP_TITLE[lang].format(n=len(names)).replace(", ", ",<br>").replace("，", "，<br>"), height=480
    )
    return fig.update_layout(margin={"l": 16, "r": 16}, clickmode="event+select")


@lru_cache(maxsize=4)
def alike(lang: Lang) -> Ready:
    """How far apart all pairs of heads are."""
    found: Surveyed = more("survey")
    L, H = found.real.entropy.shape
    within = [_within(found.real.apart, layer, H) for layer in range(L)]
    layer = int(np.argmin(within))
    labels = [f"{at // H + 1}·{at % H + 1}" for at in range(L * H)]
    fig = go.Figure(
        go.Heatmap(
            z=(100 * found.real.apart).round().astype(np.int8),
            x=labels,
            y=labels,
            colorscale=scale(SEQUENTIAL),
            showscale=False,
            hovertemplate="%{y}, %{x}: %{z} / 100<extra></extra>",
        )
    )
    ticks = {"tickvals": labels[::H], "showgrid": False}
    fig.update_yaxes(autorange="reversed", scaleanchor="x", constrain="domain", **ticks)
    fig.update_xaxes(constrain="domain", **ticks)
    facts = {"layer": layer + 1, "value": within[layer], "random": _within(found.random.apart, layer, H)}
    title = text.SAME_TITLE[lang].format(**facts).replace(": ", ":<br>").replace("：", "：<br>")
    return ready(finish(fig, title, height=420))


def _within(apart: np.ndarray, layer: int, H: int) -> float:
    """Mean divergence of the pairs of one layer."""
    own = apart[layer * H : (layer + 1) * H, layer * H : (layer + 1) * H]
    return float(own[np.triu_indices(H, 1)].mean())
