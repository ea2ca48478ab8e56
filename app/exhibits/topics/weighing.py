"""The view *c-TF-IDF*: a topic's words, and where the number behind each of them comes from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from app.exhibits.topics import reading, text, word_charts
from app.house import heavy, training
from app.house.figures import show
from app.house.links import choice, whole
from app.house.parts import control
from app.house.shared import Shared
from app.i18n import Lang
from core import jobs
from core.text import language_of
from core.topics.bags import Bags, count_words
from core.topics.ctfidf import Factors, factors
from core.topics.recorded import documents
from core.topics.topics import Topics

MOST = 30  # words that are looked at again by their meaning
SEEDED = 12  # words that may be asked for
COUNTINGS: dict[str, dict[str, Any]] = {"pairs": {"ngrams": 2}, "all": {"stop": False}}  # other ways than the usual
_counted: Shared[Bags] = Shared(16 * 2**20, lambda bags: 12 * len(bags.words) + 60 * len(bags.vocab))
_vectors: Shared[np.ndarray] = Shared(4 * 2**20, lambda vectors: vectors.nbytes)


def view(lang: Lang) -> None:
    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        what = reading.asked(lang)
        topics = seeded(counted(reading.found(what), lang), lang)
        topic = reading.topic(topics, lang, all_=False)
    if topic is None:
        desk.info(text.NO_TOPICS[lang])
        return
    words(topics, topic, stage, desk, lang, full=None)


def counted(topics: Topics, lang: Lang) -> Topics:
    """The same groups with their words counted otherwise; the paragraphs are read in full once for that."""
    with control("topics_counting"):
        how = choice(
            st.selectbox,
            text.COUNTING[lang],
            list(text.COUNTINGS),
            text.COUNTINGS,
            lang,
            key="topics_counting",
            default="words",
        )
    more = COUNTINGS.get(how)
    if not more:
        return topics
    with st.spinner(text.READING[lang]):
        bags = _counted.get(how, lambda: count_words(documents(), **more))
    return replace(topics, config=replace(topics.config, **more), bags=bags)


def seeded(topics: Topics, lang: Lang, name: str = "topics") -> Topics:
    """The same topics, where words of the visitor's count for more."""
    with st.popover(text.SEEDED_MORE[lang], icon=":material/playlist_add:"):
        with control(f"{name}_seeded"):
            typed = st.text_input(text.SEEDED[lang], key=f"{name}_seeded", bind="query-params", max_chars=200) or ""
        with control(f"{name}_boost"):
            boost = whole(f"{name}_boost", text.BOOST[lang], 2, 20, default=3)
        wanted = [word for part in typed.replace("，", ",").split(",") if (word := part.strip().lower())][:SEEDED]
        there = tuple(word for word in dict.fromkeys(wanted) if word in topics.bags.index)
        if wanted:
            st.caption(text.SEEDED_SAYS[lang].format(n=len(there), all=len(dict.fromkeys(wanted))))
    return replace(topics, config=replace(topics.config, seeded=there, boost=float(boost))) if there else topics


def words(
    topics: Topics, topic: int, stage, desk, lang: Lang, *, full: Sequence[str] | None, name: str = "topics"
) -> None:
    """One topic by its words; ``full`` are its documents where they are at hand in full."""
    chinese = language_of(" ".join(topics.documents[:50])) == "zh"
    rankings = ("weight", "count", "speech") if chinese else tuple(text.RANKINGS)
    with desk, control(f"{name}_ranking"):
        ranking = choice(
            st.selectbox,
            text.RANKING[lang],
            list(rankings),
            text.RANKINGS,
            lang,
            key=f"{name}_ranking",
            default="weight",
        )
    if ranking == "speech":
        desk.caption(text.SPEECH_ZH[lang] if chinese else text.SPEECH_EN[lang])
        with stage:
            found = spoken(topics, topic, full, "zh" if chinese else "en", lang, name)
        if found is None:
            return
    else:
        found = ranked(topics, topic, ranking)
    if not found:
        stage.info(text.NO_WORDS[lang])
        return
    with desk, control(f"{name}_word"):
        options = {word: reading._name(word) for word in found}
        word = choice(st.selectbox, text.WORD[lang], found, options, lang, key=f"{name}_word", default=found[0])
    config, row = topics.config, topics.row(topic)
    parts = [
        factors(topics.counts, row, topics.bags.index[each], config.boost if each in config.seeded else 1.0)
        for each in found
    ]
    with stage:
        fig = word_charts.factors(found, parts, found.index(word), lang)
        show(fig, key=f"{name}_factors", alt=text.FACTORS_ALT[lang])
        st.dataframe(table(found, parts, lang), hide_index=True, width="stretch")
    with desk:
        formula(parts[found.index(word)], word, topic, lang)
        show(word_charts.decline(topics, topic, lang), key=f"{name}_decline", alt=text.DECLINE_ALT[lang])


def spoken(
    topics: Topics, topic: int, full: Sequence[str] | None, language: Lang, lang: Lang, name: str
) -> list[str] | None:
    """Nouns and adjectives of a topic, found by a job; None until it is done."""
    from core.topics.speech import candidates, heaviest

    rows = candidates(topics, topic)
    data = list(rows) if full is None else [full[row] for row in rows]

    def submit() -> jobs.Job:
        from core.topics.speech import Tagging, train

        return jobs.brief(train, data, Tagging(language))

    job = training.panel(f"{name}_speech", lang, submit, wish=(topics.digest, topic, tuple(rows)))
    if job is None or job.state != "done":
        return None
    return [word for word, _ in heaviest(topics, topic, job.result())]


def ranked(topics: Topics, topic: int, how: str, k: int = 10) -> list[str]:
    """The words of a topic in the order that was asked for."""
    if how == "count":
        line = np.asarray(topics.counts[topics.row(topic)].todense()).ravel()
        return [topics.bags.vocab[at] for at in np.argsort(-line, kind="stable")[:k]]
    best = [word for word, _ in topics.words(topic, MOST)]
    if how == "weight" or not best:
        return best[:k]
    from core.search import diverse

    target = topics.vectors[list(topics.examples(topic, 10))].mean(0)
    target = target / np.linalg.norm(target)
    vectors = _vectors.get(tuple(best), lambda: heavy.minilm().embed(best))
    chosen = diverse(target.astype(np.float32), vectors, k, 0.0 if how == "meaning" else 0.6)
    return [best[at] for at in chosen]


def formula(parts: Factors, word: str, topic: int, lang: Lang) -> None:
    """The weight of one word, with its numbers."""
    times, more = (rf"\cdot{parts.boost:.0f}", r"\cdot\text{boost}") if parts.boost != 1 else ("", "")
    st.latex(
        r"\begin{aligned}W&=\textcolor{#000001}{\frac{\text{count}}{\text{words}}}\cdot"
        rf"\textcolor{{#000002}}{{\log\!\left(1+\frac{{A}}{{f}}\right)}}{more}\\"
        rf"&=\frac{{{parts.count}}}{{{parts.total}}}\cdot\log\!\left(1+\frac{{{parts.A}}}{{{parts.f}}}\right){times}\\"
        rf"&={parts.tf:.4f}\cdot{parts.idf:.3f}{times}=\mathbf{{{parts.weight:.4f}}}\end{{aligned}}"
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
