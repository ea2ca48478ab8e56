"""When the systems appeared: one dot each, wing by wing and year by year."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from html import escape

import numpy as np
import plotly.graph_objects as go

from app.exhibits.entrance.words import STATES
from app.exhibits.systems import text
from app.i18n import Lang
from app.lit import state
from app.theme import CINNABAR, FAINT, INDIGO, finish
from core import systems
from core.systems import System

FIRST = 2013  # all earlier years share one column, since little happens in any one of them
EARLIER = FIRST - 1.5  # where that column stands: the gap says that the axis begins anew
ACROSS = 4  # dots side by side before a new row begins
STEP = (0.22, 0.2)  # between dots of one cell, in cells
LOOK = {  # symbol, pixels, colour
    "dark": ("circle", 5.5, FAINT),
    "dim": ("circle", 6.5, INDIGO),
    "lit": ("star", 12, CINNABAR),
}


def timeline(lang: Lang, shown: Sequence[System], live: Mapping[str, str]) -> go.Figure:
    """Dated systems among ``shown``; the axes are those of the whole index, so that a filter moves nothing.

    ``customdata`` of a dot is the system's id.
    """
    dated = [system for system in shown if system.year]
    places = _places(dated, live)
    fig = go.Figure()
    for level, (symbol, size, colour) in LOOK.items():
        dots = [system for system in dated if state(system, live) == level]
        at = np.array([places[system.id] for system in dots], dtype=np.float32).reshape(-1, 2)
        fig.add_scatter(
            x=at[:, 0],
            y=at[:, 1],
            mode="markers",
            name=STATES[level][lang],
            marker={"symbol": symbol, "size": size, "color": colour, "line": {"width": 0}},
            customdata=[system.id for system in dots],
            hovertext=[f"<b>{escape(system.name(lang))}</b> · {system.year}" for system in dots],
            hovertemplate="%{hovertext}<extra></extra>",
            unselected={"marker": {"opacity": 0.5}},
        )
    finish(fig, _title(dated, lang), height=150 + 30 * len(systems.wings()))
    _axes(fig, lang)
    return fig


def _title(dated: Sequence[System], lang: Lang) -> str:
    years = Counter(system.year for system in dated)
    if not years or max(years.values()) < 3:
        return text.TIMELINE_ONE[lang]
    year, n = max(years.items(), key=lambda item: item[1])
    return text.TIMELINE_TITLE[lang].format(year=year, n=n)


def _places(dated: Sequence[System], live: Mapping[str, str]) -> dict[str, tuple[float, float]]:
    """Each system in the cell of its year and wing, live ones first, then by year."""
    rows = {wing.code: i for i, wing in enumerate(systems.wings())}
    cells: dict[tuple[float, int], list[System]] = defaultdict(list)
    for system in sorted(dated, key=lambda system: (system.id not in live, system.year)):
        year = system.year or 0
        cells[year if year >= FIRST else EARLIER, rows[system.wing]].append(system)
    places = {}
    for (column, row), inside in cells.items():
        deep = -(-len(inside) // ACROSS)
        for i, system in enumerate(inside):
            wide = min(ACROSS, len(inside) - i // ACROSS * ACROSS)
            places[system.id] = (
                column + STEP[0] * (i % ACROSS - (wide - 1) / 2),
                row + STEP[1] * (i // ACROSS - (deep - 1) / 2),
            )
    return places


def _axes(fig: go.Figure, lang: Lang) -> None:
    last = max(system.year or 0 for system in systems.load())
    earlier = text.EARLIER[lang].format(year=(FIRST - 1) % 100)
    ticks = [text.YEAR_TICK[lang].format(year=year % 100) for year in range(FIRST, last + 1)]
    wings = systems.wings()
    fig.update_xaxes(
        range=[EARLIER - 0.6, last + 0.6],
        tickvals=[EARLIER, *range(FIRST, last + 1)],
        ticktext=[earlier, *ticks],
        tickangle=0,
        tickfont={"size": 11},
        title={"text": text.YEAR_AXIS[lang], "standoff": 8},
        side="bottom",
        showgrid=False,
        zeroline=False,
        fixedrange=True,
    )
    fig.update_yaxes(
        range=[len(wings) - 0.4, -0.6],
        tickvals=list(range(len(wings))),
        ticktext=[wing.name(lang) for wing in wings],
        tickfont={"size": 12},
        showgrid=True,
        zeroline=False,
        fixedrange=True,
        automargin=True,
    )
    fig.update_layout(dragmode=False, margin={"l": 8, "r": 8, "t": 48, "b": 96})
    fig.update_layout(legend={"x": 0.5, "xanchor": "center", "y": 0, "yref": "container", "yanchor": "bottom"})
