"""Noise-contrastive estimation on a distribution small enough to see."""

from __future__ import annotations

import numpy as np
import plotly.graph_objects as go
import streamlit as st

from app.exhibits.word2vec.families import charts, text
from app.house.figures import show
from app.house.links import whole
from app.house.parts import control
from app.i18n import Lang
from app.session import seed
from app.theme import CINNABAR, GREY, INK, finish
from core.words import nce

TRUTH = np.array([0.36, 0.22, 0.15, 0.1, 0.07, 0.05, 0.03, 0.02])


def view(lang: Lang) -> None:
    """Truth, noise and estimate side by side; how the gap closes."""
    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        with control("word2vec_nce_k"):
            K = whole("word2vec_nce_k", text.NCE_K[lang], 1, 25, default=5)
        with control("word2vec_nce_exponent"):
            exponent = whole("word2vec_nce_exponent", text.NCE_EXPONENT[lang], 0, 100, default=0, step=25) / 100
        with control("word2vec_nce_steps"):
            steps = whole("word2vec_nce_steps", text.NCE_STEPS[lang], 20, 1_000, default=300, step=20)
        run = nce.train(TRUTH, nce.Config(K=K, exponent=exponent, steps=steps, seed=seed()))
        st.caption(text.NCE_SUM[lang].format(total=run.estimates[-1].sum()))
        lines = {text.DISTANCE[lang]: run.distance}
        show(
            charts.curves(lines, text.DISTANCE[lang], text.LOOKS[lang], ""),
            key="word2vec_nce_way",
            alt=text.DISTANCE[lang],
        )
    with stage:
        show(figure(run, lang), key="word2vec_nce", alt=text.NCE_ALT[lang])


def figure(run: nce.Run, lang: Lang) -> go.Figure:
    """Three bars an outcome."""
    names = [chr(ord("a") + i) for i in range(len(TRUTH))]
    fig = go.Figure()
    for name, values, colour, pattern in (
        (text.TRUTH[lang], TRUTH, INK, ""),
        (text.ESTIMATE[lang], run.estimates[-1], CINNABAR, ""),
        (text.NOISE[lang], run.noise, GREY, "/"),
    ):
        fig.add_trace(go.Bar(x=names, y=values, name=name, marker={"color": colour, "pattern": {"shape": pattern}}))
    fig.update_yaxes(title=text.PROBABILITY[lang])
    fig.update_xaxes(title=text.OUTCOME[lang])
    return finish(fig, text.NCE_TITLE[lang].format(distance=run.distance[-1]), height=440)
