"""Phrases as points, layer by layer."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import plotly.graph_objects as go
import streamlit as st

from app.exhibits.probing import tail_text as text
from app.exhibits.probing.text import LAYER, LAYER_AXIS, OWN_NOTE, RANDOM_NAME, REAL_NAME
from app.house.figures import Ready, ready, show
from app.house.links import whole
from app.house.numbers import percent
from app.house.parts import control
from app.i18n import Lang
from app.theme import CATEGORIES, CINNABAR, FAINT, GREY, finish
from core.probes import recorded
from core.probes.recorded import Spans

SYMBOLS = ("circle", "diamond", "square", "x")
NEAREST = 10


def view(lang: Lang) -> None:
    """A layer, the points, the share of neighbours of the same kind."""
    found: Spans = recorded.found("phrases")
    stage, desk = st.columns([3, 2], gap="large")
    with desk:
        with control("probing_layer"):
            layer = whole("probing_layer", LAYER[lang], 0, len(found.plane) - 1, default=3)
        show(purity(lang), key="probing_purity", alt=text.PURITY_ALT[lang])
        facts = {"n": len(found.texts), "explained": percent(float(found.explained[layer]), lang)}
        st.markdown(text.PHRASE_SAYS[lang].format(**facts))
        st.caption(OWN_NOTE[lang].format(date=found.stamp.date, command="python -m core.probes study phrases"))
    with stage:
        show(points(layer, lang), key="probing_phrases", alt=text.PHRASE_ALT[lang])


@lru_cache(maxsize=16)
def points(layer: int, lang: Lang) -> Ready:
    """The phrases of one layer."""
    found: Spans = recorded.found("phrases")
    kinds = np.array(found.kinds)
    fig = go.Figure()
    for at, kind in enumerate(text.KINDS):
        own = np.flatnonzero(kinds == kind)
        if not len(own):
            continue
        fig.add_trace(
            go.Scatter(
                x=found.plane[layer, own, 0].round(3),
                y=found.plane[layer, own, 1].round(3),
                mode="markers",
                name=f"{text.KINDS[kind][lang]} ({len(own)})",
                text=[found.texts[each] for each in own],
                hovertemplate="%{text}<extra></extra>",
                marker={"size": 11, "symbol": SYMBOLS[at], "color": CATEGORIES[at], "opacity": 0.8},
            )
        )
    fig.update_xaxes(showticklabels=False, zeroline=False)
    fig.update_yaxes(showticklabels=False, zeroline=False)
    facts = {"layer": layer, "k": NEAREST, "purity": percent(float(found.purity[layer]), lang)}
    facts |= {"random": percent(float(found.random[layer]), lang), "chance": percent(found.chance, lang)}
    title = text.PHRASE_TITLE[lang].format(**facts).replace("; ", ";<br>").replace("；", "；<br>")
    return ready(finish(fig, title, height=520))


@lru_cache(maxsize=2)
def purity(lang: Lang) -> Ready:
    """Neighbours of the same kind by layer."""
    found: Spans = recorded.found("phrases")
    fig = go.Figure()
    for values, name, colour, dash in (
        (found.purity, REAL_NAME, CINNABAR, "solid"),
        (found.random, RANDOM_NAME, GREY, "dash"),
    ):
        line = {"color": colour, "dash": dash, "width": 2.5}
        y = (100 * values).round(1).astype(np.float32)
        fig.add_trace(go.Scatter(y=y, mode="lines+markers", line=line, name=name[lang]))
    fig.add_hline(100 * found.chance, line={"color": FAINT, "dash": "dot"})
    fig.add_annotation(
        x=0, y=100 * found.chance, text=text.CHANCE[lang], showarrow=False, yanchor="top", xanchor="left"
    )
    fig.update_xaxes(title=LAYER_AXIS[lang], dtick=1)
    fig.update_yaxes(title=text.PURITY_AXIS[lang], ticksuffix=" %", range=[0, 100])
    best = int(found.purity.argmax())
    title = text.PURITY_TITLE[lang].format(best=best, share=percent(float(found.purity[best]), lang))
    return ready(finish(fig, title, height=330))
