"""The view *Two vocabularies*: how much they share, and what reading with the wrong one costs."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pandas as pd
import streamlit as st

from app.exhibits.tokens import charts, chips, text
from app.exhibits.tokens.reading import DEFAULT_ADDED, readable, vocabulary
from app.house.figures import show
from app.house.links import choice, whole
from app.house.parts import control
from app.i18n import Lang
from app.session import once
from core.tokens import Config, Cutter, MergeRun, train
from core.tokens.corpora import halves, sentences
from core.tokens.measure import overlap, pieces_by_step, running_words
from core.tokens.recorded import ADDED

NAMES = ("news-en", "wiki-en", "wiki-zh", "own")
MOST = 20_000  # characters of the visitor's own text: learnt at once
TOP = 1_000  # words of a text that are read for the table
TERM = "amphibians"


@dataclass(frozen=True, eq=False)
class Side:
    """One vocabulary and a text of its own kind that it has not seen."""

    name: str
    run: MergeRun
    held: Counter[str]


def view(lang: Lang) -> None:
    """Two texts, one size; the overlap, the price, and one word under both."""
    st.markdown(text.MISMATCH_HOW[lang])
    columns = st.columns(3, gap="medium")
    names = []
    for column, key, label, default in (
        (columns[0], "tokens_first", text.FIRST, "news-en"),
        (columns[1], "tokens_second", text.SECOND, "wiki-en"),
    ):
        with column, control(key):
            names.append(choice(st.selectbox, label[lang], list(NAMES), text.SOURCES, lang, key=key, default=default))
    with columns[2], control("tokens_added"):
        added = whole("tokens_added", text.ADDED[lang], 0, ADDED, default=DEFAULT_ADDED, step=10)
    own = ""
    if "own" in names:
        own = (st.text_area(text.OWN[lang], key="tokens_own", max_chars=MOST, placeholder=text.OWN_HINT[lang]) or "")[
            :MOST
        ]
        if not own.strip():
            st.info(text.OWN_HINT[lang])
            return
    sides = [_side(name, own) for name in names]
    cutters = [Cutter(side.run, min(added, len(side.run.made))) for side in sides]
    kept = [side.run.pieces[: cutter.size] for side, cutter in zip(sides, cutters, strict=True)]
    shared = overlap(kept[0], kept[1])
    show(charts.overlap(shared, lang), key="tokens_overlap", alt=text.OVERLAP_ALT[lang])
    for column, alone in zip(st.columns(2, gap="large"), (shared.only_first, shared.only_second), strict=True):
        column.caption(
            text.EXAMPLES_ONLY[lang].format(pieces=" · ".join(_quote(readable(p, "bpe")) for p in alone[:18]))
        )
    left, right = st.columns(2, gap="large")
    with left:
        _price(lang, names, own, added)
    with right, control("tokens_term"):
        term = st.text_input(text.TERM[lang], TERM, key="tokens_term", bind="query-params", max_chars=80) or TERM
        for name, cutter in zip(names, cutters, strict=True):
            found = [readable(piece.spelled, "bpe") for piece in cutter(term[:80])]
            st.caption(f"{text.SOURCES[name][lang]} · {len(found)}")
            st.html(chips.plain(found))


def _price(lang: Lang, names: list[str], own: str, added: int) -> None:
    table = [[_cost(row, column, own, added) for column in names] for row in names]
    labels = [f"{i + 1} · {text.SOURCES[name][lang]}" for i, name in enumerate(names)]
    st.markdown(f"**{text.PER_WORD_TABLE[lang]}**")
    st.dataframe(pd.DataFrame(table, index=labels, columns=labels).style.format("{:.2f}"))
    extra = table[0][1] / table[1][1] - 1
    st.caption(text.EXTRA_COST[lang].format(text=text.SOURCES[names[1]][lang], share=f"{extra:.0%}"))


def _cost(name: str, reads: str, own: str, added: int) -> float:
    """Pieces per word when the vocabulary of ``name`` reads what was kept back of ``reads``."""
    pieces = _pieces(name, reads, own)
    return float(pieces[min(added, len(pieces) - 1)] / max(1, sum(_side(reads, own).held.values())))


@lru_cache(maxsize=16)
def _pieces(name: str, reads: str, own: str) -> np.ndarray:
    return pieces_by_step(_side(name, own).run, _side(reads, own).held)


def _side(name: str, own: str) -> Side:
    if name == "own":
        digest = hashlib.sha256(own.encode()).hexdigest()
        return once(_learn, sentences(own), Config(added=ADDED), data_key=digest)
    return _recorded(name)


@lru_cache(maxsize=4)
def _recorded(name: str) -> Side:
    known = vocabulary(name)
    run = known.runs["bpe"]
    assert isinstance(run, MergeRun)
    return Side(name, run, Counter(dict(known.kept.most_common(TOP))))


def _learn(documents: tuple[str, ...], config: Config) -> Side:
    learnt, kept = halves(documents)
    run = train(learnt, config)
    assert isinstance(run, MergeRun)
    return Side("own", run, running_words(kept))


def _quote(piece: str) -> str:
    return f"`{piece.replace('`', 'ˋ')}`"
