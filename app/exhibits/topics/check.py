"""Part 6, *Check yourself*: how many topics will be left, and three things that are often said."""

from __future__ import annotations

import numpy as np
import streamlit as st

from app.exhibits.topics import landscape, reading, text
from app.house.numbers import percent
from app.house.parts import control, tried
from app.i18n import Lang
from app.session import language, seed
from core.topics.coherence import diversity
from core.topics.neighbours import kept
from core.topics.recorded import beside, sample
from core.topics.stability import between_runs


def part() -> None:
    lang = language()
    question(lang)
    st.markdown(f"#### {text.MYTHS[lang]}")
    for name, myth, answer in (
        ("map", text.MYTH_MAP, on_the_map),
        ("count", text.MYTH_COUNT, by_count),
        ("seed", text.MYTH_SEED, by_seed),
    ):
        with st.container(border=True):
            st.markdown(myth[lang])
            tried(text.TRY[lang], f"topics_myth_{name}", answer, lang)


def question(lang: Lang) -> None:
    """Predict, then reveal: the answer is computed when it is asked for."""
    round_ = st.session_state.get("topics_round", 0)
    size = draw(seed() + round_)
    C = sample().topics.C
    st.markdown(text.CHECK_ASK[lang].format(size=size, C=C))
    told = st.session_state.get("topics_told") == round_
    with control("topics_guess"):
        key = f"topics_guess_{seed()}_{round_}"
        guess = st.slider(text.GUESS[lang], 0, C, C // 2, key=key, disabled=told)
    with st.container(horizontal=True):
        st.button(
            text.REVEAL[lang],
            key="topics_reveal",
            type="primary",
            disabled=told,
            on_click=_set,
            args=("topics_told", round_),
        )
        st.button(text.NEXT[lang], key="topics_next_one", on_click=_set, args=("topics_round", round_ + 1))
    if told and "answers" not in st.session_state.get("hide", ()):
        after = reading.found(reading.Asked(smallest=size))
        close = abs(guess - after.C) <= max(2, after.C // 5)
        facts = {"after": after.C, "out": percent(after.outliers, lang)}
        said = text.ANSWER[lang].format(verdict=(text.YES if close else text.NO)[lang], **facts)
        (st.success if close else st.info)(said)


def draw(seed: int) -> int:
    """A smallest size that is worth a guess."""
    return int(np.random.default_rng(seed).choice([14, 18, 22, 26, 30, 36, 42]))


def on_the_map(lang: Lang) -> str:
    share = kept(landscape.true_neighbours(), sample().topics.plane)
    return text.MYTH_MAP_ANSWER[lang].format(
        kept=percent(float(share.mean()), lang), worst=round(10 * float(share.min()))
    )


def by_count(lang: Lang) -> str:
    topics = sample().topics
    lines = np.asarray(topics.counts[topics.row(0) :].todense())
    counted = [[topics.bags.vocab[at] for at in np.argsort(-line, kind="stable")[:10]] for line in lines]
    weighed = [[word for word, _ in topics.words(at, 10)] for at in range(topics.C)]
    n = next((at for at in range(topics.C) if counted[at][:3] != weighed[at][:3]), 0)
    facts = {"count": ", ".join(counted[n][:3]), "weight": ", ".join(weighed[n][:3])}
    shares = {"d0": percent(diversity(counted), lang), "d1": percent(diversity(weighed), lang)}
    return text.MYTH_COUNT_ANSWER[lang].format(n=n, **facts, **shares)


def by_seed(lang: Lang) -> str:
    runs = beside().seeds
    counts = [int(run.max()) + 1 for run in runs]
    rand = between_runs(list(runs))[np.triu_indices(len(runs), 1)].mean()
    return text.MYTH_SEED_ANSWER[lang].format(low=min(counts), high=max(counts), rand=float(rand))


def _set(key: str, value: int) -> None:
    st.session_state[key] = value
