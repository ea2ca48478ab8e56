"""Positions on a page: a word has a box, and the box has a vector."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import plotly.graph_objects as go
import streamlit as st

from app.exhibits.positions import text
from app.house.figures import Ready, ready, show
from app.house.links import choice, whole
from app.house.parts import control
from app.i18n import Lang
from app.theme import CINNABAR, FAINT, INDIGO, SEQUENTIAL, finish, scale
from core.positions.layout import cosines, layout_vectors, normalised
from core.positions.sinusoid import sinusoid

WIDTH, HEIGHT = 420.0, 560.0  # the page, in pixels
WORDS = (  # a bill that we wrote, in reading order: word, left, top, right, bottom
    ("Bill", 40, 40, 92, 66),
    ("No. 7", 330, 40, 380, 66),
    ("Tea", 40, 130, 76, 152),
    ("2", 236, 130, 248, 152),
    ("6.00", 330, 130, 376, 152),
    ("Bread", 40, 170, 94, 192),
    ("1", 236, 170, 248, 192),
    ("4.50", 330, 170, 376, 192),
    ("Apples", 40, 210, 104, 232),
    ("5", 236, 210, 248, 232),
    ("3.20", 330, 210, 376, 232),
    ("Total", 40, 300, 90, 324),
    ("13.70", 322, 300, 376, 324),
    ("Thank", 40, 480, 92, 502),
    ("you", 190, 480, 222, 502),
)


def view(lang: Lang) -> None:
    """Choose a word: who is near it in the row of words, who on the page?"""
    stage, desk = st.columns([3, 2], gap="large")
    with desk:
        with control("positions_word"):
            word = whole("positions_word", text.WORD[lang], 1, len(WORDS), default=5) - 1
        with control("positions_order"):
            kind = choice(
                st.segmented_control,
                text.LAYOUT[lang],
                list(text.LAYOUT_NAMES),
                text.LAYOUT_NAMES,
                lang,
                key="positions_order",
                default="both",
                required=True,
            )
        st.markdown(f"**{said(word, lang)}**")
        grid = boxes()[word]
        st.latex(r"(x_0, y_0, x_1, y_1) = (" + ", ".join(map(str, grid.tolist())) + r")\;/\;1000")
        st.markdown(text.PAPER_SAYS[lang])
    with stage:
        show(sheet(word, kind, lang), key="positions_paper", alt=text.PAPER_ALT[lang])


def boxes() -> np.ndarray:
    """The boxes on the grid of a thousand."""
    return normalised(np.array([row[1:] for row in WORDS], float), WIDTH, HEIGHT)


def near(word: int) -> dict[str, np.ndarray]:
    """Cosines of the chosen word's position with all others: by reading order, and by place on the page."""
    lines, page = sinusoid(len(WORDS), 96), layout_vectors(boxes(), 96)
    return {"line": cosines(lines)[word], "page": cosines(page)[word]}


def nearest(likeness: np.ndarray, word: int, n: int = 2) -> list[str]:
    """The words whose positions are most alike."""
    order = [at for at in np.argsort(-likeness, kind="stable") if at != word]
    return [WORDS[at][0] for at in order[:n]]


def said(word: int, lang: Lang) -> str:
    """Who is near, both ways."""
    likeness = near(word)
    lists = {
        kind: "、".join(nearest(each, word)) if lang == "zh" else ", ".join(nearest(each, word))
        for kind, each in likeness.items()
    }
    return text.NEAR[lang].format(word=WORDS[word][0], **lists)


@lru_cache(maxsize=16)
def sheet(word: int, kind: str, lang: Lang) -> Ready:
    """The page once or twice, each word's box as dark as its position is like the chosen one's."""
    kinds = ("line", "page") if kind == "both" else (kind,)
    likeness, share = near(word), 1 / len(kinds)
    fig = go.Figure()
    shapes, labels = [], []
    for at, each in enumerate(kinds):
        axis = "" if at == 0 else str(at + 1)
        values = likeness[each]
        shapes += _boxes(values, word, axis)
        labels += _labels(axis)
        top = {"x": at * share, "y": 1.0, "xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "bottom"}
        labels.append({"text": f"<b>{text.LAYOUT_NAMES[each][lang]}</b>", "showarrow": False, **top})
        fig.add_trace(
            go.Scatter(
                x=[(row[1] + row[3]) / 2 for row in WORDS],
                y=[(row[2] + row[4]) / 2 for row in WORDS],
                mode="markers",
                marker={"size": 18, "opacity": 0, "color": INDIGO},
                text=[f"{row[0]}: {value:.2f}" for row, value in zip(WORDS, values, strict=True)],
                hovertemplate="%{text}<extra></extra>",
                xaxis=f"x{axis}",
                yaxis=f"y{axis}",
            )
        )
        ground = [at * share, (at + 1) * share - 0.03]
        fig.layout[f"xaxis{axis}"] = {"domain": ground, "range": [20, WIDTH + 40], "visible": False}
        fig.layout[f"yaxis{axis}"] = {"anchor": f"x{axis}", "range": [HEIGHT - 40, 20], "visible": False}
    fig.layout["shapes"], fig.layout["annotations"] = shapes, labels  # at once: one by one each costs milliseconds
    fig.update_layout(showlegend=False)
    fig = finish(fig, text.PAPER_TITLE[lang].format(word=WORDS[word][0]), height=560)
    return ready(fig.update_layout(margin={"l": 10, "r": 10, "b": 10}))


def _boxes(values: np.ndarray, word: int, axis: str) -> list[dict[str, object]]:
    """A box per word; its shade goes from the least to the most alike."""
    shades = scale(SEQUENTIAL)
    levels = np.round((values - values.min()) / (np.ptp(values) or 1) * (len(shades) - 1)).astype(int)
    return [
        {
            "type": "rect",
            **{"x0": x0 - 5, "x1": x1 + 5, "y0": y0 - 4, "y1": y1 + 4, "xref": f"x{axis}", "yref": f"y{axis}"},
            "fillcolor": shades[level][1],
            "line": {"color": CINNABAR if at == word else FAINT, "width": 3 if at == word else 1},
            "layer": "below",
        }
        for at, ((_, x0, y0, x1, y1), level) in enumerate(zip(WORDS, levels, strict=True))
    ]


def _labels(axis: str) -> list[dict[str, object]]:
    """Each word beside its box, with its number in reading order."""
    return [
        {
            **{"x": x1 + 8, "y": (y0 + y1) / 2, "xref": f"x{axis}", "yref": f"y{axis}"},
            **{"text": f"{name} <sub>{number}</sub>", "xanchor": "left", "showarrow": False},
        }
        for number, (name, _, y0, x1, y1) in enumerate(WORDS, 1)
    ]
