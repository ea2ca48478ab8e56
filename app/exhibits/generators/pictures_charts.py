"""Walls of pictures: numbers and a language in, a figure out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import plotly.graph_objects as go

from app.exhibits.generators import text
from app.i18n import Lang
from app.theme import CINNABAR, INK, SEQUENTIAL, finish, scale
from core.generators.records import Drawn

ROWS, COLUMNS = 4, 5  # pictures of a family on the wall of all
BESIDE = 10  # made pictures whose nearest learnt ones are shown
BLANK = {"showticklabels": False, "showgrid": False, "zeroline": False, "ticks": ""}


def walls(made: Mapping[str, np.ndarray], name: str, lang: Lang) -> go.Figure:
    """Real pictures and each family's, six squares."""
    fig = go.Figure()
    for place, (family, pictures) in enumerate(made.items()):
        row, column = divmod(place, 3)
        across, up = [column / 3 + 0.005, (column + 1) / 3 - 0.005], [0.5 - row * 0.5, 0.93 - row * 0.5]
        wall(fig, place, pictures[: ROWS * COLUMNS], COLUMNS, across, up)
        label = text.REAL[lang] if family == "real" else text.FAMILIES[family][lang]
        _label(fig, label, sum(across) / 2, up[1], "center", INK if family == "real" else CINNABAR)
    title = text.WALLS_TITLE[lang].format(name=text.SHAPES[name][lang])
    return finish(fig, title, height=520).update_layout(margin={"l": 8, "r": 8, "b": 8})


def closer(found: Drawn, lang: Lang) -> go.Figure:
    """What was made above what is nearest among the learnt, and below how it came about: a row a moment."""
    fig = go.Figure()
    pairs = np.concatenate([found.made[:BESIDE], found.nearest[:BESIDE]])
    wall(fig, 0, pairs, BESIDE, [0.14, 1], [0.76, 0.95])
    wall(fig, 1, found.frames.reshape(-1, found.frames.shape[2]), found.frames.shape[1], [0.14, 1], [0, 0.69])
    side = round(found.made.shape[1] ** 0.5) + 1
    names = {"": [text.MADE[lang], text.NEAREST_ROW[lang]], "2": [f"{int(step):,}" for step in found.at]}
    for axis, words in names.items():
        ticks = {"tickvals": [side * (i + 0.5) - 0.5 for i in range(len(words))], "ticktext": words}
        fig.layout[f"yaxis{axis}"].update(**ticks, showticklabels=True)
    _label(fig, text.NEAREST_LABEL[lang], 0.14, 0.95, "left", INK)
    _label(fig, text.THROUGH_LABEL[lang], 0.14, 0.69, "left", INK)
    return finish(fig, "", height=440).update_layout(margin={"l": 8, "r": 4, "t": 8, "b": 4})


def wall(fig: go.Figure, place: int, pictures: np.ndarray, columns: int, across: list[float], up: list[float]) -> None:
    """One panel."""
    axis = "" if place == 0 else str(place + 1)
    fig.add_trace(
        go.Heatmap(
            z=tiles(pictures, columns),
            colorscale=scale(SEQUENTIAL),
            zmin=0,
            zmax=255,
            showscale=False,
            hoverinfo="skip",
            xaxis=f"x{axis}",
            yaxis=f"y{axis}",
        )
    )
    fig.layout[f"xaxis{axis}"] = {**BLANK, "domain": across, "anchor": f"y{axis}", "constrain": "domain"}
    down: dict[str, Any] = {"domain": up, "anchor": f"x{axis}", "autorange": "reversed"}
    down |= {"constrain": "domain", "constraintoward": "top"}
    fig.layout[f"yaxis{axis}"] = {**BLANK, **down, "scaleanchor": f"x{axis}"}


def tiles(pictures: np.ndarray, columns: int) -> np.ndarray:
    """Pictures, 0 to 255, in rows, with an empty line between two."""
    side = round(pictures.shape[1] ** 0.5)
    framed = np.zeros((len(pictures), side + 1, side + 1), np.uint8)
    framed[:, :side, :side] = pictures.reshape(-1, side, side)
    rows = framed.reshape(-1, columns, side + 1, side + 1)
    return rows.transpose(0, 2, 1, 3).reshape(-1, columns * (side + 1))


def _label(fig: go.Figure, label: str, x: float, y: float, anchor: str, colour: str) -> None:
    fig.add_annotation(
        x=x,
        y=y,
        xref="paper",
        yref="paper",
        text=label,
        showarrow=False,
        xanchor=anchor,
        yanchor="bottom",
        font_color=colour,
    )
