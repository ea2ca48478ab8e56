"""Parts 2 and 3, *Play* and *Look inside*: the chosen view, numbers and picture together."""

from __future__ import annotations

import streamlit as st

from app.exhibits.probing import asking, attack, code, cues, heads, layers, mixing, phrases, text, tree
from app.house.cost import measured, meter
from app.house.errors import boundary
from app.house.links import choice
from app.house.parts import control
from app.session import language

SHOW = {
    "layers": layers.view,
    "tree": tree.view,
    "pipeline": mixing.view,
    "code": code.view,
    "heads": heads.view,
    "agreement": asking.agreement,
    "knowledge": asking.knowledge,
    "cues": cues.view,
    "phrases": phrases.view,
    "attack": attack.view,
}


@st.fragment
def play() -> None:
    """The chosen view, one fragment."""
    lang = language()
    with boundary(lang):
        with control("probing_view"):
            view = choice(
                st.segmented_control,
                text.VIEW[lang],
                list(text.VIEWS),
                text.VIEWS,
                lang,
                key="probing_view",
                default="layers",
                required=True,
                label_visibility="collapsed",
            )
        with measured() as cost:
            with boundary(lang):
                SHOW[view](lang)
        meter(cost, lang)
