"""One student, several tasks: each task has teachers of its own, whose weight can be annealed."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import plotly.graph_objects as go
import streamlit as st

from app.exhibits.distillation import multitask_text as text
from app.exhibits.distillation.groups_charts import interval
from app.house import training
from app.house.figures import show
from app.house.links import choice, whole
from app.house.parts import control
from app.i18n import Lang
from app.session import seed
from app.theme import CINNABAR, GREY, INDIGO, finish
from core import jobs
from core.distillation.tasks import DEFAULT, TASKS, Many, Outcome, recorded

NAME = "distillation_tasks"
MOST = {"digits": 898, "texts": 500}  # labelled examples of a task


def view(lang: Lang) -> None:
    """The recorded comparison, or that of the visitor's own schedule."""
    with control("distillation_school"):
        data = choice(
            st.segmented_control,
            text.SCHOOL[lang],
            list(DEFAULT),
            text.SCHOOLS,
            lang,
            key="distillation_school",
            default="digits",
            required=True,
        )
    one, two, three, four = st.columns(4, gap="medium")
    with one, control("distillation_masters"):
        teachers = whole("distillation_masters", text.TEACHERS[lang], 1, 4, default=1)
    with two, control("distillation_begin"):
        first = whole("distillation_begin", text.FIRST[lang], 0, 100, default=100, step=10)
    with three, control("distillation_end"):
        last = whole("distillation_end", text.LAST[lang], 0, 100, default=0, step=10)
    with four, control("distillation_seen_by_all"):
        rows = whole("distillation_seen_by_all", text.ROWS[lang], 50, MOST[data], default=200)
    knobs = {"teachers": teachers, "first": first / 100, "last": last / 100, "rows": rows, "seed": seed()}
    asked = replace(DEFAULT[data], **knobs)
    job = training.panel(NAME, lang, lambda: jobs.submit(_compare(), data, asked))
    found = job.result() if job is not None and job.state == "done" else recorded(data)
    left, right = st.columns([3, 2], gap="large")
    with left:
        show(scores(data, found, lang), key="distillation_by_task", alt=text.SCORES_ALT[lang])
    with right:
        show(schedule(asked, lang), key="distillation_schedule", alt=text.SCHEDULE_ALT[lang])
    st.markdown(text.SAYS[data][lang])
    many = found.many
    facts = {"n": len(found.single), "teachers": many.teachers, "rows": many.rows, "steps": many.steps}
    size = text.SIZE[data][lang].format(width=many.width)
    weights = {"first": many.first, "last": many.last}
    st.caption(text.NOTE[lang].format(date=found.date, machine=found.machine, size=size, **facts, **weights))


def _compare():
    from core.distillation.multitask import compare

    return compare


def scores(data: str, found: Outcome, lang: Lang) -> go.Figure:
    """By task: the single-task teachers, the student from labels, the student from its teachers."""
    fig = go.Figure()
    names = [text.TASKS[task][lang] for task in TASKS[data]]
    for values, name, colour, symbol in (
        (found.single, text.SINGLE, INDIGO, "hexagon"),
        (found.labels, text.LABELS, GREY, "circle-open"),
        (found.taught, text.TAUGHT, CINNABAR, "circle"),
    ):
        mean, half = np.array([interval(100 * column) for column in values.T]).T
        error = {"type": "data", "array": half, "color": colour}
        marker = {"color": colour, "symbol": symbol, "size": 11}
        fig.add_trace(go.Scatter(x=names, y=mean, error_y=error, mode="markers", marker=marker, name=name[lang]))
    fig.update_layout(scattermode="group")
    lowest = 100 * float(min(each.min() for each in (found.single, found.labels, found.taught)))
    fig.update_yaxes(title=text.ACCURACY_AXIS[lang], range=[lowest - 3, 100])
    mean, half = interval(100 * (found.taught - found.labels).mean(1))
    facts = {"mean": mean, "low": mean - half, "high": mean + half}
    fig = finish(fig, text.SCORES_TITLE[lang].format(**facts), height=420)
    return fig


def schedule(asked: Many, lang: Lang) -> go.Figure:
    """What the teachers' answers and the labels weigh during the training."""
    x = np.linspace(0, 1, 21)
    soft = np.array([asked.weight(at) for at in x])
    fig = go.Figure()
    for y, name, colour, dash in ((soft, text.SOFT, INDIGO, "solid"), (1 - soft, text.HARD, GREY, "dash")):
        line = {"color": colour, "dash": dash, "width": 3}
        fig.add_trace(go.Scatter(x=100 * x, y=y, mode="lines", line=line, name=name[lang]))
    fig.update_xaxes(title=text.PROGRESS_AXIS[lang])
    fig.update_yaxes(title=text.WEIGHT_AXIS[lang], range=[-0.03, 1.03])
    fig = finish(fig, text.SCHEDULE_TITLE[lang], height=420)
    return fig
