"""InfoNCE as a measure of what two things share, and where it ends."""

from __future__ import annotations

import numpy as np
import streamlit as st

from app.exhibits.objectives import charts, text
from app.house.figures import show
from app.house.links import whole as slider
from app.house.parts import control
from app.i18n import Lang
from app.session import seed
from core.masking.objectives.information import infonce_bound, shared

CHOICES = (2, 4, 8, 16, 32, 64, 128, 256, 512)
DRAWS = 500


def bound(lang: Lang) -> None:
    """The bound against the number of candidates, for Gaussians whose shared information is known."""
    left, right = st.columns(2, gap="large")
    with left, control("objectives_rho"):
        rho = slider("objectives_rho", text.RHO[lang], 0, 99, default=80) / 100
    with right, control("objectives_pairs"):
        D = slider("objectives_pairs", text.PAIRS[lang], 1, 8, default=4)
    told = curve(rho, D, seed())
    facts = {"last": told[-1], "K": CHOICES[-1], "true": shared(rho, D)}
    show(
        charts.bound(CHOICES, told, shared(rho, D), text.BOUND_TITLE[lang].format(**facts), lang),
        key="objectives_bound",
        alt=text.BOUND_ALT[lang],
    )
    st.caption(text.BOUND_SAYS[lang])


@st.cache_data(max_entries=256, show_spinner=False)
def curve(rho: float, D: int, seed: int) -> np.ndarray:
    return infonce_bound(rho, CHOICES, D, seed=seed, draws=DRAWS)
