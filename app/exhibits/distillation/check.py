"""Part 6, *Check yourself*: guess the teacher's second thought, and three things that are often said."""

from __future__ import annotations

import numpy as np
import plotly.graph_objects as go
import streamlit as st

from app.exhibits.distillation import groups_charts, text
from app.exhibits.distillation.temperature import best_wrong
from app.house.figures import show
from app.house.parts import control, tried
from app.i18n import Lang
from app.session import language, seed
from app.theme import SEQUENTIAL, finish, scale
from core.distillation.recorded import Group, study
from core.distillation.soften import entropy, soften

HEAT = 4.0


def part() -> None:
    """A question, then what is often said."""
    lang = language()
    question(lang)
    st.markdown(f"#### {text.MYTHS[lang]}")
    for name, myth, answer in (
        ("smooth", text.MYTH_SMOOTH, smooth),
        ("always", text.MYTH_ALWAYS, always),
        ("hot", text.MYTH_HOT, hot),
    ):
        with st.container(border=True):
            st.markdown(myth[lang])
            tried(text.TRY[lang], f"distillation_myth_{name}", answer, lang)


def draw(number: int) -> tuple[int, int, tuple[str, ...]]:
    """A held-out row, the right answer, four to choose from."""
    found, dice = study("digits"), np.random.default_rng([number, 11])
    row = int(dice.integers(len(found.labels)))
    label = int(found.labels[row])
    right = best_wrong(found.answers[row].astype(float), label)
    rest = [c for c in range(len(found.classes)) if c not in (label, right)]
    options = [right, *(int(c) for c in dice.choice(rest, 3, replace=False))]
    return row, right, tuple(found.classes[c] for c in sorted(options))


def question(lang: Lang) -> None:
    """Predict, then reveal."""
    round_ = st.session_state.get("distillation_round", 0)
    told = st.session_state.get("distillation_told") == round_
    row, right, options = draw(seed() + round_)
    found = study("digits")
    st.markdown(text.ASK[lang].format(label=found.classes[int(found.labels[row])]))
    show(picture(found.pixels[row]), key="distillation_puzzle", alt=text.PUZZLE_ALT[lang])
    with control("distillation_guess"):
        key = f"distillation_guess_{seed()}_{round_}"
        guess = st.radio(text.GUESS[lang], options, key=key, index=None, disabled=told, horizontal=True)
    with st.container(horizontal=True):
        st.button(
            text.REVEAL[lang],
            key="distillation_reveal",
            type="primary",
            disabled=guess is None or told,
            on_click=_set,
            args=("distillation_told", round_),
        )
        st.button(text.NEXT[lang], key="distillation_next", on_click=_set, args=("distillation_round", round_ + 1))
    if told and guess is not None and "answers" not in st.session_state.get("hide", ()):
        p = soften(found.answers[row].astype(float), HEAT)
        last = int(p.argmin())
        verdict = (text.YES if guess == found.classes[right] else text.NO)[lang]
        facts = {"wrong": found.classes[right], "p": p[right], "last": found.classes[last], "q": p[last]}
        (st.success if guess == found.classes[right] else st.info)(text.ANSWER[lang].format(verdict=verdict, **facts))


def picture(pixels: np.ndarray) -> go.Figure:
    """The digit alone."""
    side = int(np.sqrt(len(pixels)))
    image = pixels.reshape(side, side)
    fig = go.Figure(go.Heatmap(z=image, colorscale=scale(SEQUENTIAL), showscale=False, hoverinfo="skip"))
    fig.update_xaxes(visible=False)
    fig.update_yaxes(visible=False, autorange="reversed", scaleanchor="x")
    return finish(fig, "", height=220).update_layout(margin={"t": 8, "b": 8, "l": 8, "r": 8})


def _group(method: str, labels: int) -> Group:
    group = study("digits").find(method, "mlp-8", labels)
    assert group is not None
    return group


def smooth(lang: Lang) -> str:
    found = study("digits")
    p = soften(found.answers.astype(float), HEAT)
    p[np.arange(len(p)), found.labels] = np.nan
    ratio = float(np.median(np.nanmax(p, 1) / np.nanmin(p, 1)))
    facts = {name: 100 * float(_group(name, 100).accuracy.mean()) for name in ("soft", "smooth")}
    return text.MYTH_SMOOTH_ANSWER[lang].format(n=len(p), ratio=ratio, **facts)


def always(lang: Lang) -> str:
    gain = {n: 100 * (_group("soft", n).accuracy - _group("labels", n).accuracy) for n in (0, 30)}
    mean, half = groups_charts.interval(gain[0])
    facts = {"all": mean, "low": mean - half, "high": mean + half, "few": float(gain[30].mean())}
    return text.MYTH_ALWAYS_ANSWER[lang].format(**facts)


def hot(lang: Lang) -> str:
    answers = study("digits").answers.astype(float)
    return text.MYTH_HOT_ANSWER[lang].format(
        hot=float(entropy(soften(answers, 200)).mean()), most=float(np.log(answers.shape[1]))
    )


def _set(key: str, value: int) -> None:
    st.session_state[key] = value
