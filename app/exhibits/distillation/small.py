"""A small vocabulary: four students of one width, and what a teacher makes of the student's pieces."""

from __future__ import annotations

import numpy as np
import plotly.graph_objects as go
import streamlit as st

from app.exhibits.distillation import small_text as text
from app.exhibits.distillation.groups_charts import interval
from app.exhibits.distillation.layers import source
from app.exhibits.distillation.text import TEACHER
from app.house import training
from app.house.figures import show
from app.house.links import whole
from app.house.numbers import percent
from app.house.parts import control
from app.i18n import Lang
from app.session import seed
from app.theme import CINNABAR, GREY, INDIGO, ORANGE, finish
from core import jobs
from core.distillation.small import HELD, Outcome, Small, recorded, shipped

NAME = "distillation_dual"
SEEDS = 2
LOOKS = {  # colour and symbol: without a teacher grey
    "large": (GREY, "square-open"),
    "alone": (GREY, "circle-open"),
    "doors": (INDIGO, "diamond"),
    "dual": (CINNABAR, "circle"),
    "through": (ORANGE, "diamond-open"),
}


def view(lang: Lang) -> None:
    """The recorded comparison, or that of the visitor's own settings."""
    st.markdown(text.QUESTION[lang])
    one, two, three = st.columns(3, gap="medium")
    with one, control("distillation_pieces"):
        pieces = whole("distillation_pieces", text.PIECES[lang], 20, 1000, default=200, step=20)
    with two, control("distillation_mixed"):
        mixed = whole("distillation_mixed", text.MIXED[lang], 0, 100, default=50, step=10)
    with three, control("distillation_narrow"):
        width = whole("distillation_narrow", text.WIDTH[lang], 8, 48, default=16, step=4)
    asked = Small(pieces=pieces, mixed=mixed / 100, width=width, seed=seed())
    data = shipped()
    st.caption(text.LIVE[lang].format(n=len(data.learnt), held=HELD))
    job = training.panel(NAME, lang, lambda: jobs.submit(_learn(), data, asked, seeds=SEEDS))
    found = job.result() if job is not None and job.state == "done" else recorded()
    left, right = st.columns([3, 2], gap="large")
    with left:
        show(students(found, lang), key="distillation_dual_students", alt=text.STUDENTS_ALT[lang])
    with right:
        show(teachers(found, lang), key="distillation_dual_teachers", alt=text.TEACHERS_ALT[lang])
    large, small = found.vocabulary
    st.markdown(text.CUT[lang].format(sentence=found.sentence, large=large, small=small))
    for cut in found.cut:
        st.code(
            " ".join(f"{each}·" for each in cut).replace("</w>·", "").removesuffix("·"), language=None, wrap_lines=True
        )
    st.markdown(text.SAYS[lang].format(rows=found.learnt))
    with st.expander("dual.projection"):
        st.code(source("dual", "projection"), language="python")
    facts = {"n": len(found.accuracy["dual"]), "rows": found.learnt, "held": found.held, "width": found.small.width}
    by = {"date": found.date, "machine": found.machine, "code": found.code}
    st.caption(text.NOTE[lang].format(mixed=percent(found.small.mixed, lang), **facts, **by))


def _learn():
    from core.distillation.dual import learn

    return learn


def students(found: Outcome, lang: Lang) -> go.Figure:
    """A row a student; its numbers below its name."""
    fig = go.Figure()
    for kind, (colour, symbol) in LOOKS.items():
        x = 100 * found.accuracy[kind]
        label = f"{text.KINDS[kind][lang]}<br><sub>{text.NUMBERS[lang].format(n=found.parameters[kind])}</sub>"
        mean, half = interval(x)
        dots = {"color": colour, "symbol": "line-ns-open", "size": 10, "opacity": 0.6}
        fig.add_trace(go.Scatter(x=x, y=[label] * len(x), mode="markers", marker=dots))
        error = {"type": "constant", "value": half, "color": colour, "thickness": 2}
        marker = {"color": colour, "symbol": symbol, "size": 12}
        fig.add_trace(go.Scatter(x=[mean], y=[label], mode="markers", marker=marker, error_x=error))
    teacher = 100 * float(found.teacher["doors"].mean())
    fig.add_vline(teacher, line={"color": INDIGO, "width": 2})
    said = f"{TEACHER[lang]}, {text.NUMBERS[lang].format(n=found.parameters['teacher'])}"
    fig.add_annotation(x=teacher, y=1, yref="paper", text=said, showarrow=False, xanchor="right", yanchor="bottom")
    fig.update_layout(showlegend=False)
    fig.update_yaxes(autorange="reversed")
    fig.update_xaxes(title=text.ACCURACY_AXIS[lang])
    dual, alone = (100 * found.accuracy[kind] for kind in ("dual", "alone"))
    gain, half = interval(dual - alone)
    facts = {"dual": dual.mean(), "alone": alone.mean(), "gain": gain, "low": gain - half, "high": gain + half}
    return finish(fig, text.STUDENTS_TITLE[lang].format(**facts), height=460).update_layout(margin={"l": 200})


def teachers(found: Outcome, lang: Lang) -> go.Figure:
    """Two teachers, and sentences cut in two ways."""
    fig = go.Figure()
    names = [words[lang] for words in text.TEACHERS.values()]
    for values, name, colour, shape in (
        (found.teacher, text.OWN, INDIGO, ""),
        (found.foreign, text.FOREIGN, CINNABAR, "/"),
    ):
        mean, half = np.array([interval(100 * values[kind]) for kind in text.TEACHERS]).T
        marker = {"color": colour, "line": {"width": 0}, "pattern": {"shape": shape}}
        error = {"type": "data", "array": half}
        fig.add_trace(go.Bar(x=names, y=mean, error_y=error, name=name[lang], marker=marker))
    fig.update_yaxes(title=text.ACCURACY_AXIS[lang], range=[0, 102])
    facts = {kind: 100 * float(found.foreign[kind].mean()) for kind in text.TEACHERS}
    return finish(fig, text.TEACHERS_TITLE[lang].format(**facts), height=400)
