"""RoPE: pairs of features turn as dials; the score that comes out, and how large it can be at a distance."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import streamlit as st

from app.exhibits.positions import rotary_charts, text
from app.exhibits.positions.controls import dials
from app.house.figures import Ready, ready, show
from app.house.links import choice, whole
from app.house.numbers import scientific
from app.house.parts import control
from app.i18n import Lang
from core.positions import rotate
from core.positions.schemes import Ask


def view(lang: Lang) -> None:
    """Dials that move on the client, the residual, the bound."""
    ask = dials(lang)
    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        with control("positions_moves"):
            moves = choice(
                st.segmented_control,
                text.MOVES[lang],
                list(text.MOVE_NAMES),
                text.MOVE_NAMES,
                lang,
                key="positions_moves",
                default="query",
                required=True,
            )
        with control("positions_apart"):
            n = whole("positions_apart", text.KEY_PLACE[lang], 0, ask.T - 1, default=min(5, ask.T - 1))
        q, k = drawn(ask)
        st.latex(written(ask, q, k, n))
        st.markdown(text.ROTARY_SAYS[moves][lang])
    with stage:
        show(dial_figure(ask, moves, n, lang), key="positions_dials", alt=text.DIALS_ALT[lang])
        show(decay_figure(ask.Dh, ask.base, ask.T, lang), key="positions_decay", alt=text.DECAY_ALT[lang])
    with desk:
        st.markdown(text.DECAY_SAYS[lang])


def drawn(ask: Ask) -> tuple[np.ndarray, np.ndarray]:
    """A query and a key of one head, (1, Dh) each."""
    q, k = np.random.default_rng(ask.seed).standard_normal((2, 1, ask.Dh))
    return q, k


def score(q: np.ndarray, k: np.ndarray, m: int, n: int, base: float) -> float:
    """The query at place ``m`` asks the key at place ``n``."""
    return float(np.vdot(rotate(q, np.array([m]), base=base), rotate(k, np.array([n]), base=base)))


def residual(ask: Ask, q: np.ndarray, k: np.ndarray) -> float:
    """The largest difference between a score from m and n and the score from m − n and 0, over many places."""
    places = np.arange(ask.T)
    turned_q, turned_k = (rotate(np.repeat(x, ask.T, axis=0), places, base=ask.base) for x in (q, k))
    both = turned_q @ turned_k.T  # (m, n)
    apart = places[:, None] - places
    once = rotate(np.repeat(q, 2 * ask.T - 1, axis=0), np.arange(1 - ask.T, ask.T), base=ask.base) @ k[0]
    return float(np.abs(both - once[apart + ask.T - 1]).max())


def written(ask: Ask, q: np.ndarray, k: np.ndarray, n: int) -> str:
    """Two scores of one distance, and the largest difference anywhere."""
    m = min(ask.T - 1, n + 3)
    one, other = score(q, k, m, n, ask.base), score(q, k, m - n, 0, ask.base)
    return (
        rf"\begin{{aligned}}\langle\textcolor{{#000001}}{{R_{{{m}}}q}},\textcolor{{#000002}}{{R_{{{n}}}k}}\rangle"
        rf" &= \mathbf{{{one:.6f}}}\\"
        rf"\langle\textcolor{{#000001}}{{R_{{{m - n}}}q}},\textcolor{{#000002}}{{k}}\rangle"
        rf" &= \mathbf{{{other:.6f}}}\\"
        rf"\max_{{m,n}}\lvert\Delta\rvert &= \mathbf{{{scientific(residual(ask, q, k))}}}\end{{aligned}}"
    )


@lru_cache(maxsize=16)
def dial_figure(ask: Ask, moves: str, n: int, lang: Lang) -> Ready:
    """The frames, drawn and packed once for all visitors."""
    q, k = drawn(ask)
    return rotary_charts.dials(q[0], k[0], ask, moves, n, lang)


@lru_cache(maxsize=16)
def decay_figure(Dh: int, base: float, T: int, lang: Lang) -> Ready:
    """The bound and the mean over real queries and keys."""
    return ready(rotary_charts.decay(Dh, base, T, lang))
