"""The figures of the three games."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import plotly.graph_objects as go

from app.exhibits.generators import text
from app.i18n import Lang
from app.theme import CINNABAR, GREEN, GREY, INDIGO, INK, finish
from core.generators import modes
from core.generators.records import Game
from core.generators.run import SPAN

Games = Mapping[str, Game]
LOOKS = {
    "minimax": (GREEN, "dot"),
    "nonsaturating": (INDIGO, "dash"),
    "wasserstein": (CINNABAR, "solid"),
}


def ends(games: Games, lang: Lang) -> go.Figure:
    """Where the points of seed 0 lie at the end, a square a game; crosses are the centres of the heaps."""
    fig = go.Figure()
    for place, (name, found) in enumerate(games.items()):
        axis, centres = "" if place == 0 else str(place + 1), modes(found.shape)
        assert centres is not None
        at = {"xaxis": f"x{axis}", "yaxis": f"y{axis}", "mode": "markers", "hoverinfo": "skip", "showlegend": False}
        x, y = centres.T
        fig.add_trace(go.Scatter(x=x, y=y, marker={"color": INK, "symbol": "cross-thin-open", "size": 9}, **at))
        x, y = np.round(found.made / 1000, 2).astype(np.float32).T
        fig.add_trace(go.Scatter(x=x, y=y, marker={"color": LOOKS[name][0], "size": 3, "opacity": 0.6}, **at))
        square = {"range": [-SPAN, SPAN], "showgrid": False, "zeroline": False, "showticklabels": False}
        across = [place / 3 + 0.005, (place + 1) / 3 - 0.005]
        fig.layout[f"xaxis{axis}"] = {**square, "domain": across, "anchor": f"y{axis}", "constrain": "domain"}
        up = {"domain": [0, 0.88], "anchor": f"x{axis}", "scaleanchor": f"x{axis}", "constraintoward": "top"}
        fig.layout[f"yaxis{axis}"] = {**square, **up, "constrain": "domain"}
        label = {"text": text.LOSSES[name][lang], "font_color": LOOKS[name][0], "showarrow": False}
        fig.add_annotation(x=sum(across) / 2, y=0.9, xref="paper", yref="paper", yanchor="bottom", **label)
    step = int(next(iter(games.values())).at[-1])
    return finish(fig, text.ENDS_TITLE[lang].format(step=step), height=300).update_layout(
        margin={"l": 8, "r": 8, "b": 8}
    )


def found(games: Games, lang: Lang) -> go.Figure:
    """Heaps found, a line a game."""
    centres = modes(next(iter(games.values())).shape)
    assert centres is not None
    fig = _lines(games, {name: game.found for name, game in games.items()}, lang)
    middle = {name: float(np.median(game.found[:, -1])) for name, game in games.items()}
    best, worst = max(middle, key=lambda name: middle[name]), min(middle, key=lambda name: middle[name])
    facts = {"best": text.LOSSES[best][lang], "worst": text.LOSSES[worst][lang], "all": len(centres)}
    words = text.CONTEST_EVEN if middle[best] == middle[worst] else text.CONTEST_TITLE
    title = words[lang].format(most=middle[best], least=middle[worst], **facts)
    fig.add_hline(len(centres), line={"color": GREY, "dash": "dash"})
    fig.update_yaxes(title=text.HEAPS_AXIS[lang], range=[0, 1.06 * len(centres)])
    return finish(fig, _capital(title), height=340)


def energy(games: Games, lang: Lang) -> go.Figure:
    """How far from real points, over how far real ones are from each other."""
    ratios = {name: game.energy / np.median(game.floor) for name, game in games.items()}
    fig = _lines(games, ratios, lang)
    middle = {name: float(np.median(rows[:, -1])) for name, rows in ratios.items()}
    best, worst = min(middle, key=lambda name: middle[name]), max(middle, key=lambda name: middle[name])
    facts = {"best": text.LOSSES[best][lang], "worst": text.LOSSES[worst][lang]}
    fig.add_hline(1, line={"color": GREY, "dash": "dash"})
    fig.update_yaxes(title=text.ENERGY_AXIS[lang], type="log", dtick=1)
    title = text.ENERGY_TITLE[lang].format(near=middle[best], far=middle[worst], **facts)
    return finish(fig, _capital(title), height=340)


def _lines(games: Games, rows: Mapping[str, np.ndarray], lang: Lang) -> go.Figure:
    """Median and range over the seeds at every look."""
    fig = go.Figure()
    for name, values in rows.items():
        colour, dash = LOOKS[name]
        at = games[name].at
        edge = np.concatenate([values.max(0), values.min(0)[::-1]]).astype(float).round(4)
        hidden = {"hoverinfo": "skip", "showlegend": False, "legendgroup": name}
        band = {"fill": "toself", "fillcolor": colour, "opacity": 0.15, "line_width": 0, "mode": "lines"}
        fig.add_trace(go.Scatter(x=[*at, *at[::-1]], y=edge, **band, **hidden))
    for name, values in rows.items():
        colour, dash = LOOKS[name]
        line = {"color": colour, "dash": dash, "width": 2.5}
        middle = np.median(values, axis=0).round(4)
        label = text.LOSSES[name][lang]
        fig.add_trace(go.Scatter(x=games[name].at, y=middle, mode="lines", name=label, legendgroup=name, line=line))
    fig.update_xaxes(title=text.TRAIN_STEP_AXIS[lang])
    return fig


def _capital(title: str) -> str:
    return title[0].upper() + title[1:]
