"""Part 6, *Check yourself*: guess where a head looks, and three things that are often said, tested on your sentence."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import streamlit as st

from app.exhibits.attention import text
from app.exhibits.attention.figure import named
from app.exhibits.attention.reading import HAN, Shown, current, read
from app.house.numbers import percent, scientific
from app.house.parts import control, hidden, tried
from app.house.plain import plain
from app.i18n import Lang
from app.session import language, seed
from core.attention import AttentionMaps
from core.attention.describe import MASKED, standout
from core.attention.order import outputs, shuffled_gap

CHOICES = 4
TRIES = 32
PARTS = re.compile(rf"{HAN.pattern}|(?:(?!{HAN.pattern})\S)+")  # a Chinese character, or a run of anything else


def part() -> None:
    """One question about the text on screen, then the misconceptions."""
    lang = language()
    shown = current()
    question(lang, shown.reading.maps)
    if hidden("answers"):
        return
    st.markdown(f"#### {text.MYTHS[lang]}")
    for name, myth, answer in (
        ("symmetric", text.MYTH_SYMMETRIC, symmetric),
        ("column", text.MYTH_COLUMN, column),
        ("order", text.MYTH_ORDER, order),
    ):
        with st.container(border=True):
            st.markdown(myth[lang])
            tried(text.TRY[lang], f"attention_myth_{name}", answer, lang, shown)


def question(lang: Lang, maps: AttentionMaps) -> None:
    """Predict, then reveal."""
    rows, most = askable(maps)
    if not len(rows):
        st.info(too_short(lang, CHOICES, most))
        return
    round_ = st.session_state.get("attention_round", 0)
    layer, head, query, keys = draw(maps, rows, seed() + round_, resting=round_ % 4 == 3)
    names = maps.source.shown

    def label(key: int) -> str:
        again = names.count(names[key]) > 1
        return plain(f"{names[key]} ({key + 1})" if again else names[key])

    facts = {"layer": layer + 1, "head": head + 1, "query": plain(maps.target.shown[query]), "place": query + 1}
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
    if hidden("answers"):
        if guess is not None:
            st.info(text.KEPT_BACK[lang].format(guess=plain(names[guess])))
        return
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
    if told and guess is not None:
        row = maps.weights[layer, head, query]
        best = max(keys, key=lambda key: row[key])
        facts = {"key": label(best), "weight": percent(row[best], lang)}
        facts |= {"guess": label(guess), "own": percent(row[guess], lang)}
        if guess == best:
            st.success(text.RIGHT[lang].format(**facts), icon=":material/check:")
        else:
            st.info(text.WRONG[lang].format(**facts), icon=":material/lightbulb:")


def askable(maps: AttentionMaps) -> tuple[np.ndarray, int]:
    """Typed tokens that may look at enough keys to choose from, words before mere signs; and the most keys one sees."""
    tokens = zip(maps.target.shown, maps.target.special, strict=True)
    own = np.array([not special and any(c.isalnum() for c in shown) for shown, special in tokens])
    own = own if own.any() else ~np.array(maps.target.special)
    seen = (maps.bias[0, 0] > MASKED).sum(-1)
    return np.flatnonzero(own & (seen >= CHOICES)), int(seen[own].max(initial=0))


def too_short(lang: Lang, least: int, n: int) -> str:
    """How much is missing; every further word is a token at least."""
    return text.TOO_SHORT[lang].format(least=least, n=n, more=least - n)


def draw(maps: AttentionMaps, rows: np.ndarray, seed: int, *, resting: bool = False) -> tuple[int, int, int, list[int]]:
    """A head that makes up its mind, a token that asks, and the keys to choose from, the best one among them.

    Most heads rest on special tokens: a question about a typed one is preferred, unless ``resting`` may be asked too.
    """
    dice = np.random.default_rng(seed)
    L, H, *_ = maps.weights.shape
    tries = [(int(dice.integers(L)), int(dice.integers(H)), int(dice.choice(rows))) for _ in range(TRIES)]

    def worth(at: tuple[int, int, int]) -> tuple[bool, float]:
        row = maps.weights[at]
        return resting or not maps.source.special[int(row.argmax())], float(row.max())

    layer, head, query = max(tries, key=worth)
    best = int(maps.weights[layer, head, query].argmax())
    open_ = np.flatnonzero(maps.bias[layer, head, query] > MASKED)
    others = [int(key) for key in dice.permutation(open_) if key != best][: CHOICES - 1]
    return layer, head, query, sorted([best, *others])


def symmetric(lang: Lang, shown: Shown) -> str:
    """The pair that stands out, there and back."""
    maps, what = shown.reading.maps, shown.what
    if maps.kind == "cross":
        return text.MYTH_SYMMETRIC_CROSS[lang]
    weights = maps.weights[what.layer, what.head]
    query, key, _ = standout(maps, what.layer, what.head)
    if query == key:
        return text.MYTH_SYMMETRIC_ONE[lang]
    masked = maps.bias[what.layer, what.head, key, query] <= MASKED
    if not masked and percent(weights[query, key], lang) == percent(weights[key, query], lang):
        query, key = divmod(int((weights - weights.T).argmax()), len(weights))  # a pair that differs
        masked = maps.bias[what.layer, what.head, key, query] <= MASKED
    a, b = map(plain, named(maps, query, key))
    facts = {"a": a, "b": b, "there": percent(weights[query, key], lang), "back": percent(weights[key, query], lang)}
    if masked:
        return text.MYTH_SYMMETRIC_MASKED[lang].format(**facts)
    return text.MYTH_SYMMETRIC_ANSWER[lang].format(layer=what.layer + 1, head=what.head + 1, **facts)


def column(lang: Lang, shown: Shown) -> str:
    """Row sums are 1; column sums are what they are."""
    maps, what = shown.reading.maps, shown.what
    sums = maps.weights[what.layer, what.head].sum(0)
    if len(sums) < 2:
        return too_short(lang, 2, len(sums))
    most, least = int(sums.argmax()), int(sums.argmin())
    names = maps.source.shown
    if names[most] == names[least]:
        names = tuple(f"{name} ({i + 1})" for i, name in enumerate(names))
    facts = {"most": plain(names[most]), "least": plain(names[least])}
    return text.MYTH_COLUMN_ANSWER[lang].format(**facts, high=float(sums[most]), low=float(sums[least]))


def order(lang: Lang, shown: Shown) -> str:
    """Shuffle the vectors of one head, then the words of the sentence."""
    maps, what = shown.reading.maps, shown.what
    if maps.kind == "cross":
        return text.ORDER_CROSS[lang]
    if maps.kind == "decoder" or maps.bias.any():
        return text.ORDER_MASKED[lang]
    dice = np.random.default_rng(seed())
    mixed = shuffled(shown.asked.text, dice)
    if mixed is None:
        return text.ORDER_SHORT[lang]
    other = read(replace(shown.asked, text=mixed)).maps
    before, after = (_by_token(each, what.layer, what.head) for each in (maps, other))
    both = before.keys() & after.keys()
    if not both:
        return text.ORDER_SHORT[lang]
    gap = shuffled_gap(maps, what.layer, what.head, dice.permutation(len(maps.target.shown)))
    moved = max(float(np.abs(before[name] - after[name]).max()) for name in both)
    return text.MYTH_ORDER_ANSWER[lang].format(
        layer=what.layer + 1, head=what.head + 1, gap=scientific(gap, 0), moved=moved, shuffled=plain(mixed)
    )


def shuffled(sentence: str, dice: np.random.Generator) -> str | None:
    """The words in another order, or the characters of Chinese; None where fewer than three of them differ."""
    words, joint = sentence.split(), " "
    if len(words) < 3 and HAN.search(sentence):
        words, joint = PARTS.findall(sentence), ""
    plain = [word.casefold() for word in words]  # many models read no capitals
    if len(set(plain)) < 3:
        return None
    while True:
        places = dice.permutation(len(words))
        if [plain[i] for i in places] != plain:
            return joint.join(words[i] for i in places)


def _by_token(maps: AttentionMaps, layer: int, head: int) -> dict[str, np.ndarray]:
    """The output of each typed token that stands only once in the text."""
    q, k, v = (part[layer, head] for part in (maps.queries, maps.keys, maps.values))
    z = outputs(q, k, v, float(maps.scale[layer, head]))
    shown = [name.lower() for name in maps.target.shown]
    return {name: z[i] for i, name in enumerate(shown) if shown.count(name) == 1 and not maps.target.special[i]}


def _set(key: str, value: int) -> None:
    st.session_state[key] = value
