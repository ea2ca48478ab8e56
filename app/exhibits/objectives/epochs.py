"""Static masks, a few patterns, or new ones every epoch: what has been asked for so far."""

from __future__ import annotations

import numpy as np
import streamlit as st

from app.exhibits.objectives import charts, text
from app.exhibits.objectives.reading import asked, share_hidden
from app.house.figures import show
from app.house.links import whole as slider
from app.house.parts import control
from app.i18n import Lang
from app.session import seed
from app.theme import CINNABAR, FAINT, INDIGO
from core.masking.objectives import MLM, Repeated
from core.masking.objectives.schedules import coverage, patterns

LONG = tuple(f"w{i}" for i in range(500))  # for the curve; the pattern is that of the visitor's text


def epochs(lang: Lang) -> None:
    """Curve and pattern."""
    first, second, third = st.columns(3, gap="medium")
    with first:
        rate = share_hidden(lang)
    with second, control("objectives_epochs"):
        n = slider("objectives_epochs", text.EPOCHS[lang], 2, 40, default=20)
    with third, control("objectives_copies"):
        copies = slider("objectives_copies", text.COPIES[lang], 2, 20, default=10)
    made = [(name, k) for name, k in ((text.STATIC, 1), (text.COPIED, copies), (text.DYNAMIC, 0))]
    curves = [
        (name[lang].format(n=k), coverage(Repeated(MLM(rate), k), LONG, n, seed()), colour)
        for (name, k), colour in zip(made, (FAINT, INDIGO, CINNABAR), strict=True)
    ]
    title = text.COVERAGE_TITLE[lang].format(epochs=n, static=curves[0][1][-1], dynamic=curves[2][1][-1])
    expected = 1 - (1 - rate) ** np.arange(1, n + 1)
    show(charts.coverage(curves, expected, title, lang), key="objectives_coverage", alt=text.COVERAGE_ALT[lang])
    words = asked(lang).tokens[:40]
    left, right = st.columns(2, gap="medium")
    for column, (name, k) in ((left, made[0]), (right, made[2])):
        holes = np.array(list(patterns(Repeated(MLM(rate), k), words, n, seed())))
        with column:
            show(
                charts.patterns(words, holes, name[lang], lang),
                key=f"objectives_holes_{k}",
                alt=text.PATTERN_TITLE[lang],
            )
