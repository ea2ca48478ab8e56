"""One anchor, one positive, three negatives, moved by hand: the softmax over them and the forces on the anchor."""

from __future__ import annotations

import numpy as np
import plotly.graph_objects as go
import streamlit as st

from app.exhibits.sentences import anchor_text as words
from app.exhibits.sentences import text
from app.house.bars import bars
from app.house.figures import show
from app.house.links import whole
from app.house.numbers import percent
from app.house.parts import control
from app.i18n import Lang
from app.theme import CINNABAR, FAINT, INDIGO, INK, finish
from core.simcse.pull import Pull, pull

NORTH = 90  # where the anchor stands, degrees
AWAY = (60, 150, 250)  # the negatives at first
LETTERS = "abc"


def view(lang: Lang) -> None:
    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        with control("sentences_near"):
            near = whole("sentences_near", words.POSITIVE[lang], 0, 355, default=320, step=5)
        angles = [near]
        for letter, name, usual in zip(LETTERS, words.NEGATIVES, AWAY, strict=True):
            with control(f"sentences_far_{letter}"):
                angles.append(whole(f"sentences_far_{letter}", name[lang], 0, 355, default=usual, step=5))
        with control("sentences_tau"):
            temperature = whole("sentences_tau", text.TAU[lang], 5, 100, default=20, step=5) / 100
    turned = np.deg2rad(NORTH - np.array([0, *angles]))
    points = np.stack([np.cos(turned), np.sin(turned)], 1)
    found = pull(points[0], points[1:], temperature)
    with stage:
        show(figure(points, found, lang), key="sentences_forces", alt=words.ALT[lang])
    with desk:
        names = [words.POSITIVE_NAME[lang], *(name[lang] for name in words.NEGATIVES)]
        st.markdown(f"**{words.SHARES[lang]}**")
        st.html(bars(zip(names, found.shares.tolist(), strict=True), lang))
        st.caption(words.HOW[lang])


def figure(points: np.ndarray, found: Pull, lang: Lang) -> go.Figure:
    """The circle, the five points, an arrow a force, all in one scale."""
    round_ = np.linspace(0, 2 * np.pi, 120)
    fig = go.Figure(
        go.Scatter(x=np.cos(round_), y=np.sin(round_), mode="lines", line={"color": FAINT}, hoverinfo="skip")
    )
    names = [words.ANCHOR[lang], words.POSITIVE_NAME[lang], *(name[lang] for name in words.NEGATIVES)]
    colours = [INK, CINNABAR, INDIGO, INDIGO, INDIGO]
    marker = {"color": colours, "size": 14, "symbol": ["star", "diamond", *["circle"] * 3]}
    for at, name in enumerate(names):
        x, y = points[at]
        fig.add_annotation(x=1.2 * x, y=1.16 * y, text=name, showarrow=False, font={"color": colours[at]})
    fig.add_scatter(x=points[:, 0], y=points[:, 1], mode="markers", marker=marker, hovertext=names, hoverinfo="text")
    scale = 0.7 / max(float(np.abs(found.parts).max()), float(np.abs(found.gradient).max()), 1e-9)
    for part, colour in zip((*found.parts, -found.gradient), (*colours[1:], INK), strict=True):
        if np.linalg.norm(part) * scale > 0.02:
            tip = points[0] + scale * part
            fig.add_annotation(
                x=tip[0],
                y=tip[1],
                ax=points[0, 0],
                ay=points[0, 1],
                axref="x",
                ayref="y",
                text="",
                arrowhead=2,
                arrowwidth=4 if colour == INK else 2.5,
                arrowcolor=colour,
            )
    facts = {"loss": found.loss, "share": percent(found.shares[0], lang), "way": way(points, found, lang)}
    fig.update_xaxes(visible=False, range=[-1.6, 1.6])
    fig.update_yaxes(visible=False, range=[-1.35, 1.35], scaleanchor="x")
    fig.update_layout(showlegend=False)
    return finish(fig, words.TITLE[lang].format(**facts), height=480).update_layout(margin={"l": 4, "r": 4, "b": 4})


def way(points: np.ndarray, found: Pull, lang: Lang) -> str:
    """Whether a step down the gradient brings the anchor nearer to its positive."""
    along = -float(found.gradient @ points[1])
    if abs(along) < 1e-6:  # the positive lies on the anchor, or just opposite, or nothing pulls at all
        return (words.STILL if np.linalg.norm(found.gradient) < 1e-6 else words.ASIDE)[lang]
    return (words.TOWARDS if along > 0 else words.AWAY)[lang]
