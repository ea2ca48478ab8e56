"""A sentence of one's own, put to the teacher and to its students at once."""

from __future__ import annotations

import numpy as np
import plotly.graph_objects as go
import streamlit as st

from app.exhibits.distillation import texts_text as labels
from app.exhibits.distillation import typed_text as text
from app.exhibits.distillation.temperature import NAMES, SCALE
from app.exhibits.distillation.text import METHODS, TEACHER, T
from app.exhibits.distillation.texts import corpus
from app.house import heavy
from app.house.figures import show
from app.house.links import choice
from app.house.numbers import percent
from app.house.parts import control
from app.house.plain import plain
from app.i18n import Lang
from app.session import sentence
from app.theme import CATEGORIES, CINNABAR, GREY, INDIGO, finish
from core.distillation.lesson import Config
from core.distillation.soften import soften

SHAPES = ("", "/", ".", "x", "-")


def view(lang: Lang) -> None:
    """Answers at a temperature, who agrees, and the time each took."""
    left, right = st.columns(2, gap="medium")
    with left:
        name = corpus(lang, labels.SHIPPED)
    with right, control("distillation_T"):
        heat = choice(st.select_slider, T[lang], list(SCALE), NAMES, lang, key="distillation_T", default="2")
    asked = sentence(text.EXAMPLES[name])
    heavy.stack()
    from core.distillation.pupils import ask

    found = ask(name, asked)
    p = soften(found.logits.astype(float), float(heat))
    names = [title_of(each, lang) for each in found.configs]
    fig = go.Figure()
    for at, row in enumerate(p):
        config = found.configs[at]
        colour = (
            INDIGO if config is None else GREY if config.method == "labels" else CATEGORIES[at] if at > 2 else CINNABAR
        )
        marker = {"color": colour, "line": {"width": 0}, "pattern": {"shape": SHAPES[at % len(SHAPES)]}}
        fig.add_trace(go.Bar(x=list(found.classes), y=row, name=names[at], marker=marker))
    fig.update_yaxes(title=text.PROBABILITY[lang], range=[0, 1.02])
    first = found.logits.argmax(1)
    agree = int((first[1:] == first[0]).sum())
    title = text.TITLE[lang].format(answer=found.classes[int(first[0])], agree=agree, all=len(first) - 1)
    fig = finish(fig, title, height=440)
    show(fig, key="distillation_typed", alt=text.ALT[lang])
    if found.unknown > 0.2:
        st.warning(text.UNKNOWN[lang].format(share=percent(found.unknown, lang)))
    st.markdown(said(names, first, found.milliseconds, found.classes, lang))
    st.caption(text.NOTE[lang].format(sentence=f"“{plain(asked, 80)}”", tokens=found.tokens))


def title_of(config: Config | None, lang: Lang) -> str:
    """Who speaks."""
    if config is None:
        return TEACHER[lang]
    return f"{labels.STUDENTS[config.student][lang]}, {METHODS[config.method][lang]}"


def said(names: list[str], first: np.ndarray, took: tuple[float, ...], classes: tuple[str, ...], lang: Lang) -> str:
    """A line each: answer, time, times faster."""
    lines = [
        text.LINE[lang].format(name=name, answer=classes[int(at)], ms=ms, times=took[0] / ms)
        for name, at, ms in zip(names, first, took, strict=True)
    ]
    return "\n".join(lines)
