"""The next word, by counting and by a network, on the same text."""

from __future__ import annotations

from typing import Any

import numpy as np
import streamlit as st

from app.exhibits.word2vec.families import charts, text
from app.house import training
from app.house.figures import show
from app.house.links import whole
from app.house.parts import control
from app.i18n import Lang
from app.session import seed
from core import jobs
from core.words.ngram import Ngram
from core.words.recorded import CORPUS, recorded

SHOWN = 8
NAME = "word2vec_nnlm"


def view(lang: Lang) -> None:
    """Bars of both, then the training."""
    from core.word2vec.texts import words as cut

    kept = recorded("nnlm")
    run = kept.run
    job = training.watched(NAME)
    if job is not None and job.state == "done":
        run = job.result()
    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        with control("word2vec_context"):
            typed = st.text_input(
                text.CONTEXT[lang], "one of", key="word2vec_context", bind="query-params", max_chars=200
            )
        with control("word2vec_n"):
            n = whole("word2vec_n", text.ORDER[lang], 1, 5, default=3)
        context = run.words.encode(cut(typed))
        model = Ngram(run.text, len(run.words.names), n)
        facts = {"n": n, "seen": model.seen(context), "contexts": model.contexts}
        st.caption(text.COUNTED[lang].format(**facts))
        st.caption(
            text.NNLM_FACTS[lang].format(
                n=run.config.n,
                H=run.config.H,
                D=run.config.D,
                V=len(run.words.names),
                own=run.held_out,
                counted=run.counted,
            )
        )
    with stage:
        groups = {
            text.BY_COUNT[lang].format(n=n): best(model.next(context), run.words.names),
            text.BY_NET[lang]: best(run.next(context), run.words.names),
        }
        top = groups[text.BY_NET[lang]][0][0]
        title = text.NEXT_TITLE[lang].format(context=" ".join(cut(typed)) or "…", word=top)
        show(charts.bars(groups, title, text.PROBABILITY[lang]), key="word2vec_next", alt=text.NEXT_ALT[lang])
    _train(lang, kept, run)


def _train(lang: Lang, kept: Any, run: Any) -> None:
    st.markdown(f"**{text.NNLM_TRAIN[lang]}**")
    left, middle, right = st.columns(3, gap="medium")
    with left, control("word2vec_nnlm_n"):
        n = whole("word2vec_nnlm_n", text.NNLM_N[lang], 2, 6, default=3)
    with middle, control("word2vec_nnlm_d"):
        D = whole("word2vec_nnlm_d", text.NNLM_D[lang], 8, 64, default=32, step=8)
    with right, control("word2vec_nnlm_h"):
        H = whole("word2vec_nnlm_h", text.NNLM_H[lang], 16, 128, default=64, step=16)
    with left, control("word2vec_nnlm_lr"):
        lr = whole("word2vec_nnlm_lr", text.NNLM_LR[lang], 1, 20, default=4)
    training.panel(NAME, lang, lambda: _submit(n, D, H, lr / 1000))
    title = text.NNLM_CURVE[lang].format(counted=run.counted)
    figure = charts.curves({text.LOSS[lang]: run.losses}, title, text.STEPS[lang], text.NATS[lang], dashed=run.counted)
    left, right = st.columns(2, gap="large")
    with left:
        show(figure, key="word2vec_nnlm_loss", alt=title)
    with right:
        names = run.words.names[2 : 2 + run.frames.shape[1]]
        table = run.C[2 : 2 + len(names)]
        flat = charts.plane(charts.pca(table), names, [0] * len(names), text.NNLM_MAP[lang], height=340)
        show(flat, key="word2vec_nnlm_map", alt=text.NNLM_MAP[lang])
    st.caption(text.RECORDED[lang].format(date=kept.date, seconds=kept.seconds, corpus=CORPUS))


def _submit(n: int, D: int, H: int, lr: float) -> jobs.Job:
    from core.words import nnlm
    from core.words.study import train_nnlm

    return jobs.submit(train_nnlm, CORPUS, nnlm.Config(n=n, D=D, H=H, lr=lr, epochs=1, seed=seed()))


def best(p: np.ndarray, names: tuple[str, ...]) -> list[tuple[str, float]]:
    """The most probable words."""
    return [(names[i], float(p[i])) for i in np.argsort(-p, kind="stable")[:SHOWN]]
