"""Block by block: a trained network is replaced while it works, and the strip shows who worked when."""

from __future__ import annotations

import numpy as np
import plotly.graph_objects as go
import streamlit as st

from app.exhibits.distillation import theseus_text as text
from app.exhibits.distillation.groups_charts import interval
from app.house import training
from app.house.figures import show
from app.house.links import choice, whole
from app.house.parts import control
from app.i18n import Lang
from app.session import seed
from app.theme import CINNABAR, GREY, INDIGO, finish
from core import jobs
from core.distillation.voyages import SHIPS, Voyage, Voyages, recorded

NAME = "distillation_theseus"
MOST = {"digits": 898, "requests": 550}  # labelled examples


def view(lang: Lang) -> None:
    """The recorded voyages, or those of the visitor's own schedule."""
    with control("distillation_ship"):
        data = choice(
            st.segmented_control,
            text.SHIP[lang],
            SHIPS,
            text.SHIPS,
            lang,
            key="distillation_ship",
            default="digits",
            required=True,
        )
    asked = dials(data, lang)
    job = training.panel(NAME, lang, lambda: jobs.submit(_both(), data, asked))
    found = job.result() if job is not None and job.state == "done" else recorded(data)
    show(strip(found, lang), key="distillation_strip", alt=text.STRIP_ALT[lang])
    show(curves(found, lang), key="distillation_voyage", alt=text.CURVES_ALT[lang])
    st.markdown(text.SAYS[data][lang].format(large=found.parameters[0], small=found.parameters[1]))
    facts = {"n": len(found.held), "first": found.voyage.first, "last": found.voyage.last, "rows": found.voyage.rows}
    facts |= {"steps": found.voyage.steps, "tuning": found.voyage.tuning, "date": found.date, "machine": found.machine}
    st.caption(text.NOTE[lang].format(**facts))


def dials(data: str, lang: Lang) -> Voyage:
    """The schedule, and how many labels."""
    one, two, three, four = st.columns(4, gap="medium")
    with one, control("distillation_first"):
        first = whole("distillation_first", text.FIRST[lang], 0, 100, default=30, step=10)
    with two, control("distillation_last"):
        last = whole("distillation_last", text.LAST[lang], 0, 100, default=100, step=10)
    with three, control("distillation_replacing"):
        steps = whole("distillation_replacing", text.REPLACING[lang], 50, 600, default=200, step=50)
    with four, control("distillation_rows"):
        most = MOST[data]
        rows = whole("distillation_rows", text.ROWS[lang], 50, most, default=200, step=1)
    return Voyage(first=first / 100, last=last / 100, steps=steps, rows=rows, seed=seed())


def _both():
    from core.distillation.theseus import both

    return both


def strip(found: Voyages, lang: Lang) -> go.Figure:
    """A row a block, a column a step: cinnabar where the new one worked."""
    z = found.switches.T.astype(np.int8)
    colours = [[0, INDIGO], [0.5, INDIGO], [0.5, CINNABAR], [1, CINNABAR]]
    names = [text.BLOCK[lang].format(n=n + 1) for n in range(len(z))]
    fig = go.Figure(
        go.Heatmap(z=z, y=names, zmin=0, zmax=1, colorscale=colours, showscale=False, ygap=3, hoverinfo="skip")
    )
    fig.update_xaxes(title=text.STEP_AXIS[lang])
    fig.update_yaxes(autorange="reversed")
    share = float(found.switches[: found.voyage.steps].mean())
    return finish(fig, text.STRIP_TITLE[lang].format(share=share), height=220).update_layout(margin={"l": 90})


def curves(found: Voyages, lang: Lang) -> go.Figure:
    """Accuracy of the new blocks alone while they take over, beside the same small network from the first step."""
    fig = go.Figure()
    for values, name, colour, dash, symbol in (
        (found.held, text.REPLACED, CINNABAR, "solid", "circle"),
        (found.alone, text.ALONE, GREY, "dash", "circle-open"),
    ):
        mean, half = np.array([interval(column) for column in values.T]).T
        error = {"type": "data", "array": 100 * half, "color": colour}
        marker = {"symbol": symbol, "color": colour, "size": 8}
        line = {"color": colour, "dash": dash}
        fig.add_trace(
            go.Scatter(
                x=found.at, y=100 * mean, error_y=error, name=name[lang], mode="lines+markers", marker=marker, line=line
            )
        )
    fig.add_hline(100 * float(found.before.mean()), line={"color": INDIGO, "width": 2})
    fig.add_vline(found.voyage.steps, line={"color": GREY, "dash": "dot"})
    fig.update_xaxes(title=text.STEP_AXIS[lang])
    fig.update_yaxes(title=text.ACCURACY_AXIS[lang])
    mean, half = interval(100 * (found.held[:, -1] - found.alone[:, -1]))
    facts = {"mean": mean, "low": mean - half, "high": mean + half}
    fig = finish(fig, text.CURVES_TITLE[lang].format(**facts), height=400)
    return fig
