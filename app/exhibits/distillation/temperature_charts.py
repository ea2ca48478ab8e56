"""The figures of the temperature."""

from __future__ import annotations

import numpy as np
import plotly.graph_objects as go

from app.exhibits.distillation import text
from app.i18n import Lang
from app.theme import CINNABAR, GREY, INDIGO, INK, SEQUENTIAL, finish, scale
from core.distillation.recorded import Study
from core.distillation.soften import entropy, gradient, high_limit, soften

HEATS = np.geomspace(0.5, 500, 80)


def targets(found: Study, row: int, T: float, alpha: float, lang: Lang) -> go.Figure:
    """The row as it is, the teacher at temperature 1 and T, and the mixed target."""
    answers, label = found.answers[row].astype(float), int(found.labels[row])
    plain, soft = soften(answers, 1.0), soften(answers, T)
    mixed = alpha * soft + (1 - alpha) * np.eye(len(answers))[label]
    names = list(found.classes)
    fig = go.Figure()
    shown = bool(found.pixels.size)
    for y, name, colour, shape in (
        (plain, text.AT_ONE, GREY, "/"),
        (soft, text.AT_T, INDIGO, ""),
        (mixed, text.MIXED, CINNABAR, "."),
    ):
        marker = {"color": colour, "line": {"width": 0}, "pattern": {"shape": shape}}
        hover = "%{x}: %{y:.4f}<extra></extra>"
        said = name[lang].format(T=T, alpha=alpha)
        fig.add_trace(go.Bar(x=names, y=y, name=said, marker=marker, hovertemplate=hover))
    fig.update_layout(barmode="group", bargap=0.25)
    fig.update_xaxes(
        title=text.CLASS_AXIS[lang] if shown else None, type="category", domain=[0.27, 1] if shown else [0, 1]
    )
    fig.update_yaxes(title=text.PROBABILITY_AXIS[lang], range=[0, 1.02], anchor="x")
    if shown:
        side = int(np.sqrt(found.pixels.shape[1]))
        image = found.pixels[row].reshape(side, side)
        fig.add_trace(
            go.Heatmap(z=image, colorscale=scale(SEQUENTIAL), showscale=False, xaxis="x2", yaxis="y2", hoverinfo="skip")
        )
        bare = {"visible": False, "fixedrange": True}
        fig.layout["xaxis2"] = {**bare, "domain": [0, 0.18], "anchor": "y2"}
        fig.layout["yaxis2"] = {**bare, "autorange": "reversed", "scaleanchor": "x2", "anchor": "x2"}
    facts = {"T": T, "label": found.classes[label], "first": float(plain.max()), "soft": float(soft.max())}
    fig = finish(fig, text.TARGETS_TITLE[lang].format(**facts, h=float(entropy(soft))), height=400)
    return fig


def pull(found: Study, teacher: np.ndarray, student: np.ndarray, label: int, T: float, lang: Lang) -> go.Figure:
    """Length of the gradient over the temperature: as it is, times T², and the limit; the label's beside it."""
    raw = np.array([np.linalg.norm(gradient(student, teacher, each)) for each in HEATS])
    limit = float(np.linalg.norm(high_limit(student, teacher)))
    hard = float(np.linalg.norm(soften(student, 1.0) - np.eye(len(teacher))[label]))
    fig = go.Figure()
    for y, name, colour, dash in (
        (raw, text.RAW, INK, "dot"),
        (HEATS**2 * raw, text.TIMES, INDIGO, "solid"),
    ):
        line = {"color": colour, "width": 2, "dash": dash}
        fig.add_trace(go.Scatter(x=HEATS, y=y, mode="lines", name=name[lang], line=line))
    for y, name, dash in ((limit, text.LIMIT, "dash"), (hard, text.HARD_PULL, "longdashdot")):
        line = {"color": GREY if name is text.LIMIT else CINNABAR, "width": 2, "dash": dash}
        fig.add_trace(go.Scatter(x=HEATS[[0, -1]], y=[y, y], mode="lines", name=name[lang], line=line))
    now = float(T**2 * np.linalg.norm(gradient(student, teacher, T)))
    marker = {"color": INDIGO, "size": 11}
    fig.add_trace(go.Scatter(x=[T], y=[now], mode="markers", marker=marker, showlegend=False))
    fig.update_xaxes(type="log", title=text.T_AXIS[lang], tickvals=[0.5, 1, 2, 5, 10, 50, 200])
    fig.update_yaxes(type="log", title=text.PULL_AXIS[lang], exponentformat="power")
    fig = finish(fig, text.PULL_TITLE[lang].format(now=now, T=T, limit=limit), height=360)
    return fig
