"""Figures of groups of students: learning curves with bands, calibration."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import plotly.graph_objects as go

from app.exhibits.distillation import text
from app.i18n import Lang
from app.theme import CINNABAR, FAINT, GREEN, GREY, INDIGO, ORANGE, PURPLE, SKY, finish
from core.distillation.measures import calibration
from core.distillation.recorded import Group

MARKS = {  # colour, dash, symbol: controls are grey, ours is cinnabar
    "labels": (GREY, "dash", "circle-open"),
    "smooth": (GREY, "dot", "square-open"),
    "soft": (CINNABAR, "solid", "circle"),
    "annealed": (ORANGE, "dashdot", "diamond"),
    "again": (INDIGO, "dashdot", "diamond-open"),
    "ensemble": (INDIGO, "solid", "hexagon2"),
    "mutual": (GREEN, "dashdot", "hexagon"),
    "distilbert": (SKY, "solid", "square"),
    "pkd": (GREEN, "solid", "triangle-up"),
    "tinybert": (PURPLE, "solid", "star"),
    "minilm": (ORANGE, "solid", "cross"),
    "progressive": (PURPLE, "solid", "star"),
    "joint": (GREEN, "solid", "triangle-up"),
    "auxiliary": (SKY, "solid", "square"),
}


def title_of(group: Group, lang: Lang) -> str:
    """The method, with its map where that matters."""
    name = text.METHODS[group.config.method][lang]
    return f"{name} · {group.config.mapping}" if group.config.method == "pkd" else name


def interval(values: np.ndarray) -> tuple[float, float]:
    """Mean and half width of the 95 % interval over the seeds (Student's t; no band for a single one)."""
    from scipy.special import stdtrit

    n = len(values)
    half = stdtrit(n - 1, 0.975) * values.std(ddof=1) / np.sqrt(n) if n > 1 else 0.0
    return float(values.mean()), float(half)


def curves(groups: Sequence[Group], teacher: float, lang: Lang, *, title: str) -> go.Figure:
    """Accuracy on held-out rows while the students learn, a band over the seeds, the teacher as a line."""
    fig = go.Figure()
    for group in groups:
        colour, dash, symbol = MARKS[group.config.method]
        middle, half = np.array([interval(column) for column in group.held.T]).T
        x = np.array(group.at)
        band = {"color": colour, "width": 0}
        fig.add_trace(
            go.Scatter(
                x=np.concatenate([x, x[::-1]]),
                y=100 * np.concatenate([middle - half, (middle + half)[::-1]]),
                mode="lines",
                fill="toself",
                fillcolor=colour,
                opacity=0.15,
                line=band,
                hoverinfo="skip",
                showlegend=False,
            )
        )
        name = text.METHODS[group.config.method][lang]
        fig.add_trace(
            go.Scatter(
                x=x,
                y=100 * middle,
                mode="lines+markers",
                name=name,
                line={"color": colour, "dash": dash, "width": 2},
                marker={"symbol": symbol, "size": 8, "color": colour},
                hovertemplate=f"{name}<br>%{{x}}: %{{y:.1f}} %<extra></extra>",
            )
        )
    fig.add_hline(100 * teacher, line={"color": INDIGO, "width": 2})
    fig.add_annotation(
        x=0, xref="paper", y=100 * teacher, yanchor="bottom", text=text.TEACHER[lang], showarrow=False, xanchor="left"
    )
    fig.update_xaxes(title=text.STEP_AXIS[lang])
    fig.update_yaxes(title=text.ACCURACY_AXIS[lang])
    fig = finish(fig, title, height=420)
    return fig


def reliability(groups: Sequence[Group], labels: np.ndarray, answers: np.ndarray, lang: Lang) -> go.Figure:
    """How often it is right, by how sure it is; the first seed of each group, and the teacher."""
    fig = go.Figure()
    fig.add_trace(go.Scatter(x=[0, 1], y=[0, 1], mode="lines", line={"color": FAINT, "dash": "dot"}, showlegend=False))
    sides = [(text.METHODS[each.config.method][lang], each.logits, *MARKS[each.config.method]) for each in groups]
    sides.append((text.TEACHER[lang], answers, INDIGO, "solid", "hexagon"))
    worst, most = "", -1.0
    for name, logits, colour, dash, symbol in sides:
        found = calibration(logits.astype(float), labels)
        if found.ece > most:
            worst, most = name, found.ece
        full = found.share > 0
        fig.add_trace(
            go.Scatter(
                x=found.confidence[full],
                y=found.accuracy[full],
                mode="lines+markers",
                name=f"{name} · ECE {found.ece:.3f}",
                line={"color": colour, "dash": dash},
                marker={"symbol": symbol, "color": colour, "size": 8},
            )
        )
    fig.update_xaxes(title=text.CONFIDENCE_AXIS[lang], range=[0, 1.02])
    fig.update_yaxes(title=text.RIGHT_AXIS[lang], range=[0, 1.02])
    fig = finish(fig, text.RELIABILITY_TITLE[lang].format(name=worst, ece=most), height=400)
    return fig
