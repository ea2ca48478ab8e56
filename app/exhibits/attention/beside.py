"""Two heads side by side: of one model or of two, on one sentence or on two."""

from __future__ import annotations

import numpy as np
import streamlit as st

from app.exhibits.attention import beside_text as text
from app.exhibits.attention.controls import HEAD, LAYER
from app.exhibits.attention.figure import figure
from app.exhibits.attention.reading import DEFAULT, OFFERED, Asked, Drawn, Reading, read
from app.exhibits.attention.text import EXAMPLE
from app.house.errors import boundary
from app.house.links import whole
from app.house.parts import control
from app.house.scope import acted, scope
from app.i18n import Lang
from app.session import presenting, sentence
from core.attention.debate import divergence

OURS = ("minilm-mlm", "en-small", "zh-char")
FIRST = {"left": (LAYER, HEAD), "right": (1, 3)}  # "they" at "children", and a head that looks one token back


def view(lang: Lang) -> None:
    """Both sides, and how far they are apart where that can be said."""
    drawn = {}
    for side, place in zip(FIRST, st.columns(2, gap="large"), strict=True):
        with place, boundary(lang):
            drawn[side] = _side(lang, side)
    if len(drawn) < 2:
        return
    (one, a), (other, b) = drawn.values()
    if one.maps.target.shown == other.maps.target.shown and a.shape == b.shape:
        bits = float(np.mean([divergence(p, q) for p, q in zip(a, b, strict=True)]))
        st.markdown(text.APART[lang].format(bits=bits))
    else:
        st.markdown(text.UNLIKE[lang])


def _side(lang: Lang, side: str) -> tuple[Reading, np.ndarray]:
    """Model, text, layer and head of one side, and its picture; the reading and the weights that are drawn."""
    with control(f"attention_{side}_model"):
        name = st.selectbox(
            text.MODEL[side][lang],
            (DEFAULT, *OURS, *OFFERED[1:]),
            key=f"attention_{side}_model",
            bind="query-params",
            accept_new_options=True,
        )
    shared = sentence(EXAMPLE[lang])
    with control(f"attention_{side}_text"):
        typed = st.text_input(
            text.SENTENCE[side][lang],
            key=f"attention_{side}_text",
            bind="query-params",
            max_chars=2_000,
            placeholder=shared[:200],
        )
    asked = Asked((typed or "").strip() or shared, (name or DEFAULT).strip(), "", None)
    reading = read(asked)
    L, H, *_ = reading.maps.weights.shape
    layer, head = FIRST[side]
    with control(f"attention_{side}_layer"):
        layer = whole(f"attention_{side}_layer", text.LAYER[side][lang], 1, L, default=min(layer, L)) - 1
    with control(f"attention_{side}_head"):
        head = whole(f"attention_{side}_head", text.HEAD[side][lang], 1, H, default=min(head, H)) - 1
    habit = reading.habit(layer, head)
    what = Drawn("head", False, True, 1.0, layer, head, (head,), query=habit.query, key=habit.key)
    picture = figure(reading, what, asked.text, lang, large=presenting())
    key = f"attention_{side}_scope"
    scope(picture.scene, picture.packed, key=key, on_act=lambda: _chosen(side, key))
    return reading, reading.maps.weights[layer, head].astype(float)


def _chosen(side: str, key: str) -> None:
    """Another head was clicked in the picture of this side."""
    match acted(key):
        case {"kind": "heads", "on": [*_, int(head)]} if head >= 0:
            st.session_state[f"attention_{side}_head"] = head + 1
