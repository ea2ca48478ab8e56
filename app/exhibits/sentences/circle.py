"""Contrastive learning on a circle: played in the browser, with the forces on one point."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import streamlit as st

from app.exhibits.sentences import charts, text
from app.house.figures import Ready, show
from app.house.links import choice, whole
from app.house.parts import control
from app.house.shared import shared
from app.i18n import Lang
from app.session import seed
from core.simcse import Moved, Sphere, move
from core.simcse.sphere import Loss


def view(lang: Lang) -> None:
    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        with control("sentences_loss"):
            loss = choice(
                st.radio,
                text.LOSS[lang],
                list(text.LOSSES),
                text.LOSSES,
                lang,
                key="sentences_loss",
                default="info-nce",
            )
        with control("sentences_space"):
            space = choice(
                st.segmented_control,
                text.SPACE[lang],
                list(text.SPACES),
                text.SPACES,
                lang,
                key="sentences_space",
                default="circle",
                required=True,
            )
        with control("sentences_tau"):
            temperature = whole("sentences_tau", text.TAU[lang], 5, 100, default=20, step=5) / 100
    run = moved(loss, 3 if space == "sphere" else 2, temperature, seed())
    with stage:
        show(picture(run, lang), key="sentences_moving", alt=text.SPHERE_ALT[lang])
        st.caption(text.SPHERE_HOW[lang])
        if loss == "info-nce" and space == "circle":
            st.caption(text.FOLDED[lang])
    if space == "circle" and loss == "info-nce":
        with desk, control("sentences_anchor"):
            anchor = whole("sentences_anchor", text.ANCHOR[lang], 0, Sphere.N - 1, default=0)
        with desk:
            show(charts.pulling(run, anchor, temperature, lang), key="sentences_pulling", alt=text.FORCES_ALT[lang])


@shared(64)
def moved(loss: Loss, D: int, temperature: float, seed: int) -> Moved:
    """The run, once for all visitors; only InfoNCE knows a temperature."""
    usual = Sphere(loss=loss, D=D, seed=seed)
    return move(replace(usual, temperature=temperature) if loss == "info-nce" else usual)


@lru_cache(maxsize=32)
def picture(run: Moved, lang: Lang) -> Ready:
    """The frames, drawn and packed once for all visitors."""
    return charts.moving(run, lang)
