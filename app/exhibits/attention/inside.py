"""Part 3, *Look inside*: one weight, from two vectors to the number in the picture, with the visitor's numbers."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import plotly.graph_objects as go
import streamlit as st

from app import theme
from app.exhibits.attention import text
from app.exhibits.attention.figure import named
from app.exhibits.attention.matrices import matrices
from app.exhibits.attention.reading import Drawn, Reading
from app.house.figures import Ready, ready, show
from app.house.numbers import percent
from app.house.plain import plain
from app.i18n import Lang
from core.attention import AttentionMaps
from core.attention.describe import MASKED

LETTERS = {"q": theme.CINNABAR, "k": theme.INDIGO, "v": theme.GREEN}
Q, K, V = (rf"\textcolor{{{colour}}}{{{letter}}}" for letter, colour in LETTERS.items())


def inside(lang: Lang, reading: Reading, what: Drawn) -> None:
    """The formula, written out down to the weight."""
    maps, at = reading.maps, (what.layer, what.head)
    query, key = named(maps, what.query, what.key)
    st.markdown(
        text.INSIDE_HOW[lang].format(layer=what.layer + 1, head=what.head + 1, query=plain(query), key=plain(key))
    )
    q, k = maps.queries[at][what.query].astype(float), maps.keys[at][what.key].astype(float)
    steps, figure = st.columns([3, 2], gap="large")
    with steps:
        scores, weight = scaled_scores(maps, what), float(maps.weights[at][what.query, what.key])
        bias = maps.bias[at][what.query]
        said = text.SAME if as_drawn(what) else text.SAME_ELSEWHERE
        written = [
            f"**{text.STEP_SCORE[lang]}**",
            formula(score_formula(q, k)),
            f"**{text.STEP_SCALE[lang].format(bias=text.STEP_BIAS[lang] if bias.any() else '')}**",
            formula(scale_formula(maps, what, float(q @ k))),
            f"**{text.STEP_SOFTMAX[lang].format(n=len(scores))}**",
            text.MASKED[lang] if bias[what.key] <= MASKED else formula(softmax_formula(scores, what.key)),
            said[lang].format(weight=f"**{weight:.4f}**", percent=percent(weight, lang)),
            f"**{text.STEP_VALUE[lang]}**",
            formula(value_formula(maps, what)),
        ]
        st.markdown("\n\n".join(written))
    with figure:
        show(_contributions((q * k).tobytes(), lang), key="attention_contributions", alt=text.STEP_SCORE[lang])
    matrices(lang, reading, what)


def formula(latex: str) -> str:
    """A formula on lines of its own inside Markdown."""
    return f"$$\n{latex}\n$$"


def as_drawn(what: Drawn) -> bool:
    """Whether the picture shows this weight as it is: not joined, cut, averaged over heads, or a mere dot."""
    alone = what.view in ("matrix", "neuron") or (what.view == "head" and len(what.heads) == 1)
    return alone and what.specials and not what.words and what.mass == 1


def scaled_scores(maps: AttentionMaps, what: Drawn) -> np.ndarray:
    """The whole row before the softmax, in double precision."""
    at = (what.layer, what.head)
    row = maps.keys[at].astype(float) @ maps.queries[at][what.query].astype(float)
    return row * float(maps.scale[at]) + maps.bias[at][what.query].astype(float)


def score_formula(q: np.ndarray, k: np.ndarray) -> str:
    """q·k with its first products in numbers."""
    first = " + ".join(rf"({a:.2f})({b:.2f})" for a, b in zip(q[:2], k[:2], strict=True))
    return rf"""\begin{{aligned}} {Q}\cdot {K} &= \sum_{{i=1}}^{{{len(q)}}} {Q}_i {K}_i \\
        &= {first} + \dots\; \\ &= \mathbf{{{q @ k:.3f}}} \end{{aligned}}"""


def scale_formula(maps: AttentionMaps, what: Drawn, score: float) -> str:
    at, Dh = (what.layer, what.head), maps.queries.shape[-1]
    scale = float(maps.scale[at])
    how = (
        rf"\frac{{{score:.3f}}}{{\sqrt{{{Dh}}}}}" if np.isclose(scale, Dh**-0.5) else rf"{score:.3f}\times {scale:.4g}"
    )
    bias = float(maps.bias[at][what.query, what.key])
    added = "" if not maps.bias[at][what.query].any() else r" + (-\infty)" if bias <= MASKED else f" + ({bias:.3f})"
    result = r"-\infty" if bias <= MASKED else f"{score * scale + bias:.3f}"
    return rf"s = {how}{added} = \mathbf{{{result}}}"


def softmax_formula(scores: np.ndarray, key: int) -> str:
    """exp of this score over the sum of all; the largest score is taken off both when exp would run away."""
    shift = float(scores.max()) if np.abs(scores[scores > MASKED]).max() > 20 else 0.0
    powers = np.exp(scores - shift)
    top = f"e^{{{scores[key]:.3f}}}" if not shift else f"e^{{{scores[key]:.3f} - {minus(shift)}}}"
    return (
        rf"\frac{{{top}}}{{\sum_{{j=1}}^{{{len(scores)}}} e^{{s_j{'' if not shift else f' - {minus(shift)}'}}}}}"
        rf" = \frac{{{powers[key]:.4g}}}{{{powers.sum():.4g}}} = \mathbf{{{powers[key] / powers.sum():.4f}}}"
    )


def value_formula(maps: AttentionMaps, what: Drawn) -> str:
    """The heaviest values by name, the rest in one term, and how the sum begins; in lines that fit a phone."""
    at = (what.layer, what.head)
    weights = maps.weights[at][what.query].astype(float)
    heavy = np.argsort(-weights, kind="stable")[:4]
    terms = [rf"{weights[j]:.3f}\,{V}_{{\text{{{tex(maps.source.shown[j])}}}}}" for j in heavy if weights[j] > 0]
    if len(weights) > len(heavy):
        terms.append(r"\dots\;")
    lines = r" \\ &\quad + ".join(" + ".join(terms[i : i + 2]) for i in range(0, len(terms), 2))
    mixed = weights @ maps.values[at].astype(float)
    begins = ",\\ ".join(f"{value:.3f}" for value in mixed[:3])
    return rf"""\begin{{aligned}} \sum_j w_j {V}_j &= {lines} \\
        &= ({begins},\ \dots) \end{{aligned}}"""


@lru_cache(maxsize=32)
def _contributions(products: bytes, lang: Lang) -> Ready:
    return ready(contributions(np.frombuffer(products), lang))


def contributions(products: np.ndarray, lang: Lang) -> go.Figure:
    """What each dimension of the head adds to the score, or takes from it."""
    d = int(np.abs(products).argmax())
    colours = np.where(products >= 0, theme.ORANGE, theme.INDIGO).tolist()
    bars = go.Bar(
        x=np.arange(1, len(products) + 1),
        y=products,
        marker={"color": colours},
        hovertemplate="%{x}: %{y:.3f}<extra></extra>",
    )
    axes = {"xaxis": {"title": text.DIMENSION[lang]}, "yaxis": {"title": text.PRODUCT[lang]}}
    fig = go.Figure(bars, {**axes, "bargap": 0.2})
    title = text.CONTRIBUTIONS[lang].format(d=d + 1, value=typeset(products[d], "+"), score=typeset(products.sum()))
    return theme.finish(fig, title, height=340)


def typeset(value: float, sign: str = "") -> str:
    """Two digits and a true minus sign."""
    return f"{value:{sign}.2f}".replace("-", "−")


def minus(value: float) -> str:
    """What follows a minus sign: a negative number wears brackets."""
    return f"({value:.3f})" if value < 0 else f"{value:.3f}"


def tex(token: str) -> str:
    """A token inside ``\\text{…}``."""
    special = {"\\": r"\backslash ", "{": r"\{", "}": r"\}", "$": r"\$", "^": r"\char94 ", "~": r"\char126 "}
    return "".join(special.get(c, f"\\{c}" if c in "%#&_" else c) for c in token)
