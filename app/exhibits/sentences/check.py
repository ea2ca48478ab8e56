"""Part 6, *Check yourself*: which pair is nearer, and three things that are often said."""

from __future__ import annotations

import numpy as np
import streamlit as st

from app.exhibits.sentences import circle, text
from app.house.numbers import percent
from app.house.parts import control, tried
from app.i18n import Lang
from app.session import language, seed
from core.simcse import unit
from core.simcse.recorded import PAIRS, first, graded
from core.simcse.sphere import hardest

Sides = tuple[int, int]  # a left sentence, a right sentence


def part() -> None:
    lang = language()
    question(lang)
    st.markdown(f"#### {text.MYTHS[lang]}")
    for name, myth, answer in (
        ("cosine", text.MYTH_COSINE, cosine),
        ("uniform", text.MYTH_UNIFORM, uniform),
        ("tau", text.MYTH_TAU, tau),
    ):
        with st.container(border=True):
            st.markdown(myth[lang])
            tried(text.TRY[lang], f"sentences_myth_{name}", answer, lang)


def question(lang: Lang) -> None:
    """Predict, then reveal."""
    round_ = st.session_state.get("sentences_round", 0)
    (a, b), (near, far) = draw(seed() + round_)
    shown = {name: " — ".join((PAIRS["en"][i][0], PAIRS["en"][j][1])) for name, (i, j) in (("a", a), ("b", b))}
    st.markdown(text.CHECK_ASK[lang].format(**shown))
    told = st.session_state.get("sentences_told") == round_
    with control("sentences_guess"):
        key = f"sentences_guess_{seed()}_{round_}"
        guess = st.radio(text.GUESS[lang], ["A", "B"], key=key, index=None, disabled=told, horizontal=True)
    with st.container(horizontal=True):
        st.button(
            text.REVEAL[lang],
            key="sentences_reveal",
            type="primary",
            disabled=guess is None or told,
            on_click=_set,
            args=("sentences_told", round_),
        )
        st.button(text.NEXT[lang], key="sentences_next", on_click=_set, args=("sentences_round", round_ + 1))
    if told and guess is not None and "answers" not in st.session_state.get("hide", ()):
        right = guess == ("A" if near > far else "B")
        said = text.ANSWER[lang].format(verdict=(text.YES if right else text.NO)[lang], a=near, b=far)
        (st.success if right else st.info)(said)


def draw(seed: int) -> tuple[tuple[Sides, Sides], tuple[float, float]]:
    """Two pairs, each of one meaning or not, and MiniLM's cosines of both."""
    dice = np.random.default_rng(seed)
    i, j = (int(each) for each in dice.choice(len(PAIRS["en"]), 2, replace=False))
    one: Sides = (i, i)
    two: Sides = (j, j) if dice.random() < 0.7 else (i, j)
    options = (one, two) if dice.random() < 0.5 else (two, one)
    x, y = unit(first().x), unit(first().y)
    near, far = (float(x[a] @ y[b]) for a, b in options)
    return options, (near, far)


def cosine(lang: Lang) -> str:
    cards = graded().cards
    facts = {"random": cards["random"].random_cosine, "minilm": cards["mean"].random_cosine}
    return text.MYTH_COSINE_ANSWER[lang].format(**facts)


def uniform(lang: Lang) -> str:
    before, after = (graded().cards[name] for name in ("mean", "mean-whitened"))
    apart = circle.moved("uniformity", 2, 0.2, 0).alignment[-1]
    facts = {"before": before.uniformity, "after": after.uniformity, "score": before.spearman}
    return text.MYTH_UNIFORM_ANSWER[lang].format(white=after.spearman, apart=apart, **facts)


def tau(lang: Lang) -> str:
    z = circle.moved("info-nce", 2, 0.2, 0).frames[-1]
    (cold, n), (warm, _) = (hardest(z, 0, at) for at in (0.05, 1.0))
    return text.MYTH_TAU_ANSWER[lang].format(n=n, cold=percent(cold, lang), warm=percent(warm, lang))


def _set(key: str, value: int) -> None:
    st.session_state[key] = value
