"""A chain forgets where it began: a matrix of the visitor's, salt in water, and the Gaussian chain of diffusion."""

from __future__ import annotations

from functools import lru_cache

import streamlit as st

from app.exhibits.generators import markov_charts, text
from app.house.figures import Ready, ready, show
from app.house.links import whole
from app.house.parts import control
from app.i18n import Lang
from core.generators import markov

EXAMPLE = "0.9 0.1 0; 0.1 0.8 0.1; 0 0.3 0.7"


def view(lang: Lang) -> None:
    """The matrix on the right, what becomes of it on the left."""
    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        if "generators_matrix" not in st.session_state:
            st.session_state["generators_matrix"] = st.query_params.get("generators_matrix", EXAMPLE)
        with control("generators_matrix"):
            written = st.text_input(text.MATRIX[lang], key="generators_matrix", bind="query-params", max_chars=200)
        P = markov.read(written or EXAMPLE)
        with control("generators_state"):
            start = whole("generators_state", text.START_STATE[lang], 1, len(P), default=1)
        with control("generators_transitions"):
            steps = whole("generators_transitions", text.TRANSITIONS[lang], 1, 60, default=30)
        rest = ", ".join(f"{share:.3f}" for share in markov.stationary(P))
        st.markdown(text.MARKOV_SAYS[lang].format(rest=rest, second=markov.second(P)))
    with stage:
        show(chain(written or EXAMPLE, start, steps, lang), key="generators_chain", alt=text.CHAIN_ALT[lang])
        left, right = st.columns(2)
        with left:
            show(salt(lang), key="generators_salt", alt=text.SALT_ALT[lang])
        with right:
            show(gauss(lang), key="generators_gauss", alt=text.GAUSS_ALT[lang])


@lru_cache(maxsize=128)
def chain(written: str, start: int, steps: int, lang: Lang) -> Ready:
    """The visitor's chain."""
    return ready(markov_charts.chain(markov.read(written), start - 1, steps, lang))


@lru_cache(maxsize=2)
def salt(lang: Lang) -> Ready:
    """Dissolving."""
    return ready(markov_charts.salt(lang))


@lru_cache(maxsize=2)
def gauss(lang: Lang) -> Ready:
    """The Gaussian chain under every schedule."""
    return ready(markov_charts.gauss(lang))
