"""The attention exhibit, in the order of a visit."""

from __future__ import annotations

import streamlit as st

from app.exhibits.attention import aligning, check, keepsake, scaling, text
from app.exhibits.attention.play import play
from app.house import exhibit


def page() -> None:
    exhibit.visit(text, play, train=_train, check=check.part, take=keepsake.part)


def _train() -> None:
    """The experiment behind √d; under the translator, its own training."""
    (aligning.part if st.session_state.get("attention_view") == "align" else scaling.part)()
