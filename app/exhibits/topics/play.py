"""Parts 2 and 3, *Play* and *Look inside*: the chosen view, numbers and picture together."""

from __future__ import annotations

import streamlit as st

from app.exhibits.topics import comparing, keywords, landscape, opened, text, tidying, umapping, weighing
from app.house.cost import measured, meter
from app.house.errors import boundary
from app.house.links import choice
from app.house.parts import control
from app.session import language

SHOW = {
    "map": landscape.view,
    "umap": umapping.view,
    "density": opened.view,
    "words": weighing.view,
    "tidy": tidying.view,
    "compare": comparing.view,
    "keywords": keywords.view,
}


@st.fragment
def play() -> None:
    lang = language()
    with boundary(lang):
        with control("topics_view"):
            view = choice(
                st.segmented_control,
                text.VIEW[lang],
                list(text.VIEWS),
                text.VIEWS,
                lang,
                key="topics_view",
                default="map",
                required=True,
                label_visibility="collapsed",
            )
        with measured() as cost:
            SHOW[view](lang)
        meter(cost, lang)
