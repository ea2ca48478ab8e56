"""Part 6, *Check yourself*: guess where a head looks, and three things that are often said, tested on your sentence."""

from __future__ import annotations

import numpy as np
import streamlit as st

from app.exhibits.attention import text
from app.exhibits.attention.figure import percent
from app.exhibits.attention.inside import safe
from app.exhibits.attention.reading import Asked, Shown, current, read
from app.house.parts import control
from app.i18n import Lang
from app.session import language, seed
from core.attention import AttentionMaps
from core.attention.describe import standout
from core.attention.order import outputs, shuffled_gap

CHOICES = 4


def part() -> None:
    """One question about the text on screen, then the misconceptions."""
    lang = language()
    shown = current()
    question(lang, shown.reading.maps)
    st.markdown(f"#### {text.MYTHS[lang]}")
    for name, myth, answer in (
        ("symmetric", text.MYTH_SYMMETRIC, symmetric),
        ("column", text.MYTH_COLUMN, column),
        ("order", text.MYTH_ORDER, order),
    ):
        with st.container(border=True):
            st.markdown(myth[lang])
            if st.button(text.TRY[lang], key=f"attention_myth_{name}", icon=":material/science:"):
                st.markdown(answer(lang, shown))


def question(lang: Lang, maps: AttentionMaps) -> None:
    """Predict, then reveal."""
    tokens = zip(maps.target.shown, maps.target.special, strict=True)
    typed = np.flatnonzero([not special and any(c.isalnum() for c in shown) for shown, special in tokens])
    if len(maps.source.shown) < CHOICES or len(typed) < 2:
        st.info(text.TOO_SHORT[lang])
        return
    round_ = st.session_state.get("attention_round", 0)
    layer, head, query, keys = draw(maps, typed, seed() + round_)
    names = maps.source.shown
    facts = {"layer": layer + 1, "head": head + 1, "query": safe(maps.target.shown[query]), "place": query + 1}
    st.markdown(text.ASK[lang].format(**facts))
    told = st.session_state.get("attention_told") == round_
    with control("attention_guess"):
        guess = st.radio(
            text.GUESS[lang],
            keys,
            format_func=lambda key: f"{names[key]} ({key + 1})",
            key=f"attention_guess_{round_}_{layer}_{head}_{query}",
            index=None,
            horizontal=True,
            disabled=told,
        )
    with st.container(horizontal=True):
        st.button(
            text.REVEAL[lang],
            key="attention_reveal",
            type="primary",
            disabled=guess is None or told,
            on_click=_set,
            args=("attention_told", round_),
        )
        st.button(text.NEXT[lang], key="attention_next", on_click=_set, args=("attention_round", round_ + 1))
    if told and guess is not None and "answers" not in st.session_state.get("hide", ()):
        row = maps.weights[layer, head, query]
        best = max(keys, key=lambda key: row[key])
        facts = {"key": safe(names[best]), "weight": percent(row[best])}
        facts |= {"guess": safe(names[guess]), "own": percent(row[guess])}
        if guess == best:
            st.success(text.RIGHT[lang].format(**facts), icon=":material/check:")
        else:
            st.info(text.WRONG[lang].format(**facts), icon=":material/lightbulb:")


def draw(maps: AttentionMaps, typed: np.ndarray, seed: int) -> tuple[int, int, int, list[int]]:
    """A head that makes up its mind, a token that asks, and the keys to choose from, the best one among them."""
    dice = np.random.default_rng(seed)
    L, H, *_ = maps.weights.shape
    tries = [(int(dice.integers(L)), int(dice.integers(H)), int(dice.choice(typed))) for _ in range(8)]
    layer, head, query = max(tries, key=lambda at: maps.weights[at].max())
    best = int(maps.weights[layer, head, query].argmax())
    open_ = np.flatnonzero(maps.weights[layer, head, query] > 0)
    others = [int(key) for key in dice.permutation(open_) if key != best][: CHOICES - 1]
    return layer, head, query, sorted([best, *others])


def symmetric(lang: Lang, shown: Shown) -> str:
    """The pair that stands out, there and back."""
    maps, what = shown.reading.maps, shown.what
    if maps.kind == "cross":
        return text.MYTH_SYMMETRIC_CROSS[lang]
    query, key, _ = standout(maps, what.layer, what.head)
    weights = maps.weights[what.layer, what.head]
    there, back = weights[query, key], weights[key, query]
    names = {"a": safe(maps.target.shown[query]), "b": safe(maps.source.shown[key])}
    where = {"layer": what.layer + 1, "head": what.head + 1}
    return text.MYTH_SYMMETRIC_ANSWER[lang].format(**names, **where, there=percent(there), back=percent(back))


def column(lang: Lang, shown: Shown) -> str:
    """Row sums are 1; column sums are what they are."""
    maps, what = shown.reading.maps, shown.what
    sums = maps.weights[what.layer, what.head].sum(0)
    most, least = int(sums.argmax()), int(sums.argmin())
    names = {"most": safe(maps.source.shown[most]), "least": safe(maps.source.shown[least])}
    return text.MYTH_COLUMN_ANSWER[lang].format(**names, high=float(sums[most]), low=float(sums[least]))


def order(lang: Lang, shown: Shown) -> str:
    """Shuffle the vectors of one head, then the words of the sentence."""
    maps, what = shown.reading.maps, shown.what
    words = shown.asked.text.split()
    if maps.kind != "encoder" or maps.bias.any() or len(words) < 3:
        return text.ORDER_MASKED[lang]
    dice = np.random.default_rng(seed())
    gap = shuffled_gap(maps, what.layer, what.head, dice.permutation(len(maps.target.shown)))
    mixed = " ".join(words[i] for i in dice.permutation(len(words)))
    other = read(Asked(mixed, shown.asked.model, "", None)).maps
    before, after = (_by_token(each, what.layer, what.head) for each in (maps, other))
    moved = max(float(np.abs(before[name] - after[name]).max()) for name in before.keys() & after.keys())
    return text.MYTH_ORDER_ANSWER[lang].format(
        layer=what.layer + 1, head=what.head + 1, gap=gap, moved=moved, shuffled=safe(mixed)
    )


def _by_token(maps: AttentionMaps, layer: int, head: int) -> dict[str, np.ndarray]:
    """The output of each token that stands only once in the text."""
    q, k, v = (part[layer, head] for part in (maps.queries, maps.keys, maps.values))
    z = outputs(q, k, v, float(maps.scale[layer, head]))
    shown = [name.lower() for name in maps.target.shown]
    return {name: z[i] for i, name in enumerate(shown) if shown.count(name) == 1}


def _set(key: str, value: int) -> None:
    st.session_state[key] = value
