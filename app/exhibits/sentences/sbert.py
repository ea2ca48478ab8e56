"""SBERT's three objectives on one model: how the score rises, and what becomes of the cosines."""

from __future__ import annotations

import numpy as np
import plotly.graph_objects as go
import streamlit as st

from app.exhibits.sentences import sbert_text as words
from app.house.figures import show
from app.house.links import choice
from app.house.parts import control
from app.i18n import Lang
from app.theme import CINNABAR, GREEN, GREY, INDIGO, finish
from core.simcse.learnt import COMMAND, LABELS, OBJECTIVES, Learnt, Objective, learnt

LOOK = {"classification": (INDIGO, "dash"), "regression": (CINNABAR, "solid"), "triplet": (GREEN, "dot")}
USUAL: Objective = "regression"


def view(lang: Lang) -> None:
    run = learnt()
    stage, desk = st.columns([2, 1], gap="large")
    with desk, control("sentences_objective"):
        objective: Objective = choice(
            st.segmented_control,
            words.OBJECTIVE[lang],
            list(OBJECTIVES),
            words.OBJECTIVES,
            lang,
            key="sentences_objective",
            default=USUAL,
            required=True,
        )
    with desk:
        st.latex(words.FORMULAS[objective])
        st.markdown(words.SAYS[objective][lang].format(margin=run.runs[objective][0].config.margin))
    with stage:
        show(courses(run, objective, lang), key="sentences_courses", alt=words.ALT[lang])
        show(by_label(run, objective, lang), key="sentences_labelled", alt=words.LABEL_ALT[lang])
        st.caption(note(run, lang))


def courses(run: Learnt, chosen: Objective, lang: Lang) -> go.Figure:
    """Spearman's ρ on the way, the mean of the seeds and their range; the chosen objective in front."""
    fig = go.Figure()
    for name in sorted(OBJECTIVES, key=lambda name: name == chosen):
        scores = np.stack([each.spearman for each in run.runs[name]])
        at, (colour, dash) = run.runs[name][0].at, LOOK[name]
        around = np.concatenate([scores.min(0), scores.max(0)[::-1]])
        band = {"fill": "toself", "mode": "none", "fillcolor": colour, "opacity": 0.2 if name == chosen else 0.08}
        fig.add_trace(go.Scatter(x=[*at, *at[::-1]], y=around, hoverinfo="skip", showlegend=False, **band))
        line = {"color": colour, "dash": dash, "width": 3.5 if name == chosen else 2}
        said = words.OBJECTIVES[name][lang]
        fig.add_trace(go.Scatter(x=at, y=scores.mean(0), mode="lines+markers", line=line, name=said))
    fig.update_xaxes(title=words.STEPS_AXIS[lang])
    fig.update_yaxes(title=words.SCORE_AXIS[lang])
    own = np.stack([each.spearman for each in run.runs[chosen]]).mean(0)
    facts = {"steps": int(run.runs[chosen][0].at[-1]), "seeds": len(run.runs[chosen])}
    title = words.TITLE[lang].format(name=words.OBJECTIVES[chosen][lang], before=own[0], after=own[-1], **facts)
    return finish(fig, title, height=380)


def by_label(run: Learnt, chosen: Objective, lang: Lang) -> go.Figure:
    """The mean cosine of each label's pairs, before and after, averaged over the seeds."""
    before, after = np.stack([each.cosines for each in run.runs[chosen]]).mean(0)
    names = [words.LABELS[label][lang] for label in LABELS]
    fig = go.Figure()
    for row, values, colour, mark in (
        (words.BEFORE, before, GREY, "circle-open"),
        (words.AFTER, after, CINNABAR, "diamond"),
    ):
        marker = {"color": colour, "size": 14, "symbol": mark}
        fig.add_trace(go.Scatter(x=values, y=names, mode="markers", marker=marker, name=row[lang]))
    for x0, x1, name in zip(before, after, names, strict=True):
        line = {"color": GREY, "width": 1.5}
        fig.add_shape(type="line", x0=x0, x1=x1, y0=name, y1=name, line=line, layer="below")
    fig.update_xaxes(title=words.COSINE_AXIS[lang])
    fig.update_yaxes(autorange="reversed")
    title = words.LABEL_TITLE[lang].format(gap=after[0] - after[2], was=before[0] - before[2])
    return finish(fig, title, height=270)


def note(run: Learnt, lang: Lang) -> str:
    """Where the figures come from."""
    facts = {"seeds": len(run.runs[USUAL]), "pairs": run.pairs, "labelled": run.labelled, "command": COMMAND}
    return words.NOTE[lang].format(**facts, **run.rows, date=run.date, machine=run.machine, code=run.code)
