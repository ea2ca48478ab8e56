"""The relatives of word2vec, one small picture each."""

from __future__ import annotations

from importlib import import_module

import streamlit as st

from app.exhibits.word2vec.families import text
from app.house.links import choice
from app.house.parts import control
from app.i18n import Lang


def view(lang: Lang) -> None:
    """The chosen relative; its code is read when it is asked for."""
    with control("word2vec_family"):
        family = choice(
            st.selectbox,
            text.FAMILY[lang],
            list(text.FAMILIES),
            text.FAMILIES,
            lang,
            key="word2vec_family",
            default="next",
        )
    st.markdown(text.HOW[family][lang])
    import_module(f"{__name__}.{family}").view(lang)
