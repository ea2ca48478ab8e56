"""The view *Step by step*: one example, the network, both matrices, the way so far, the gradient in numbers."""

from __future__ import annotations

import inspect
from dataclasses import replace

import numpy as np
import pandas as pd
import streamlit as st

from app.exhibits.word2vec import toy_charts
from app.exhibits.word2vec import toy_text as text
from app.exhibits.word2vec.toy import MOST_STEPS, Toy, course, toy
from app.house.figures import show
from app.house.links import choice, whole
from app.house.parts import control
from app.i18n import Lang, Text
from app.session import seed
from core.word2vec import Vectors, reference
from core.word2vec.steps import Course, Example
from core.word2vec.tree import grow, log_probabilities

KEY = "word2vec_steps"
JUMPS = (1, 20, 100, 500)
START = 1_000


def view(lang: Lang) -> None:
    """Knobs and buttons beside the network; matrices, film and numbers below."""
    st.markdown(text.STEPS_HOW[lang])
    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        what = toy(lang, seed())
        if what is None:
            return
        steps = _steps(lang)
        found = course(what, steps)
        look = _look(found, lang)
    with stage:
        title, lit = _net(found, look, lang)
        show(toy_charts.network(found, lit, title, lang), key="word2vec_net", alt=text.NET_ALT[lang])
    left, right = st.columns(2, gap="large")
    with left:
        show(toy_charts.matrices(found, lang), key="word2vec_matrices", alt=text.MATRICES_ALT[lang])
    with right:
        show(toy_charts.film(found, lang), key="word2vec_film", alt=text.FILM_ALT[lang])
    st.subheader(text.GRADIENT[lang], anchor=False)
    left, right = st.columns([3, 2], gap="large")
    with left:
        gradient(found, lang)
    with right:
        st.caption(text.CODE[lang])
        heart = reference.soften if what.config.output == "softmax" else reference.step
        st.code(inspect.getsource(heart), language="python", wrap_lines=True)
    pairs(what, found, steps, lang)


def _steps(lang: Lang) -> int:
    """The slider, and buttons that move it."""
    if KEY not in st.session_state:
        linked = st.query_params.get(KEY, "")
        st.session_state[KEY] = int(linked) if linked.isdecimal() and len(linked) < 6 else START
    with st.container(horizontal=True, gap="small"):
        for jump in JUMPS:
            st.button(text.MORE[lang].format(n=jump), key=f"word2vec_more_{jump}", on_click=_go, args=(jump,))
        st.button(text.AFRESH[lang], key="word2vec_afresh", on_click=_go, args=(-MOST_STEPS,), icon=":material/replay:")
    with control(KEY):
        return whole(KEY, text.STEPS[lang], 0, MOST_STEPS, default=START)


def _go(jump: int) -> None:
    st.session_state[KEY] = int(np.clip(st.session_state.get(KEY, START) + jump, 0, MOST_STEPS))


def _look(found: Course, lang: Lang) -> str:
    labels = {"last": text.LAST, **{word: Text(en=word, zh=word) for word in found.words}}
    with control("word2vec_look"):
        return choice(st.selectbox, text.LOOK[lang], list(labels), labels, lang, key="word2vec_look", default="last")


def _net(found: Course, look: str, lang: Lang) -> tuple[str, toy_charts.Lit]:
    """The title, and what is lit: the last example, or the forward pass of one word."""
    last = found.last
    if look != "last":
        row = found.words.index(look)
        p = forward(found, found.X[row])
        best = int(np.argmax(np.where(np.arange(len(p)) == row, -1, p)))
        title = text.NET_FORWARD[lang].format(given=look, word=found.words[best])
        nodes = found.config.output == "hierarchical"  # there, an output says left or right
        says = reference.sigmoid(found.Y @ found.X[row]) if nodes else p
        return title, toy_charts.Lit((row,), found.X[row], tuple(range(len(says))), says, None)
    if last is None:
        return text.NET_BEFORE[lang], toy_charts.Lit((), np.zeros(found.X.shape[1]), (), np.zeros(0), None)
    facts = {
        "n": found.shot[-1],
        "given": " + ".join(found.words[i] for i in last.inputs),
        "word": found.words[last.word],
    }
    lit = toy_charts.Lit(last.inputs, last.h, tuple(last.rows.tolist()), last.guesses, last.labels)
    if found.config.output == "softmax":
        return text.NET_SOFTMAX[lang].format(p=last.guesses[last.word], **facts), lit
    if found.config.output == "hierarchical":
        return text.NET_TREE[lang].format(k=len(last.rows), **facts), lit
    return text.NET_NEGATIVE[lang].format(p=last.guesses[0], **facts), lit


def forward(found: Course, h: np.ndarray) -> np.ndarray:
    """What the network says of every word, given a hidden vector: its probability, or σ with negative sampling."""
    if found.config.output == "hierarchical":
        return np.exp(log_probabilities(h, found.Y, grow(found.counts)))
    scores = found.Y @ h
    if found.config.output == "negative":
        return reference.sigmoid(scores)
    odds = np.exp(scores - scores.max())
    return odds / odds.sum()


def gradient(found: Course, lang: Lang) -> None:
    """The last step in numbers: h, one row's score and pull, and where both sides went."""
    last = found.last
    if last is None:
        st.info(text.GRADIENT_NONE[lang])
        return
    inputs = " + ".join(f"`{found.words[i]}`" for i in last.inputs)
    st.markdown(text.GRADIENT_HOW[lang].format(inputs=inputs, word=found.words[last.word], lr=found.config.lr))
    k = int(np.argmax(last.labels)) if found.config.output == "softmax" else 0
    for line in written(found, last, k, lang):
        st.latex(line)
    if found.config.mean and len(last.inputs) > 1:
        st.caption(text.MEAN_NOTE[lang].format(n=len(last.inputs)))
    table = pd.DataFrame(
        {
            text.TABLE["row"][lang]: [row_name(found, row, lang) for row in last.rows],
            text.TABLE["label"][lang]: last.labels,
            text.TABLE["score"][lang]: last.scores.round(3),
            text.TABLE["guess"][lang]: last.guesses.round(3),
            text.TABLE["pull"][lang]: (last.rates * (last.labels - last.guesses)).round(4),
        }
    )
    st.dataframe(table, hide_index=True, height=min(320, 40 + 35 * len(table)))
    st.caption(text.COSTS[lang].format(loss=last.loss, k=len(last.rows), R=len(found.Y)))


def written(found: Course, last: Example, k: int, lang: Lang) -> list[str]:
    """The formulas with this example's numbers, for the ``k``-th row that was asked."""
    pull = float(last.rates[k] * (last.labels[k] - last.guesses[k]))
    h, y = vector(last.h), vector(last.asked[k])
    name = r"\mathrm{softmax}" if found.config.output == "softmax" else r"\sigma"
    mixed = rf"\tfrac{{1}}{{{len(last.inputs)}}}\sum X_i" if found.config.mean else r"\sum X_i"
    source = mixed if len(last.inputs) > 1 else "X_i"
    red, blue = (rf"\textcolor{{#00000{n}}}" for n in (1, 2))  # as X and Y in the figures
    label, guess = (text.TABLE[name][lang] for name in ("label", "guess"))
    error = f"({last.labels[k]:g} - {last.guesses[k]:.3f})"
    return [
        rf"{red}{{h}} = {source} = {h}",
        rf"{blue}{{y}} = Y_j = {y}",
        rf"{name}({red}{{h}}\cdot{blue}{{y}}) = {name}({last.scores[k]:.3f}) = {last.guesses[k]:.3f}",
        rf"g = \eta\,(\text{{{label}}} - \text{{{guess}}}) = {last.rates[k]:g}\,{error} = {pull:.4f}",
        rf"\Delta {blue}{{y}} = g\,{red}{{h}} = {vector(last.dY[k], 4)}",
        rf"\Delta {red}{{X_i}} = \textstyle\sum_j g_j\,{blue}{{y_j}} = {vector(last.dh, 4)}",
    ]


def vector(values: np.ndarray, digits: int = 2) -> str:
    """A row of numbers in TeX."""
    return "(" + r",\;".join(f"{value:.{digits}f}" for value in values) + ")"


def row_name(found: Course, row: int, lang: Lang) -> str:
    """A word, or an inner node of the tree."""
    return text.NODE[lang].format(n=row + 1) if found.config.output == "hierarchical" else found.words[row]


def pairs(what: Toy, found: Course, steps: int, lang: Lang) -> None:
    """The examples of one sentence under both architectures, and what both make of the same text."""
    sentence, window = max(what.sentences, key=len)[:14], what.config.window
    contexts = [
        (word, [*sentence[max(0, i - window) : i], *sentence[i + 1 : i + 1 + window]])
        for i, word in enumerate(sentence)
    ]
    st.markdown(f"**{text.PAIRS[lang].format(window=window)}**: {' '.join(sentence)}")
    left, right = st.columns(2, gap="large")
    single = [f"{other} → **{word}**" for word, context in contexts for other in context]
    left.caption(f"{text.PAIRS_SKIPGRAM[lang].format(n=len(single))}\n\n{' · '.join(single[:40])}")
    whole_ = [f"{' + '.join(context)} → **{word}**" for word, context in contexts]
    right.caption(f"{text.PAIRS_CBOW[lang].format(n=len(whole_))}\n\n{' · '.join(whole_)}")
    st.caption(text.PAIRS_NOTE[lang])
    looked = st.session_state.get("word2vec_look")
    word = looked if looked in found.words else found.words[1]
    rows = []
    for architecture in ("skipgram", "cbow"):
        other = course(Toy(what.sentences, replace(what.config, architecture=architecture)), steps)
        near = Vectors(other.words, other.X).nearest(word, 4)
        rows.append((text.ARCHITECTURES[architecture][lang], " · ".join(f"{name} {value:.2f}" for name, value in near)))
    st.markdown(f"**{text.COMPARE[lang].format(word=word)}**")
    st.dataframe(
        pd.DataFrame(rows, columns=[label[lang] for label in text.COMPARE_COLUMNS]), hide_index=True, width="content"
    )
