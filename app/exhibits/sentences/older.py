"""One sentence of the collection, and what three readers find nearest to it."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from app.exhibits.sentences import older_text as words
from app.house.links import whole
from app.house.parts import control
from app.house.plain import plain
from app.i18n import Lang
from core.search.index import Index
from core.simcse.baselines import COMMAND, READERS, Baselines, baselines

SHOWN = 7  # the sentence that is asked for at first


def view(index: Index, lang: Lang) -> None:
    run = baselines()
    with control("sentences_which"):
        which = whole("sentences_which", words.WHICH[lang], 1, len(index.texts), default=SHOWN) - 1
    st.markdown(f"**{which + 1}.** {plain(index.texts[which])}")
    st.markdown(f"**{agreed(run, which, lang)}**")
    for reader in READERS:
        st.markdown(words.READERS[reader][lang])
        st.dataframe(table(run, reader, which, index, lang), hide_index=True, width="stretch")
    scores = {way: card.spearman for way, card in run.cards.items()}
    facts = {"n": run.read, "pairs": run.cards["thoughts"].pairs, "command": COMMAND, **scores}
    st.caption(words.NOTE[lang].format(**facts, date=run.date, machine=run.machine, code=run.code))


def table(run: Baselines, reader: str, which: int, index: Index, lang: Lang) -> pd.DataFrame:
    """The nearest sentences of one reader."""
    cosines, near = run.cosines[reader][which].tolist(), run.near[reader][which].tolist()
    rows = [(round(cosine, 2), index.texts[at]) for cosine, at in zip(cosines, near, strict=True)]
    return pd.DataFrame(rows, columns=[column[lang] for column in words.COLUMNS.values()])


def agreed(run: Baselines, which: int, lang: Lang) -> str:
    """How many of MiniLM's nearest the older two find as well."""
    own = set(run.near["minilm"][which].tolist())
    shared = {name: len(own & set(run.near[name][which].tolist())) for name in READERS[1:]}
    return words.AGREED[lang].format(k=len(own), **shared)
