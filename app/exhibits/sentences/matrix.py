"""One's own sentences: who is near to whom, and by which pooling."""

from __future__ import annotations

import streamlit as st

from app.exhibits.sentences import charts, library, reading, text
from app.house.figures import show
from app.house.links import choice, standing
from app.house.parts import control
from app.i18n import Lang
from core.simcse import unit


def view(lang: Lang) -> None:
    stage, desk = st.columns([2, 1], gap="large")
    with desk, control("sentences_lines"):
        st.session_state["sentences_lines"] = standing("sentences_lines", text.SENTENCES_DEFAULT, lang)
        typed = st.text_area(
            text.SENTENCES[lang], key="sentences_lines", height=220, max_chars=4_000, bind="query-params"
        )
    lines = tuple(dict.fromkeys(line.strip() for line in (typed or "").splitlines() if line.strip()))[: reading.MOST]
    best = reading.BEST[reading.reader(lines)]
    with desk, control("sentences_pooler"):
        pooler = choice(
            st.radio, text.POOLER[lang], list(text.POOLERS), text.POOLERS, lang, key="sentences_pooler", default=best
        )
    with stage:
        if len(lines) < 2:
            st.info(text.TWO_AT_LEAST[lang])
            return
        vectors = unit(reading.of(lines, pooler))
        show(charts.matrix(vectors @ vectors.T, lines, lang), key="sentences_matrix", alt=text.MATRIX_ALT[lang])
        st.caption(text.READ_BY[reading.reader(lines)][lang])
        if reading.reader(lines) == "minilm" and pooler == "mean":
            library.view(lines, lang)
        reading.warn(lines, lang)
