"""Is this window real? Two windows, two scores, one margin."""

from __future__ import annotations

from html import escape

import numpy as np
import plotly.graph_objects as go
import streamlit as st

from app.exhibits.word2vec.families import charts, text
from app.house import training
from app.house.figures import show
from app.house.parts import control
from app.house.plain import plain
from app.i18n import Lang
from app.session import seed
from app.theme import CINNABAR, GREY, finish
from core import jobs
from core.words.recorded import CORPUS, recorded

NAME = "word2vec_ranker"
WINDOW, SWAP = "was the first of its", "they"


def view(lang: Lang) -> None:
    """Score the visitor's windows, then the training."""
    kept = recorded("ranking")
    run = kept.run
    job = training.watched(NAME)
    if job is not None and job.state == "done":
        run = job.result()
    stage, desk = st.columns([2, 1], gap="large")
    width = 2 * run.config.reach + 1
    with desk:
        with control("word2vec_window_text"):
            typed = st.text_input(
                text.WINDOW[lang].format(n=width),
                WINDOW,
                key="word2vec_window_text",
                bind="query-params",
                max_chars=120,
            )
        with control("word2vec_swap"):
            swap = st.text_input(text.SWAP[lang], SWAP, key="word2vec_swap", bind="query-params", max_chars=40)
    words = typed.casefold().split()
    if len(words) != width or not swap.strip():
        st.info(text.WINDOW_SHORT[lang].format(n=width, found=len(words)), icon=":material/edit:")
        return
    fake = [*words]
    fake[run.config.reach] = swap.strip().casefold()
    unknown = [word for word in dict.fromkeys([*words, *fake]) if word not in run.words.index]
    real, false = run.score(np.array([run.words.encode(words), run.words.encode(fake)]))
    with stage:
        show(scores(words, fake, float(real), float(false), lang), key="word2vec_windows", alt=text.WINDOWS_ALT[lang])
        loss = max(0.0, 1 - float(real) + float(false))
        st.latex(rf"\max(0,\ 1 - ({real:.2f}) + ({false:.2f})) = {loss:.2f}")
        if unknown:
            st.caption(text.UNKNOWN_WORDS[lang].format(words=" · ".join(map(plain, unknown)), V=len(run.words.names)))
    with desk:
        st.caption(text.RANK_FACTS[lang].format(won=run.won, V=len(run.words.names)))
        training.panel(NAME, lang, _submit)
        title = text.HINGE[lang]
        fig = charts.curves({title: run.losses}, title, text.STEPS[lang], text.HINGE_AXIS[lang])
        show(fig, key="word2vec_hinge", alt=title)
        st.caption(text.RECORDED[lang].format(date=kept.date, seconds=kept.seconds, corpus=CORPUS))


def scores(words: list[str], fake: list[str], real: float, false: float, lang: Lang) -> go.Figure:
    """Two bars and the margin that is asked for."""
    names = [escape(" ".join(each), quote=False) for each in (words, fake)]
    bar = go.Bar(
        x=[real, false],
        y=[f"{text.REAL[lang]}<br>{names[0]}", f"{text.FAKE[lang]}<br>{names[1]}"],
        orientation="h",
        marker={"color": [CINNABAR, GREY]},
        text=[f"{real:.2f}", f"{false:.2f}"],
        cliponaxis=False,
        textangle=0,
    )
    fig = go.Figure(bar)
    fig.add_vline(
        x=real - 1,
        line={"color": GREY, "dash": "dash"},
        annotation_text=text.ASKED_FOR[lang],
        annotation_position="top left",
    )
    fig.update_yaxes(autorange="reversed", automargin=True)
    fig.update_xaxes(title=text.SCORE[lang])
    said = text.MARGIN_WON if real - false >= 1 else text.MARGIN_SMALL if real > false else text.MARGIN_LOST
    return finish(fig, said[lang].format(margin=real - false), height=320)


def _submit() -> jobs.Job:
    from core.words import ranking
    from core.words.study import train_ranking

    return jobs.submit(train_ranking, CORPUS, ranking.Config(steps=600, seed=seed()))
