"""The model as its own probe: which verb after which subject, and what it takes for a fact."""

from __future__ import annotations

from typing import Any

import numpy as np
import plotly.graph_objects as go
import streamlit as st

from app.exhibits.probing import more_text as text
from app.house import heavy
from app.house.figures import show
from app.house.links import choice
from app.house.numbers import percent
from app.house.parts import control
from app.house.plain import plain
from app.house.shared import Shared
from app.i18n import Lang
from app.theme import CINNABAR, GREY, finish
from core.probes import recorded
from core.probes.recorded import Asked

MODEL = "minilm-mlm"
LONGEST = 300
FOUND: Shared[Any] = Shared(2**20, lambda found: 2_000)


def kept() -> Asked:
    """Both experiments as they were recorded."""
    return recorded.found("asked")


def agreement(lang: Lang) -> None:
    """The share of the right verb as nouns crowd in."""
    desk, stage = st.columns([1, 2], gap="large")
    with desk:
        with control("probing_subject"):
            subject = choice(
                st.selectbox,
                text.SUBJECT[lang],
                list(text.SUBJECTS),
                text.SUBJECTS,
                lang,
                key="probing_subject",
                default="key",
            )
        with control("probing_plural"):
            plural = st.toggle(text.PLURAL[lang], key="probing_plural", bind="query-params")
    found = kept()
    at = list(text.SUBJECTS).index(subject)
    shares, sentence = found.shares[at, int(plural)], found.sentences[2 * at + int(plural)]
    with desk:
        st.markdown(text.AGREE_SAYS[lang].format(sentence=sentence.replace("[MASK]", "▁▁▁")))
        _note(found, lang)
    with stage:
        show(agree(shares, plural, lang), key="probing_agreement", alt=text.AGREE_ALT[lang])


def agree(shares: np.ndarray, plural: bool, lang: Lang) -> go.Figure:
    """Two lines by the number of nouns in between."""
    fig = go.Figure()
    x = np.arange(shares.shape[1])
    for row, name, colour, dash, symbol in (
        (0, text.OTHER_NUMBER, CINNABAR, "solid", "circle"),
        (1, text.SAME_NUMBER, GREY, "dash", "square"),
    ):
        style = {"line": {"color": colour, "dash": dash, "width": 2.5}, "marker": {"symbol": symbol, "size": 9}}
        y = (100 * shares[row]).round(1).astype(np.float32)
        fig.add_trace(go.Scatter(x=x, y=y, mode="lines+markers", name=name[lang], **style))
    fig.update_xaxes(title=text.BETWEEN_AXIS[lang], dtick=1)
    fig.update_yaxes(title=text.SHARE_AXIS[lang], range=[0, 100], ticksuffix=" %")
    facts = {"verb": "are" if plural else "is", "n": len(x) - 1}
    facts |= {"first": percent(shares[0, 0], lang), "last": percent(shares[0, -1], lang)}
    return finish(fig, text.AGREE_TITLE[lang].format(**facts), height=440)


def knowledge(lang: Lang) -> None:
    """Facts of ours by rank, and one of the visitor's."""
    found = kept()
    stage, desk = st.columns([2, 1], gap="large")
    with stage:
        show(ranks(found, lang), key="probing_facts", alt=text.FACTS_ALT[lang])
    with desk:
        st.markdown(text.FACTS_SAYS[lang])
        with control("probing_cloze"):
            typed = st.text_input(
                text.CLOZE[lang],
                key="probing_cloze",
                bind="query-params",
                max_chars=LONGEST,
                placeholder="The capital of China is [MASK].",
            )
        with control("probing_answer"):
            word = st.text_input(
                text.CLOZE_ANSWER[lang], key="probing_answer", bind="query-params", max_chars=40, placeholder="beijing"
            )
        if (typed or "").strip() and (word or "").strip():
            st.markdown(_answer(str(typed).strip(), str(word).strip().lower(), lang))
        _note(found, lang)


def _answer(typed: str, word: str, lang: Lang) -> str:
    models = heavy.stack()
    from core.probes.asking import rank

    model = models.common(MODEL)
    found = FOUND.get((typed, word), lambda: rank(model, typed, word))
    facts = {"rank": found.rank, "V": len(model.tokenizer), "share": percent(found.share, lang)}
    return text.FACT_RESULT[lang].format(word=plain(word), top=plain(found.top), **facts)


def ranks(found: Asked, lang: Lang) -> go.Figure:
    """Ranks of the right words, with the subject and without it."""
    names = [f"{fact.replace('[MASK]', '▁▁')} {word}" for fact, word in zip(found.facts, found.words, strict=True)]
    fig = go.Figure()
    places = np.arange(len(names))
    for row, name, colour, symbol in ((0, text.GIVEN, CINNABAR, "circle"), (1, text.HIDDEN, GREY, "x")):
        fig.add_trace(
            go.Scatter(
                x=found.ranks[row],
                y=places,
                mode="markers",
                name=name[lang],
                marker={"size": 11, "color": colour, "symbol": symbol},
                customdata=names,
                hovertemplate="%{customdata}: %{x}<extra></extra>",
            )
        )
    for place, name in enumerate(names):  # above its marks: beside them, a phone would have no room for the marks
        above = {"xref": "paper", "x": 0, "xanchor": "left", "yanchor": "bottom", "showarrow": False}
        fig.add_annotation(text=name, y=place - 0.22, font={"size": 12}, **above)
    fig.update_xaxes(title=text.RANK_AXIS[lang], type="log", range=[-0.1, 3.6])
    fig.update_yaxes(range=[len(names) - 0.5, -1], showticklabels=False, tickvals=places)
    given, blind = found.ranks
    facts = {"first": int((given == 1).sum()), "n": len(names), "ten": int((given <= 10).sum())}
    title = text.FACTS_TITLE[lang].format(blind=int((blind <= 10).sum()), **facts)
    return finish(fig, title, height=190 + 42 * len(names))


def _note(found: Asked, lang: Lang) -> None:
    from app.exhibits.probing.text import OWN_NOTE

    st.caption(OWN_NOTE[lang].format(date=found.stamp.date, command="python -m core.probes study asked"))
