"""Cheap cues: a word without meaning, a classifier that trusts it, and three tests."""

from __future__ import annotations

import numpy as np
import plotly.graph_objects as go
import streamlit as st

from app.exhibits.probing import more_text as text
from app.house.figures import show
from app.house.links import whole
from app.house.numbers import percent
from app.house.parts import control
from app.i18n import Lang
from app.session import once, seed
from app.theme import CINNABAR, GREY, finish
from core.probes.cues import CUE, Config, Run, train


def view(lang: Lang) -> None:
    """Two sliders and the three tests."""
    desk, stage = st.columns([1, 2], gap="large")
    with desk:
        with control("probing_agrees"):
            agrees = whole("probing_agrees", text.AGREES[lang], 50, 100, default=90, step=5)
        with control("probing_noise"):
            noise = whole("probing_noise", text.NOISE[lang], 0, 40, default=10, step=5)
    run: Run = once(train, "made-up", Config(agrees=agrees / 100, noise=noise / 100, seed=seed()), data_key="made-up")
    with stage:
        show(tests(run, lang), key="probing_tests", alt=text.CUES_ALT[lang])
    with desk:
        facts = {"n": run.config.N, "words": run.config.words, "agrees": agrees}
        weights = {"weight": float(run.weights[-1]), "best": float(np.abs(run.weights[:-1]).max())}
        st.markdown(text.CUES_SAYS[lang].format(**facts, **weights).replace("indeed", CUE))


def tests(run: Run, lang: Lang) -> go.Figure:
    """Accuracy on each test, with the cue and without it."""
    names = [text.TESTS[name][lang] for name in text.TESTS]
    fig = go.Figure()
    for name, scores, colour, pattern in (
        (text.WITH_CUE, run.with_cue, CINNABAR, ""),
        (text.WITHOUT_CUE, run.without_cue, GREY, "/"),
    ):
        values = [100 * scores[each] for each in text.TESTS]
        marker = {"color": colour, "pattern": {"shape": pattern}}
        said = [percent(value / 100, lang) for value in values]
        fig.add_trace(go.Bar(x=names, y=values, name=name[lang], marker=marker, text=said, textposition="outside"))
    fig.add_hline(50, line={"color": GREY, "dash": "dot"})
    fig.update_yaxes(range=[0, 110], ticksuffix=" %")
    facts = {name: percent(run.with_cue[name], lang) for name in text.TESTS}
    title = text.CUES_TITLE[lang].format(**facts).replace("; ", ";<br>")
    return finish(fig, title, height=440)
