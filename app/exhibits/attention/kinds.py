"""Kinds of attention that have a name of their own, computed from the vectors of the visitor's sentence."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import streamlit as st

from app.exhibits.attention import kinds_charts, kinds_more
from app.exhibits.attention import kinds_text as text
from app.exhibits.attention.kinds_keepsake import keep
from app.exhibits.attention.kinds_reading import asks, one_head, reading_of, two_texts, vectors_of
from app.exhibits.attention.text import EXAMPLE
from app.house.figures import show
from app.house.links import choice, whole
from app.house.numbers import percent
from app.house.parts import control
from app.i18n import Lang
from app.session import sentence
from core.attention import kinds
from core.attention.arithmetic import softmax


def view(lang: Lang) -> None:
    """One kind: formula, picture, what is different about it."""
    with control("attention_sort"):
        sort = choice(
            st.segmented_control,
            text.SORT[lang],
            list(text.SORTS),
            text.SORTS,
            lang,
            key="attention_sort",
            default="co",
            required=True,
        )
    if sort in text.FORMULAS:
        st.latex(text.FORMULAS[sort])
    SHOW[sort](lang)


def _co(lang: Lang) -> None:
    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        one, two = two_texts(lang)
        st.markdown(text.SAYS["co"][lang])
    there, back = kinds.coattention(one.scale * one.q @ two.k.T)
    keep(rows=(one.shown, two.shown, there), columns=(one.shown, two.shown, back))
    i, j = (int(at) for at in np.unravel_index(np.abs(there - back).argmax(), there.shape))
    facts = {"a": one.shown[i], "b": two.shown[j], "there": percent(float(there[i, j]), lang)}
    title = text.CO_TITLE[lang].format(back=percent(float(back[i, j]), lang), **facts)
    tops = text.ROWS[lang], text.COLUMNS[lang]
    with stage:
        fig = kinds_charts.pair(there, back, tops, (one.shown, two.shown), title)
        show(fig, key="attention_co", alt=text.CO_ALT[lang])


def _over(lang: Lang) -> None:
    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        one, two = two_texts(lang)
        st.markdown(text.SAYS["over"][lang])
    scores = one.scale * one.q @ two.k.T
    trust, found = kinds.over_attention(scores)
    keep(trust=(two.shown, ("β",), trust[:, None]), found=(one.shown, ("s",), found[:, None]))
    with stage:
        fig = kinds_charts.over(kinds.coattention(scores)[1], trust, found, (one.shown, two.shown), lang)
        show(fig, key="attention_over", alt=text.OVER_ALT[lang])


def _steps(lang: Lang) -> None:
    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        own = one_head(lang, reading_of(lang, sentence(EXAMPLE[lang])))
        at = asks(lang, own)
        with control("attention_count"):
            n = whole("attention_count", text.COUNT[lang], 2, 8, default=4)
        st.markdown(text.SAYS["steps"][lang])
    found = kinds.multi_step(own.q[at], own.k, n, own.scale)
    spread, best = kinds.entropy(found), int(found[-1].argmax())
    facts = {"word": own.shown[at], "n": n, "first": spread[0], "last": spread[-1], "best": own.shown[best]}
    title = text.STEPS_TITLE[lang].format(share=percent(float(found[-1, best]), lang), **facts)
    labels = [str(step) for step in range(1, n + 1)]
    keep(steps=(labels, own.shown, found))
    with stage:
        fig = kinds_charts.rows(found, labels, own.shown, title, text.STEP_AXIS[lang], height=200 + 44 * n)
        show(fig, key="attention_steps", alt=text.STEPS_ALT[lang])


def _composed(lang: Lang) -> None:
    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        reading = reading_of(lang, sentence(EXAMPLE[lang]))
        own = one_head(lang, reading)
        at = asks(lang, own)
        L, H, *_ = reading.maps.weights.shape
        with control("attention_next_layer"):
            layer = whole("attention_next_layer", text.SECOND_LAYER[lang], 1, L, default=1) - 1
        with control("attention_next_head"):
            head = whole("attention_next_head", text.SECOND_HEAD[lang], 1, H, default=min(3, H)) - 1
        st.markdown(text.SAYS["composed"][lang])
    second = softmax(vectors_of(reading, layer, head).scores)
    found = kinds.composed(softmax(own.scores)[at], [second])
    first, then = (int(row.argmax()) for row in found)
    facts = {"word": own.shown[at], "found": own.shown[first], "there": percent(float(found[0, first]), lang)}
    title = text.COMPOSED_TITLE[lang].format(next=own.shown[then], then=percent(float(found[1, then]), lang), **facts)
    labels = [text.FIRST_ROW[lang], text.CHAIN_ROW[lang]]
    keep(chain=(labels, own.shown, found))
    with stage:
        show(kinds_charts.rows(found, labels, own.shown, title), key="attention_composed", alt=text.COMPOSED_ALT[lang])


def _dual(lang: Lang) -> None:
    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        own = one_head(lang, reading_of(lang, sentence(EXAMPLE[lang])))
        st.markdown(text.SAYS["dual"][lang].format(D=own.v.shape[1]))
    places, features, _ = kinds.dual(own.scores, own.v)
    numbered = [str(at) for at in range(len(features))]
    keep(places=(own.shown, own.shown, places), features=(numbered, numbered, features))
    facts = {"words": kinds_charts.effective(places), "T": len(places)}
    facts |= {"features": kinds_charts.effective(features), "D": len(features)}
    tops = text.PLACES[lang], text.FEATURES[lang]
    names = own.shown, own.shown
    title = text.DUAL_TITLE[lang].format(**facts)
    with stage:
        fig = kinds_charts.pair(places, features, tops, names, title, shared=False)
        show(fig, key="attention_dual", alt=text.DUAL_ALT[lang])


def _convolved(lang: Lang) -> None:
    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        own = one_head(lang, reading_of(lang, sentence(EXAMPLE[lang])))
        with control("attention_reach"):
            reach = whole("attention_reach", text.REACH[lang], 0, 4, default=1)
        st.markdown(text.SAYS["convolved"][lang])
    plain, after = softmax(own.scores), softmax(kinds.convolved(own.scores, reach))
    keep(plain=(own.shown, own.shown, plain), convolved=(own.shown, own.shown, after))
    at = int(np.abs(plain - after).sum(1).argmax())
    before, now = int(plain[at].argmax()), int(after[at].argmax())
    facts = {"word": own.shown[at], "before": own.shown[before], "after": own.shown[now]}
    facts |= {"was": percent(float(plain[at, before]), lang), "now": percent(float(after[at, now]), lang)}
    tops = text.PLAIN_TOP[lang], text.CONVOLVED_TOP[lang]
    with stage:
        title = text.CONVOLVED_TITLE[lang].format(**facts)
        fig = kinds_charts.pair(plain, after, tops, (own.shown, own.shown), title)
        show(fig, key="attention_convolved", alt=text.CONVOLVED_ALT[lang])


def _pyramid(lang: Lang) -> None:
    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        own = one_head(lang, reading_of(lang, sentence(EXAMPLE[lang])))
        at = asks(lang, own)
        st.markdown(text.SAYS["pyramid"][lang])
    found = kinds.pyramid(own.q[at], own.k, own.scale)
    floors = {str(length): ([str(at) for at in range(len(row))], ("α",), row[:, None]) for length, row in found}
    keep(**floors)
    with stage:
        fig = kinds_charts.floors(found, own.shown, own.shown[at], lang)
        show(fig, key="attention_pyramid", alt=text.PYRAMID_ALT[lang])


SHOW: dict[str, Callable[[Lang], None]] = {
    "co": _co,
    "over": _over,
    "hierarchical": kinds_more.hierarchical,
    "steps": _steps,
    "composed": _composed,
    "dual": _dual,
    "convolved": _convolved,
    "pyramid": _pyramid,
    "history": kinds_more.history,
}
