"""Diffusion: forward into noise, back out of it, and through the training; schedules; steps against quality."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import streamlit as st

from app.exhibits.generators import diffusion_charts, naming, one_step, text
from app.exhibits.generators.ruler import note, shape_choice
from app.house.figures import Ready, ready, show
from app.house.links import choice, whole
from app.house.parts import control
from app.house.player import Film, Layer, player
from app.i18n import Lang
from app.session import seed
from core.generators import Run, path, points, schedule, sliced_wasserstein
from core.generators.api import FRESH
from core.generators.data import SHAPES
from core.generators.recorded import kept, plane, runs
from core.generators.run import SPAN, grid, thousandths
from core.generators.sampling import Path, errors, field

SHOWN = 300  # points in the film
LONGEST = 100  # frames of the forward film
NET, FIELDS, DRAWN = 18, 26, 1 / 6  # arrows a side, frames, the share of an arrow that is drawn


def view(lang: Lang) -> None:
    """The film on the left, its dials and the curves on the right."""
    stage, desk = st.columns([1, 1], gap="large")
    with desk:
        with control("generators_way"):
            way = choice(
                st.segmented_control,
                text.WAY[lang],
                list(text.WAYS),
                text.WAYS,
                lang,
                key="generators_way",
                default="backward",
                required=True,
            )
    if way == "names":
        naming.view(stage, desk, lang)
        return
    with desk:
        shape = shape_choice(lang, tuple(SHAPES) if way == "forward" else runs())  # forward nothing is learnt
    {"forward": _forward, "backward": _backward, "field": _field, "training": _training}[way](shape, stage, desk, lang)
    if way != "forward":  # nothing of it is recorded
        note(plane(shape), lang)


def _forward(shape: str, stage, desk, lang: Lang) -> None:
    with desk:
        kind = naming.schedule_choice(lang)
        with control("generators_times"):
            times = whole("generators_times", text.TIMES[lang], 10, 1000, default=100, step=10)
        digits, power = f"{schedule(kind, times).alpha_bar[-1]:.1e}".split("e")
        end = rf"{digits}\cdot 10^{{{int(power)}}}"
        st.markdown(text.FORWARD_SAYS[lang].format(steps=times, end=end))
        show(
            ready(diffusion_charts.schedules(kind, times, lang)),
            key="generators_schedules",
            alt=text.SCHEDULES_ALT[lang],
        )
    with stage:
        player(forward_film(shape, kind, times, seed(), lang), lang, key="generators_film")


def _backward(shape: str, stage, desk, lang: Lang) -> None:
    with desk:
        with control("generators_how"):
            how = choice(
                st.selectbox, text.HOW[lang], list(text.HOWS), text.HOWS, lang, key="generators_how", default="ddpm"
            )
        with control("generators_few"):
            few = whole("generators_few", text.STEPS[lang], 2, 100, default=50)
        config = kept(shape, "ddpm").config
        grows = schedule(config.schedule, config.times).alpha_bar[-1] ** -0.5
        st.markdown(text.BACKWARD_SAYS[lang].format(grows=grows))
        show(few_figure(shape, lang), key="generators_few_figure", alt=text.FEW_ALT[lang])
    run, walk = _walk(shape, how, few, seed())
    last = len(walk.times) - 1
    with stage:
        screen = st.container()
        one, two = st.columns(2)
        with one, control("generators_point"):
            point = whole("generators_point", text.POINT[lang], 0, SHOWN - 1, default=7)
        with two, control("generators_at"):
            at = whole("generators_at", text.AT_STEP[lang], 1, last, default=max(1, last // 2))
        st.markdown(text.STEP_SAYS[lang])
        st.latex(one_step.written(run, walk, how, few, point, at))
    with screen:
        player(backward_film(shape, how, few, seed(), point, lang), lang, key="generators_film")


def _field(shape: str, stage, desk, lang: Lang) -> None:
    with desk:
        st.markdown(text.FIELD_SAYS[lang])
        show(terms_figure(shape, lang), key="generators_terms", alt=text.TERMS_ALT[lang])
    with stage:
        player(field_film(shape, lang), lang, key="generators_film")


def _training(shape: str, stage, desk, lang: Lang) -> None:
    with desk:
        st.markdown(text.TRAINING_SAYS[lang])
    with stage:
        player(training_film(shape, lang), lang, key="generators_film")


@lru_cache(maxsize=16)
def forward_film(shape: str, kind: str, times: int, dice: int, lang: Lang) -> Film:
    """The chain, step by step, as it is: every frame comes from the one before."""
    chain, random = schedule(kind, times), np.random.default_rng(dice)
    real = points(shape, SHOWN, FRESH + dice)
    scale = float(real.std(0).mean())
    x, every = real / scale, max(1, times // LONGEST)
    frames, captions = [x], [text.NOW_START[lang]]
    for t, beta in enumerate(chain.betas):
        x = np.sqrt(1 - beta) * x + np.sqrt(beta) * random.standard_normal(x.shape)
        if (t + 1) % every == 0 or t + 1 == times:
            frames.append(x)
            facts = {"t": t + 1, "left": chain.alpha_bar[t], "snr": chain.snr[t]}
            captions.append(text.NOW_FORWARD[lang].format(**facts))
    half = int(np.argmax(chain.alpha_bar < 0.5)) + 1
    title = text.FILM_FORWARD[lang].format(shape=text.SHAPES[shape][lang], half=half, steps=times)
    layers = (
        Layer(thousandths(frames[0] * scale)[None], "faint", text.REAL[lang]),
        Layer(thousandths(np.stack(frames) * scale), "generated", text.NOISY[lang]),
    )
    return Film(title, layers, captions, SPAN)


@lru_cache(maxsize=4)
def _walk(shape: str, how: str, few: int, dice: int) -> tuple[Run, Path]:
    """The network of seed 0, and the way of as many points as were measured."""
    run = kept(shape, "flow_matching" if how == "flow" else "ddpm")
    return run, path(run, plane(shape).n, dice, how="ode" if how == "flow" else how, steps=few)  # type: ignore[arg-type]


@lru_cache(maxsize=16)
def backward_film(shape: str, how: str, few: int, dice: int, point: int, lang: Lang) -> Film:
    """From noise to samples; measured on the film's own points and as many real ones."""
    _, walk = _walk(shape, how, few, dice)
    real = points(shape, plane(shape).n, FRESH + 50 + dice)
    ratio = sliced_wasserstein(walk.states[-1], real) / float(np.median(plane(shape).floor["wasserstein"]))
    last = len(walk.times) - 1
    captions = [
        text.NOW_BACKWARD[lang].format(time=time, left=last - i) if i < last else text.NOW_DONE[lang]
        for i, time in enumerate(walk.times)
    ]
    layers = (
        Layer(thousandths(real[None, :SHOWN]), "faint", text.REAL[lang]),
        Layer(thousandths(walk.guesses[:, :SHOWN]), "second", text.GUESS_LAYER[lang], size=1.6),
        Layer(thousandths(walk.states[:, :SHOWN]), "generated", text.MADE[lang], trail=True),
        Layer(thousandths(walk.states[:, point : point + 1]), "real", text.PICKED[lang], size=9),
    )
    title = text.FILM_BACKWARD[lang].format(calls=walk.calls, ratio=ratio)
    return Film(title, layers, captions, SPAN, start=last, rate=min(30, max(4, last / 3)))


@lru_cache(maxsize=16)
def field_film(shape: str, lang: Lang) -> Film:
    """Arrows towards the guess, from the last step of the chain to the first."""
    run, places = kept(shape, "ddpm"), grid(NET)
    times = np.unique(np.linspace(0, run.config.times - 1, FIELDS).round().astype(int))[::-1]
    pushes = np.stack([field(run, places, int(t)) for t in times])
    middle = int(times[np.linalg.norm(places + pushes, axis=2).mean(1).argmin()]) + 1
    ends = places + DRAWN * pushes
    pairs = np.stack([np.broadcast_to(places, ends.shape), ends], 2).reshape(len(times), -1, 2)
    layers = (
        Layer(plane(shape).real[None, :SHOWN], "faint", text.REAL[lang]),
        Layer(thousandths(pairs), "second", text.FIELD_LAYER[lang], lines=-1),
    )
    captions = [text.NOW_FIELD[lang].format(t=int(t) + 1, steps=run.config.times) for t in times]
    title = text.FILM_FIELD[lang].format(t=middle)
    return Film(title, layers, captions, SPAN, start=len(times) // 2, rate=8)


@lru_cache(maxsize=16)
def terms_figure(shape: str, lang: Lang) -> Ready:
    """The bound, step by step, measured now on points that nobody learnt from."""
    run = kept(shape, "ddpm")
    times = np.arange(run.config.times)
    return ready(diffusion_charts.terms(run.config, errors(run, points(shape, 400, FRESH), times), lang))


@lru_cache(maxsize=16)
def training_film(shape: str, lang: Lang) -> Film:
    """The pictures that the training kept."""
    run = kept(shape, "ddpm")
    captions = [text.NOW_TRAINING[lang].format(step=int(step)) for step in run.at]
    layers = (
        Layer(plane(shape).real[None, :SHOWN], "faint", text.REAL[lang]),
        Layer(run.frames, "generated", text.MADE[lang]),
    )
    title = text.FILM_TRAINING[lang].format(last=int(run.at[-1]), shape=text.SHAPES[shape][lang])
    return Film(title, layers, captions, SPAN, start=len(captions) - 1, rate=10)


@lru_cache(maxsize=16)
def few_figure(shape: str, lang: Lang) -> Ready:
    """Steps against quality, recorded."""
    return ready(diffusion_charts.few(plane(shape), lang))
