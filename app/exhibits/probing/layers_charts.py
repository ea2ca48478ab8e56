"""The figures of the layers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from app.exhibits.probing import text
from app.house.numbers import percent
from app.i18n import Lang
from app.theme import CINNABAR, DIVERGING, FAINT, GREY, INDIGO, finish, scale
from core.probes.recorded import Layers

T = {5: 2.776, 3: 4.303}  # two-sided 95 % quantiles of Student's t for so many seeds, by number of seeds


def interval(values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Mean over the seeds, and half the width of its 95 % interval."""
    n = len(values)
    return values.mean(0), T.get(n, 2.0) * values.std(0, ddof=1) / np.sqrt(n)


def band(
    fig: go.Figure,
    values: np.ndarray,
    name: str,
    colour: str,
    dash: str,
    symbol: str,
    *,
    row: int = 1,
    fill: bool = True,
) -> None:
    """A line over the layers with its interval."""
    mean, half = interval(values)
    x = np.arange(len(mean))
    if fill:
        edge = np.concatenate([mean + half, (mean - half)[::-1]]).round(5).astype(np.float32)
        around = {"x": np.concatenate([x, x[::-1]]), "y": edge, "fill": "toself", "fillcolor": colour}
        fig.add_trace(
            go.Scatter(**around, opacity=0.18, line={"width": 0}, hoverinfo="skip", showlegend=False, mode="lines"),
            row,
            1,
        )
    style = {"line": {"color": colour, "dash": dash, "width": 2.5}, "marker": {"symbol": symbol, "size": 8}}
    hover = f"{name}<br>%{{x}}: %{{y:.3f}} ± %{{customdata:.3f}}<extra></extra>"
    fig.add_trace(
        go.Scatter(
            x=x,
            y=mean.round(5).astype(np.float32),
            customdata=half.round(5).astype(np.float32),
            mode="lines+markers",
            name=name,
            hovertemplate=hover,
            **style,
        ),
        row,
        1,
    )


def curves(found: Layers, lang: Lang) -> go.Figure:
    """Accuracy above, selectivity below; controls are grey and dashed."""
    both = bool(len(found.control))
    fig = make_subplots(rows=2 if both else 1, cols=1, shared_xaxes=True, row_heights=[2, 1] if both else [1])
    band(fig, found.real, text.REAL_NAME[lang], CINNABAR, "solid", "circle")
    band(fig, found.random, text.RANDOM_NAME[lang], GREY, "dash", "square")
    if both:
        band(fig, found.control, text.CONTROL_NAME[lang], GREY, "dot", "diamond")
        band(fig, found.random_control, text.RANDOM_CONTROL_NAME[lang], FAINT, "dashdot", "x", fill=False)
        fig.update_yaxes(title=text.SELECTIVITY_AXIS[lang], row=2)
        chosen, random = found.real - found.control, found.random - found.random_control
        for values, colour, dash, symbol in ((chosen, INDIGO, "solid", "circle"), (random, GREY, "dash", "square")):
            name = (text.SELECTIVE_NAME if colour == INDIGO else text.RANDOM_SELECTIVE_NAME)[lang]
            band(fig, values, name, colour, dash, symbol, row=2)
    fig.add_hline(found.majority, line={"color": FAINT, "dash": "dot"}, row=1, col=1)  # pyright: ignore[reportArgumentType]
    fig.add_annotation(
        x=0, y=found.majority, text=text.MAJORITY[lang], showarrow=False, yanchor="bottom", xanchor="left", row=1, col=1
    )
    fig.update_yaxes(title=text.ACCURACY_AXIS[lang], row=1)
    fig.update_xaxes(title=text.LAYER_AXIS[lang], dtick=1, row=2 if both else 1)
    mean = found.real.mean(0)
    best = int(mean.argmax())
    name = text.TASKS[found.task][lang]
    facts = {"task": name[:1].upper() + name[1:], "best": best, "share": percent(float(mean[best]), lang)}
    fig = finish(fig, text.CURVES_TITLE[lang].format(**facts), height=560 if both else 440)
    return fig


def every(tasks: Sequence[Layers], lang: Lang) -> go.Figure:
    """Tasks against layers: what the model adds to random weights, both at their layer."""
    gains = np.stack([each.real.mean(0) - each.random.mean(0) for each in tasks])
    names = [text.TASKS[each.task][lang] for each in tasks]
    shown = [[f"{100 * value:+.0f}" for value in row] for row in gains]
    facts = [
        [
            text.EVERY_HOVER[lang].format(
                real=percent(real, lang), random=percent(random, lang), majority=percent(each.majority, lang)
            )
            for real, random in zip(each.real.mean(0), each.random.mean(0), strict=True)
        ]
        for each in tasks
    ]
    fig = go.Figure(
        go.Heatmap(
            z=(100 * gains).round(2).astype(np.float32),
            y=names,
            x=np.arange(gains.shape[1]),
            text=shown,
            texttemplate="%{text}",
            customdata=facts,
            hovertemplate="%{y}, %{x}<br>%{customdata}<extra></extra>",
            colorscale=scale(DIVERGING),
            zmin=-float(np.abs(100 * gains).max()),
            zmax=float(np.abs(100 * gains).max()),
            xgap=2,
            ygap=2,
            showscale=False,
        )
    )
    fig.update_yaxes(autorange="reversed")
    fig.update_xaxes(title=text.LAYER_AXIS[lang], dtick=1)
    at, layer = (int(each) for each in np.unravel_index(gains.argmax(), gains.shape))
    title = text.EVERY_TITLE[lang].format(task=names[at], layer=layer, gain=100 * gains[at, layer])
    return finish(fig, title, height=120 + 46 * len(tasks)).update_layout(margin_l=170)
