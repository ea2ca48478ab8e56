"""Trained short, read long: the recorded study of every encoding in the same small language model."""

from __future__ import annotations

from functools import lru_cache

import pandas as pd
import streamlit as st

from app.exhibits.positions import lengths_charts, text
from app.house.figures import Ready, ready, show
from app.house.links import choice
from app.house.parts import control
from app.i18n import Lang
from core.positions.effects import BEYOND
from core.positions.recorded import COMMAND, Scheme, recorded, scheme
from core.positions.study import BIN

LEARN = (
    "alibi",
    "rope",
    "sinusoidal",
    "learned",
    "none",
    "t5",
    "kerple-log",
    "kerple-power",
    "shaw",
    "xl",
    "tupe",
    "deberta",
)
TRAINED = tuple(name for name in LEARN if recorded(name))


def view(lang: Lang) -> None:
    """Loss against place, convergence, and what each encoding learnt to add to a score."""
    stage, desk = st.columns([2, 1], gap="large")
    with desk, control("positions_trained"):
        name = choice(
            st.selectbox,
            text.TRAINED_SCHEME[lang],
            list(TRAINED),
            text.SCHEMES,
            lang,
            key="positions_trained",
            default="alibi",
        )
    with stage:
        show(by_place(name, lang), key="positions_by_place", alt=text.BY_PLACE_ALT[lang])
        show(curves(name, lang), key="positions_curves", alt=text.CURVES_ALT[lang])
    with desk:
        show(inside(name, lang), key="positions_adds", alt=text.ADDS_ALT[lang])
        losses = table(lang)
        three = {name: st.column_config.NumberColumn(format="%.3f") for name in losses.columns[1:]}
        shape = {"hide_index": True, "width": "stretch", "height": 460}
        st.dataframe(losses, column_config=three, placeholder="—", **shape)  # a table of places ends with its last row
    found = scheme(name)
    facts = {"date": found.date, "machine": found.machine, "code": found.code, "steps": found.config.steps}
    seconds = sum(scheme(each).seconds for each in TRAINED)
    st.caption(text.STUDY_NOTE[lang].format(command=f"{COMMAND} study", seconds=f"{seconds:,.0f}", **facts))


@lru_cache(maxsize=32)
def by_place(name: str, lang: Lang) -> Ready:
    """Loss at each place, all encodings, one in colour."""
    return ready(lengths_charts.by_place({each: scheme(each) for each in TRAINED}, name, lang))


@lru_cache(maxsize=32)
def curves(name: str, lang: Lang) -> Ready:
    """Loss during the training, all encodings, one in colour."""
    return ready(lengths_charts.curves({each: scheme(each) for each in TRAINED}, name, lang))


@lru_cache(maxsize=32)
def inside(name: str, lang: Lang) -> Ready:
    """What it adds to scores, or, where a table is learnt, how the table formed."""
    found = scheme(name)
    return ready(lengths_charts.forming(found, lang) if found.frames.size else lengths_charts.adds(found, lang))


def table(lang: Lang) -> pd.DataFrame:
    """Loss at one, two, four and eight lengths, means over seeds; the best at the fourth length first."""
    rows = [(text.SCHEMES[name][lang], *(at(scheme(name), n) for n in (1, 2, BEYOND, 8))) for name in TRAINED]
    rows.sort(key=lambda row: (row[3] != row[3], row[3], row[1]))
    return pd.DataFrame(rows, columns=[text.SCHEME[lang], "1 L", "2 L", f"{BEYOND} L", "8 L"])


def at(found: Scheme, n: int) -> float:
    """Nats per character in the second half of the n-th length."""
    whole = found.config.T // BIN
    return round(float(found.by_place[:, n * whole - whole // 2 : n * whole].mean()), 3)
