"""Part 4, *Train it*: a small BERT from zero in another process, with what it says for one sentence at every look."""

from __future__ import annotations

import plotly.graph_objects as go
import streamlit as st

from app.exhibits.masking import curves, text
from app.house import training
from app.house.figures import show
from app.house.links import choice
from app.house.numbers import percent
from app.house.parts import control
from app.i18n import Lang
from app.session import language, seed
from core import jobs
from core.masking.live import Live
from core.masking.recorded import trained
from core.tokens.corpora import corpus, sentences

NAME = "masking_train"
PASTED = 200_000  # characters
MOST = 4_000  # documents


def part() -> None:
    """The panel, and the result when there is one."""
    lang = language()
    st.subheader(text.TRAIN_QUESTION[lang], anchor=False)
    st.markdown(text.TRAIN_IDEA[lang])
    left, middle, right = st.columns(3, gap="medium")
    with left, control("masking_data"):
        data = choice(
            st.selectbox,
            text.LEARN_FROM[lang],
            list(text.DATA),
            text.DATA,
            lang,
            key="masking_data",
            default="lee-news" if lang == "en" else "zh-notes",
        )
    default = text.WATCHED_DEFAULT[data]
    with middle, control("masking_steps"):
        steps = st.slider(text.STEPS[lang], 100, 2000, 400, 100, key="masking_steps", bind="query-params")
    with right, control("masking_rate"):
        rate = st.slider(text.RATE[lang], 5, 60, 15, 5, key="masking_rate", bind="query-params")
    with control("masking_watched"):
        watched = st.text_input(
            text.WATCHED[lang],
            key="masking_watched",
            bind="query-params",
            max_chars=200,
            placeholder=default,
        )
    documents = _own(lang) if data == "own" else tuple(sentences("\n".join(corpus(data).documents)))[:MOST]
    if not documents:
        st.info(text.PASTE[lang])
        return
    config = Live(watched=(watched or "").strip() or default, steps=steps, rate=rate / 100, seed=seed())
    job = training.panel(NAME, lang, lambda: jobs.submit(_train(), documents, config))
    run = job.result() if job is not None and job.state == "done" else None
    if run is None and data != "own" and (run := trained(data)) is not None:
        st.caption(text.TRAIN_RECORDED[lang].format(data=text.DATA[data][lang]))
    if run is not None:
        figure: go.Figure = curves.watched(run, lang)
        show(figure, key="masking_watched_figure", alt=text.TRAIN_IDEA[lang])
        facts = {
            "pieces": run.pieces,
            "tokens": run.tokens,
            "steps": run.config.steps,
            "seed": run.config.seed,
            "loss": float(run.losses[-20:].mean()),
            "count": run.by_count,
            "right": percent(float(run.held_out[-1]), lang),
        }
        st.caption(text.TRAIN_AFTER[lang].format(**facts))
    st.caption(text.TRAIN_NEXT[lang])


def _train():
    from core.masking.train import train

    return train


def _own(lang: Lang) -> tuple[str, ...]:
    pasted = st.text_area(text.OWN[lang], key="masking_text", max_chars=PASTED, placeholder=text.OWN_HINT[lang]) or ""
    return sentences(pasted[:PASTED])[:MOST]
