"""The star chart: every system of the index, lit where it is live."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from textwrap import wrap

import numpy as np
import plotly.graph_objects as go

from app.exhibits.entrance import history, lines, sky
from app.exhibits.entrance.words import LIVE, NOT_YET, STATES
from app.i18n import Lang
from app.lit import State, state
from app.theme import CINNABAR, FAINT, FONT, INDIGO, INK
from core import systems
from core.systems import System

HEIGHT = 810
SIZES = {  # pixels, by tier: what the design names first shines most
    "lit": {"A": 16, "B": 14, "C": 12},
    "dim": {"A": 8, "B": 7, "C": 6},
    "dark": {"A": 6, "B": 5, "C": 4},
}
SYMBOLS = {"lit": "star", "dim": "circle", "dark": "circle"}
COLOURS = {"lit": CINNABAR, "dim": INDIGO, "dark": FAINT}
OPACITY = {"lit": 1.0, "dim": 0.9, "dark": 0.65}
HALO = 0.18  # opacity of the ring around a live star
PAPER = "0 0 3px #000011, 0 0 3px #000011, 0 0 4px #000011"  # names stay legible over lines: a shadow of paper


@dataclass(frozen=True)
class Layer:
    """Stars of one level, all with a year or all without: one trace."""

    level: State
    stars: Sequence[System]
    fade: float  # 1, or less where a year is shown and the stars have none


def star_chart(
    lang: Lang, *, live: Mapping[str, str], matches: frozenset[str] = frozenset(), year: int | None = None
) -> go.Figure:
    """All systems as stars; ``live`` ones are lit, ``matches`` ringed, those after ``year`` not yet risen.

    ``customdata`` of a star is the system's id. With every year on screen the chart can play its own history.
    Visitors share the figure: draw it, do not change it.
    """
    newest = max(system.year or 0 for system in systems.load())
    return _chart(lang, frozenset(live), matches, year if year is not None and year < newest else None)


@lru_cache(maxsize=32)
def _chart(lang: Lang, live: frozenset[str], matches: frozenset[str], limit: int | None) -> go.Figure:
    shown = [s for s in systems.load() if limit is None or s.year is None or s.year <= limit]
    names = {system.id for system in shown}
    layers = [
        Layer(level, stars, 1 if dated or limit is None else history.FADED)
        for level in ("dark", "dim", "lit")
        for dated in (False, True)
        if (stars := [s for s in shown if state(s, live) == level and (s.year is not None) == dated])
    ]
    lit = [layer for layer in layers if layer.level == "lit"]
    behind = [*_legend(layers, lang), *lines.grid(), lines.figures(names)]
    bows = lines.descent(names, live, matches & names)
    rings = [_rings([systems.by_id(name) for name in sorted(matches & names)])] if matches & names else []
    front = [*map(_halo, lit), *(_stars(layer, lang, matches) for layer in layers)]
    layout, frames = _layout(lang, live), []
    if limit is not None:
        layout["title"] = history.caption(limit, lang)
    elif not matches:
        light = [(layer.stars, HALO) for layer in lit] + [(layer.stars, OPACITY[layer.level]) for layer in layers]
        frames = history.frames([(bow.year, bow.opacity) for bow in bows], light, first=len(behind), lang=lang)
        layout |= history.button(lang)
    return go.Figure([*behind, *(bow.trace for bow in bows), *rings, *front], layout=layout, frames=frames)


def _stars(layer: Layer, lang: Lang, matches: Set[str]) -> go.Scatter:
    level, stars = layer.level, layer.stars
    after = f"<br>{(LIVE if level == 'lit' else NOT_YET)[lang]}<extra></extra>"
    return go.Scatter(
        **_places(stars),
        showlegend=False,
        customdata=[system.id for system in stars],
        text=[system.name(lang) for system in stars],
        hovertext=[_hover(system, lang) for system in stars],
        hovertemplate="<b>%{text}</b>%{hovertext}" + after,
        opacity=OPACITY[level] * layer.fade,
        marker={
            "symbol": SYMBOLS[level],
            "size": [SIZES[level][system.tier] for system in stars],
            "color": COLOURS[level],
            "opacity": [1 if system.id in matches else history.FADED for system in stars] if matches else 1,
            "line": {"width": 0},
        },
        unselected={"marker": {"opacity": 0.7}},
    )


def _hover(system: System, lang: Lang) -> str:
    """What follows the name: its year, its line."""
    year = f" · {system.year}" if system.year else ""
    return "<br>".join([year, *(escape(part) for part in wrap(system.line(lang), 44 if lang == "en" else 22))])


def _places(stars: Sequence[System]) -> dict:
    at = np.array([sky.positions()[system.id] for system in stars], dtype=np.float32)
    return {"x": at[:, 0], "y": at[:, 1], "mode": "markers"}


def _halo(layer: Layer) -> go.Scatter:
    size = [1.9 * SIZES["lit"][system.tier] for system in layer.stars]
    return go.Scatter(
        **_places(layer.stars),
        **{"hoverinfo": "skip", "showlegend": False, "opacity": HALO * layer.fade},
        marker={"size": size, "color": CINNABAR, "line": {"width": 0}},
        unselected={"marker": {"opacity": 1}},
    )


def _rings(stars: Sequence[System]) -> go.Scatter:
    ring = {"symbol": "circle-open", "size": 20, "color": INK, "line": {"width": 1.6}}
    return go.Scatter(**_places(stars), hoverinfo="skip", showlegend=False, marker=ring)


def _legend(layers: Sequence[Layer], lang: Lang) -> list[go.Scatter]:
    """What the symbols mean and how many of each are on screen."""
    return [
        go.Scatter(
            x=[None],
            y=[None],
            mode="markers",
            name=f"{words[lang]} {sum(len(layer.stars) for layer in layers if layer.level == level)}",
            marker={"symbol": SYMBOLS[level], "size": SIZES[level]["A"], "color": COLOURS[level]},
        )
        for level, words in STATES.items()
    ]


def _names(lang: Lang, live: Set[str]) -> list[dict]:
    """A name over each constellation, and how many of its stars are lit once one is."""
    names = []
    for wing in systems.wings():
        patch = sky.patches()[wing.code]
        stars = [s for s in systems.load() if s.wing == wing.code]
        lit = sum(s.id in live for s in stars)
        side = "left" if patch.x < -0.5 else "right" if patch.x > 0.5 else "center"
        names.append(
            {
                "x": round(patch.x + {"left": -patch.r, "right": patch.r, "center": 0}[side], 3),
                "y": patch.label,
                "text": wing.name(lang) + (f" {lit}/{len(stars)}" if lit else ""),
                "xanchor": side,
                "yanchor": "middle",
                "showarrow": False,
                "font": {"size": 12, "color": CINNABAR if lit else INK, "shadow": PAPER},
            }
        )
    return names


def _nebulae() -> list[dict]:
    """A breath of colour behind each constellation, so that its stars belong together."""
    look = {"type": "circle", "layer": "below", "fillcolor": INDIGO, "opacity": 0.05, "line": {"width": 0}}
    return [
        {
            **look,
            **{"x0": round(patch.x - patch.r, 3), "x1": round(patch.x + patch.r, 3)},
            **{"y0": round(patch.y - patch.r, 3), "y1": round(patch.y + patch.r, 3)},
        }
        for patch in sky.patches().values()
    ]


def _layout(lang: Lang, live: Set[str]) -> dict:
    axis = {"visible": False, "range": [-1.09, 1.09], "fixedrange": True}
    return {
        "height": HEIGHT,
        "margin": {"l": 0, "r": 2, "t": 44, "b": 8},
        "xaxis": axis,
        "yaxis": axis,
        "font": {"family": FONT, "size": 13},
        "hoverlabel": {"font": {"family": FONT, "size": 14}, "align": "left"},
        "hovermode": "closest",
        "hoverdistance": 14,
        "dragmode": False,
        "annotations": _names(lang, live),
        "shapes": _nebulae(),
        "legend": {
            **{"orientation": "h", "x": 0.5, "xanchor": "center", "y": 0, "yanchor": "top"},
            **{"itemsizing": "trace", "itemclick": False, "itemdoubleclick": False},
        },
    }
