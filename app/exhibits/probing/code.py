"""Bits saved: the online code of all labels, layer by layer."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import streamlit as st
from plotly.subplots import make_subplots

from app.exhibits.probing import layers
from app.exhibits.probing import more_text as text
from app.exhibits.probing.layers_charts import band
from app.exhibits.probing.text import CONTROL_NAME, LAYER_AXIS, NOT_YET, RANDOM_NAME, REAL_NAME
from app.house.figures import Ready, ready, show
from app.i18n import Lang
from app.theme import CINNABAR, FAINT, GREY, finish
from core.probes import recorded
from core.probes.recorded import Code


def view(lang: Lang) -> None:
    """The code of the parts of speech."""
    found: Code | None = recorded.found("code-upos")
    if found is None:
        st.info(NOT_YET[lang].format(model="minilm"))
        return
    stage, desk = st.columns([2, 1], gap="large")
    with stage:
        show(lengths(lang), key="probing_code", alt=text.CODE_ALT[lang])
    with desk:
        st.markdown(text.CODE_SAYS[lang].format(n=found.n))
    layers.note(found.about, "code-upos", lang, "portions")


@lru_cache(maxsize=2)
def lengths(lang: Lang) -> Ready:
    """Code lengths with bands, the uniform code as a line."""
    found: Code = recorded.found("code-upos")
    fig = make_subplots(rows=1, cols=1)
    band(fig, found.real / 1000, REAL_NAME[lang], CINNABAR, "solid", "circle")
    band(fig, found.control / 1000, CONTROL_NAME[lang], GREY, "dot", "diamond")
    band(fig, found.random / 1000, RANDOM_NAME[lang], GREY, "dash", "square")
    uniform = found.uniform / 1000
    fig.add_hline(uniform, line={"color": FAINT, "dash": "dot"})
    said = {"text": text.UNIFORM[lang], "showarrow": False, "yanchor": "top", "xanchor": "left"}
    fig.add_annotation(x=0, y=uniform, **said)
    fig.update_xaxes(title=LAYER_AXIS[lang], dtick=1)
    fig.update_yaxes(title=text.CODE_AXIS[lang], rangemode="tozero")
    mean = found.real.mean(0) / 1000
    best = int(np.argmin(mean))
    facts = {"best": best, "bits": float(mean[best]), "uniform": uniform, "times": float(uniform / mean[best])}
    return ready(finish(fig, text.CODE_TITLE[lang].format(**facts), height=440))
