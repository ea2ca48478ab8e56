"""What shall the network name? The three answers, what an error in each does to the picture, what came of each."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import plotly.graph_objects as go
import streamlit as st

from app.exhibits.generators import ruler_charts, text
from app.house.figures import Ready, ready, show
from app.house.links import choice
from app.house.parts import control
from app.i18n import Lang
from app.theme import CINNABAR, GREEN, INDIGO, finish
from core.generators import KINDS, schedule
from core.generators.recorded import COMMAND, named, targets

LOOKS = {"eps": (CINNABAR, "solid"), "x0": (INDIGO, "dash"), "v": (GREEN, "dot")}
TIMES = 100  # steps of the chain


def view(stage, desk, lang: Lang) -> None:
    """The curve and what was measured on the left, the arithmetic on the right."""
    with desk:
        kind = schedule_choice(lang)
        st.markdown(text.NAMES_SAY[lang])
    with stage:
        show(growth(kind, lang), key="generators_growth", alt=text.GROWTH_ALT[lang])
        if kind in named():
            show(measured(kind, lang), key="generators_targets", alt=text.TARGETS_ALT[lang])
        st.markdown(text.NAMES_TRY[lang])
    if kind not in named():
        return
    found = targets()
    facts = {
        "date": found.date,
        "machine": found.machine,
        "code": found.code,
        "steps": found.setting.steps,
        "n": found.n,
    }
    facts |= {"seeds": len(found.far[kind]["eps"]), "shape": text.SHAPES[found.shape][lang]}
    st.caption(text.TARGETS_NOTE[lang].format(command=f"{COMMAND} targets", **facts))


def schedule_choice(lang: Lang) -> str:
    """How the noise grows."""
    with control("generators_schedule"):
        return choice(
            st.segmented_control,
            text.SCHEDULE[lang],
            list(KINDS),
            text.SCHEDULES,
            lang,
            key="generators_schedule",
            default="linear",
            required=True,
        )


@lru_cache(maxsize=8)
def growth(kind: str, lang: Lang) -> Ready:
    """The same, packed."""
    return ready(figure(kind, lang))


@lru_cache(maxsize=8)
def measured(kind: str, lang: Lang) -> Ready:
    """What came of it, packed."""
    return ready(outcome(kind, lang))


def outcome(kind: str, lang: Lang) -> go.Figure:
    """What came of it, recorded."""
    found = targets()
    values = {name: {"wasserstein": rows} for name, rows in found.far[kind].items()}
    fig = ruler_charts.ruler(values, found.floor, "wasserstein", lang, text.PREDICTS)
    return fig.update_layout(height=280)


def figure(kind: str, lang: Lang) -> go.Figure:
    """What becomes of an error of 1 in the answer."""
    chain, fig = schedule(kind, TIMES), go.Figure()
    left, t = chain.alpha_bar, np.arange(1, TIMES + 1)
    factors = {"eps": np.sqrt((1 - left) / left), "x0": np.ones(TIMES), "v": np.sqrt(1 - left)}
    for name, values in factors.items():
        colour, dash = LOOKS[name]
        line = {"color": colour, "dash": dash, "width": 2.5}
        fig.add_trace(go.Scatter(x=t, y=values.round(4), mode="lines", name=text.PREDICTS[name][lang], line=line))
    fig.update_xaxes(title=text.STEP_AXIS[lang])
    fig.update_yaxes(title=text.GROWTH_AXIS[lang], type="log", dtick=1, exponentformat="power")
    title = text.GROWTH_TITLE[lang].format(last=float(factors["eps"][-1]), first=float(factors["eps"][0]))
    return finish(fig, title, height=340)
