"""Parts 2 and 3, *Play* and *Look inside*: the chosen view, numbers and picture together."""

from __future__ import annotations

import streamlit as st

from app.exhibits.sentences import anchor, circle, definition, encoders, identity, matrix, searching, text
from app.house.cost import measured, meter
from app.house.errors import boundary
from app.house.links import choice
from app.house.parts import control
from app.session import language

SHOW = {
    "definition": definition.view,
    "anchor": anchor.view,
    "sphere": circle.view,
    "encoders": encoders.view,
    "matrix": matrix.view,
    "identity": identity.view,
    "search": searching.view,
}


@st.fragment
def play() -> None:
    lang = language()
    with boundary(lang):
        with control("sentences_view"):
            view = choice(
                st.segmented_control,
                text.VIEW[lang],
                list(text.VIEWS),
                text.VIEWS,
                lang,
                key="sentences_view",
                default="definition",
                required=True,
                label_visibility="collapsed",
            )
        with measured() as cost:
            SHOW[view](lang)
        meter(cost, lang)
