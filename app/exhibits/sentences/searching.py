"""Search, twins, groups and keywords over the sentences of English news."""

from __future__ import annotations

import time
from collections.abc import Sequence

import numpy as np
import pandas as pd
import streamlit as st

from app.exhibits.sentences import (
    charts,
    cluster_charts,
    cluster_text,
    clustering,
    older,
    reading,
    recalling,
    rerank_text,
    reranking,
    shelves,
    shelves_text,
    text,
)
from app.house import heavy
from app.house.figures import show
from app.house.links import choice, whole
from app.house.parts import control
from app.i18n import Lang
from core.search import Cost, Index, communities, keywords, measure, paraphrases
from core.search.shelf import EXAMPLES, collection, indexed
from core.simcse import unit

SHOWN = 10  # answers


def view(lang: Lang) -> None:
    with control("sentences_task"):
        task = choice(
            st.segmented_control,
            text.TASK[lang],
            list(text.TASKS),
            text.TASKS,
            lang,
            key="sentences_task",
            default="nearest",
            required=True,
        )
    if task in ALONE:
        ALONE[task](lang)
        return
    name, index = shelves.chosen(lang)
    if index is None:
        return
    if task == "nearest":
        nearest(name, index, lang)
    else:
        TASKS[task](index, lang)
    st.caption(shelves_text.COLLECTION[name][lang].format(n=len(index.texts)))


def nearest(name: str, index: Index, lang: Lang) -> None:
    asked, vector = shelves.asked(name, _asked(EXAMPLES.get(name, index.texts[0]), lang), index, lang)
    if name == "news":
        with control("sentences_rerank"):
            again = st.toggle(rerank_text.RERANK[lang], key="sentences_rerank", bind="query-params")
        if again:
            reranking.view(asked, lang)
            return
    began = time.perf_counter()
    hits = index.nearest(vector, SHOWN)
    took = 1000 * (time.perf_counter() - began)
    st.markdown(f"**{text.SEARCH_TITLE[lang].format(ms=took, n=len(index.texts))}**")
    _table([(f"{hit.score:.2f}", hit.text) for hit in hits], ("score", "text"), lang)
    points, star = (clustering.flat(rows, index) for rows in (index.vectors, vector[None]))
    share = float(points.var(0).sum() / max(1e-12, index.vectors.var(0).sum()))
    fig = cluster_charts.answers(points, [hit.at for hit in hits], star[0], share, index.texts, lang)
    show(fig, key="sentences_answers", alt=cluster_text.FOUND_ALT[lang])


def twins(index: Index, lang: Lang) -> None:
    found = paraphrases(index.vectors, SHOWN)
    st.markdown(f"**{text.TWINS_TITLE[lang].format(cosine=found[0][0])}**")
    rows = [(f"{score:.2f}", index.texts[i], index.texts[j]) for score, i, j in found]
    _table(rows, ("score", "text", "twin"), lang)


def groups(index: Index, lang: Lang) -> None:
    with control("sentences_threshold"):
        threshold = whole("sentences_threshold", text.THRESHOLD[lang], 30, 95, default=60, step=5) / 100
    with control("sentences_smallest"):
        smallest = whole("sentences_smallest", text.SMALLEST[lang], 2, 20, default=3)
    began = time.perf_counter()
    found = communities(index.vectors, threshold, smallest)
    took, inside = 1000 * (time.perf_counter() - began), sum(map(len, found))
    facts = {"groups": len(found), "inside": inside, "n": len(index.texts), "left": len(index.texts) - inside}
    st.markdown(f"**{text.GROUPS_TITLE[lang].format(ms=took, **facts)}**")
    cosines = [float(np.mean(index.vectors[list(group[1:])] @ index.vectors[group[0]])) for group in found[:SHOWN]]
    rows = [
        (f"{cosine:.2f}", str(len(group)), index.texts[group[0]], " ‖ ".join(index.texts[at] for at in group[1:4]))
        for cosine, group in zip(cosines, found, strict=False)
    ]
    _table(rows, ("score", "size", "centre", "others"), lang)


def words(lang: Lang) -> None:
    typed = _asked(EXAMPLES[shelves.USUAL[lang]], lang)
    asked = typed or EXAMPLES[shelves.USUAL[lang]]
    with control("sentences_diversity"):
        diversity = whole("sentences_diversity", text.DIVERSITY[lang], 0, 95, default=50, step=5) / 100
    reader = reading.reader([asked])
    found = keywords(asked, lambda texts: unit(reading.of(texts, name=reader)), diversity=diversity)
    if not found:
        st.info(text.NO_KEYWORDS[lang], icon=":material/edit:")
        return
    st.markdown(f"**{text.KEYWORDS_TITLE[lang].format(word=found[0][0])}**")
    _table([(f"{score:.2f}", word) for word, score in found], ("score", "word"), lang)


def readers(lang: Lang) -> None:
    """The older readers know English only."""
    index = indexed("news")
    older.view(index, lang)
    st.caption(shelves_text.COLLECTION["news"][lang].format(n=len(index.texts)))


def cost(lang: Lang) -> None:
    with control("sentences_n"):
        n = 100 * whole("sentences_n", text.COST_N[lang], 1, 1000, default=100)
    found = timed()
    show(charts.costs(found, n, lang), key="sentences_costs", alt=text.COST_ALT[lang])
    facts = {"n": n, "pairs": n * (n - 1) // 2, "alone": 1000 * found.sentence, "pair": 1000 * found.pair}
    st.markdown(text.COST_HOW[lang].format(**facts))


TASKS = {
    "paraphrases": twins,
    "communities": groups,
    "kmeans": clustering.means,
    "tree": clustering.tree,
}
ALONE = {"keywords": words, "readers": readers, "cost": cost, "recall": recalling.view}  # no choice of a collection


@st.cache_resource(show_spinner=False, ttl=600)
def timed() -> Cost:
    """Measured on this server, again every ten minutes."""
    return measure(heavy.minilm(), collection()[:8])


def _asked(example: str, lang: Lang) -> str:
    with control("sentences_ask"):
        typed = st.text_input(
            text.ASK[lang], key="sentences_ask", max_chars=1_000, bind="query-params", placeholder=example
        )
    return (typed or "").strip()


def _table(rows: Sequence[tuple[str, ...]], columns: Sequence[str], lang: Lang) -> None:
    names = [text.SEARCH_COLUMNS[column][lang] for column in columns]
    narrow = {text.SEARCH_COLUMNS[column][lang]: st.column_config.Column(width="small") for column in ("score", "size")}
    st.dataframe(pd.DataFrame(rows, columns=names), hide_index=True, width="stretch", column_config=narrow)
