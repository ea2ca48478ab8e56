"""The view *c-TF-IDF*: a topic's words, and where the number behind each of them comes from."""

from __future__ import annotations

import numpy as np
import pandas as pd
import streamlit as st

from app.exhibits.topics import reading, text, word_charts
from app.house import heavy
from app.house.figures import show
from app.house.links import choice
from app.house.parts import control
from app.house.shared import Shared
from app.i18n import Lang
from core.topics.ctfidf import Factors, factors
from core.topics.topics import Topics

MOST = 30  # words that are looked at again by their meaning
_vectors: Shared[np.ndarray] = Shared(4 * 2**20, lambda vectors: vectors.nbytes)


def view(lang: Lang) -> None:
    reading.warm()
    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        what = reading.asked(lang)
        topics = reading.found(what)
        topic = reading.topic(topics, lang, all_=False)
        if topic is None:
            st.info(text.NO_TOPICS[lang])
            return
        with control("topics_ranking"):
            ranking = choice(
                st.selectbox,
                text.RANKING[lang],
                list(text.RANKINGS),
                text.RANKINGS,
                lang,
                key="topics_ranking",
                default="weight",
            )
    words = ranked(topics, topic, ranking)
    with desk, control("topics_word"):
        options = {word: reading._name(word) for word in words}
        word = choice(st.selectbox, text.WORD[lang], words, options, lang, key="topics_word", default=words[0])
    parts = [factors(topics.counts, topics.row(topic), topics.bags.index[each]) for each in words]
    with stage:
        show(
            word_charts.factors(words, parts, words.index(word), lang), key="topics_factors", alt=text.FACTORS_ALT[lang]
        )
        st.dataframe(table(words, parts, lang), hide_index=True, width="stretch")
    with desk:
        formula(parts[words.index(word)], word, topic, lang)
        show(word_charts.decline(topics, topic, lang), key="topics_decline", alt=text.DECLINE_ALT[lang])


def ranked(topics: Topics, topic: int, how: str, k: int = 10) -> list[str]:
    """The words of a topic in the order that was asked for."""
    if how == "count":
        line = np.asarray(topics.counts[topics.row(topic)].todense()).ravel()
        return [topics.bags.vocab[at] for at in np.argsort(-line, kind="stable")[:k]]
    best = [word for word, _ in topics.words(topic, MOST)]
    if how == "weight":
        return best[:k]
    from core.search import diverse

    target = topics.vectors[list(topics.examples(topic, 10))].mean(0)
    target = target / np.linalg.norm(target)
    vectors = _vectors.get(tuple(best), lambda: heavy.stack().load().embed(best))
    chosen = diverse(target.astype(np.float32), vectors, k, 0.0 if how == "meaning" else 0.6)
    return [best[at] for at in chosen]


def formula(parts: Factors, word: str, topic: int, lang: Lang) -> None:
    """The weight of one word, with its numbers."""
    st.latex(
        r"\begin{aligned}W&=\textcolor{#000001}{\frac{\text{count}}{\text{words}}}\cdot"
        r"\textcolor{#000002}{\log\!\left(1+\frac{A}{f}\right)}\\"
        rf"&=\frac{{{parts.count}}}{{{parts.total}}}\cdot\log\!\left(1+\frac{{{parts.A}}}{{{parts.f}}}\right)\\"
        rf"&={parts.tf:.4f}\cdot{parts.idf:.3f}=\mathbf{{{parts.weight:.4f}}}\end{{aligned}}"
    )
    st.caption(
        text.FORMULA_SAYS[lang].format(word=word, n=topic, count=parts.count, total=parts.total, f=parts.f, A=parts.A)
    )


def table(words: list[str], parts: list[Factors], lang: Lang) -> pd.DataFrame:
    rows = [
        (word, p.count, p.f, round(p.tf, 4), round(p.idf, 3), round(p.weight, 4))
        for word, p in zip(words, parts, strict=True)
    ]
    return pd.DataFrame(rows, columns=[column[lang] for column in text.FACTORS.values()])
