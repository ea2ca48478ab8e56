"""Part 4, *Train it*: a probe on our own sentences, in another process."""

from __future__ import annotations

import numpy as np
import plotly.graph_objects as go
import streamlit as st

from app.exhibits.probing import text
from app.house import training
from app.house.figures import show
from app.house.links import choice, whole
from app.house.numbers import percent
from app.house.parts import control
from app.house.plain import plain
from app.i18n import Lang
from app.session import language, seed
from app.theme import CINNABAR, finish
from core import jobs
from core.errors import Trouble
from core.probes.config import TASKS, Config, Run
from core.probes.treebank import load

NAME = "probing_train"
BANK, MOST = "own-en", 1000  # sentences of a treebank of the hub, as core.probes.hub takes them
OWN = {"minilm": BANK, "zh-char": "own-zh"}


def part() -> None:
    """The panel, and the result when there is one."""
    lang = language()
    st.subheader(text.TRAIN_QUESTION[lang], anchor=False)
    st.markdown(text.TRAIN_IDEA[lang].format(n=len(load(BANK).sentences)))
    left, middle, right = st.columns(3, gap="medium")
    with left, control("probing_learn"):
        task = choice(
            st.selectbox,
            text.TRAIN_TASK[lang],
            list(text.TRAIN_TASKS),
            text.TRAIN_TASKS,
            lang,
            key="probing_learn",
            default="upos",
        )
    with middle, control("probing_reader"):
        reader = choice(
            st.selectbox,
            text.TRAIN_READER[lang],
            list(text.TRAIN_READERS),
            text.TRAIN_READERS,
            lang,
            key="probing_reader",
            default="minilm",
        )
    with right, control("probing_depth"):
        layer = whole("probing_depth", text.LAYER[lang], 0, 6, default=3)
    with left, control("probing_epochs"):
        epochs = whole("probing_epochs", text.EPOCHS[lang], 5, 100, default=40, step=5)
    lot = False
    if TASKS[task] == "word":
        with middle, control("probing_lot"):
            lot = st.toggle(text.AS_CONTROL[lang], key="probing_lot", bind="query-params")
    with control("probing_bank"):
        typed = st.text_input(
            text.HUB_BANK[lang],
            key="probing_bank",
            bind="query-params",
            max_chars=200,
            placeholder=text.HUB_HINT,
            help=text.HUB_HELP[lang].format(most=MOST),
        )
    bank = (typed or "").strip() or OWN.get(reader, OWN["minilm"])
    if "/" not in bank and bank not in OWN.values():
        message = f"{bank!r} is no treebank of the hub; write owner/name:treebank."
        raise Trouble("treebank-unknown", message, name=bank, known=(*OWN.values(), text.HUB_HINT))
    B = 64 if TASKS[task] == "word" else 128
    config = Config(task=task, layer=layer, control=lot, epochs=epochs, lr=1e-2, B=B, seed=seed())
    job = training.panel(NAME, lang, lambda: jobs.submit(_train(), bank, config, model=reader))
    if job is not None and job.state == "done":
        result(job.result(), lang)


def _train():
    from core.probes.training import train

    return train


def result(run: Run, lang: Lang) -> None:
    """The score beside its baseline, and the loss."""
    line = {"color": CINNABAR, "width": 2}
    fig = go.Figure(go.Scatter(y=run.losses.round(4).astype(np.float32), mode="lines", line=line))
    fig.update_xaxes(title=text.STEP_AXIS[lang])
    fig.update_yaxes(title=text.LOSS_AXIS[lang], rangemode="tozero")
    facts = {"score": percent(run.score, lang), "baseline": percent(run.baseline, lang), "n": run.n}
    show(finish(fig, text.TRAIN_RESULT[lang].format(**facts), height=320), key="probing_loss", alt=text.LOSS_ALT[lang])
    config = run.config
    more = {"layer": config.layer, "epochs": config.epochs, "seed": config.seed, "bank": plain(run.treebank)}
    st.caption(text.TRAIN_AFTER[lang].format(first=run.losses[0], last=run.losses[-1], **more))
