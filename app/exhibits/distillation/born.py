"""Born again: a line of networks of one size, each taught by the one before it, beside as many without ancestors."""

from __future__ import annotations

import numpy as np
import plotly.graph_objects as go
import streamlit as st

from app.exhibits.distillation import born_text as text
from app.exhibits.distillation.groups_charts import interval
from app.house import training
from app.house.figures import show
from app.house.links import whole
from app.house.numbers import percent
from app.house.parts import control
from app.i18n import Lang, Text
from app.session import seed
from app.theme import CINNABAR, GREY, finish
from core import jobs
from core.distillation.descent import Line, recorded

NAME = "distillation_line"


def view(lang: Lang) -> None:
    """The recorded lines, or those of the visitor's own setting."""
    st.markdown(text.QUESTION[lang])
    one, two = st.columns(2, gap="medium")
    with one, control("distillation_generations"):
        generations = whole("distillation_generations", text.GENERATIONS[lang], 1, 6, default=4)
    with two, control("distillation_family_rows"):
        rows = whole("distillation_family_rows", text.ROWS[lang], 50, 898, default=200)
    asked = Line(generations=generations, rows=rows, seed=seed())
    job = training.panel(NAME, lang, lambda: jobs.submit(_descend(), "digits", asked))
    found = job.result() if job is not None and job.state == "done" else recorded()
    left, right = st.columns(2, gap="large")
    with left:
        fig = lines(found.taught, found.alone, (text.TAUGHT, text.ALONE), text.TITLE, lang)
        show(fig, key="distillation_born", alt=text.ALT[lang])
    with right:
        names = text.TAUGHT_TOGETHER, text.ALONE_TOGETHER
        fig = lines(found.taught_together, found.alone_together, names, text.TOGETHER_TITLE, lang)
        show(fig, key="distillation_born_together", alt=text.ALT[lang])
    st.markdown(text.SAYS[lang].format(parameters=found.parameters, rows=found.line.rows))
    facts = {"n": len(found.taught), "held": found.held, "T": found.line.temperature}
    by = {"date": found.date, "machine": found.machine, "code": found.code}
    st.caption(text.NOTE[lang].format(weight=percent(found.line.soft_weight, lang), **facts, **by))


def _descend():
    from core.distillation.generations import descend

    return descend


def lines(taught: np.ndarray, alone: np.ndarray, names: tuple[Text, Text], title: Text, lang: Lang) -> go.Figure:
    """A point a generation; the title compares the last ones, paired by seed."""
    fig = go.Figure()
    for values, name, colour, dash, symbol in (
        (taught, names[0], CINNABAR, "solid", "circle"),
        (alone, names[1], GREY, "dash", "circle-open"),
    ):
        mean, half = np.array([interval(100 * column) for column in values.T]).T
        error = {"type": "data", "array": half, "color": colour}
        marker, line = {"symbol": symbol, "color": colour, "size": 9}, {"color": colour, "dash": dash}
        fig.add_trace(
            go.Scatter(y=mean, error_y=error, name=name[lang], mode="lines+markers", marker=marker, line=line)
        )
    fig.update_xaxes(title=text.AXIS[lang], dtick=1)
    fig.update_yaxes(title=text.ACCURACY_AXIS[lang])
    mean, half = interval(100 * (taught[:, -1] - alone[:, -1]))
    facts = {"n": taught.shape[1] - 1, "mean": mean, "low": mean - half, "high": mean + half}
    return finish(fig, title[lang].format(**facts), height=400)
