"""From small to full: a schedule for rows, batch and learning rate; what it brings by tokens and by seconds."""

from __future__ import annotations

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from app.exhibits.objectives import growing_text as text
from app.house import training
from app.house.figures import show
from app.house.links import whole as slider
from app.house.parts import control
from app.i18n import Lang
from app.session import seed
from app.theme import CINNABAR, GREEN, GREY, INDIGO, ORANGE, finish
from core import jobs
from core.claims.claim import estimate
from core.masking.objectives.ramps import Config, Ramp, Run, Study, ahead, plan, recorded

DATA = "wikipedia-sample"
DASHES = {"constant": "dash", "length": "dot", "batch": "dashdot", "lr": "longdash", "all": "solid"}
COLOURS = {"constant": GREY, "length": GREEN, "batch": ORANGE, "lr": INDIGO, "all": CINNABAR}


def growing(lang: Lang) -> None:
    """The schedule, a live pair of trainings, the recorded ones."""
    columns, starts = st.columns(4, gap="medium"), []
    sliders = (("length", text.LENGTH, 25, 10), ("batch", text.BATCH, 15, 5), ("lr", text.RATE, 0, 0))
    for column, (name, label, usual, least) in zip(columns, sliders, strict=False):
        with column, control(f"objectives_grow_{name}"):
            starts.append(slider(f"objectives_grow_{name}", label[lang], least, 100, default=usual, step=5) / 100)
    with columns[3], control("objectives_grow_until"):
        until = slider("objectives_grow_until", text.UNTIL[lang], 5, 100, default=25, step=5) / 100
    length, batch, lr = (Ramp(start, until) for start in starts)
    config = Config(length, batch, lr, seed=seed())
    show(schedule(config, lang), key="objectives_plan", alt=text.PLAN_ALT[lang])
    st.markdown(f"**{text.LIVE[lang]}**")

    def submit() -> jobs.Job:
        from core.masking.objectives.growing import beside

        return jobs.submit(beside, DATA, config)

    job = training.panel("objectives_grow", lang, submit)
    study = recorded()
    extra: tuple[tuple[str, Run, str], ...] = ()
    if job is not None and job.state == "done":
        live = job.result()
        extra = ((text.YOURS[lang], live.growing, "solid"), (text.BESIDE[lang], live.constant, "dash"))
        pair = (live.constant.seconds, live.constant.nats, live.growing.seconds, live.growing.nats)
        tokens, seconds = (f"{each:+.2f}" for each in ahead(*pair))
        st.markdown(text.LIVE_SAYS[lang].format(tokens=tokens, seconds=seconds))
    left, right = st.columns(2, gap="medium")
    with left:
        show(curves(study, extra, lang, seconds=False), key="objectives_by_tokens", alt=text.CURVES_ALT[lang])
    with right:
        show(curves(study, extra, lang, seconds=True), key="objectives_by_seconds", alt=text.CURVES_ALT[lang])
    st.dataframe(table(study, lang), hide_index=True)
    about = {"seeds": study.nats.shape[1], "date": study.date, "machine": study.machine, "code": study.code}
    st.caption(text.SAYS[lang].format(**about))


def schedule(config: Config, lang: Lang) -> go.Figure:
    """The three factors by tokens read."""
    steps = plan(config)
    full = {"length": config.words, "batch": config.rows, "lr": f"{config.rate:g}"}
    at = [each.before for each in steps] + [config.tokens]
    shares = {
        "length": [each.words / config.words for each in steps],
        "batch": [each.rows / config.rows for each in steps],
        "lr": [each.factor for each in steps],
    }
    fig = go.Figure()
    for name, values in shares.items():
        label = text.FACTORS[name][lang].format(full=full[name])
        line = {"color": COLOURS[name], "dash": DASHES[name], "width": 3, "shape": "hv"}
        fig.add_scatter(x=at, y=[*values, values[-1]], mode="lines", name=label, line=line)
    fig.update_xaxes(title=text.READ[lang], range=[0, config.tokens])
    fig.update_yaxes(title=text.OF_FULL[lang], tickformat=".0%", range=[0, 1.05])
    facts = {"tokens": f"{config.tokens:,}", "steps": len(steps), "full": len(plan(Config()))}
    return finish(fig, text.PLAN_TITLE[lang].format(**facts), height=320)


def curves(study: Study, extra: tuple[tuple[str, Run, str], ...], lang: Lang, *, seconds: bool) -> go.Figure:
    """Nats of a hidden word: every recorded schedule as the mean of its seeds, and the visitor's own."""
    fig = go.Figure()
    for at, name in enumerate(study.names):
        x = study.seconds[at].mean(0) if seconds else study.tokens[at]
        line = {"color": COLOURS[name], "dash": DASHES[name], "width": 2}
        mean, spread = study.nats[at].mean(0), study.nats[at].std(0)
        fig.add_scatter(x=x, y=mean, mode="lines", name=text.ARMS[name][lang], line=line)
        if name in ("constant", "all"):
            band = np.concatenate([mean + spread, (mean - spread)[::-1]])
            fig.add_scatter(
                x=np.concatenate([x, x[::-1]]),
                y=band,
                fill="toself",
                mode="none",
                fillcolor=COLOURS[name],
                opacity=0.15,
                showlegend=False,
                hoverinfo="skip",
            )
    for name, run, dash in extra:
        line = {"color": CINNABAR, "dash": dash, "width": 4}
        fig.add_scatter(x=run.seconds if seconds else run.tokens, y=run.nats, mode="lines", name=name, line=line)
    fig.update_xaxes(title=(text.SECONDS if seconds else text.READ)[lang])
    fig.update_yaxes(title=text.NATS[lang])
    late = study.nats[:, :, 4:]
    fig.update_yaxes(range=[float(late.min()) - 0.1, float(late.max()) + 0.3])
    return finish(fig, heading(study, lang, seconds=seconds), height=420, widest=40)


def heading(study: Study, lang: Lang, *, seconds: bool) -> str:
    """Which schedule is ahead, if the seeds agree."""
    gains = {at: estimate(study.saved(at)[int(seconds)].tolist()) for at in range(1, len(study.names))}
    sure = {at: each.mean for at, each in gains.items() if each.low > 0}
    if not sure:
        return (text.SECONDS_NONE if seconds else text.TOKENS_NONE)[lang]
    best = max(sure, key=sure.__getitem__)
    title = (text.SECONDS_TITLE if seconds else text.TOKENS_TITLE)[lang]
    return title.format(best=text.ARMS[study.names[best]][lang], gain=f"{sure[best]:.2f}")


def table(study: Study, lang: Lang) -> pd.DataFrame:
    """A row a schedule."""
    rows = []
    for at, name in enumerate(study.names):
        gains = [estimate(each.tolist()) for each in study.saved(at)] if at else []
        ends = [f"{each.mean:+.3f} ± {(each.high - each.low) / 2:.3f}" for each in gains] or ["", ""]
        seconds, nats = study.seconds[at, :, -1].mean(), study.nats[at, :, -1].mean()
        rows.append((text.ARMS[name][lang], study.steps[at], f"{seconds:.1f}", f"{nats:.3f}", *ends))
    return pd.DataFrame(rows, columns=[each[lang] for each in text.COLUMNS])
