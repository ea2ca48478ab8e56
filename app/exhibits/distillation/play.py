"""Parts 2 and 3, *Play* and *Look inside*: the chosen view, numbers and picture together."""

from __future__ import annotations

import streamlit as st

from app.exhibits.distillation import (
    bill,
    digits,
    layers,
    multitask,
    published,
    removed,
    temperature,
    text,
    texts,
    theseus,
    typed,
)
from app.house.cost import measured, meter
from app.house.errors import boundary
from app.house.links import choice
from app.house.parts import control
from app.session import language

SHOW = {
    "temperature": temperature.view,
    "digits": digits.view,
    "texts": texts.view,
    "bill": bill.view,
    "typed": typed.view,
    "layers": layers.view,
    "removed": removed.view,
    "theseus": theseus.view,
    "tasks": multitask.view,
    "published": published.view,
}


@st.fragment
def play() -> None:
    """The chosen view, one fragment."""
    lang = language()
    with boundary(lang):
        with control("distillation_view"):
            view = choice(
                st.segmented_control,
                text.VIEW[lang],
                list(text.VIEWS),
                text.VIEWS,
                lang,
                key="distillation_view",
                default="temperature",
                required=True,
                label_visibility="collapsed",
            )
        with measured() as cost:
            with boundary(lang):
                SHOW[view](lang)
        meter(cost, lang)
