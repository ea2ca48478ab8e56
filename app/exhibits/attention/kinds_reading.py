"""What the named kinds of attention read: queries, keys and values of one head for the tokens that were typed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import streamlit as st
from jaxtyping import Float

from app.exhibits.attention import controls
from app.exhibits.attention import kinds_text as text
from app.exhibits.attention.reading import DEFAULT, Asked, Drawn, Reading, read
from app.exhibits.attention.text import EXAMPLE, UNREADABLE
from app.exhibits.attention.through import typed
from app.house.numbers import percent
from app.i18n import Lang
from app.session import sentence

LONGEST = 40  # tokens


@dataclass(frozen=True, eq=False)
class Vectors:
    """Queries, keys and values of one head for the typed tokens of a text."""

    shown: tuple[str, ...]
    q: Float[np.ndarray, "T D"]
    k: Float[np.ndarray, "T D"]
    v: Float[np.ndarray, "T D"]
    scale: float

    @property
    def scores(self) -> Float[np.ndarray, "T T"]:
        return self.scale * self.q @ self.k.T


def vectors_of(reading: Reading, layer: int, head: int) -> Vectors:
    """The typed tokens under one head, both counted from 0."""
    maps = reading.maps
    own = np.flatnonzero(~np.array(maps.source.special))[:LONGEST]
    q, k, v = (part[layer, head][own].astype(float) for part in (maps.queries, maps.keys, maps.values))
    return Vectors(tuple(maps.source.shown[at] for at in own), q, k, v, float(maps.scale[layer, head]))


def reading_of(lang: Lang, typed: str) -> Reading:
    """MiniLM reads; what it cannot read is said."""
    asked = Asked(typed, DEFAULT, "", None)
    reading = read(asked)
    tokens = reading.maps.source
    own = [unknown for unknown, special in zip(tokens.unknown, tokens.special, strict=True) if not special]
    if tokens.unreadable > 0:
        facts = {"model": reading.maps.model, "share": percent(tokens.unreadable, lang)}
        st.warning(UNREADABLE[lang].format(n=sum(own), all=len(own), **facts), icon=":material/translate:")
    if len(own) > LONGEST:
        st.caption(text.CUT[lang].format(n=LONGEST))
    return reading


def one_head(lang: Lang, reading: Reading) -> Vectors:
    """The head that the visitor chooses, and its vectors."""
    what = controls.place(lang, Drawn("kinds", False, False, 1.0), reading)
    facts = {"layer": what.layer + 1, "head": what.head + 1, "model": reading.maps.model}
    st.caption(text.MODEL_SAYS[lang].format(**facts))
    return vectors_of(reading, what.layer, what.head)


def asks(lang: Lang, own: Vectors) -> int:
    """The token that asks; the fifth until the visitor chooses: “they” in the example."""
    return controls.token(lang, "attention_asks", text.WORD, own.shown, default=4)


def two_texts(lang: Lang) -> tuple[Vectors, Vectors]:
    """Two texts under the same head."""
    reading, other = reading_of(lang, sentence(EXAMPLE[lang])), reading_of(lang, typed(lang))
    one = one_head(lang, reading)
    state = st.session_state
    return one, vectors_of(other, state["attention_layer"] - 1, state["attention_head"] - 1)
