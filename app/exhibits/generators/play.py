"""Parts 2 and 3, *Play* and *Look inside*: the chosen view, numbers and picture together."""

from __future__ import annotations

import streamlit as st

from app.exhibits.generators import diffusion, digits, gan, latent, markov, ruler, text
from app.house.cost import measured, meter
from app.house.errors import boundary
from app.house.links import choice
from app.house.parts import control
from app.session import language

SHOW = {
    "ruler": ruler.view,
    "diffusion": diffusion.view,
    "latent": latent.view,
    "digits": digits.view,
    "gan": gan.view,
    "markov": markov.view,
}


@st.fragment
def play() -> None:
    """The chosen view, one fragment."""
    lang = language()
    with boundary(lang):
        with control("generators_view"):
            view = choice(
                st.segmented_control,
                text.VIEW[lang],
                list(text.VIEWS),
                text.VIEWS,
                lang,
                key="generators_view",
                default="ruler",
                required=True,
                label_visibility="collapsed",
            )
        with measured() as cost:
            with boundary(lang):
                SHOW[view](lang)
        meter(cost, lang)
