"""Parts 2 and 3, *Play* and *Look inside*: one fragment, one view at a time."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec

import streamlit as st

from app.exhibits.word2vec import analogy, axes, explore, limits, onehot, sampling, steps, text, tree
from app.house.cost import measured, meter
from app.house.errors import boundary
from app.house.links import choice
from app.house.parts import control
from app.i18n import Lang
from app.session import language

VIEWS: dict[str, Callable[[Lang], None]] = {
    "explore": explore.view,
    "analogy": analogy.view,
    "axes": axes.view,
    "onehot": onehot.view,
    "steps": steps.view,
    "tree": tree.view,
    "sampling": sampling.view,
    "limits": limits.view,
}
FAMILIES = "app.exhibits.word2vec.families"


def families(lang: Lang) -> None:
    """The relatives of word2vec: a package of its own, read when it is opened."""
    from importlib import import_module

    import_module(FAMILIES).view(lang)


if find_spec(FAMILIES):
    VIEWS["families"] = families


@st.fragment
def play() -> None:
    """The chosen view, and what it cost."""
    lang = language()
    with boundary(lang):
        with control("word2vec_view"):
            view = choice(
                st.segmented_control,
                text.VIEW[lang],
                list(VIEWS),
                text.VIEWS,
                lang,
                key="word2vec_view",
                default="explore",
                required=True,
                label_visibility="collapsed",
            )
        with measured() as cost:
            VIEWS[view](lang)
        meter(cost, lang)
