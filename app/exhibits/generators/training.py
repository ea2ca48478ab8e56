"""Part 4, *Train it*: any family on any shape, or on a drawing, in another process, with its picture as it learns."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import streamlit as st

from app.exhibits.generators import latent_charts, text, training_charts
from app.exhibits.generators.gan import detected
from app.house import training
from app.house.figures import show
from app.house.links import choice, remember, whole
from app.house.parts import control
from app.house.player import Film, Layer, player, slate, stroke
from app.i18n import Lang, Text
from app.session import language, seed
from core import jobs
from core.generators import FAMILIES, KINDS, Run, drawn, points, precision_recall, sample, sliced_wasserstein, train
from core.generators.api import FRESH
from core.generators.data import SHAPES, corners
from core.generators.latent import elbo
from core.generators.run import SPAN, Config, thousandths
from core.generators.study import setting

NAME = "generators_train"
DRAWING = "draw"
N = 1000
SHOWN = 300
BETAS = {beta: Text(en=beta, zh=beta) for beta in ("0", "0.1", "0.3", "1", "3", "10", "30", "100", "300")}
RATES = {rate: Text(en=rate, zh=rate) for rate in ("0.0002", "0.0005", "0.001", "0.002", "0.005", "0.01")}
HAND = {**text.SHAPES, DRAWING: text.DRAWN_SHAPE}


def part() -> None:
    """The panel, the picture as it learns, and the result when there is one."""
    lang = language()
    st.subheader(text.TRAIN_QUESTION[lang], anchor=False)
    st.markdown(text.TRAIN_IDEA[lang])
    left, middle, right = st.columns(3, gap="medium")
    with left:
        shape = _shape(lang)
    with middle, control("generators_family"):
        family = choice(
            st.selectbox,
            text.FAMILY[lang],
            list(FAMILIES),
            text.FAMILIES,
            lang,
            key="generators_family",
            default="ddpm",
        )
    with right, control("generators_steps"):
        steps = whole("generators_steps", text.TRAIN_STEPS[lang], 200, 4000, default=1500, step=100)
    with middle:
        config = _own(replace(setting(family, frames=24, seed=seed()), steps=steps), lang)
    if shape is None:
        st.info(text.NOT_DRAWN[lang])
        return
    start = _start(family, lang)
    job = training.panel(NAME, lang, lambda: jobs.submit(train, shape, config, start=start))
    if job is None:
        return
    if job.state == "done":
        result(job.result(), shape, lang)
        st.button(text.GO_ON[lang], key="generators_go_on", on_click=remember, args=("generators_start", job.key))
    elif job.frame is not None and job.frame.ndim == 2:
        real = thousandths(points(shape, SHOWN, FRESH))
        layers = (Layer(real[None], "faint", text.REAL[lang]), Layer(job.frame[None], "generated", text.MADE[lang]))
        player(Film(text.LIVE_TITLE[lang], layers, [""], SPAN), lang, key="generators_live")


def _start(family: str, lang: Lang) -> Run | None:
    """The run whose weights the next training goes on from; its key stands in the link."""
    key = st.query_params.get("generators_start", "")
    if not key:
        return None
    job = jobs.find(key)
    run = job.result() if job is not None and job.state == "done" else None
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        if not isinstance(run, Run):
            st.info(text.START_GONE[lang])
        elif run.config.family != family:
            st.info(text.START_OTHER[lang].format(family=text.FAMILIES[run.config.family][lang]))
        else:
            st.info(text.START_SAYS[lang].format(steps=run.config.steps))
        st.button(
            text.START_AFRESH[lang], key="generators_afresh_start", on_click=remember, args=("generators_start", None)
        )
    return run if isinstance(run, Run) and run.config.family == family else None


def _shape(lang: Lang) -> str | None:
    """What is learnt; a drawing is its own name, and stands in the link."""
    with control("generators_learn"):
        name = choice(
            st.selectbox,
            text.LEARN_SHAPE[lang],
            [*SHAPES, DRAWING],
            HAND,
            lang,
            key="generators_learn",
            default="spiral",
        )
    if name != DRAWING:
        return name
    code = st.query_params.get("generators_drawing", "")
    known = corners(code) if code else np.zeros((0, 2))
    slate(text.SLATE[lang], known, SPAN, key="generators_slate", on_stroke=_draw)
    return code or None


def _draw() -> None:
    found = stroke("generators_slate")
    if found is not None and len(found) > 1:
        remember("generators_drawing", drawn(found))


def _own(config: Config, lang: Lang) -> Config:
    """The knobs that only this family has."""
    if config.family == "vae":
        with control("generators_beta"):
            beta = choice(
                st.select_slider,
                text.BETA[lang],
                list(BETAS),
                BETAS,
                lang,
                key="generators_beta",
                default="1",
            )
        return replace(config, beta=float(beta))
    if config.family == "gan":
        with control("generators_train_loss"):
            loss = choice(
                st.selectbox,
                text.LOSS[lang],
                list(text.LOSSES),
                text.LOSSES,
                lang,
                key="generators_train_loss",
                default="nonsaturating",
            )
        own = _rate("generators_lr_g", text.RATE_G, config.lr, lang)
        critic = _rate("generators_lr_d", text.RATE_D, config.lr_critic, lang)
        return replace(config, loss=loss, lr=own, lr_critic=critic)
    if config.family == "ddpm":
        with control("generators_train_schedule"):
            kind = choice(
                st.selectbox,
                text.SCHEDULE[lang],
                list(KINDS),
                text.SCHEDULES,
                lang,
                key="generators_train_schedule",
                default="linear",
            )
        with control("generators_predict"):
            what = choice(
                st.selectbox,
                text.PREDICT[lang],
                list(text.PREDICTS),
                text.PREDICTS,
                lang,
                key="generators_predict",
                default="eps",
            )
        return replace(config, schedule=kind, predict=what)
    return config


def _rate(key: str, label: Text, usual: float, lang: Lang) -> float:
    with control(key):
        found = choice(st.select_slider, label[lang], list(RATES), RATES, lang, key=key, default=f"{usual:g}")
    return float(found)


def result(run: Run, shape: str, lang: Lang) -> None:
    """The film of the training, the distance, the losses."""
    made, real = sample(run, N, seed=run.config.seed), points(shape, N, FRESH)
    pairs = [points(shape, N, FRESH + 100 + i) for i in range(20)]
    base = float(np.median([sliced_wasserstein(a, b) for a, b in zip(pairs[::2], pairs[1::2], strict=True)]))
    precision, recall = precision_recall(made, real)
    facts = {"ratio": sliced_wasserstein(made, real) / base, "precision": precision, "recall": recall}
    title = text.TRAINED_TITLE[lang].format(steps=run.config.steps, **facts)
    captions = [text.NOW_TRAINING[lang].format(step=int(step)) for step in run.at]
    layers = (
        Layer(thousandths(real[None, :SHOWN]), "faint", text.REAL[lang]),
        Layer(run.frames, "generated", text.MADE[lang]),
    )
    surfaces = run.surfaces.astype(np.uint8) if len(run.surfaces) else None
    made_end, real_end = text.SURFACE_ENDS[lang].split("|")
    stage, desk = st.columns([1, 1], gap="large")
    last = len(captions) - 1
    with stage:
        film = Film(title, layers, captions, SPAN, surfaces, (made_end, real_end), start=last, rate=8)
        player(film, lang, key="generators_trained")
    with desk:
        show(training_charts.losses(run, lang), key="generators_trained_losses", alt=text.TRAIN_LOSS_ALT[lang])
        if run.config.family == "vae":
            error, nats = elbo(run, real)
            fig = latent_charts.bound(error, nats, run.config.beta, lang)
            show(fig, key="generators_trained_bound", alt=text.BOUND_ALT[lang])
        if run.config.family == "gan":
            st.markdown(detected(thousandths(made), shape, lang))
        st.caption(text.TRAIN_AFTER[lang].format(seed=run.config.seed, n=N))
