"""Who exchanges the words that ELECTRA has to find: dice, a finished generator, or one that learns along."""

from __future__ import annotations

import plotly.graph_objects as go
import streamlit as st

from app.exhibits.objectives import charts
from app.exhibits.objectives import electra_text as text
from app.house.figures import show
from app.house.links import choice
from app.house.parts import control
from app.i18n import Lang
from core.claims.claim import estimate
from core.masking.objectives.adversaries import LAMBDA, Adversaries, recorded


def electra(lang: Lang) -> None:
    """One question, every way to exchange words, every seed."""
    st.subheader(text.QUESTION[lang], anchor=False)
    with control("objectives_exam"):
        exam = choice(
            st.segmented_control,
            text.ASKED[lang],
            [*text.EXAMS],
            text.EXAMS,
            lang,
            key="objectives_exam",
            default="plausible",
            required=True,
        )
    study = recorded()
    show(dots(study, exam, lang), key="objectives_electra", alt=text.ALT[lang])
    gains = {}
    joint, finished = (study.scores[study.names.index(each)] for each in ("joint", "finished"))
    for at, name in enumerate(text.EXAMS):
        found = estimate((joint - finished)[:, at].tolist())
        gains[name] = f"{found.mean:+.3f} ({found.low:+.3f} … {found.high:+.3f})"
    about = {"seeds": study.scores.shape[1], "steps": study.steps, "date": study.date, "machine": study.machine}
    st.caption(text.SAYS[lang].format(weight=LAMBDA, **gains, **about, code=study.code))


def dots(study: Adversaries, exam: str, lang: Lang) -> go.Figure:
    """A small dot a seed, a large one the mean."""
    at = [*text.EXAMS].index(exam)
    rows = [(name, study.scores[n, :, at]) for n, name in enumerate(study.names) if exam == "topic" or name != "mlm"]
    means = {name: f"{values.mean():.2f}" for name, values in rows}
    title = text.TITLE[lang].format(asked=text.EXAMS[exam][lang], **means)
    axis = (text.SHARE if exam == "topic" else text.AREA)[lang]
    return charts.seeds([(text.ARMS[name][lang], values) for name, values in rows], axis, title)
