"""Words in roles: how much of a sentence's vector is a tensor product, layer by layer."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import plotly.graph_objects as go
import streamlit as st
from plotly.subplots import make_subplots

from app.exhibits.probing import layers
from app.exhibits.probing import tail_text as text
from app.exhibits.probing.layers_charts import band
from app.exhibits.probing.text import LAYER, LAYER_AXIS, READERS
from app.house.figures import Ready, ready, show
from app.house.links import choice, whole
from app.house.numbers import percent
from app.house.parts import control
from app.house.shared import shared
from app.i18n import Lang
from app.theme import CINNABAR, GREEN, GREY, INDIGO, ORANGE, finish
from core.probes import recorded
from core.probes.config import WIDTH
from core.probes.recorded import Composed

LOOKS = {
    "tree": (CINNABAR, "solid", "circle"),
    "left": (INDIGO, "dash", "square"),
    "right": (GREEN, "dashdot", "diamond"),
    "bag": (ORANGE, "dot", "x"),
}


def view(lang: Lang) -> None:
    """Whose vectors, which layer; the curves and what they say."""
    found: Composed = recorded.found("composition-minilm")
    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        with control("probing_composed"):
            reader = choice(
                st.segmented_control,
                text.COMPOSED_READER[lang],
                list(READERS),
                READERS,
                lang,
                key="probing_composed",
                default="minilm",
                required=True,
            )
        with control("probing_layer"):
            layer = whole("probing_layer", LAYER[lang], 0, len(found.real["bag"]) - 1, default=3)
        gains = 100 * (found.real["tree"] - found.dealt.mean(0))
        facts = {"learn": found.n[0], "test": found.n[1], "layer": layer, "width": WIDTH}
        facts |= {"gain": gains[layer], "start": gains[0]}
        st.markdown(text.COMPOSED_SAYS[lang].format(**facts))
    with stage:
        show(curves(reader, layer, lang), key="probing_composition", alt=text.COMPOSED_ALT[lang])
    layers.note(replace(found.about, sentences=found.n), "composition-minilm", lang)


@shared(32)
def curves(reader: str, layer: int, lang: Lang) -> Ready:
    """A line a scheme, the control with its band; the chosen layer is marked."""
    found: Composed = recorded.found("composition-minilm")
    sides = found.real if reader == "minilm" else found.random
    fig = make_subplots(rows=1, cols=1)
    for scheme, name in text.SCHEMES.items():
        colour, dash, symbol = LOOKS[scheme]
        y = (100 * sides[scheme]).round(2).astype(np.float32)
        style = {"line": {"color": colour, "dash": dash, "width": 2.5}, "marker": {"symbol": symbol, "size": 8}}
        hover = f"{name[lang]}, %{{x}}: %{{y:.1f}} %<extra></extra>"
        fig.add_trace(go.Scatter(y=y, mode="lines+markers", name=name[lang], hovertemplate=hover, **style))
    if reader == "minilm":
        band(fig, 100 * found.dealt, text.DEALT[lang], GREY, "dash", "triangle-up")
    fig.add_vline(layer, line={"color": GREY, "dash": "dot", "width": 1})
    fig.update_xaxes(title=LAYER_AXIS[lang], dtick=1)
    fig.update_yaxes(title=text.COMPOSED_AXIS[lang], ticksuffix=" %", rangemode="tozero")
    shares = {name: percent(float(sides[name][layer]), lang) for name in ("bag", "tree")}
    return ready(finish(fig, text.COMPOSED_TITLE[lang].format(layer=layer, **shares), height=460))
