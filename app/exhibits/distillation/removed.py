"""A class that the student never saw: it learns it from the teacher's doubts, and one number repairs the rest."""

from __future__ import annotations

import numpy as np
import plotly.graph_objects as go
import streamlit as st

from app.exhibits.distillation import groups_charts, text
from app.house import training
from app.house.figures import show
from app.house.links import whole
from app.house.numbers import percent
from app.house.parts import control
from app.i18n import Lang
from app.theme import CINNABAR, GREY, INDIGO, finish
from core import jobs
from core.distillation.live import Missing
from core.distillation.measures import accuracy, corrected
from core.distillation.recorded import Removed, Study, study

TENTHS = 10
NAME = "distillation_remove"


def view(lang: Lang) -> None:
    """A slider for the bias, the curve it walks on, and what happens to every class."""
    found = study("digits")
    one, two = st.columns(2, gap="large")
    with one, control("distillation_missing"):
        digit = whole("distillation_missing", text.MISSING[lang], 0, 9, default=3)
    with two, control("distillation_bias"):
        tenths = whole("distillation_bias", text.BIAS[lang], 0, 5 * TENTHS, default=6)
    bias = tenths / TENTHS
    job = training.panel(NAME, lang, lambda: jobs.submit(_remove(), "digits", Missing(digit)))
    gone = job.result() if job is not None and job.state == "done" else found.removed[0]
    if gone.digit != digit:
        st.info(text.OTHER_DIGIT[lang].format(digit=gone.digit))
    stage, desk = st.columns([2, 1], gap="large")
    with stage:
        show(walk(found, gone, bias, lang), key="distillation_walk", alt=text.WALK_ALT[lang])
        show(by_class(found, gone, bias, lang), key="distillation_by_class", alt=text.BY_CLASS_ALT[lang])
    with desk:
        mine = found.labels == gone.digit
        raised = corrected(gone.logits, gone.digit, bias)
        facts = {
            "digit": gone.digit,
            "now": percent(accuracy(raised[mine], found.labels[mine]), lang),
            "all": percent(accuracy(raised, found.labels), lang),
            "n": int(mine.sum()),
            "fitted": float(gone.bias.mean()),
            "seeds": gone.seeds,
            **{f"class_{name}": _told(values) for name, values in gone.of_class.items()},
            **{f"all_{name}": _told(values) for name, values in gone.overall.items()},
        }
        st.markdown(text.REMOVED_SAYS[lang].format(**facts))
    st.caption(text.FROM_NOTE[lang].format(n=len(found.labels), date=found.date, machine=found.machine))


def _remove():
    from core.distillation.live import remove

    return remove


def _told(values: np.ndarray) -> str:
    mean, half = groups_charts.interval(100 * values)
    return f"{mean:.1f} ± {half:.1f}"


def walk(found: Study, gone: Removed, bias: float, lang: Lang) -> go.Figure:
    """Accuracy on the missing class and on all rows, by the bias added to that class."""
    grid = np.linspace(0, 5, 51)
    mine = found.labels == gone.digit
    both = np.array(
        [
            (accuracy(z[mine], found.labels[mine]), accuracy(z, found.labels))
            for z in (corrected(gone.logits, gone.digit, b) for b in grid)
        ]
    )
    fig = go.Figure()
    for y, name, colour, dash in (
        (both[:, 0], text.THIS_CLASS[lang].format(digit=gone.digit), CINNABAR, "solid"),
        (both[:, 1], text.ALL_ROWS[lang], INDIGO, "dash"),
    ):
        line = {"color": colour, "dash": dash, "width": 2}
        fig.add_trace(go.Scatter(x=grid, y=100 * y, mode="lines", name=name, line=line))
    fig.add_vline(float(gone.bias[0]), line={"color": GREY, "dash": "dash"})
    fig.add_annotation(
        x=float(gone.bias[0]), y=0, text=text.FITTED[lang], showarrow=False, xanchor="left", yanchor="bottom"
    )
    fig.add_vline(bias, line={"color": CINNABAR, "width": 2})
    fig.update_xaxes(title=text.BIAS_AXIS[lang])
    fig.update_yaxes(title=text.ACCURACY_AXIS[lang], range=[0, 101])
    best = float(both[:, 0].max())
    return finish(fig, text.WALK_TITLE[lang].format(digit=gone.digit, best=percent(best, lang)), height=360)


def by_class(found: Study, gone: Removed, bias: float, lang: Lang) -> go.Figure:
    """Share answered right, class by class, at this bias and without."""
    fig = go.Figure()
    for b, name, colour, shape in ((0.0, text.NO_BIAS, GREY, "/"), (bias, text.WITH_BIAS, CINNABAR, "")):
        z = corrected(gone.logits, gone.digit, b)
        y = [100 * accuracy(z[found.labels == c], found.labels[found.labels == c]) for c in range(len(found.classes))]
        marker = {"color": colour, "line": {"width": 0}, "pattern": {"shape": shape}}
        fig.add_trace(go.Bar(x=list(found.classes), y=y, name=name[lang], marker=marker))
    fig.update_xaxes(title=text.CLASS_AXIS[lang], type="category")
    fig.update_yaxes(title=text.ACCURACY_AXIS[lang], range=[0, 101])
    return finish(fig, text.BY_CLASS_TITLE[lang].format(digit=gone.digit, bias=bias), height=320)
