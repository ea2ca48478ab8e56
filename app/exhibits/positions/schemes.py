"""Every encoding as a matrix of scores: one large, all of them small, each with the test of its diagonals."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import streamlit as st

from app.exhibits.positions import schemes_charts, text
from app.exhibits.positions.controls import dials
from app.house.figures import Ready, ready, show
from app.house.links import choice, whole
from app.house.numbers import percent, scientific
from app.house.parts import control
from app.i18n import Lang
from core.positions import toeplitz
from core.positions.recorded import SHOWN
from core.positions.schemes import SCHEMES, Ask, terms, total

LEARNT = ("learned", "tupe")  # MiniLM's: as long as its training was
MINILM = 12  # heads
REACHING = ("shaw", "deberta")
EXACT = 8  # T5: so many distances to either side have a bucket of their own
STRETCHED = ("interpolated", "ntk", "yarn")
FAMILIES = {
    "absolute": ("none", "sinusoidal", "learned", "tupe"),
    "distance": ("shaw", "xl", "t5", "deberta"),
    "falling": ("alibi", "kerple-log", "kerple-power"),
    "rotated": ("rope", "interpolated", "ntk", "yarn"),
}
SMALL = 50  # places drawn in the gallery
TESTED = 128  # places of which each of its encodings is made: fifteen matrices at every move of a slider


def view(lang: Lang) -> None:
    """Choose an encoding; the gallery shows all of them under the same controls."""
    ask = dials(lang)
    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        with control("positions_scheme"):
            name = choice(
                st.selectbox,
                text.SCHEME[lang],
                list(SCHEMES),
                text.SCHEMES,
                lang,
                key="positions_scheme",
                default="alibi",
            )
        with control("positions_words"):
            words = choice(
                st.segmented_control,
                text.WORDS[lang],
                list(text.WORDS_NAMES),
                text.WORDS_NAMES,
                lang,
                key="positions_words",
                default="same",
                required=True,
            )
        ask = replace(ask, words=words == "different", **shape(name, ask.H, lang))
    parts = terms(name, ask)
    with desk:
        with control("positions_term"):
            term = choice(
                st.pills,
                text.TERM[lang],
                ["sum", *parts],
                text.TERM_NAMES,
                lang,
                key="positions_term",
                default="sum",
                required=True,
            )
        scores = total(parts) if term == "sum" else parts[term]
        found = toeplitz(scores)
        facts = {"deviation": scientific(found.deviation), "share": percent(found.explained, lang)}
        st.markdown(f"**{text.DEPENDS[found.depends][lang]}** {text.DEVIATION[lang].format(**facts)}")
        st.markdown(text.SCHEME_SAYS[name][lang])
        if name in LEARNT and ask.T > SHOWN:
            st.caption(text.ENDS[lang].format(T=ask.T, longest=SHOWN))
    with stage:
        title = text.SCHEMES[name][lang] + ("" if term == "sum" else f" · {text.TERM_NAMES[term][lang]}")
        show(
            schemes_charts.matrix(scores, found, title, lang),
            key="positions_matrix",
            alt=text.MATRIX_ALT[lang].format(name=title),
        )
    small = replace(ask, T=min(ask.T, TESTED))  # a longer one is no other gallery: it is drawn already
    families, found = gallery(small, lang)
    st.markdown(text.GALLERY_TITLE[lang].format(n=found, all=len(SCHEMES)))
    for place, (family, fig) in zip(st.columns(len(families), gap="medium"), families.items(), strict=True):
        with place:
            show(fig, key=f"positions_gallery_{family}", alt=text.GALLERY_ALT[lang])
    st.caption(text.GALLERY_NOTE[lang].format(most=TESTED))


def shape(name: str, H: int, lang: Lang) -> dict[str, float]:
    """The one more control that some encodings have, and the head: MiniLM's where its table is shown."""
    more: dict[str, float] = {}
    if name in REACHING:
        with control("positions_reach"):
            more["reach"] = whole("positions_reach", text.REACH[lang], 1, 64, default=8)
    if name == "t5":
        with control("positions_farthest"):
            more["farthest"] = whole("positions_farthest", text.REACH[lang], EXACT + 1, 128, default=16)
    if name.startswith("kerple"):
        most = 20 if name == "kerple-power" else 40  # beyond 2 a power is no kernel
        with control("positions_shape"):
            more["shape"] = whole("positions_shape", text.SHAPE[lang], 1, most, default=10) / 10
    if name in STRETCHED:
        with control("positions_scale"):
            more["scale"] = whole("positions_scale", text.SCALE[lang], 1, 16, default=4)
    heads = MINILM if name in LEARNT else H
    with control("positions_head"):
        more["head"] = whole("positions_head", text.HEAD[lang], 1, heads, default=1) - 1
    return more


@lru_cache(maxsize=16)
def gallery(ask: Ask, lang: Lang) -> tuple[dict[str, Ready], int]:
    """All matrices of one question, family by family, drawn and packed once for all visitors; and how many of them know
    nothing but the distance."""
    drawn = {}
    for name in SCHEMES:
        scores = total(terms(name, ask))
        step = -(-len(scores) // SMALL)
        drawn[name] = (scores[::step, ::step], toeplitz(scores))
    families = {
        family: ready(schemes_charts.gallery({name: drawn[name] for name in names}, text.FAMILIES[family][lang], lang))
        for family, names in FAMILIES.items()
    }
    return families, sum(found.depends == "distance" for _, found in drawn.values())
