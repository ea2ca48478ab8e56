"""XLNet's factorisation order, written by the visitor, and both of its streams."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
import streamlit as st

from app.exhibits.objectives import charts, text
from app.exhibits.objectives.reading import asked
from app.house.figures import show
from app.house.links import whole as slider
from app.house.numbers import percent
from app.house.parts import control
from app.i18n import Lang
from app.session import seed
from core.masking import corrupt
from core.masking.objectives import Permutation
from core.masking.objectives.permuted import sight, sight_law

MOST = 14  # words


def order(lang: Lang) -> None:
    """Numbers in, masks out."""
    words = asked(lang).tokens[:MOST]
    n = len(words)
    left, right = st.columns([2, 1], gap="large")
    with left, control("objectives_order"):
        typed = st.text_input(
            text.ORDER[lang],
            key="objectives_order",
            bind="query-params",
            max_chars=120,
            placeholder=text.ORDER_HINT[lang],
        )
    with right, control("objectives_last"):
        last = slider("objectives_last", text.LAST[lang], 1, max(n, 2), default=min(4, n))
    wanted = [int(each) - 1 for each in re.findall(r"\d{1,3}", typed or "")]
    good = sorted(wanted) == list(range(n))
    if wanted and not good:
        st.warning(text.ORDER_BAD[lang].format(n=n))
    made = corrupt(words, Permutation(min(last, n) / n, tuple(wanted) if good else ()), seed())
    final = made.order[-1]
    title = text.ORDER_TITLE[lang].format(last=words[final], n=int(made.attention_mask[1][final].sum()))
    st.caption(text.ORDER_SHOWN[lang].format(order=" ".join(f"{words[at]} ({at + 1})" for at in made.order)))
    show(charts.masks(made, title, lang), key="objectives_streams", alt=text.MASK_ALT[lang])
    asked_for = [at for at in made.order if made.loss_mask[at]]
    seen = [[words[s] for s in np.flatnonzero(made.attention_mask[1][at])] for at in asked_for]
    st.dataframe(
        {
            text.TURN[lang]: list(range(1, len(asked_for) + 1)),
            text.WORD[lang]: [words[at] for at in asked_for],
            text.SEES_WORDS[lang]: [" ".join(each) for each in seen],
        },
        hide_index=True,
    )
    if n > 1:
        average(words, min(last, n), lang)


def average(words: Sequence[str], last: int, lang: Lang) -> None:
    """Many drawn orders: how often each word, where it is asked, sees each other one."""
    st.markdown(f"#### {text.SIGHT[lang]}")
    with control("objectives_orders"):
        orders = slider("objectives_orders", text.ORDERS[lang], 1, 300, default=200)
    T = len(words)
    seen = sight(T, last, orders, seed())
    before = np.tri(T, k=-1, dtype=bool)
    facts = {name: mean(seen[side], lang) for name, side in (("left", before), ("right", before.T))}
    fig = charts.sight(words, seen, text.SIGHT_TITLE[lang].format(**facts, orders=orders), lang)
    picture, beside = st.columns([2, 1], gap="medium", vertical_alignment="center")
    with picture:
        show(fig, key="objectives_average", alt=text.SIGHT_ALT[lang])
    beside.caption(text.SIGHT_SAYS[lang].format(last=last, T=T, law=percent(sight_law(T, last), lang)))


def mean(shares: np.ndarray, lang: Lang) -> str:
    """Their mean in percent, of those that there are."""
    found = shares[np.isfinite(shares)]
    return percent(found.mean(), lang) if found.size else "–"
