"""The view *Chinese words*: characters, words and pieces; what is masked; what can be a keyword."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pandas as pd
import streamlit as st

from app.exhibits.tokens import chips, text
from app.exhibits.tokens.reading import DEFAULT_ADDED, LONGEST, cutter, vocabulary
from app.house.links import whole
from app.house.parts import control
from app.i18n import Lang
from app.session import seed, sentence
from core.text import normalise, tokenise
from core.tokens.chinese import keywords, masks, words_of
from core.tokens.words import HAN

NAME = "wiki-zh"


def view(lang: Lang) -> None:
    """The sentence three times, then what hangs on the choice."""
    typed = sentence(text.EXAMPLE["zh"])[:LONGEST]
    if not HAN.search(typed):
        st.info(text.NOT_CHINESE[lang])
        typed = text.EXAMPLE["zh"]
    form, _ = normalise(typed)
    st.markdown(text.CHINESE_HOW[lang])
    cuts = pieces(form)
    for kind, parts in cuts.items():
        st.markdown(f"**{text.CHINESE_KINDS[kind][lang]}** · {len(parts)}")
        st.html(chips.plain(parts))
    st.caption(text.CHINESE_TITLE[lang].format(share=f"{agreement(cuts['bpe'], cuts['words']):.0%}"))
    left, right = st.columns(2, gap="large")
    with left:
        st.markdown(f"**{text.MASKS[lang]}**")
        with control("tokens_share"):
            share = whole("tokens_share", text.SHARE[lang], 5, 50, default=20, step=5)
        _masks(lang, typed, share / 100)
    with right:
        st.markdown(f"**{text.KEYWORDS[lang]}**")
        _keywords(lang, form)


def pieces(form: str) -> dict[str, list[str]]:
    """Characters, words, and the pieces of the recorded BPE."""
    words = [token.text for token in tokenise(form)]
    cut = cutter(NAME, "bpe", DEFAULT_ADDED)(form)
    return {
        "characters": [c for word in words for c in word],
        "words": words,
        "bpe": [form[piece.start : piece.end] for piece in cut if piece.end > piece.start],
    }


def agreement(mine: list[str], words: list[str]) -> float:
    """Share of the inner borders of ``mine`` that are borders of words too."""
    borders = [_ends(parts) for parts in (mine, words)]
    return len(borders[0] & borders[1]) / max(1, len(borders[0]))


def _ends(parts: list[str]) -> set[int]:
    ends, at = set(), 0
    for part in parts[:-1]:
        at += len(part)
        ends.add(at)
    return ends


def _masks(lang: Lang, typed: str, share: float) -> None:
    found = masks(typed, seed(), share)
    letters, gaps, at = [c for word in found.words for c in word], set(), 0
    for word in found.words:
        gaps.add(at)
        at += len(word)
    for label, places in ((text.BY_CHARACTER, found.by_character), (text.BY_WORD, found.by_word)):
        st.caption(label[lang])
        st.html(chips.plain(letters, [i in places for i in range(len(letters))], sorted(gaps - {0})))
    st.caption(text.MASKS_HOW[lang].format(n=len(found.by_character), broken=found.broken))


def _keywords(lang: Lang, form: str) -> None:
    words = [token.text for token in words_of(form)]
    known = vocabulary(NAME).seen
    tables = ((text.CHINESE_KINDS["characters"], [c for w in words for c in w], _characters()),
              (text.CHINESE_KINDS["words"], words, known))  # fmt: skip
    for column, (label, units, background) in zip(st.columns(2), tables, strict=True):
        with column:
            st.caption(label[lang])
            rows = [(unit, f"{weight:.1f}") for unit, weight in keywords(units, background)]
            st.dataframe(pd.DataFrame(rows, columns=[text.UNIT[lang], text.WEIGHT[lang]]), hide_index=True)
    st.caption(text.KEYWORDS_HOW[lang])


@cache
def _characters() -> Counter[str]:
    counts: Counter[str] = Counter()
    for word, n in vocabulary(NAME).seen.items():
        for character in word:
            counts[character] += n
    return counts
