"""The figures of the trained study."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import plotly.graph_objects as go

from app.exhibits.positions import text
from app.i18n import Lang
from app.theme import CATEGORIES, CINNABAR, DIVERGING, FAINT, GREY, INDIGO, finish, scale
from core.positions.effects import BEYOND
from core.positions.recorded import Scheme
from core.positions.study import BIN

DASHES = ("solid", "dash", "dot", "dashdot")


def by_place(found: Mapping[str, Scheme], chosen: str, lang: Lang) -> go.Figure:
    """Nats per character against the place, beyond the grey strip nothing was ever trained."""
    T = found[chosen].config.T
    x = (np.arange(found[chosen].by_place.shape[1]) + 0.5) * BIN
    fig = go.Figure()
    fig.add_vrect(0, T, fillcolor=FAINT, opacity=0.15, line_width=0)
    restarted = found[chosen].restarted.mean(0)
    style = {"color": GREY, "width": 2, "dash": "dash"}
    fig.add_trace(go.Scatter(x=x, y=_small(restarted), mode="lines", line=style, name=text.RESTARTED[lang]))
    _others(fig, x, {name: _smooth(each.by_place) for name, each in found.items()}, chosen, lang)
    mine = _smooth(found[chosen].by_place)
    _band(fig, x, mine, text.SCHEMES[chosen][lang])
    for length in (1, 2, 4, 8):
        fig.add_annotation(
            x=length * T,
            y=0,
            yref="paper",
            yanchor="bottom",
            text=f"{length} L",
            showarrow=False,
            font={"color": FAINT},
        )
    whole = T // BIN
    first, last = (float(mine[:, n * whole - whole // 2 : n * whole].mean()) for n in (1, BEYOND))
    ends = not np.isfinite(last)
    title = text.BY_PLACE_ENDS if ends else text.BY_PLACE_TITLE
    fig.update_xaxes(title=text.PLACE_AXIS[lang])
    fig.update_yaxes(title=text.NATS_AXIS[lang], range=_window(found))
    facts = {"name": text.SCHEMES[chosen][lang], "first": first, "last": last, "T": T, "far": BEYOND * T}
    return finish(fig, title[lang].format(**facts), height=430).update_layout(showlegend=False)


def curves(found: Mapping[str, Scheme], chosen: str, lang: Lang) -> go.Figure:
    """Nats per character on held-out windows during the training."""
    fig, x = go.Figure(), np.array(found[chosen].at)
    _others(fig, x, {name: each.held for name, each in found.items()}, chosen, lang)
    _band(fig, x, found[chosen].held, text.SCHEMES[chosen][lang])
    order = sorted(found, key=lambda name: found[name].held.mean())
    fig.update_xaxes(title=text.STEP_AXIS[lang])
    fig.update_yaxes(title=text.NATS_AXIS[lang])
    facts = {"best": text.SCHEMES[order[0]][lang], "rank": order.index(chosen) + 1, "n": len(order)}
    title = text.CURVES_TITLE[lang].format(name=text.SCHEMES[chosen][lang], **facts)
    return finish(fig, title, height=320).update_layout(showlegend=False)


def adds(found: Scheme, lang: Lang) -> go.Figure:
    """What each head of the first layer adds to a score, by distance to the past."""
    fig = go.Figure()
    for head, row in enumerate(found.adds):
        line = {"color": CATEGORIES[head], "width": 2, "dash": DASHES[head % len(DASHES)]}
        name = text.HEAD_NAME[lang].format(head=head + 1)
        fig.add_trace(go.Scatter(x=np.arange(len(row)), y=_small(row), mode="lines", line=line, name=name))
    fig.update_xaxes(title=text.BACK_AXIS[lang])
    fig.update_yaxes(title=text.ADDED_AXIS[lang])
    drop = float((found.adds[:, 0] - found.adds[:, -8:].mean(1)).mean())
    name = text.SCHEMES[found.config.positions][lang]
    fig = finish(fig, text.ADDS_TITLE[lang].format(name=name, drop=drop), height=360)
    return fig


def forming(found: Scheme, lang: Lang) -> go.Figure:
    """How the rows of a learnt table come to resemble their neighbours; one frame per measurement, on the client."""
    frames = found.frames
    fig = go.Figure(
        go.Heatmap(
            z=frames[-1],
            zmin=-100,
            zmax=100,
            colorscale=scale(DIVERGING),
            showscale=False,
            hovertemplate=text.LIKE_HOVER[lang],
        )
    )
    names = [str(step) for step in found.at]
    fig.frames = [
        {"name": name, "data": [{"type": "heatmap", "z": frame}]} for name, frame in zip(names, frames, strict=True)
    ]
    how = {"frame": {"duration": 150, "redraw": True}, "transition": {"duration": 0}, "mode": "immediate"}
    steps = [{"label": name, "method": "animate", "args": [[name], how]} for name in names]
    current = {"prefix": text.AFTER_STEPS[lang]}
    fig.update_layout(sliders=[{"steps": steps, "active": len(steps) - 1, "currentvalue": current, "y": -0.1}])
    fig.update_yaxes(autorange="reversed", scaleanchor="x", constrain="domain", title=text.PLACE_AXIS[lang])
    fig.update_xaxes(constrain="domain")
    first, last = (neighbours(frames[at]) for at in (0, -1))
    return finish(fig, text.FORMING_TITLE[lang].format(first=first, last=last), height=440)


def neighbours(frame: np.ndarray) -> float:
    """The mean cosine of a row with the next."""
    return float(frame.diagonal(1).mean()) / 100


def _others(fig: go.Figure, x: np.ndarray, curves: Mapping[str, np.ndarray], chosen: str, lang: Lang) -> None:
    for name, values in curves.items():
        if name != chosen:
            line = {"color": INDIGO, "width": 1}
            y, hover = _small(values.mean(0)), {"hovertemplate": "%{y:.3f}"}
            fig.add_trace(
                go.Scatter(x=x, y=y, mode="lines", line=line, opacity=0.45, name=text.SCHEMES[name][lang], **hover)
            )


def _band(fig: go.Figure, x: np.ndarray, values: np.ndarray, name: str) -> None:
    """The mean over seeds and, around it, all of them."""
    keep = np.isfinite(values).all(0)
    x, values = x[keep], values[:, keep]
    clear = {"color": "rgba(0,0,0,0)"}
    fig.add_trace(go.Scatter(x=x, y=_small(values.max(0)), mode="lines", line=clear, hoverinfo="skip"))
    fill = {"fill": "tonexty", "fillcolor": "rgba(128,128,128,0.3)", "hoverinfo": "skip"}
    fig.add_trace(go.Scatter(x=x, y=_small(values.min(0)), mode="lines", line=clear, **fill))
    line = {"color": CINNABAR, "width": 3}
    fig.add_trace(go.Scatter(x=x, y=_small(values.mean(0)), mode="lines", line=line, name=name))


def _smooth(values: np.ndarray, width: int = 3) -> np.ndarray:
    """A running mean over neighbouring bins: windows are few, and every place has its own characters."""
    kernel = np.ones(width) / width
    middle = np.stack([np.convolve(row, kernel, "same") for row in values])
    middle[:, [0, -1]] = values[:, [0, -1]]
    return np.where(np.isfinite(values) & ~np.isfinite(middle), values, middle)


def _window(found: Mapping[str, Scheme]) -> list[float]:
    """An axis that holds most of all curves: one that explodes may leave it."""
    values = np.concatenate([each.by_place[:, 1:].mean(0) for each in found.values()])
    low, high = np.percentile(values[np.isfinite(values)], [0, 97])
    return [float(low) - 0.1, float(high) + 0.15]


def _small(values: np.ndarray) -> np.ndarray:
    return np.round(values, 4).astype(np.float32)
