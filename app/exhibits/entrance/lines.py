"""The lines of the star chart: its rim, the figures of the constellations, who descends from whom."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import cache

import numpy as np
import plotly.graph_objects as go

from app.exhibits.entrance import sky
from app.theme import CINNABAR, FAINT, INDIGO
from core import systems


def _pen(parts: Sequence[np.ndarray], **style) -> go.Scatter:
    """Many separate lines as one trace: a missing point lifts the pen."""
    gap = np.full((1, 2), np.nan)
    path = np.concatenate([piece for part in parts for piece in (part, gap)] or [gap]).astype(np.float32)
    return go.Scatter(x=path[:, 0], y=path[:, 1], mode="lines", hoverinfo="skip", showlegend=False, **style)


def grid() -> list[go.Scatter]:
    """The sky behind all, two circles and the hours, and a graduated rim, as on an old chart."""
    edge = sky.rim(121)
    hours = [np.array([0.34 * point, 1.04 * point]) for point in edge[:-1:10]]
    ticks = [np.array([1.04 * point, 1.07 * point]) for point in edge[:-1:2]]
    rim = [1.04 * edge, 1.07 * edge, *ticks]
    return [
        _pen([0.34 * edge, 0.69 * edge, *hours], line={"color": FAINT, "width": 0.7, "dash": "dot"}, opacity=0.3),
        _pen(rim, line={"color": FAINT, "width": 0.8}, opacity=0.5),
    ]


def figures(names: Set[str]) -> go.Scatter:
    """The lines that make each wing a constellation, as far as its stars have risen."""
    at = sky.positions()
    parts = [np.array([at[a], at[b]]) for a, b in _figures() if a in names and b in names]
    return _pen(parts, line={"color": FAINT, "width": 0.8}, opacity=0.45)


@cache
def _figures() -> list[tuple[str, str]]:
    """The shortest tree through the brighter stars of each wing; through all where few are bright."""
    found = []
    for wing in systems.wings():
        stars = [s for s in systems.load() if s.wing == wing.code]
        bright = [s for s in stars if s.tier != "C"]
        ids = [s.id for s in (bright if len(bright) > 3 else stars)]
        found += [(ids[a], ids[b]) for a, b in sky.tree([sky.positions()[name] for name in ids])]
    return found


@dataclass(frozen=True)
class Bows:
    """Lines of descent that rise in the same year, in one trace."""

    year: int  # of the younger system; 0 where neither has one
    opacity: float
    trace: go.Scatter


def descent(names: Set[str], live: Set[str], matches: Set[str]) -> list[Bows]:
    """Who builds on whom, as thin bows; cinnabar between two live systems and around a match."""
    found: dict[tuple[int, bool], list[np.ndarray]] = {}
    for earlier, later in systems.descent():
        if earlier in names and later in names:
            strong = {earlier, later} <= live or bool(matches & {earlier, later})
            year = max(systems.by_id(earlier).year or 0, systems.by_id(later).year or 0)
            found.setdefault((year, strong), []).append(_bow(earlier, later))
    bows = []
    for (year, strong), parts in sorted(found.items(), key=lambda item: item[0]):
        opacity = 0.5 if strong else 0.1 if matches else 0.2
        line = {"color": CINNABAR if strong else INDIGO, "width": 1.2 if strong else 1, "shape": "spline"}
        bows.append(Bows(year, opacity, _pen(parts, line=line, opacity=opacity)))
    return bows


def _bow(earlier: str, later: str) -> np.ndarray:
    """A flat bow from one star to another, always bent to its left."""
    a, b = np.array(sky.positions()[earlier]), np.array(sky.positions()[later])
    top = (a + b) / 2 + 0.18 * np.array([a[1] - b[1], b[0] - a[0]])
    t = np.linspace(0, 1, 5)[:, None]
    return (1 - t) ** 2 * a + 2 * t * (1 - t) * top + t**2 * b
