"""What a visitor sets of one objective, beside its rate: a row of controls above the picture."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import permutations
from typing import Any

import streamlit as st

from app.exhibits.objectives import settings_text as text
from app.exhibits.objectives.reading import Asked
from app.house.links import choice
from app.house.links import whole as slider
from app.house.numbers import percent
from app.house.parts import control
from app.i18n import Lang, Text
from core.masking.corruption import Objective, sentences
from core.masking.objectives import InfoWord, NGram, SentenceOrder

Fields = dict[str, Any]  # of the objective, as they are set


def settled(name: str, objective: Objective, what: Asked, lang: Lang) -> Objective | None:
    """The objective as it is set; None, and why, where the settings contradict themselves."""
    fields = SETTINGS[name](what, lang) if name in SETTINGS else {}
    return None if fields is None else replace(objective, **fields)  # type: ignore[type-var]


def fates(what: Asked, lang: Lang) -> Fields:
    """BERT's 80, 10, 10: what becomes of the chosen words; the rest stays."""
    left, right = st.columns(2, gap="medium")
    with left, control("objectives_masked"):
        mask = slider("objectives_masked", text.MASKED[lang], 0, 100, default=80, step=5)
    with right, control("objectives_random"):
        random = slider("objectives_random", text.RANDOM[lang], 0, 100, default=10, step=5)
    return {"mask": mask / 100, "random": min(random, 100 - mask) / 100}


def lengths(what: Asked, lang: Lang) -> Fields | None:
    """How often a run has one, two, three, four words."""
    weights = []
    columns = st.columns(len(text.LENGTHS), gap="medium", vertical_alignment="bottom")
    for column, (key, label), usual in zip(columns, text.LENGTHS.items(), NGram.lengths, strict=True):
        with column, control(key):
            weights.append(slider(key, label[lang], 0, 100, default=round(100 * usual), step=5))
    if not any(weights):
        st.warning(text.NO_LENGTHS[lang])
        return None
    law = tuple(weight / sum(weights) for weight in weights)
    st.caption(text.SHARES[lang].format(shares=(", " if lang == "en" else "、").join(percent(p, lang) for p in law)))
    return {"lengths": law}


def phrase(what: Asked, lang: Lang) -> Fields:
    """The n-gram that is cut out."""
    T = len(what.tokens)
    starts = {str(at): Text(en=f"{at}. {word}", zh=f"{at}. {word}") for at, word in enumerate(what.tokens, 1)}
    left, right = st.columns(2, gap="medium", vertical_alignment="bottom")
    with left, control("objectives_cut_from"):
        key = "objectives_cut_from"
        usual = str(min(5, T))
        start = choice(st.selectbox, text.CUT_FROM[lang], [*starts], starts, lang, key=key, default=usual)
    with right, control("objectives_cut_words"):
        many = slider("objectives_cut_words", text.CUT_WORDS[lang], 1, InfoWord.longest, default=2)
    return {"cut": (int(start) - 1, min(int(start) - 1 + many, T))}


def shown(what: Asked, lang: Lang) -> Fields:
    """The order in which sentences are shown."""
    n = min(SentenceOrder.parts, len(sentences(what.tokens)))
    orders = {"".join(map(str, order)): " ".join(map(str, order)) for order in permutations(range(1, n + 1))}
    labels = {"": text.BY_DICE, **{key: Text(en=order, zh=order) for key, order in orders.items()}}
    with st.columns(2)[0], control("objectives_shown"):
        key = "objectives_shown"
        order = choice(st.selectbox, text.SHOWN[lang], [*labels], labels, lang, key=key, default="")
    return {"shown": tuple(int(each) - 1 for each in order)}


def roles(what: Asked, lang: Lang) -> Fields:
    """Who asks and who answers, turn by turn."""
    orders = text.ROLE_ORDERS
    with st.columns(2)[0], control("objectives_roles"):
        key = "objectives_roles"
        return {"roles": choice(st.selectbox, text.ROLES[lang], [*orders], orders, lang, key=key, default="QRQ")}


SETTINGS: Mapping[str, Callable[[Asked, Lang], Fields | None]] = {
    "mlm": fates,
    "n-gram": lengths,
    "infoword": phrase,
    "sentence-order": shown,
    "dlm": roles,
}
