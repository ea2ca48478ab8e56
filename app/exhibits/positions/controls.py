"""The one set of controls: length, width, base and heads, the same for every view."""

from __future__ import annotations

import streamlit as st

from app.exhibits.positions import text
from app.house.links import choice, whole
from app.house.parts import control
from app.i18n import Lang, Text
from app.session import seed
from core.positions.schemes import Ask

BASES = ("1", "1.1", "2", "10", "100", "1000", "10000", "100000", "1000000")
WIDEST = 256
NAMES = {base: Text(en=f"{float(base):,.7g}", zh=f"{float(base):,.7g}") for base in BASES}


def dials(lang: Lang) -> Ask:
    """Four sliders in a row; widths are offered that the heads can share in pairs of features."""
    length, width, bottom, heads = st.columns(4, gap="medium")
    with length, control("positions_T"):
        T = whole("positions_T", text.T[lang], 1, 512, default=50)
    with heads, control("positions_H"):
        H = whole("positions_H", text.H[lang], 1, 16, default=8)
    with width, control("positions_D"):
        D = whole("positions_D", text.D[lang], 2 * H, _shared(WIDEST, H), default=_kept(H), step=2 * H)
    with bottom, control("positions_base"):
        base = choice(
            st.select_slider, text.BASE[lang], list(BASES), NAMES, lang, key="positions_base", default="10000"
        )
    return Ask(T=T, D=D, base=float(base), H=H, seed=seed())


def _kept(H: int) -> int:
    """The default width; and where another number of heads was chosen, the width that was set goes along."""
    before = st.session_state.get("_positions_heads", H)
    if before != H and "positions_D" in st.session_state:
        st.session_state["positions_D"] = _shared(st.session_state["positions_D"], H)
    st.session_state["_positions_heads"] = H
    return _shared(128, H)


def _shared(D: int, H: int) -> int:
    """The largest width up to ``D`` that H heads share in even parts."""
    return max(1, D // (2 * H)) * 2 * H
