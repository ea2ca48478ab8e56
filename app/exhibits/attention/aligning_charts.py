"""The figures of the alignment view."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import plotly.graph_objects as go

from app.exhibits.attention import align_text as text
from app.house.figures import Ready, ready
from app.house.numbers import percent
from app.i18n import Lang
from app.theme import CINNABAR, FAINT, GREEN, GREY, INDIGO, ORANGE, SEQUENTIAL, finish, scale
from core.attention.translating.dates import WRITTEN
from core.attention.translating.recorded import Translated
from core.attention.translating.translator import Run, Translation, alike

LINES = {
    "additive": (CINNABAR, "solid"),
    "dot": (INDIGO, "solid"),
    "general": (GREEN, "dash"),
    "cross": (ORANGE, "dashdot"),
    "diverse": (ORANGE, "dot"),
    "even": (GREY, "dash"),
    "none": (GREY, "dot"),
}


def alignment(found: Translation, head: int, lang: Lang) -> go.Figure:
    """One map: what is written down, what is read across."""
    weights = found.weights[min(head, len(found.weights) - 1)].astype(float)  # (10, S)
    source, written = list(found.source), list(found.text or "·" * WRITTEN)
    places, rows = np.arange(len(source)), np.arange(WRITTEN)
    fig = go.Figure(
        go.Heatmap(
            z=np.round(100 * weights).astype(np.int8),
            x=places,
            y=rows,
            zmin=0,
            zmax=100,
            xgap=1,
            ygap=1,
            colorscale=scale(SEQUENTIAL),
            showscale=False,
            customdata=[[f"{a} ← {b}" for b in source] for a in written],
            hovertemplate="%{customdata}: %{z} %<extra></extra>",
        )
    )
    shown = [each if each.strip() else "␣" for each in source]
    fig.layout["xaxis"] = {
        "tickvals": places,
        "ticktext": shown,
        "tickangle": 0,
        "title": {"text": text.READ_AXIS[lang]},
    }
    fig.layout["yaxis"] = {"tickvals": rows, "ticktext": written, "autorange": "reversed"}
    fig.layout["yaxis"]["title"] = {"text": text.WRITTEN_AXIS[lang]}
    fig.layout["xaxis"]["showgrid"] = fig.layout["yaxis"]["showgrid"] = False
    return finish(fig, _title(weights, shown, written, lang), height=420)


def _title(weights: np.ndarray, source: list[str], written: list[str], lang: Lang) -> str:
    if np.ptp(weights) < 1e-3:
        return text.EVEN_TITLE[lang].format(share=percent(float(weights[0, 0]), lang))
    row, column = np.unravel_index(weights.argmax(), weights.shape)
    share = percent(float(weights[row, column]), lang)
    return text.MAP_TITLE[lang].format(written=written[row], read=source[column], share=share)


def film(run: Run, head: int, lang: Lang) -> Ready:
    """The map of the watched date at the end, and under it a slider through the training, moved on the client."""
    last = Translation(run.config.watched, run.said[-1], np.ones(WRITTEN), run.maps[-1])
    fig = alignment(last, head, lang)
    fig.layout["margin"]["b"] = 130
    fig.layout["height"] = 500
    sent = ready(fig).to_dict()
    at = min(head, run.maps.shape[1] - 1)
    names = [f"{step:,}: {said}" for step, said in zip(run.at, run.said, strict=True)]
    frames = [
        {"name": name, "data": [{"type": "heatmap", "z": np.round(100 * each[at].astype(float)).tolist()}]}
        for name, each in zip(names, run.maps, strict=True)
    ]
    how = {"frame": {"duration": 0, "redraw": True}, "transition": {"duration": 0}, "mode": "immediate"}
    slider = {
        "steps": [{"label": name, "method": "animate", "args": [[name], how]} for name in names],
        "active": len(names) - 1,
        "currentvalue": {"prefix": text.AFTER[lang], "font": {"size": 15}},
        "pad": {"t": 56},
        "ticklen": 0,
        "minorticklen": 0,
        "font": {"color": "rgba(0,0,0,0)"},  # the names would run into each other; the current one stands above
        "tickcolor": FAINT,
    }
    return Ready({**sent, "layout": {**sent["layout"], "sliders": [slider]}, "frames": frames})


def race(kept: Mapping[str, Translated], chosen: str, lang: Lang) -> go.Figure:
    """Share of dates right by step; the chosen way with the band of its seeds."""
    fig = go.Figure()
    steps = np.array(kept[chosen].run.at)
    band = {"mode": "lines", "line": {"color": "rgba(0,0,0,0)"}, "hoverinfo": "skip", "showlegend": False}
    fig.add_trace(go.Scatter(x=steps, y=kept[chosen].right.max(0), **band))
    fill = {"fill": "tonexty", "fillcolor": "rgba(128,128,128,0.25)"}
    fig.add_trace(go.Scatter(x=steps, y=kept[chosen].right.min(0), **band, **fill))
    for name, each in kept.items():
        colour, dash = LINES[name]
        line = {"color": colour, "dash": dash, "width": 4 if name == chosen else 2}
        hover = "%{x}: %{y:.0%}<extra>" + text.HOWS[name][lang] + "</extra>"
        mean = each.right.mean(0).round(4)
        fig.add_trace(
            go.Scatter(x=each.run.at, y=mean, mode="lines", line=line, name=text.HOWS[name][lang], hovertemplate=hover)
        )
    fig.layout["xaxis"] = {"title": {"text": text.STEP_AXIS[lang]}}
    fig.layout["yaxis"] = {"title": {"text": text.RIGHT_AXIS[lang]}, "tickformat": ".0%", "range": [-0.02, 1.04]}
    middle = int(np.argmin(np.abs(steps - steps[-1] / 2)))
    half = {name: float(each.right[:, middle].mean()) for name, each in kept.items()}
    best = max(half, key=half.__getitem__)
    facts = {"step": int(steps[middle]), "best": text.HOWS[best][lang]}
    facts |= {"first": percent(half[best], lang), "last": percent(half["none"], lang)}
    return finish(fig, text.RACE_TITLE[lang].format(**facts), height=420)


def heads(weights: np.ndarray, lang: Lang) -> go.Figure:
    """What the heads of one map have in common."""
    found = alike(weights)
    names = [str(at + 1) for at in range(len(found))]
    look = {"zmin": 0, "zmax": 1, "xgap": 1, "ygap": 1, "colorscale": scale(SEQUENTIAL), "showscale": False}
    z = found.round(2).astype(np.float32)
    fig = go.Figure(go.Heatmap(z=z, x=names, y=names, texttemplate="%{z:.2f}", hoverinfo="skip", **look))
    title = {"text": text.TRANSLATOR_HEAD[lang]}
    fig.layout["xaxis"] = {"type": "category", "constrain": "domain", "title": title, "showgrid": False}
    fig.layout["yaxis"] = {"type": "category", "autorange": "reversed", "scaleanchor": "x", "title": title}
    H = len(found)
    mean = float((found.sum() - np.trace(found)) / (H * (H - 1)))
    return finish(fig, text.HEADS_TITLE[lang].format(overlap=mean), height=340)
