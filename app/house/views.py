"""*Play* of an exhibit with several views: the choice of one, its picture and numbers, what they cost."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import ModuleType

import streamlit as st

from app.house import training
from app.house.cost import measured, meter
from app.house.errors import boundary
from app.house.links import choice
from app.house.parts import control
from app.i18n import Lang
from app.session import language

View = Callable[[Lang], None]


def which(name: str, words: ModuleType) -> str:
    """The view of the exhibit ``name`` that is chosen; the first of ``words.VIEWS`` until the visitor chooses."""
    lang, key = language(), f"{name}_view"
    with control(key):
        return choice(
            st.segmented_control,
            words.VIEW[lang],
            list(words.VIEWS),
            words.VIEWS,
            lang,
            key=key,
            default=next(iter(words.VIEWS)),
            required=True,
            label_visibility="collapsed",
        )


def chosen(name: str, words: ModuleType, views: Mapping[str, View]) -> None:
    """The chosen view, one fragment; where it fails, the choice stays. It looks again while a job of its own is at
    work."""
    panels: list[str] = st.session_state.setdefault(f"{name} panels", [])
    st.fragment(_shown, run_every=training.pulse(panels))(name, words, views, panels)


def _shown(name: str, words: ModuleType, views: Mapping[str, View], panels: list[str]) -> None:
    lang = language()
    with boundary(lang):
        view = which(name, words)
        with measured() as cost, training.listed(panels), boundary(lang):
            views[view](lang)
        meter(cost, lang)
