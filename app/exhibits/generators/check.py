"""Part 6, *Check yourself*: who made these points, and four things that are often said."""

from __future__ import annotations

import numpy as np
import streamlit as st

from app.exhibits.generators import check_text as words
from app.exhibits.generators import ruler_charts, text
from app.house.figures import show
from app.house.parts import control, tried
from app.i18n import Lang
from app.session import language, seed
from core.generators import FAMILIES, markov, points, sliced_wasserstein
from core.generators.api import FRESH
from core.generators.recorded import FEW, kept, plane, runs, shapes

SHAPE = "moons"  # of the myths
N = 1000


def part() -> None:
    """A question, then what is often said."""
    lang = language()
    question(lang)
    st.markdown(f"#### {words.MYTHS[lang]}")
    for name, myth, answer in (
        ("loss", words.MYTH_LOSS, loss),
        ("zero", words.MYTH_ZERO, zero),
        ("steps", words.MYTH_STEPS, steps),
        ("chain", words.MYTH_CHAIN, chain),
    ):
        with st.container(border=True):
            st.markdown(myth[lang])
            tried(words.TRY[lang], f"generators_myth_{name}", answer, lang)


def question(lang: Lang) -> None:
    """Predict, then reveal."""
    round_ = st.session_state.get("generators_round", 0)
    shape, family = draw(seed() + round_)
    told = st.session_state.get("generators_told") == round_
    st.markdown(words.WHO_MADE[lang].format(shape=text.SHAPES[shape][lang]))
    show(ruler_charts.heap(plane(shape).samples[family]), key="generators_puzzle", alt=words.PUZZLE_ALT[lang])
    labels = {name: text.FAMILIES[name][lang] for name in FAMILIES}
    with control("generators_guess"):
        guess = st.radio(
            words.GUESS[lang],
            list(labels),
            format_func=labels.__getitem__,
            key=f"generators_guess_{seed()}_{round_}",
            index=None,
            disabled=told,
            horizontal=True,
        )
    with st.container(horizontal=True):
        st.button(
            words.REVEAL[lang],
            key="generators_reveal",
            type="primary",
            disabled=guess is None or told,
            on_click=_set,
            args=("generators_told", round_),
        )
        st.button(words.NEXT[lang], key="generators_next", on_click=_set, args=("generators_round", round_ + 1))
    if told and guess is not None and "answers" not in st.session_state.get("hide", ()):
        right = guess == family
        (st.success if right else st.info)(answered(shape, family, right, lang))


def draw(dice: int) -> tuple[str, str]:
    """A shape and a family."""
    random = np.random.default_rng([dice, 11])
    return str(random.choice(shapes())), str(random.choice(FAMILIES))


def answered(shape: str, family: str, right: bool, lang: Lang) -> str:
    """The verdict with the numbers of the heap on screen."""
    found = plane(shape)
    values = {name: float(found.values[family][name][0]) for name in ("wasserstein", "precision", "recall")}
    facts = {"name": text.FAMILIES[family][lang], "why": words.WHY[family][lang], **values}
    facts["ratio"] = values["wasserstein"] / float(np.median(found.floor["wasserstein"]))
    return words.ANSWER[lang].format(verdict=(words.RIGHT if right else words.WRONG)[lang], **facts)


def loss(lang: Lang) -> str:
    """Rank correlation of loss and distance along the recorded training; its start left out."""
    run = kept(SHAPE if SHAPE in runs() else runs()[0], "gan")
    real = points(SHAPE, run.frames.shape[1], FRESH)
    thin = run.losses.shape[1] / run.config.steps
    moments = [i for i, step in enumerate(run.at) if step >= run.config.steps / 20]
    far = np.array([sliced_wasserstein(run.frames[i] / 1000, real) for i in moments])
    width = max(1, round(20 * thin))
    at = [min(run.losses.shape[1] - 1, int(run.at[i] * thin)) for i in moments]
    losses = np.array([run.losses[1, max(0, place - width) : place + 1].mean() for place in at])
    ranks = [np.argsort(np.argsort(values)) for values in (far, losses)]
    facts = {"rho": float(np.corrcoef(ranks[0], ranks[1])[0, 1]), "n": len(moments), "best": float(far.min())}
    facts |= {"lowest": float(far[losses.argmin()]), "shape": text.SHAPES[SHAPE][lang]}
    return words.MYTH_LOSS_ANSWER[lang].format(**facts)


def zero(lang: Lang) -> str:
    one, two = (points(SHAPE, N, FRESH + 500 + seed() + i) for i in range(2))
    facts = {"apart": sliced_wasserstein(one, two), "copy": sliced_wasserstein(one, one)}
    return words.MYTH_ZERO_ANSWER[lang].format(n=N, shape=text.SHAPES[SHAPE][lang], **facts)


def steps(lang: Lang) -> str:
    found = plane(SHAPE)
    base = float(np.median(found.floor["wasserstein"]))
    middle = {name: np.median(rows, axis=0) / base for name, rows in found.steps.items()}
    best = int(middle["ddpm"].argmin())
    facts = {"flow": middle["flow"][FEW.index(16)], "steps": FEW[best], "ddpm": middle["ddpm"][best]}
    facts["change"] = middle["ode"][FEW.index(100)] - middle["ode"][FEW.index(32)]
    return words.MYTH_STEPS_ANSWER[lang].format(shape=text.SHAPES[SHAPE][lang], **facts)


def chain(lang: Lang) -> str:
    start = np.array([1.0, 0.0])

    def told(shares: np.ndarray) -> str:
        return " · ".join(f"{share:.2f}" for share in shares)

    restless, calm = markov.read("0 1; 1 0"), markov.read("0.1 0.9; 0.9 0.1")
    way = markov.walk(restless, start, 1001)
    facts = {"even": told(way[1000]), "odd": told(way[1001]), "rest": told(markov.stationary(restless))}
    return words.MYTH_CHAIN_ANSWER[lang].format(calm=told(markov.walk(calm, start, 1000)[-1]), **facts)


def _set(key: str, value: int) -> None:
    st.session_state[key] = value
