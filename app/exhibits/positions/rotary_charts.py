"""The figures of RoPE: dials that turn on the client, and what is known about the score at a distance."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import plotly.graph_objects as go

from app.exhibits.positions import text
from app.house.figures import Ready, ready
from app.i18n import Lang
from app.theme import CINNABAR, FAINT, GREY, INDIGO, finish, play_button
from core.positions import frequencies, rope_decay_bound, rotate
from core.positions.recorded import table
from core.positions.rotary import mean_score
from core.positions.schemes import Ask

DIALS, ROW = 8, 4
FRAMES = 60
LONGEST = 512  # distances that the length slider can ask for


def dials(q: np.ndarray, k: np.ndarray, ask: Ask, moves: str, n: int, lang: Lang) -> Ready:
    """Pairs of features as hands of clocks, below them the score; one frame for each place of the query."""
    rates = frequencies(ask.Dh, ask.base)
    shown = np.unique(np.linspace(0, len(rates) - 1, min(DIALS, len(rates))).astype(int))
    last = ask.T - 1
    places = np.unique(np.linspace(0, last, min(FRAMES, ask.T)).astype(int))
    keys = np.full_like(places, n) if moves == "query" else np.maximum(0, places - n)
    queries = places if moves == "query" else keys + n
    if moves == "both":
        keep = queries <= last
        queries, keys = queries[keep], keys[keep]
    longest = max(np.hypot(x[0::2][shown], x[1::2][shown]).max() for x in (q, k))
    hands_q, hands_k = (_hands(x, at, shown, ask.base, longest) for x, at in ((q, queries), (k, keys)))
    apart = queries - keys
    far = np.arange(apart.min(), apart.max() + 1) if moves == "query" else np.arange(-last, last + 1)
    curve = rotate(np.repeat(q[None], len(far), 0), far, base=ask.base) @ k
    now = rotate(np.repeat(q[None], len(apart), 0), apart, base=ask.base) @ k
    fig = go.Figure([_rims(shown), *_labels(shown, rates)])
    fig.add_trace(_hand(hands_q[0], CINNABAR, text.QUERY[lang], 4))
    fig.add_trace(_hand(hands_k[0], INDIGO, text.KEY[lang], 3))
    line = {"color": GREY, "width": 2}
    fig.add_trace(go.Scatter(x=far, y=curve.astype(np.float32), mode="lines", line=line, xaxis="x2", yaxis="y2"))
    marker = {"color": CINNABAR, "size": 13}
    fig.add_trace(go.Scatter(x=[apart[0]], y=[now[0]], mode="markers", marker=marker, xaxis="x2", yaxis="y2"))
    moving = [len(fig.data) - 4, len(fig.data) - 3, len(fig.data) - 1]
    names = [str(place) for place in queries]
    frames = [
        {
            "name": names[at],
            "traces": moving,
            "data": [
                {"type": "scatter", "x": _plain(hands_q[at][0]), "y": _plain(hands_q[at][1])},
                {"type": "scatter", "x": _plain(hands_k[at][0]), "y": _plain(hands_k[at][1])},
                {"type": "scatter", "x": [int(apart[at])], "y": [float(now[at])]},
            ],
        }
        for at in range(len(names))
    ]
    how = {"frame": {"duration": 80, "redraw": False}, "transition": {"duration": 0}, "mode": "immediate"}
    steps = [{"label": name, "method": "animate", "args": [[name], how]} for name in names]
    prefix = text.NOW_QUERY if moves == "query" else text.NOW_BOTH
    current = {"prefix": prefix[lang].format(n=n), "font": {"size": 14}}
    moved = {
        "sliders": [{"steps": steps, "currentvalue": current, "x": 0.14, "len": 0.86, "y": -0.1, "tickcolor": FAINT}],
        "updatemenus": [play_button(text.PLAY[lang], {**how, "fromcurrent": True}, x=0, y=-0.16, yanchor="top")],
    }
    fig.layout["showlegend"] = False
    rows = -(-len(shown) // ROW)
    fig.layout["xaxis"] = {"visible": False, "range": [-1.25, 2.6 * ROW - 1.35], "domain": [0, 1]}
    fig.layout["yaxis"] = {
        "visible": False,
        "range": [-2.9 * (rows - 1) - 1.75, 1.15],
        "domain": [0.32, 1],
        "scaleanchor": "x",
    }
    fig.layout["xaxis2"] = {"anchor": "y2", "title": {"text": text.APART_AXIS[lang]}}
    fig.layout["yaxis2"] = {"anchor": "x2", "title": {"text": "q·k"}, "domain": [0, 0.24]}
    facts = {"fast": 2 * np.pi / rates[0], "slow": f"{2 * np.pi / rates[-1]:,.0f}", "pairs": len(rates)}
    title = text.DIALS_TITLE if moves == "query" else text.DIALS_TITLE_BOTH
    fig = finish(fig, title[lang].format(score=float(now[0]), n=n, **facts), height=680)
    fig.layout["margin"]["b"] = 110
    sent = ready(fig).to_dict()  # sixty frames and steps through Plotly's checks would take 60 ms: they go unchecked
    return Ready({**sent, "layout": {**sent["layout"], **moved}, "frames": frames})


def _plain(values: np.ndarray) -> list[float | None]:
    """Numbers as JSON has them: a gap is nothing."""
    return [None if x != x else x for x in values.tolist()]


def _hands(
    x: np.ndarray, places: np.ndarray, shown: np.ndarray, base: float, longest: float
) -> list[tuple[np.ndarray, np.ndarray]]:
    """For every place the hands as one broken line: from the middle of each dial to the tip, then a gap."""
    turned = rotate(np.repeat(x[None], len(places), 0), places, base=base) / longest  # (frames, Dh)
    tips = turned.reshape(len(places), -1, 2)[:, shown]
    middles = _middles(len(shown))
    frames = []
    for tip in tips:
        ends = np.stack([middles, middles + tip, np.full_like(middles, np.nan)], axis=1).reshape(-1, 2)
        frames.append((ends[:, 0].round(3), ends[:, 1].round(3)))
    return frames


def _middles(N: int) -> np.ndarray:
    at = np.arange(N)
    return np.stack([2.6 * (at % ROW), -2.9 * (at // ROW)], axis=1).astype(float)


def _rims(shown: np.ndarray) -> go.Scatter:
    turn = np.append(np.linspace(0, 2 * np.pi, 49), np.nan)
    x, y = np.concatenate([np.stack([np.cos(turn), np.sin(turn)]) + at[:, None] for at in _middles(len(shown))], axis=1)
    line = {"color": FAINT, "width": 1}
    return go.Scatter(x=x.round(3), y=y.round(3), mode="lines", line=line, hoverinfo="skip")


def _labels(shown: np.ndarray, rates: np.ndarray) -> list[go.Scatter]:
    middles = _middles(len(shown))
    said = [f"λ = {2 * np.pi / rates[pair]:,.1f}" for pair in shown]
    return [go.Scatter(x=middles[:, 0], y=middles[:, 1] - 1.3, mode="text", text=said, hoverinfo="skip")]


def _hand(ends: tuple[np.ndarray, np.ndarray], colour: str, name: str, width: int) -> go.Scatter:
    marker = {"size": [0, 9, 0] * (len(ends[0]) // 3), "color": colour, "symbol": "circle"}
    line = {"color": colour, "width": width}
    return go.Scatter(x=ends[0], y=ends[1], mode="lines+markers", line=line, marker=marker, name=name, hoverinfo="name")


def decay(Dh: int, base: float, T: int, lang: Lang) -> go.Figure:
    """What a score can reach at a distance, and the mean of MiniLM's own queries and keys, had they been turned."""
    far = np.arange(max(2, T))
    bound = rope_decay_bound(Dh, far, base)
    low, middle, high = _reached(base)[:, : len(far)]
    fig = go.Figure(_line(far, bound, CINNABAR, text.BOUND[lang], ""))
    band = {"color": "rgba(0,0,0,0)"}
    fig.add_trace(_line(far, high, INDIGO, "90 %", "2", line=band))
    fig.add_trace(_line(far, low, INDIGO, "10 %", "2", line=band, fill="tonexty", fillcolor="rgba(128,128,128,0.25)"))
    fig.add_trace(_line(far, middle, INDIGO, text.MEDIAN[lang], "2"))
    for axis, ground in (("", (0, 0.44)), ("2", (0.56, 1))):
        fig.layout[f"xaxis{axis}"] = {
            "domain": ground,
            "anchor": f"y{axis}",
            "title": {"text": text.DISTANCE_AXIS[lang]},
        }
        fig.layout[f"yaxis{axis}"] = {"anchor": f"x{axis}"}
    fig.layout["yaxis"]["rangemode"] = "tozero"
    tops = (text.BOUND_TOP[lang].format(Dh=Dh), text.REAL_TOP[lang].format(n=table().even[..., 0].size))
    place = {"y": 1.12, "xref": "paper", "yref": "paper", "xanchor": "left", "showarrow": False}
    fig.layout["annotations"] = [{**place, "x": x, "text": top} for x, top in zip((0, 0.56), tops, strict=True)]
    fig.layout["showlegend"] = False
    at = len(far) - 1
    facts = {"start": bound[0], "end": bound[at], "T": at, "m0": middle[0], "m1": middle[at]}
    fig = finish(fig, text.DECAY_TITLE[lang].format(**facts), height=360)
    return fig


@lru_cache(maxsize=16)
def _reached(base: float) -> np.ndarray:
    """The 10th, 50th and 90th percentile over MiniLM's heads of the mean score, (3, LONGEST), by distance."""
    real = table()
    pairs = real.even.shape[-1]
    rates = frequencies(2 * pairs, base)
    heads = zip(real.even.reshape(-1, pairs), real.odd.reshape(-1, pairs), strict=True)
    scores = np.stack([mean_score(even, odd, np.arange(LONGEST), rates) for even, odd in heads])
    return np.percentile(scores, [10, 50, 90], axis=0)


def _line(x: np.ndarray, y: np.ndarray, colour: str, name: str, axis: str, **more) -> go.Scatter:
    style = {"line": {"color": colour, "width": 2}, **more}
    y = np.round(y, 4).astype(np.float32)
    return go.Scatter(x=x, y=y, mode="lines", name=name, xaxis=f"x{axis}", yaxis=f"y{axis}", **style)
