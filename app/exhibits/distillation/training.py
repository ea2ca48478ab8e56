"""Part 4, *Train it*: a teacher and its students on digits, the controls always among them."""

from __future__ import annotations

import streamlit as st

from app.exhibits.distillation import digits, groups_charts, own, own_text, text
from app.house import training
from app.house.figures import show
from app.house.links import choice, whole
from app.house.numbers import percent
from app.house.parts import control
from app.i18n import Lang
from app.session import language, seed
from core import jobs
from core.distillation.lesson import Config
from core.distillation.live import Compared, Live
from core.distillation.measures import accuracy

NAME = "distillation_train"
ROWS = 898


def part() -> None:
    """The panel, and the result when there is one."""
    lang = language()
    st.subheader(text.TRAIN_QUESTION[lang], anchor=False)
    with control("distillation_on"):
        on = choice(
            st.segmented_control,
            own_text.ON[lang],
            list(own_text.ONS),
            own_text.ONS,
            lang,
            key="distillation_on",
            default="digits",
            required=True,
        )
    if on == "own":
        own.part(lang)
        return
    st.markdown(text.TRAIN_IDEA[lang])
    asked = dials(lang)
    job = training.panel(NAME, lang, lambda: jobs.submit(_compare(), "digits", asked))
    if job is not None and job.state == "done":
        result(job.result(), lang)


def _compare():
    from core.distillation.live import compare

    return compare


def dials(lang: Lang) -> Live:
    """Method and student, then what is taught with."""
    left, middle, right = st.columns(3, gap="medium")
    with left, control("distillation_method"):
        method = choice(
            st.selectbox,
            text.METHOD[lang],
            ["soft", "annealed", "mutual"],
            text.METHODS,
            lang,
            key="distillation_method",
            default="soft",
        )
    with middle, control("distillation_student"):
        student = choice(
            st.selectbox,
            text.STUDENT[lang],
            list(text.STUDENTS),
            text.STUDENTS,
            lang,
            key="distillation_student",
            default="mlp-8",
        )
    with right, control("distillation_teachers"):
        teachers = whole("distillation_teachers", text.TEACHERS[lang], 1, 5, default=1)
    with left, control("distillation_heat"):
        heat = whole("distillation_heat", text.T[lang], 1, 20, default=2)
    weight, first, last = 70, 100, 0
    if method == "annealed":
        with middle, control("distillation_soft_first"):
            first = whole("distillation_soft_first", text.SOFT_FIRST[lang], 0, 100, default=100, step=5)
        with middle, control("distillation_soft_last"):
            last = whole("distillation_soft_last", text.SOFT_LAST[lang], 0, 100, default=0, step=5)
    else:
        with middle, control("distillation_weight"):
            weight = whole("distillation_weight", text.SOFT_WEIGHT[lang], 0, 100, default=70, step=5)
    with right, control("distillation_seen"):
        seen = whole("distillation_seen", text.TRAIN_LABELS[lang], 20, ROWS, default=100)
    with left, control("distillation_transfer"):
        transfer = whole("distillation_transfer", text.TRANSFER[lang], 20, ROWS, default=ROWS)
    with middle, control("distillation_steps"):
        steps = whole("distillation_steps", text.STEPS[lang], 100, 2000, default=1000, step=100)
    config = Config(
        method=method,
        student=student,
        temperature=float(heat),
        soft_weight=weight / 100,
        first=first / 100,
        last=last / 100,
        labels=0 if seen == ROWS else seen,
        transfer=0 if transfer == ROWS else max(transfer, seen),
        steps=steps,
        seed=seed(),
    )
    return Live(config, teachers=teachers)


def result(found: Compared, lang: Lang) -> None:
    """Curves, calibration, table."""
    teacher = accuracy(found.answers, found.labels)
    stage, desk = st.columns([3, 2], gap="large")
    with stage:
        picture = groups_charts.curves(found.groups, teacher, lang, title=digits.headline(found.groups, lang))
        show(picture, key="distillation_live_curves", alt=text.CURVES_ALT[lang])
    with desk:
        picture = groups_charts.reliability(found.groups, found.labels, found.answers, lang)
        show(picture, key="distillation_live_reliability", alt=text.RELIABILITY_ALT[lang])
    st.dataframe(digits.table(found.groups, lang), hide_index=True, width="stretch")
    facts = {"n": found.asked.seeds, "teachers": found.asked.teachers, "teacher": percent(teacher, lang)}
    st.caption(text.LIVE_NOTE[lang].format(**facts))
