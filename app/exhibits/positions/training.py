"""Part 4, *Train it*: the small language model with an encoding of one's own choice, in another process."""

from __future__ import annotations

import streamlit as st

from app.exhibits.positions import lengths, lengths_charts, text
from app.house import training
from app.house.figures import show
from app.house.links import choice, whole
from app.house.parts import control
from app.i18n import Lang
from app.session import language, seed
from core import jobs
from core.positions.recorded import gathered
from core.positions.study import Config, Run

NAME = "positions_train"
WINDOWS = 8  # held-out windows: few, for it is one seed


def part() -> None:
    """The panel, and the result when there is one."""
    lang = language()
    st.subheader(text.TRAIN_QUESTION[lang], anchor=False)
    st.markdown(text.TRAIN_IDEA[lang])
    left, middle, right = st.columns(3, gap="medium")
    with left, control("positions_learn"):
        name = choice(
            st.selectbox,
            text.SCHEME[lang],
            list(lengths.LEARN),
            text.SCHEMES,
            lang,
            key="positions_learn",
            default="learned",
        )
    with middle, control("positions_window"):
        T = whole("positions_window", text.TRAIN_T[lang], 16, 64, default=32, step=8)
    with right, control("positions_steps"):
        steps = whole("positions_steps", text.STEPS[lang], 50, 600, default=200, step=50)
    reach = Config.reach
    if name in ("shaw", "deberta"):
        with left, control("positions_clip"):
            reach = whole("positions_clip", text.TRAIN_REACH[lang], 1, 32, default=Config.reach)
    config = Config(positions=name, T=T, steps=steps, reach=reach, windows=WINDOWS, seed=seed())
    job = training.panel(NAME, lang, lambda: jobs.submit(_train(), "wikipedia-sample", config))
    if job is not None and job.state == "done":
        result(job.result(), lang)


def _train():
    from core.positions.live import live

    return live


def result(run: Run, lang: Lang) -> None:
    """Loss by place, and the inside of the encoding."""
    asked = run.config
    found = gathered([run], data="", date="", machine="", code="", seconds=0.0)
    stage, desk = st.columns([2, 1], gap="large")
    with stage:
        picture = lengths_charts.by_place({asked.positions: found}, asked.positions, lang)
        show(picture, key="positions_live_place", alt=text.BY_PLACE_ALT[lang])
    with desk:
        inside = lengths_charts.forming(found, lang) if run.frames.size else lengths_charts.adds(found, lang)
        show(inside, key="positions_live_inside", alt=text.ADDS_ALT[lang])
    facts = {"steps": asked.steps, "seed": asked.seed, "first": float(run.held[0]), "last": float(run.held[-1])}
    st.caption(text.TRAIN_AFTER[lang].format(**facts))
