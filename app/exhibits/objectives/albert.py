"""ALBERT: what its two tricks save, and what they cost."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from app.exhibits.objectives import albert_text as text
from app.house import training
from app.house.figures import show
from app.house.heavy import stack
from app.house.links import choice, switch
from app.house.links import whole as slider
from app.house.numbers import percent
from app.house.parts import control
from app.i18n import Lang
from app.session import seed
from app.theme import CINNABAR, GREEN, GREY, INDIGO, ORANGE, finish
from core import jobs

DATA = "wikipedia-sample"
LOOKS = {
    "full": (GREY, "dash"),
    "factorised": (GREEN, "dot"),
    "shared": (INDIGO, "longdash"),
    "both": (ORANGE, "solid"),
}
SMOOTH = 50  # steps whose mean is one point of a loss curve


def albert(lang: Lang) -> None:
    """The switches, what they save, a training, the recorded curves."""
    stack()
    from core.masking.objectives.albert import ARMS, Config, L, V, beside, recorded

    st.markdown(text.IDEA[lang])
    columns = st.columns(3, gap="medium", vertical_alignment="bottom")
    with columns[0], control("objectives_albert_factor"):
        E = choice(
            st.segmented_control,
            text.FACTOR[lang],
            [*text.FACTORS],
            text.FACTORS,
            lang,
            key="objectives_albert_factor",
            default="16",
            required=True,
        )
    shared = switch("objectives_albert_shared", default=True)
    with columns[1], control("objectives_albert_shared"):
        st.toggle(text.SHARED[lang].format(L=L), key="objectives_albert_shared")
    with columns[2], control("objectives_albert_steps"):
        steps = slider("objectives_albert_steps", text.STEPS[lang], 100, 2000, default=500, step=100)
    st.markdown(f"**{text.LIVE[lang]}**")
    config = Config(int(E), shared, steps, seed())
    job = training.panel("objectives_albert", lang, lambda: jobs.submit(beside, DATA, config))
    live = job.result() if job is not None and job.state == "done" else None
    if live is not None:
        step, reading = (percent(each[1] / each[0], lang) for each in (live.step, live.reading))
        facts = {"parameters": f"{live.run.parameters:,}", "step": step, "reading": reading, "nats": live.run.nats}
        facts |= {"right": percent(live.run.right, lang), "seed": live.run.config.seed}
        st.markdown(text.LIVE_SAYS[lang].format(**facts))
    study, names = recorded(), list(ARMS)
    left, right = st.columns(2, gap="medium")
    with left:
        show(costs(study, names, live, lang), key="objectives_albert_cost", alt=text.COST_ALT[lang])
    with right:
        show(losses(study, names, live, lang), key="objectives_albert_loss", alt=text.LOSS_ALT[lang])
    st.dataframe(table(study, names, lang), hide_index=True)
    about = {"L": L, "V": f"{V:,}", "seeds": study.nats.shape[1], "steps": study.losses.shape[2]}
    about |= {"date": study.date, "machine": study.machine, "code": study.code}
    links = {"size": f"/masking?masking_view=size&masking_size=albert-base-v2&lang={lang}"}
    links |= {"sop": f"?objectives_view=says&objectives_one=sop&lang={lang}"}
    st.caption(text.SAYS[lang].format(**about, **links))


def costs(study, names: Sequence[str], live, lang: Lang) -> go.Figure:
    """Parameters and times as shares of the full reader's; the visitor's own beside them."""
    cost = np.array([study.parameters, study.step, study.reading])  # (3, arms)
    cost = cost / cost[:, :1]
    shares = {text.ARMS[name][lang]: (cost[:, at], LOOKS[name][0]) for at, name in enumerate(names) if at}
    if live is not None:
        own = [live.run.parameters / study.parameters[0], *(each[1] / each[0] for each in (live.step, live.reading))]
        shares[text.YOURS[lang]] = (np.array(own), CINNABAR)
    fig, labels = go.Figure(), [each[lang] for each in text.MEASURES]
    for name, (values, colour) in shares.items():
        told = [percent(each, lang) for each in values]
        fig.add_bar(y=labels, x=values, name=name, orientation="h", marker={"color": colour}, text=told)
    fig.add_vline(x=1, line={"color": GREY, "dash": "dash"})
    fig.update_traces(textposition="auto", hoverinfo="name+x+y")
    fig.update_xaxes(title=text.OF_FULL[lang], tickformat=".0%", rangemode="tozero")
    fig.update_yaxes(autorange="reversed", automargin=True, showgrid=False)
    kept, step, reading = (percent(float(each), lang) for each in cost[:, names.index("both")])
    title = text.COST_TITLE[lang].format(kept=kept, step=step, reading=reading)
    return finish(fig, title, height=440, widest=40).update_layout(barmode="group")


def losses(study, names: Sequence[str], live, lang: Lang) -> go.Figure:
    """Loss by step, the mean of the seeds, each point a mean of some steps."""
    fig = go.Figure()
    for at, name in enumerate(names):
        colour, dash = LOOKS[name]
        curve(fig, study.losses[at].mean(0), text.ARMS[name][lang], {"color": colour, "dash": dash, "width": 2})
    if live is not None:
        curve(fig, live.run.losses, text.YOURS[lang], {"color": CINNABAR, "width": 4})
    fig.update_xaxes(title=text.STEP[lang])
    fig.update_yaxes(title=text.NATS[lang])
    ends = {name: study.nats[at].mean() for at, name in enumerate(names)}
    title = text.LOSS_TITLE[lang].format(steps=study.losses.shape[2], full=ends["full"], both=ends["both"])
    return finish(fig, title, height=440, widest=40)


def curve(fig: go.Figure, values: np.ndarray, name: str, line: dict) -> None:
    """One line; the last steps that fill no whole point are left out."""
    points = values[: len(values) // SMOOTH * SMOOTH].reshape(-1, SMOOTH).mean(1)
    fig.add_scatter(x=SMOOTH * (np.arange(len(points)) + 0.5), y=points, mode="lines", name=name, line=line)


def table(study, names: Sequence[str], lang: Lang) -> pd.DataFrame:
    """A row an arm."""
    rows = []
    for at, name in enumerate(names):
        times = [f"{1000 * each[at]:.1f}" for each in (study.step, study.reading)]
        right = percent(float(study.right[at].mean()), lang)
        nats = f"{study.nats[at].mean():.2f} ({study.nats[at].min():.2f}–{study.nats[at].max():.2f})"
        rows.append((text.ARMS[name][lang], f"{study.parameters[at]:,}", *times, nats, right))
    return pd.DataFrame(rows, columns=[each[lang] for each in text.COLUMNS])
