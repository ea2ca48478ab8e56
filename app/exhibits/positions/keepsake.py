"""Part 7, *Take it with you*: the table on screen, its numbers, the program that makes them."""

from __future__ import annotations

import numpy as np
import pandas as pd
import streamlit as st

from app.exhibits.positions import text, waves_charts
from app.house.take import Bag, take
from app.i18n import Lang
from app.session import language
from core.positions import sinusoid, wavelengths

PROGRAM = '''"""Sinusoids, RoPE and ALiBi, and what their scores depend on."""

import numpy as np
from core.positions import alibi_bias, rotate, shift, sinusoid, toeplitz, wavelengths

T, D, H, base = {T}, {D}, {H}, {base:g}
P = sinusoid(T, D, base)
print("wavelengths", wavelengths(D, base)[[0, -1]])
print("shift by 3, largest error", abs(P[:-3] @ shift(3, D, base).T - P[3:]).max())

q, k = np.random.default_rng({seed}).standard_normal((2, 1, D // H))
places = np.arange(T)
scores = rotate(q.repeat(T, 0), places, base=base) @ rotate(k.repeat(T, 0), places, base=base).T
print("RoPE depends on", toeplitz(scores).depends, "deviation", toeplitz(scores).deviation)
print("ALiBi depends on", toeplitz(alibi_bias(H, T)[0]).depends)
'''


def part() -> None:
    """The export bar; the four dials are read from the session, or from the link."""
    lang: Lang = language()
    T, D, H = (_dial(f"positions_{name}", default) for name, default in (("T", 50), ("D", 128), ("H", 8)))
    base = float(st.session_state.get("positions_base", "10000"))
    D += D % 2  # the page has already said what does not fit
    T, base = max(4, T), max(1.1, base)
    H = next(heads for heads in range(max(1, H), 0, -1) if D % heads == 0 and D // heads % 2 == 0)
    P, waves = sinusoid(T, D, base), wavelengths(D, base)
    bag = Bag(
        "positions",
        PROGRAM.format(T=T, D=D, H=H, base=base, seed=st.session_state.get("seed", 0)),
        text.PAPERS,
        lambda: table(P, waves),
        lambda: waves_charts.table(P, waves, (0, min(7, T - 1), min(20, D - 1)), lang),
    )
    take(lang, bag, text.TITLE[lang])


def _dial(key: str, default: int) -> int:
    return int(st.session_state.get(key, default))


def table(P: np.ndarray, waves: np.ndarray) -> pd.DataFrame:
    """One row a column of the table: its wavelength, then its value at every position."""
    T = len(P)
    values = {f"position_{t}": P[t] for t in range(T)}
    return pd.DataFrame({"column": np.arange(P.shape[1]), "wavelength": waves, **values})
