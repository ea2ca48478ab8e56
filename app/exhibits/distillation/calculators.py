"""Sliders under the published tables: what a small vocabulary or a bottleneck saves; projections for all layers."""

from __future__ import annotations

import plotly.graph_objects as go
import streamlit as st

from app.exhibits.distillation import calculators_text as text
from app.house.figures import show
from app.house.links import choice, whole
from app.house.parts import control
from app.i18n import Lang
from app.theme import CINNABAR, GREY, INDIGO, finish
from core.distillation.shared import recorded
from core.distillation.sizes import Size, bert, mobilebert


def small(lang: Lang) -> None:
    """Vocabulary, width and depth of a BERT, then projections shared by all layers."""
    st.markdown(f"#### {text.SMALL[lang]}")
    one, two, three = st.columns(3, gap="medium")
    with one, control("distillation_V"):
        V = whole("distillation_V", text.V[lang], 1000, 31000, default=5000, step=1000)
    with two, control("distillation_D"):
        D = whole("distillation_D", text.D[lang], 48, 768, default=192, step=48)
    with three, control("distillation_L"):
        L = whole("distillation_L", text.L[lang], 1, 12, default=12)
    show(stacked(bert(), bert(V, D, L), lang), key="distillation_small", alt=text.SMALL_ALT[lang])
    st.markdown(f"#### {text.DOORS[lang]}")
    found = recorded()
    with control("distillation_kind"):
        kind = choice(
            st.segmented_control,
            text.KIND[lang],
            list(text.KINDS),
            text.KINDS,
            lang,
            key="distillation_kind",
            default="query",
            required=True,
        )
    at = found.kinds.index(kind)
    fig = go.Figure()
    for values, name, colour, dash in (
        (found.together[at], text.TOGETHER, CINNABAR, "solid"),
        (found.alone[at], text.ALONE, INDIGO, "dashdot"),
        (found.chance[at], text.CHANCE, GREY, "dash"),
    ):
        line = {"color": colour, "dash": dash, "width": 2}
        fig.add_trace(go.Scatter(x=found.widths, y=100 * values, name=name[lang], mode="lines+markers", line=line))
    fig.update_xaxes(title=text.DOOR_AXIS[lang], type="log", tickvals=list(found.widths))
    fig.update_yaxes(title=text.LOST_AXIS[lang], range=[0, 102])
    where = found.widths.index(96)
    facts = {"shared": found.together[at][where], "own": found.alone[at][where]}
    fig = finish(fig, text.DOORS_TITLE[lang].format(**facts), height=380)
    show(fig, key="distillation_doors", alt=text.DOORS_ALT[lang])
    st.markdown(text.DOORS_SAY[lang])
    st.caption(text.DOORS_NOTE[lang].format(date=found.date, code=found.code))


def bottleneck(lang: Lang) -> None:
    """A block of MobileBERT in numbers."""
    st.markdown(f"#### {text.BLOCK[lang]}")
    one, two, three = st.columns(3, gap="medium")
    with one, control("distillation_B"):
        B = whole("distillation_B", text.B[lang], 32, 512, default=128, step=32)
    with two, control("distillation_stacks"):
        stacks = whole("distillation_stacks", text.STACKS[lang], 1, 6, default=4)
    with three, control("distillation_deep"):
        L = whole("distillation_deep", text.L[lang], 4, 24, default=24)
    mine = mobilebert(B=B, F=4 * B, stacks=stacks, L=L)
    show(stacked(bert(), mine, lang), key="distillation_bottleneck", alt=text.SMALL_ALT[lang])
    st.markdown(
        text.BLOCK_SAYS[lang].format(
            B=B, F=4 * B, stacks=stacks, per=mine.layers / L / 1e3, base=bert().layers / 12 / 1e3
        )
    )


def stacked(base: Size, mine: Size, lang: Lang) -> go.Figure:
    """BERT base and the visitor's network, embeddings and layers on top of each other."""
    names = [text.YOURS[lang], text.BASE[lang]]
    fig = go.Figure()
    for values, name, colour, shape in (
        ([mine.embeddings, base.embeddings], text.EMBEDDINGS, INDIGO, "/"),
        ([mine.layers, base.layers], text.LAYERS, CINNABAR, ""),
    ):
        marker = {"color": colour, "line": {"width": 0}, "pattern": {"shape": shape}}
        x = [value / 1e6 for value in values]
        fig.add_trace(go.Bar(y=names, x=x, orientation="h", name=name[lang], marker=marker))
    fig.update_layout(barmode="stack")
    fig.update_xaxes(title=text.MILLIONS[lang], range=[0, 120])
    facts = {"mine": mine.total / 1e6, "times": base.total / mine.total}
    return finish(fig, text.STACKED_TITLE[lang].format(**facts), height=240).update_layout(margin={"l": 120})
