"""Answers that are weighed against each other: every order of the sentences, a phrase with every sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from app.exhibits.objectives import settings_text as text
from app.house.bars import bars
from app.house.numbers import percent
from app.house.plain import plain
from app.i18n import Lang
from core.masking import Corruption, Objective
from core.masking.corruption import SEP, Words
from core.masking.objectives import InfoWord, SentenceOrder

BEGINNING = 3  # words of a sentence that say which it is
EXAM = 32  # phrases among which the own one was looked for, for the reader's mark


def orders(told, made: Corruption, lang: Lang) -> None:
    """The chance of every order of as many sentences, written as the text that it would restore."""
    (guess,) = told.answers(made, len(SentenceOrder.labels))
    among = [(label, p) for label, p in guess.best if len(label) == len(guess.wanted)]
    total = sum(p for _, p in among)
    begins = beginnings(made)
    rows = [(restored(label, begins), p / total, label == guess.wanted) for label, p in among]
    rank = [true for *_, true in rows].index(True) + 1
    facts = {"count": len(rows), "best": plain(rows[0][0]), "chance": percent(rows[0][1], lang), "rank": rank}
    st.markdown(f"**{text.ORDERS_TITLE[lang].format(**facts)}**")
    st.html(bars([(f"{'✓ ' if true else ''}{name}", p) for name, p, true in rows], lang))
    facts = {"count": len(rows), "rest": percent(1 - total, lang), "even": percent(1 / len(rows), lang)}
    st.caption(text.ORDERS_SAY[lang].format(**facts))


def beginnings(made: Corruption) -> list[str]:
    """The first words of each sentence, as they are shown."""
    parts = [
        [word for word, at in zip(made.inputs[1:], made.segments[1:], strict=True) if at == part and word != SEP]
        for part in range(int(made.segments.max()) + 1)
    ]
    return [" ".join(part[:BEGINNING]) + (" …" if len(part) > BEGINNING else "") for part in parts]


def restored(label: str, begins: Sequence[str]) -> str:
    """What the text would be if ``[213]`` said true: shown first is its second sentence."""
    return " → ".join(begins[label[1:-1].index(str(at))] for at in range(1, len(begins) + 1))


def beside(objective: Objective, words: Words) -> Objective:
    """The objective on another text: there too a phrase of as many words, so that its length gives nothing away."""
    if not isinstance(objective, InfoWord) or objective.cut is None:
        return objective
    start, end = objective.cut
    start = max(0, min(start, len(words) - (end - start)))
    return replace(objective, cut=(start, start + end - objective.cut[0]))


def phrase(told, made: Corruption, others: Sequence[Corruption], lang: Lang) -> None:
    """The chance that each sentence, asked among all the phrases, gives to the picked one."""
    rivals = [each.other for each in others if each.other is not None]
    found = [told.finds(replace(each, other=made.other), rivals)[0] for each in (made, *others)]
    own, *strange = (percent(p, lang) for p in found)
    st.markdown(f"**{text.PHRASE_TITLE[lang].format(own=own, others=(', ' if lang == 'en' else '、').join(strange))}**")
    st.html(bars([(" ".join(each.inputs[1:]), p) for each, p in zip((made, *others), found, strict=True)], lang))
    facts = {"n": len(found), "longest": InfoWord.longest, "even": percent(1 / len(found), lang)}
    st.caption(text.PHRASE_SAYS[lang].format(**facts, counted=percent(by_counting(), lang), among=EXAM))


def by_counting(among: int = EXAM, longest: int = InfoWord.longest) -> float:
    """How often one is right who takes any phrase of so many words as are missing, all lengths being alike.

    Each of the other phrases is as long with chance p = 1 / longest: the mean of 1 / (1 + their number).
    """
    p = 1 / longest
    return (1 - (1 - p) ** among) / (among * p)
