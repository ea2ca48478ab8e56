"""The sinusoid: its table with the wavelength of every column, two rows compared, and the matrix that shifts."""

from __future__ import annotations

import numpy as np
import streamlit as st

from app.exhibits.positions import text, waves_charts
from app.exhibits.positions.controls import dials
from app.house.figures import Ready, ready, show
from app.house.links import whole
from app.house.numbers import scientific
from app.house.parts import control
from app.house.shared import shared
from app.i18n import Lang
from core.positions import shift, sinusoid, wavelengths
from core.positions.schemes import Ask


def view(lang: Lang) -> None:
    """Everything on one screen."""
    ask = dials(lang)
    P, waves = sinusoid(ask.T, ask.D, ask.base), wavelengths(ask.D, ask.base)
    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        with control("positions_column"):
            column = whole("positions_column", text.COLUMN[lang], 0, ask.D - 1, default=min(20, ask.D - 1))
        with control("positions_m"):
            m = whole("positions_m", text.ROW_M[lang], 0, ask.T - 1, default=min(10, ask.T - 1))
        with control("positions_n"):
            n = whole("positions_n", text.ROW_N[lang], 0, ask.T - 1, default=min(17, ask.T - 1))
        st.latex(written(ask, P, column, m, n))
        st.markdown(said(ask, P, waves, column, m, n, lang))
    table, cuts = pictures(ask.T, ask.D, ask.base, (m, n, column), lang)
    with stage:
        show(table, key="positions_waves", alt=text.WAVES_ALT[lang])
        show(cuts, key="positions_cuts", alt=text.CUTS_ALT[lang])


@shared(32)
def pictures(T: int, D: int, base: float, marks: waves_charts.Marks, lang: Lang) -> tuple[Ready, Ready]:
    """The table and the cuts, drawn once for all who look."""
    P = sinusoid(T, D, base)
    return ready(waves_charts.table(P, wavelengths(D, base), marks, lang)), ready(
        waves_charts.cuts(P, base, marks, lang)
    )


def residual(P: np.ndarray, k: int, base: float) -> float:
    """How far the shifted rows are from the rows they should be: the largest difference in the whole table."""
    T, D = P.shape
    rows = P[: T - k] if k >= 0 else P[-k:]
    goals = P[k:] if k >= 0 else P[:k]
    return float(np.abs(rows @ shift(k, D, base).T - goals).max())


def written(ask: Ask, P: np.ndarray, column: int, m: int, n: int) -> str:
    """The wavelength, the dot product and the shift with the visitor's numbers."""
    i, waves = column // 2, wavelengths(ask.D, ask.base)
    power = rf"{ask.base:.7g}^{{\,{2 * i}/{ask.D}}}"
    k = n - m
    return (
        rf"\begin{{aligned}}&\lambda_{{{column}}} = 2\pi\cdot {power} = \mathbf{{{waves[column]:.1f}}}\\"
        rf"&\textcolor{{#000001}}{{p_{{{m}}}}}\cdot \textcolor{{#000002}}{{p_{{{n}}}}}"
        rf" = \textstyle\sum_i \cos({k}\,\omega_i) = \mathbf{{{P[m] @ P[n]:.3f}}}\\"
        rf"&M_{{{k}}}^{{(i={i})}} = {_block(ask, k, i)}\\"
        rf"&\max_t\,\lvert M_{{{k}}}\,p_t - p_{{t{k:+d}}}\rvert"
        rf" = \mathbf{{{scientific(residual(P, k, ask.base))}}}\end{{aligned}}"
    )


def _block(ask: Ask, k: int, i: int) -> str:
    """The part of the shifting matrix that moves the columns ``2i`` and ``2i + 1``: a turn."""
    own = slice(2 * i, 2 * i + 2)
    rows = shift(k, ask.D, ask.base)[own, own].round(3) + 0.0  # no minus before a zero
    return r"\begin{pmatrix}" + r"\\".join(" & ".join(f"{x:.3f}" for x in row) for row in rows) + r"\end{pmatrix}"


def said(ask: Ask, P: np.ndarray, waves: np.ndarray, column: int, m: int, n: int, lang: Lang) -> str:
    """The same in words."""
    facts = {
        "column": column,
        "first": column - column % 2,
        "second": column - column % 2 + 1,
        "kind": text.COSINE_NAME[lang] if column % 2 else text.SINE_NAME[lang],
        "turns": (ask.T - 1) / waves[column],
        "T": ask.T,
        "k": n - m,
        "share": float(P[m] @ P[n]) / (ask.D / 2),
    }
    return text.WAVES_SAY[lang].format(**facts)
