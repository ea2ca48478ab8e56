"""*Compare* with settings of one's own: this page's run, and the same documents grouped another way."""

from __future__ import annotations

import streamlit as st

from app.exhibits.topics import flow, reading, text
from app.house.links import choice
from app.house.parts import control
from app.i18n import Lang


def view(lang: Lang) -> None:
    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        st.markdown(f"**{text.RUN_ONE[lang]}**")
        one = reading.asked(lang, seeds=True)
        st.markdown(f"**{text.RUN_TWO[lang]}**")
        two = reading.asked(lang, "topics_b", seeds=True, smallest=20)
        with control("topics_drawn"):
            drawn = choice(
                st.segmented_control,
                text.DRAWN[lang],
                list(text.DRAWNS),
                text.DRAWNS,
                lang,
                key="topics_drawn",
                default="changed",
                required=True,
            )
    with stage:
        a, b = (reading.with_seed(what, lang, f"topics_{name}") for what, name in ((one, "one"), (two, "two")))
        if a is None or b is None:
            return
        if not a.C or not b.C:
            st.info(text.NO_TOPICS[lang])
            return
        flow.side_by_side(a, b, drawn == "all", lang, key="topics_flow")
