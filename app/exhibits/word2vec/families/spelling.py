"""A vector for a word that was never seen: from its pieces (fastText), from its letters (CharCNN)."""

from __future__ import annotations

from functools import cache
from html import escape

import numpy as np
import streamlit as st

from app.exhibits.word2vec.families import charts, text
from app.house.figures import show
from app.house.parts import control
from app.house.plain import plain
from app.i18n import Lang
from core.word2vec import Vectors, shipped
from core.words import charcnn
from core.words.recorded import CORPUS, recorded
from core.words.subwords import ngrams

EXAMPLE = "unphilosophical"
PIECES = 10


def view(lang: Lang) -> None:
    """Neighbours of any string, twice, and what made them."""
    pieces, letters = recorded("subwords"), recorded("charcnn")
    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        with control("word2vec_unseen"):
            typed = st.text_input(text.UNSEEN[lang], EXAMPLE, key="word2vec_unseen", bind="query-params", max_chars=40)
        word = "".join(typed.split()).casefold()
        if not word:
            st.info(text.TYPE_A_WORD[lang], icon=":material/edit:")
            return
        seen = word in pieces.run.index
        st.caption((text.IS_SEEN if seen else text.IS_NEW)[lang].format(word=plain(word), V=len(pieces.run.vocab)))
    subword, spelt = pieces.run.vector(word), letters.run.vector(word)
    known, target = pieces.run.vectors, spelled_space()
    with stage:
        groups = {
            text.FASTTEXT[lang]: known.best(known.unit @ unit(subword), 8),
            text.CHARCNN[lang]: target.best(target.vectors @ spelt, 8),
        }
        title = text.SPELLING_TITLE[lang].format(word=escape(word, quote=False), near=groups[text.FASTTEXT[lang]][0][0])
        show(charts.bars(groups, title, text.COSINE[lang]), key="word2vec_spelling", alt=title)
    with desk:
        rows = shares(word)
        if rows:
            fig = charts.bars({text.PIECES[lang]: rows}, text.PIECES_TITLE[lang], text.COSINE[lang], height=340)
            show(fig, key="word2vec_pieces", alt=text.PIECES_TITLE[lang])
        else:
            st.info(text.TOO_SHORT[lang])
        st.caption(strongest(word, lang))
        facts = {"held": letters.run.held_out, "chance": letters.run.chance}
        st.caption(text.CHARCNN_FACTS[lang].format(**facts))
        st.caption(text.RECORDED[lang].format(date=pieces.date, seconds=pieces.seconds, corpus=CORPUS))


@cache
def spelled_space() -> Vectors:
    """What the CharCNN aims at: the shipped vectors without their common part."""
    of = shipped.vectors("words-en")
    return Vectors(of.vocab, charcnn.centred(of))


def unit(v: np.ndarray) -> np.ndarray:
    return v / max(float(np.linalg.norm(v)), 1e-12)


def shares(word: str) -> list[tuple[str, float]]:
    """The n-grams of a word whose own vectors point most in the word's direction."""
    run = recorded("subwords").run
    whole = unit(run.vector(word))
    grams = ngrams(word, run.config)
    rows = run.rows[run.bag(word)[-len(grams) :]] if grams else np.zeros((0, len(whole)))
    cosines = [float(unit(row) @ whole) for row in rows]
    return sorted(dict(zip(grams, cosines, strict=True)).items(), key=lambda pair: -pair[1])[:PIECES]


def strongest(word: str, lang: Lang) -> str:
    """Where the three filters that answer loudest stand."""
    marked, found = f"<{word}>", []
    for answer in recorded("charcnn").run.answers(word):
        width = charcnn.LONGEST - answer.shape[1] + 1
        f, place = np.unravel_index(int(answer.argmax()), answer.shape)
        found.append((float(answer.max()), width, int(f) + 1, marked[place : place + width]))
    rows = sorted(found, reverse=True)[:3]
    said = " · ".join(
        text.FILTER[lang].format(width=w, f=f, part=plain(part) or "…", value=v) for v, w, f, part in rows
    )
    return text.FILTERS[lang].format(found=said)
