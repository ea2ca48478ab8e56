"""XLNet's memory: words before the segment, for three objectives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from app.exhibits.objectives import charts
from app.exhibits.objectives import memory_text as text
from app.exhibits.objectives import text as words_of_page
from app.exhibits.objectives.reading import asked, drawn
from app.house import training
from app.house.figures import show
from app.house.heavy import stack
from app.house.links import choice
from app.house.links import whole as slider
from app.house.parts import control
from app.i18n import Lang
from app.session import seed
from app.theme import CINNABAR, GREEN, INDIGO, ORANGE, finish
from core import jobs

DATA = "wikipedia-sample"
LOOKS = {"clm": (GREEN, "dash", "square"), "plm": (INDIGO, "solid", "circle"), "mlm": (ORANGE, "dot", "diamond")}
MOST = 24  # words whose matrix is drawn
RAN = "objectives memories"  # this visitor's runs


def memory(lang: Lang) -> None:
    """Who sees whom, a training, the recorded ones."""
    stack()
    from core.masking.objectives.memory import ASKED, LENGTHS, LONGEST, SEGMENT, Config, V, behind, recorded, remember

    st.markdown(text.IDEA[lang].format(T=SEGMENT))
    what = asked(lang)
    columns = st.columns([2, 1, 1], gap="medium", vertical_alignment="bottom")
    with columns[0], control("objectives_memory_of"):
        name = choice(
            st.segmented_control,
            text.OBJECTIVE[lang],
            [*text.OBJECTIVES],
            text.OBJECTIVES,
            lang,
            key="objectives_memory_of",
            default="plm",
            required=True,
        )
    with columns[1], control("objectives_memory"):
        M = slider("objectives_memory", text.MEMORY[lang], 0, LONGEST, default=8, step=4)
    with columns[2], control("objectives_memory_steps"):
        steps = slider("objectives_memory_steps", text.STEPS[lang], 200, 3000, default=600, step=200)
    tokens = what.tokens[:MOST]
    old = min(M, len(tokens) // 2)
    made = behind(tokens[:old], drawn(name, replace(what, tokens=tokens[old:]), seed()))
    title = (text.SIGHT_TITLE if old else text.SIGHT_ALONE)[lang].format(name=text.OBJECTIVES[name][lang], M=old)
    show(charts.masks(made, title, lang), key="objectives_memory_sees", alt=words_of_page.MASK_ALT[lang])
    st.markdown(f"**{text.LIVE[lang]}**")
    config = Config(name, M, steps, seed())
    job = training.panel("objectives_memory", lang, lambda: jobs.submit(remember, DATA, config))
    runs = st.session_state.setdefault(RAN, {})
    if job is not None and job.state == "done":
        run = job.result()
        runs[run.config] = run
    study = recorded()
    left, right = st.columns(2, gap="medium")
    for column, side, says in ((left, "last", text.LAST_TITLE), (right, "own", text.OWN_TITLE)):
        with column:
            values = getattr(study, side)
            fig = lines(values, LENGTHS, ASKED, [*runs.values()], side, says, lang)
            show(fig, key=f"objectives_memory_{side}", alt=text.FIGURE_ALT[lang])
    st.dataframe(table(study, LENGTHS, ASKED, lang), hide_index=True)
    about = {"V": f"{V:,}", "seeds": study.own.shape[2], "T": SEGMENT}
    about |= {f"{name}_steps": f"{steps:,}" for name, steps in zip(ASKED, study.steps, strict=True)}
    about |= {"date": study.date, "machine": study.machine, "code": study.code}
    st.caption(text.SAYS[lang].format(**about))


def saved(values: np.ndarray, at: int) -> np.ndarray:
    """Nats less than without a memory, by objective and seed."""
    return values[:, 0] - values[:, at]


def lines(
    values: np.ndarray, lengths: Sequence[int], names: Sequence[str], runs: Sequence, side: str, says, lang: Lang
) -> go.Figure:
    """A line an objective, from the least to the most of its seeds, and the visitor's own runs."""
    fig = go.Figure()
    for each, name in zip(values, names, strict=True):
        mean = each.mean(1)
        bars = {"array": each.max(1) - mean, "arrayminus": mean - each.min(1), "thickness": 1}
        colour, dash, symbol = LOOKS[name]
        fig.add_scatter(
            x=[*lengths],
            y=mean,
            error_y={**bars, "color": colour},
            mode="lines+markers",
            name=text.OBJECTIVES[name][lang],
            line={"color": colour, "dash": dash, "width": 2},
            marker={"color": colour, "symbol": symbol, "size": 8},
        )
    for run in runs:
        facts = {"name": text.OBJECTIVES[run.config.objective][lang], "M": run.config.memory, "steps": run.config.steps}
        mark = {"color": CINNABAR, "symbol": f"{LOOKS[run.config.objective][2]}-open", "size": 12, "line": {"width": 3}}
        label = text.YOURS[lang].format(**facts)
        fig.add_scatter(x=[run.config.memory], y=[getattr(run, side)], mode="markers", name=label, marker=mark)
    fig.update_xaxes(title=text.REMEMBERED[lang], tickvals=[*lengths])
    fig.update_yaxes(title=text.NATS[lang])
    facts = {name: float(each.mean()) for name, each in zip(names, saved(values, -1), strict=True)}
    return finish(fig, says[lang].format(M=lengths[-1], **facts), height=460, widest=44)


def table(study, lengths: Sequence[int], names: Sequence[str], lang: Lang) -> pd.DataFrame:
    """A row an objective and a memory."""
    rows = []
    for which, name in enumerate(names):
        for at, M in enumerate(lengths):
            cells = []
            for values in (study.last, study.own):
                gain = saved(values, at)[which]
                said = f"{gain.mean():+.3f} [{gain.min():+.3f}, {gain.max():+.3f}]" if at else ""
                cells += [f"{values[which, at].mean():.3f}", said]
            rows.append((text.OBJECTIVES[name][lang], M, *cells))
    return pd.DataFrame(rows, columns=[each[lang] for each in text.COLUMNS])
