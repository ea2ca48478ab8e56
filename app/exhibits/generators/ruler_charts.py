"""The figures of the ruler: numbers and a language in, a figure out."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import plotly.graph_objects as go

from app.exhibits.generators import text
from app.i18n import Lang, Text
from app.theme import CINNABAR, FAINT, GREY, INK, finish
from core.generators.recorded import Plane
from core.generators.run import SPAN

POINTS = 400  # of each heap on screen
SHARES = ("precision", "recall", "balance")  # measures of which more is better
NAMES = {**text.MEASURES, **text.JUDGES}
Values = Mapping[str, Mapping[str, np.ndarray]]


def heaps(found: Plane, lang: Lang, *, shown: int = POINTS) -> go.Figure:
    """Real points, and what each family makes; six squares of one scale."""
    fig, names = go.Figure(), ("real", *found.samples)
    for place, name in enumerate(names):
        row, column = divmod(place, 3)
        axis = "" if place == 0 else str(place + 1)
        points = (found.real if name == "real" else found.samples[name])[:shown] / 1000
        colour, symbol = (INK, "square") if name == "real" else (CINNABAR, "circle")
        marker = {"color": colour, "size": 3, "opacity": 0.6, "symbol": symbol}
        label = text.REAL[lang] if name == "real" else text.FAMILIES[name][lang]
        x, y = np.round(points, 2).astype(np.float32).T
        fig.add_trace(
            go.Scatter(
                x=x,
                y=y,
                mode="markers",
                marker=marker,
                name=label,
                xaxis=f"x{axis}",
                yaxis=f"y{axis}",
                hoverinfo="skip",
            )
        )
        across, up = [column / 3 + 0.005, (column + 1) / 3 - 0.005], [0.5 - row * 0.5, 0.93 - row * 0.5]
        square = {"range": [-SPAN, SPAN], "showgrid": False, "zeroline": False, "showticklabels": False}
        fig.layout[f"xaxis{axis}"] = {**square, "domain": across, "anchor": f"y{axis}"}
        fig.layout[f"yaxis{axis}"] = {**square, "domain": up, "anchor": f"x{axis}", "scaleanchor": f"x{axis}"}
        middle, top = sum(across) / 2, up[1]
        fig.add_annotation(
            x=middle,
            y=top,
            xref="paper",
            yref="paper",
            text=label,
            showarrow=False,
            yanchor="bottom",
            font_color=colour,
        )
    fig.update_layout(showlegend=False)
    title = text.SAMPLES_TITLE[lang].format(shape=text.SHAPES[found.shape][lang], n=found.n)
    return finish(fig, title, height=520).update_layout(margin={"l": 8, "r": 8, "b": 8})


def heap(points: np.ndarray) -> go.Figure:
    """Generated points in thousandths, without a name."""
    x, y = np.round(points[:POINTS] / 1000, 2).astype(np.float32).T
    marker = {"color": CINNABAR, "size": 4, "opacity": 0.6}
    fig = go.Figure(go.Scatter(x=x, y=y, mode="markers", marker=marker, hoverinfo="skip"))
    square = {"range": [-SPAN, SPAN], "showgrid": False, "zeroline": False, "showticklabels": False}
    fig.layout["xaxis"], fig.layout["yaxis"] = square, {**square, "scaleanchor": "x"}
    return finish(fig, "", height=340).update_layout(margin={"l": 4, "r": 4, "t": 8, "b": 4})


def ruler(
    values: Values, floor: np.ndarray, measure: str, lang: Lang, called: Mapping[str, Text] = text.FAMILIES
) -> go.Figure:
    """One dot a seed, the median as a bar, the floor as a band; ``values`` are family → measure → seeds."""
    fig, base = go.Figure(), float(np.median(floor))
    middle = {family: float(np.median(rows[measure])) for family, rows in values.items()}
    order = sorted(middle, key=lambda name: middle[name], reverse=measure in SHARES)
    low, high = np.percentile(floor, [5, 95])
    fig.add_vrect(float(low), float(high), fillcolor=GREY, opacity=0.25, line_width=0)
    fig.add_vline(base, line={"color": GREY, "width": 2, "dash": "dash"})
    names = [called[family][lang] for family in order]
    for family, name in zip(order, names, strict=True):
        dots = values[family][measure]
        fig.add_trace(
            go.Scatter(
                x=dots,
                y=[name] * len(dots),
                mode="markers",
                marker={"color": CINNABAR, "size": 9, "opacity": 0.5},
                text=[text.SEED[lang].format(seed=seed) for seed in range(len(dots))],
                hovertemplate="%{text}: %{x:.4g}<extra></extra>",
            )
        )
        fig.add_trace(
            go.Scatter(
                x=[middle[family]],
                y=[name],
                mode="markers",
                marker={"color": INK, "size": 18, "symbol": "line-ns-open", "line": {"width": 3}},
                hovertemplate="%{x:.4g}<extra></extra>",
            )
        )
    fig.add_annotation(
        x=base, y=1.0, yref="paper", text=text.FLOOR[lang], showarrow=False, yanchor="bottom", font_color=FAINT
    )
    fig.update_layout(showlegend=False)
    fig.update_xaxes(title=NAMES[measure][lang], zeroline=False)
    if measure in SHARES:
        fig.update_xaxes(range=[0, 1.03], tickformat=".0%")
    fig.update_yaxes(autorange="reversed", categoryorder="array", categoryarray=names)
    best, worst = names[0], names[-1]
    if measure in SHARES:
        facts = {"ratio": middle[order[0]], "far": middle[order[-1]], "floor": base}
        title = text.RULER_TITLE_SHARE[lang].format(best=best, worst=worst, **facts)
    elif measure in ("mmd", "nearest"):  # a floor around zero, a number that is a ratio already
        title = NAMES[measure][lang]
    else:
        facts = {"ratio": middle[order[0]] / base, "far": middle[order[-1]] / base}
        words = text.RULER_TITLE if len(order) > 1 else text.RULER_TITLE_ONE
        title = words[lang].format(best=best, worst=worst, **facts)
    return finish(fig, title[0].upper() + title[1:], height=350).update_layout(margin={"l": 120})
