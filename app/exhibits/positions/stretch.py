"""RoPE beyond the length it was trained at: which pairs are slowed, and what that does to a score."""

from __future__ import annotations

from functools import lru_cache

import streamlit as st

from app.exhibits.positions import stretch_charts, text
from app.exhibits.positions.controls import dials
from app.house.figures import Ready, ready, show
from app.house.links import whole
from app.house.parts import control
from app.i18n import Lang
from core.positions.fitted import fitted
from core.positions.recorded import scheme
from core.positions.schemes import Ask


def view(lang: Lang) -> None:
    """The length is that of the training; the scale says how many times longer the text is."""
    ask = dials(lang)
    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        with control("positions_scale"):
            scale = whole("positions_scale", text.SCALE[lang], 1, 16, default=4)
        st.markdown(text.STRETCH_SAYS[lang].format(T=ask.T, far=scale * ask.T, scale=scale))
    with stage:
        show(range_figure(ask, scale, lang), key="positions_range", alt=text.RANGE_ALT[lang])
    with desk:
        show(rates_figure(ask, scale, lang), key="positions_rates", alt=text.RATES_ALT[lang])
    with stage:
        found = scheme("rope")
        show(
            stretch_charts.trained(found, lang),
            key="positions_stretched",
            alt=text.STRETCHED_ALT[lang],
        )
        st.caption(text.STRETCHED_NOTE[lang].format(date=found.date, steps=found.config.steps))


@lru_cache(maxsize=16)
def range_figure(ask: Ask, scale: int, lang: Lang) -> Ready:
    """A score that keeps to its range within the trained length, and what becomes of it beyond."""
    return ready(stretch_charts.within(fitted(ask.T, ask.Dh, float(ask.base), scale, ask.seed), lang))


@lru_cache(maxsize=16)
def rates_figure(ask: Ask, scale: int, lang: Lang) -> Ready:
    """Turns per token of each pair, under each way."""
    return ready(stretch_charts.rates(ask, scale, lang))
