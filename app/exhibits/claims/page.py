"""The ledger: every claim of every exhibit with its measured verdict."""

from __future__ import annotations

import streamlit as st

from app.catalog import EXHIBITS
from app.exhibits.claims import text
from app.house import training, verdicts
from app.session import language


def page() -> None:
    lang = language()
    st.title(text.QUESTION[lang], anchor=False)
    st.markdown(text.IDEA[lang])
    st.caption(text.RULE[lang])
    for exhibit in EXHIBITS:
        st.subheader(exhibit.title[lang], anchor=False)
        st.fragment(verdicts.cards, run_every=training.pulse())(exhibit.words.CLAIMS, lang)
