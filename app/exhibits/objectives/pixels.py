"""Image GPT on tiny digits: some rows are given, the rest is written pixel by pixel."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import plotly.graph_objects as go
import streamlit as st
from jaxtyping import Float, Int

from app.exhibits.objectives import pixels_text as text
from app.house.figures import show
from app.house.heavy import stack
from app.house.links import whole as slider
from app.house.numbers import percent
from app.house.parts import control
from app.house.shared import shared
from app.i18n import Lang
from app.session import seed
from app.theme import CINNABAR, INDIGO, SEQUENTIAL, finish, scale

WAYS, ACROSS, GAP = 6, 4, 1  # continuations; tiles in a row of the montage; pixels between tiles


@dataclass(frozen=True, eq=False)
class Seen:
    """One kept digit, what the model makes of its beginning, and what the whole costs."""

    picture: Int[np.ndarray, " 64"]
    ways: Int[np.ndarray, "6 64"]
    next: Float[np.ndarray, " levels"]  # chances of the first pixel that is not given
    nats: float  # a pixel, of this picture


def pixels(lang: Lang) -> None:
    """The picture, its beginning, six ways to go on, and the next pixel's chances."""
    first, second, third = st.columns(3, gap="medium", vertical_alignment="bottom")
    with first, control("objectives_digit"):
        digit = slider("objectives_digit", text.DIGIT[lang], 1, 100, default=9)
    with second, control("objectives_given"):
        given = slider("objectives_given", text.GIVEN[lang], 0, 60, default=36, step=4)
    with third, control("objectives_heat"):
        heat = slider("objectives_heat", text.HEAT[lang], 10, 200, default=80, step=10)
    stack()
    seen = read(digit - 1, given, heat, seed())
    shown, chances = st.columns([3, 2], gap="medium")
    with shown:
        title = text.TITLE[lang].format(given=given, ways=WAYS)
        show(montage(seen, given, title, lang), key="objectives_pixels", alt=text.ALT[lang])
    with chances:
        show(bars(seen, given, lang), key="objectives_pixels_next", alt=text.NEXT_ALT[lang])
    about = card()
    marks = about["nats a pixel"]
    facts = {name: f"{marks[name]:.2f}" for name in ("nats", "usual", "learnt")}
    st.caption(text.SAYS[lang].format(own=f"{seen.nats:.2f}", kept=about["kept"], n=about["learnt"], **facts))


def card() -> dict:
    from core.masking.objectives import pixels as core

    return core.card()


@shared(256)
def read(digit: int, given: int, heat: int, seed: int) -> Seen:
    from core.masking.objectives import pixels as core

    model, picture = core.reader(), core.digits()[1][digit]
    return Seen(
        picture,
        core.finish(model, picture[:given], WAYS, heat=heat / 100, seed=seed),
        core.chances(model, picture[None, :given])[0].numpy(),
        float(core.nats(model, picture[None]).mean()),
    )


def montage(seen: Seen, given: int, title: str, lang: Lang) -> go.Figure:
    """Two rows of tiles: the digit, its beginning, and the ways to go on; what is given stands above the red line."""
    beginning = np.where(np.arange(64) < given, seen.picture, np.nan)
    tiles = [seen.picture, beginning, *seen.ways]
    names = [text.REAL[lang], text.BEGINNING[lang], *(text.WAY[lang].format(n=n) for n in range(1, WAYS + 1))]
    step, lift = 8 + GAP, 8 + 2 * GAP
    canvas = np.full((2 * lift, ACROSS * step - GAP), np.nan)
    fig = go.Figure()
    for at, (tile, name) in enumerate(zip(tiles, names, strict=True)):
        top, left = lift * (at // ACROSS) + GAP, step * (at % ACROSS)
        canvas[top : top + 8, left : left + 8] = tile.reshape(8, 8)
        fig.add_annotation(x=left - 0.5, y=top - 1.1, text=name, showarrow=False, xanchor="left", yanchor="middle")
        box = {"x0": left - 0.5, "x1": left + 7.5, "y0": top - 0.5, "y1": top + 7.5}
        fig.add_shape(type="rect", **box, line={"color": INDIGO, "width": 0.5})
        if at:
            rows, over = divmod(given, 8)
            edge = [(0, rows + 1), (over, rows + 1), (over, rows), (8, rows)] if over else [(0, rows), (8, rows)]
            path = "M" + "L".join(f"{left + x - 0.5},{top + y - 0.5}" for x, y in edge)
            fig.add_shape(type="path", path=path, line={"color": CINNABAR, "width": 2})
    fig.add_heatmap(
        z=canvas, zmin=0, zmax=16, colorscale=scale(SEQUENTIAL), showscale=False, hovertemplate="%{z}<extra></extra>"
    )
    fig.update_xaxes(visible=False)
    fig.update_yaxes(visible=False, autorange="reversed", scaleanchor="x")
    return finish(fig, title, height=340)


def bars(seen: Seen, given: int, lang: Lang) -> go.Figure:
    """Chances of the 17 grey levels for the first pixel that is not given; the right one in red."""
    right = int(seen.picture[given])
    colours = [CINNABAR if level == right else INDIGO for level in range(len(seen.next))]
    fig = go.Figure(go.Bar(x=[*range(len(seen.next))], y=seen.next, marker={"color": colours}, hoverinfo="x+y"))
    fig.update_xaxes(title=text.LEVEL[lang])
    fig.update_yaxes(title=text.CHANCE[lang], tickformat=".0%", rangemode="tozero")
    facts = {"row": given // 8 + 1, "column": given % 8 + 1, "level": right, "p": percent(seen.next[right], lang)}
    return finish(fig, text.NEXT_TITLE[lang].format(**facts), height=340)
