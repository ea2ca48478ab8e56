"""The task *how much is found?*: recall@k of three readers, by a sentence or by words; and a query of one's own."""

from __future__ import annotations

from html import escape

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from app.exhibits.sentences import recall_text as words
from app.exhibits.sentences import text
from app.house import heavy
from app.house.figures import show
from app.house.links import choice
from app.house.numbers import percent
from app.house.parts import control
from app.i18n import Lang
from app.theme import CINNABAR, GREY, INDIGO, finish
from core.search.recall import COMMAND, KS, READERS, Found, found, tfidf

SHOWN = 8  # answers
LOOK = {"minilm": (CINNABAR, "solid"), "en-small": (INDIGO, "dash"), "tf-idf": (GREY, "dot")}


def view(lang: Lang) -> None:
    run = found()
    left, right = st.columns(2)
    with left, control("sentences_kind"):
        kind = choice(
            st.radio,
            words.KIND[lang],
            list(words.KINDS),
            words.KINDS,
            lang,
            key="sentences_kind",
            default="keywords",
        )
    with right, control("sentences_reader"):
        reader = choice(
            st.selectbox,
            words.READER[lang],
            list(words.READERS),
            words.READERS,
            lang,
            key="sentences_reader",
            default="minilm",
        )
    show(curves(run, kind, reader, lang), key="sentences_recall", alt=words.ALT[lang])
    facts = {"n": len(run.passages), "queries": len(run.queries[kind]), "command": COMMAND}
    st.caption(words.NOTE[lang].format(**facts, date=run.date, machine=run.machine, code=run.code))
    st.markdown(asymmetry(run, lang))
    st.dataframe(compared(run, lang), hide_index=True, width="stretch")
    with control("sentences_query"):
        typed = st.text_input(words.QUERY[lang], key="sentences_query", bind="query-params", max_chars=300)
    query = (typed or "").strip() or words.QUERIES[kind]
    best, scores = answers(run, reader, query)
    st.html(f"<b>{escape(words.HITS[lang].format(reader=words.READERS[reader][lang], query=query))}</b>")
    rows = [(f"{scores[at]:.2f}", run.passages[at]) for at in best]
    columns = [text.SEARCH_COLUMNS[column][lang] for column in ("score", "text")]
    st.dataframe(pd.DataFrame(rows, columns=columns), hide_index=True, width="stretch")


def compared(run: Found, lang: Lang) -> pd.DataFrame:
    """Every reader's recall at 1 by either kind of query, and what the few words cost or bring."""
    rows = [
        (words.READERS[name][lang], *(percent(share, lang) for share in ones), round(100 * (ones[1] - ones[0]), 1))
        for name in READERS
        if (ones := [float(run.recall[kind][name][KS.index(1)]) for kind in ("sentences", "keywords")])
    ]
    return pd.DataFrame(rows, columns=[column[lang] for column in words.GAPS.values()])


def asymmetry(run: Found, lang: Lang) -> str:
    """What three words instead of a sentence do to the two models, in percentage points."""
    said = {}
    for name, key in (("minilm", "minilm"), ("en-small", "small")):
        gap = float(run.recall["keywords"][name][KS.index(1)] - run.recall["sentences"][name][KS.index(1)])
        said |= {key: words.POINTS[lang].format(n=100 * abs(gap))}
        said |= {f"more_{key}": (words.BETTER if gap > 0 else words.WORSE)[lang]}
    return words.COMPARED[lang].format(**said)


def answers(run: Found, reader: str, query: str) -> tuple[list[int], np.ndarray]:
    """The passages that answer a query best, and all cosines."""
    if reader == "tf-idf":
        scores = (_counted() @ tfidf([query], run.passages).T)[:, 0]
    else:
        scores = run.vectors[reader].astype(np.float32) @ _read(reader, query)
    return np.argsort(-scores, kind="stable")[:SHOWN].tolist(), scores


@st.cache_resource(show_spinner=False)
def _counted() -> np.ndarray:
    return tfidf(found().passages, found().passages)


def _read(reader: str, query: str) -> np.ndarray:
    """One query as a vector of length 1."""
    if reader == "minilm":
        return heavy.minilm().embed([query])[0]
    from core.simcse.encode import vectors

    vector = vectors(heavy.stack().common(reader), [query])[0]
    return vector / np.linalg.norm(vector)


def curves(run: Found, kind: str, reader: str, lang: Lang) -> go.Figure:
    """Recall at every k; the chosen reader in front with its band."""
    fig = go.Figure()
    for name in sorted(READERS, key=lambda name: name == reader):
        colour, dash = LOOK[name]
        if name == reader:
            around = np.concatenate([run.low[kind][name], run.high[kind][name][::-1]])
            band = {"fill": "toself", "mode": "none", "fillcolor": colour, "opacity": 0.18}
            fig.add_trace(go.Scatter(x=[*KS, *KS[::-1]], y=around, hoverinfo="skip", showlegend=False, **band))
        line = {"color": colour, "dash": dash, "width": 3 if name == reader else 2}
        said = words.READERS[name][lang]
        fig.add_trace(go.Scatter(x=KS, y=run.recall[kind][name], mode="lines+markers", line=line, name=said))
    fig.update_xaxes(title=words.K_AXIS[lang], type="log", tickvals=KS)
    fig.update_yaxes(title=words.RECALL_AXIS[lang], range=[0, 1.05], tickformat=".0%")
    own = run.recall[kind][reader]
    facts = {
        "reader": words.READERS[reader][lang],
        "one": percent(own[KS.index(1)], lang),
        "ten": percent(own[KS.index(10)], lang),
    }
    return finish(fig, words.TITLE[lang].format(**facts), height=400)
