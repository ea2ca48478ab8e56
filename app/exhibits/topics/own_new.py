"""Texts that were not there: which topic would each have, and what becomes of the topics when they join."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import streamlit as st

from app.exhibits.topics import own_text as words
from app.exhibits.topics import text
from app.house import heavy
from app.house.shared import Shared
from app.i18n import Lang
from core.text import Corpus, language_of
from core.topics.topics import Topics

LINES, LETTERS, MOST = 20, 100, 200  # new texts at once, letters of one in the table; texts that may join a result
MINILM = 384  # numbers of its vectors
_grown: Shared[Topics] = Shared(96 * 2**20, lambda topics: topics.nbytes)


def view(topics: Topics, run: str, lang: Lang) -> None:
    """A table of where they belong; read by MiniLM, they may join."""
    typed = st.text_area(words.NEW[lang], key="topics_own_new", max_chars=4_000, height=140) or ""
    texts = tuple(line.strip() for line in typed.splitlines() if line.strip())[:LINES]
    if not texts:
        st.info(words.NEW_NONE[lang])
        return
    read = topics.vectors.shape[1] == MINILM and language_of(" ".join(topics.documents[:50])) == "en"
    vectors = heavy.minilm().embed(texts) if read else None
    labels = topics.transform(texts, vectors).tolist()
    named = [text.NO_TOPIC[lang] if at < 0 else f"{at} · {topics.name(at, 3)}" for at in labels]
    columns = [text.NEW_COLUMNS[name][lang] for name in ("text", "topic")]
    rows = [(each[:LETTERS], name) for each, name in zip(texts, named, strict=True)]
    st.dataframe(pd.DataFrame(rows, columns=columns), hide_index=True, width="stretch")
    st.caption((words.NEW_BY_VECTORS if read else words.NEW_BY_WORDS)[lang])
    with st.container(horizontal=True):
        if read and run:
            st.button(words.JOIN[lang], key="topics_own_join", icon=":material/add:", on_click=_join, args=(run, texts))
        if texts_of(run):
            st.button(words.PART[lang], key="topics_own_part", icon=":material/undo:", on_click=_join, args=(run, ()))
    if texts_of(run):
        st.caption(words.JOINED[lang].format(n=len(texts_of(run)), all=len(topics.labels)))


def joined(topics: Topics, corpus: Corpus | None, run: str) -> tuple[Topics, Corpus | None]:
    """The result with the texts that joined it, in all views and in what is saved; they have no label and no date."""
    texts = texts_of(run)
    if not texts:
        return topics, corpus
    grown = _grown.get((topics.digest, texts), lambda: topics.extend(texts, _read(texts)))
    if corpus is None:
        return grown, None
    labels = None if corpus.labels is None else (*corpus.labels, *("",) * len(texts))
    return grown, replace(corpus, documents=grown.documents, labels=labels, timestamps=None)


def texts_of(run: str) -> tuple[str, ...]:
    """What has joined a run of this visitor."""
    return st.session_state.get("topics_own_joined", {}).get(run, ())


def _read(texts: tuple[str, ...]) -> np.ndarray:
    return heavy.minilm().embed(texts)


def _join(run: str, texts: tuple[str, ...]) -> None:
    known = st.session_state.setdefault("topics_own_joined", {})
    known[run] = tuple(dict.fromkeys([*known.get(run, ()), *texts]))[:MOST] if texts else ()
