"""The figures of diffusion on digits."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import plotly.graph_objects as go

from app.exhibits.generators import text
from app.i18n import Lang
from app.theme import CINNABAR, FAINT, GREEN, GREY, INDIGO, SEQUENTIAL, finish, scale

ROWS = 8
LINES = (("accuracy", CINNABAR, "solid"), ("precision", INDIGO, "dash"), ("recall", GREEN, "dot"))


def wall(made: np.ndarray, nearest: np.ndarray, lang: Lang) -> go.Figure:
    """Two walls, a column a class: what was made, and below it the learnt digit nearest to each."""
    fig = go.Figure()
    for place, (pictures, label) in enumerate(((made, text.MADE_WALL), (nearest, text.NEAREST_WALL))):
        axis, top = "" if place == 0 else "2", 0.96 - 0.52 * place
        fig.add_trace(
            go.Heatmap(
                z=_tiles(pictures),
                colorscale=scale(SEQUENTIAL),
                zmin=0,
                zmax=16,
                showscale=False,
                hoverinfo="skip",
                xaxis=f"x{axis}",
                yaxis=f"y{axis}",
            )
        )
        blank = {"showticklabels": False, "showgrid": False, "zeroline": False}
        fig.layout[f"xaxis{axis}"] = {**blank, "anchor": f"y{axis}"}
        up = {
            "domain": [max(0.0, top - 0.44), top],
            "autorange": "reversed",
            "anchor": f"x{axis}",
            "scaleanchor": f"x{axis}",
        }
        fig.layout[f"yaxis{axis}"] = {**blank, **up}
        here = {"x": 0, "y": top + 0.002, "xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "bottom"}
        fig.add_annotation(**here, text=label[lang], showarrow=False)
    return finish(fig, "", height=860).update_layout(margin={"l": 4, "r": 4, "t": 8, "b": 4})


def _tiles(pictures: np.ndarray) -> np.ndarray:
    """Digits in rows of ten with a seam between two."""
    framed = np.full((len(pictures), 9, 9), np.nan, np.float32)
    framed[:, :8, :8] = pictures.reshape(-1, 8, 8)
    rows = framed.reshape(-1, 10, 9, 9)[:ROWS]
    return rows.transpose(0, 2, 1, 3).reshape(-1, 90)


def guidance(
    values: Mapping[str, np.ndarray], floor: Mapping[str, float], weights: tuple[float, ...], lang: Lang
) -> go.Figure:
    """Medians and ranges over the seeds against the strength of the guidance; the recall of real digits as a line."""
    fig = go.Figure()
    for name, colour, dash in LINES:
        middle = np.median(values[name], axis=0)
        edge = np.concatenate([values[name].max(0), values[name].min(0)[::-1]])
        band = {"fill": "toself", "fillcolor": colour, "opacity": 0.15, "line_width": 0, "mode": "lines"}
        around = [*weights, *weights[::-1]]
        fig.add_trace(go.Scatter(x=around, y=edge, **band, hoverinfo="skip", showlegend=False))
        line = {"color": colour, "dash": dash, "width": 2.5}
        label = text.GUIDANCE_NAMES[name][lang]
        fig.add_trace(go.Scatter(x=weights, y=middle, mode="lines+markers", name=label, line=line))
    fig.add_hline(floor["recall"], line={"color": GREY, "dash": "dash"})
    label = {"text": text.GUIDANCE_FLOOR[lang], "showarrow": False, "font_color": FAINT}
    fig.add_annotation(x=1, xref="paper", xanchor="right", y=floor["recall"] - 0.02, yanchor="top", **label)
    fig.update_xaxes(title=text.GUIDANCE_AXIS[lang], tickvals=list(weights))
    fig.update_yaxes(tickformat=".0%", range=[0, 1.04])
    first, last = (np.median(values["recall"][:, i]) for i in (0, -1))
    right = [np.median(values["accuracy"][:, i]) for i in (0, -1)]
    facts = {"first": first, "last": last, "one": right[0], "two": right[1], "w": weights[-1]}
    fig = finish(fig, text.GUIDANCE_TITLE[lang].format(**facts), height=360)
    return fig
