"""Part 4, *Train it*: one small reader, the objective of one's choice, the same questions for all."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from app.exhibits.objectives import charts, text
from app.exhibits.objectives.electra import electra
from app.exhibits.objectives.heads import heads
from app.exhibits.objectives.says import compare, labels
from app.house import training
from app.house.figures import show
from app.house.heavy import stack
from app.house.links import choice
from app.house.links import whole as slider
from app.house.parts import control
from app.i18n import Lang
from app.session import language, seed
from core import jobs

TRAINED = (
    "mlm",
    "clm",
    "bilm",
    "electra",
    "plm",
    "span",
    "n-gram",
    "mac",
    "t5",
    "bart",
    "mass",
    "glm",
    "nsp",
    "sop",
    "infoword",
    "progressive",
)
NAME = "objectives_job"


def part() -> None:
    """A loss curve, and answers before and after."""
    lang = language()
    st.subheader(text.TRAIN_QUESTION[lang], anchor=False)
    st.markdown(text.TRAIN_IDEA[lang])
    left, right = st.columns(2, gap="medium")
    with left, control("objectives_train"):
        names = {name: text.NAMES[name] for name in TRAINED}
        name = choice(st.selectbox, text.OBJECTIVE[lang], TRAINED, names, lang, key="objectives_train", default="mlm")
    with right, control("objectives_steps"):
        steps = slider("objectives_steps", text.STEPS[lang], 100, 2000, default=400, step=100)
    stack()
    from core.masking.objectives.training import Config, train

    job = training.panel(
        NAME, lang, lambda: jobs.submit(train, "wikipedia-sample", Config(name, steps=steps, seed=seed()))
    )
    if job is not None and job.state == "done":
        result(lang, job.result())
    st.subheader(text.COMPARE[lang], anchor=False)
    compare(lang)
    electra(lang)
    heads(lang)
    st.subheader(text.WHY_PRETRAIN[lang], anchor=False)
    labels(lang)


def result(lang: Lang, run) -> None:
    """What a run gave."""
    title = text.LOSS_TITLE[lang].format(
        name=text.NAMES[run.config.objective][lang], first=run.losses[:20].mean(), last=run.losses[-20:].mean()
    )
    show(charts.loss(run.losses, title, lang), key="objectives_loss", alt=text.LOSS_ALT[lang])
    asked = {**({"right": text.OWN_QUESTION} if "right" in run.probes else {}), **text.PROBES}
    rows = [(label[lang], run.untrained[key], run.probes[key]) for key, label in asked.items()]
    table = pd.DataFrame(rows, columns=[text.PROBE[lang], text.BEFORE[lang], text.AFTER[lang]])
    st.dataframe(table.round(3), hide_index=True)
