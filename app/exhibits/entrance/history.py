"""The history of the sky, played in the browser: stars and lines rise with the years.

Nothing is asked of the server. A frame carries brightness only: a byte for a star, a number for all those without a
year, which stay faint.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from app.exhibits.entrance.words import PLAY, SKY_OF
from app.i18n import Lang
from app.theme import INDIGO, play_button
from core.systems import System

YEARS = (1990, 2003, 2010, *range(2013, 2023))  # before 2013 little happens in any one year
PAUSE = 900  # milliseconds that a year stays
FADED = 0.35  # of its light: a star without a year while years are shown, a star that was not searched for


def caption(year: int, lang: Lang) -> dict:
    """The layout's title: which sky this is."""
    return {
        **{"text": SKY_OF[lang].format(year=year), "x": 0.5, "xanchor": "center", "y": 0.985, "yanchor": "top"},
        "font": {"size": 18, "color": INDIGO},
    }


def frames(
    lines: Sequence[tuple[int, float]], stars: Sequence[tuple[Sequence[System], float]], *, first: int, lang: Lang
) -> list[dict]:
    """The years one by one, ending with the whole sky.

    ``lines`` are the lines of descent, each trace with its year and opacity, traces ``first`` on; ``stars`` the
    systems of each trace after them, all with a year or all without, with its opacity.
    """

    def light(group: Sequence[System], opacity: float, year: int | None) -> dict:
        if group[0].year is None:
            return {"opacity": opacity * (1 if year is None else FADED)}
        risen = [year is None or (system.year or 0) <= year for system in group]
        return {"marker": {"opacity": np.array(risen, dtype=np.uint8)}}

    def drawn(born: int, year: int | None) -> bool:
        return year is None or born <= year

    def frame(year: int | None, before: int | None) -> dict:
        # The first frame sets every line, a later one only those that appear: Plotly checks each trace for 2 ms.
        fresh = year == YEARS[0]
        turned = [n for n, (born, _) in enumerate(lines) if fresh or drawn(born, year) != drawn(born, before)]
        brightness = [{"opacity": lines[n][1] if drawn(lines[n][0], year) else 0} for n in turned]
        return {
            "data": brightness + [light(group, opacity, year) for group, opacity in stars],
            "traces": [first + n for n in turned] + [first + len(lines) + n for n in range(len(stars))],
            "layout": {"title": {"text": "" if year is None else SKY_OF[lang].format(year=year)}},
        }

    return [frame(year, before) for year, before in zip((*YEARS, None), (None, *YEARS), strict=True)]


def button(lang: Lang) -> dict:
    """The part of the layout that plays them."""
    how = {"frame": {"duration": PAUSE, "redraw": True}, "transition": {"duration": 0}, "mode": "immediate"}
    menu = play_button(PLAY[lang], how, x=0, xanchor="left", y=1, yanchor="bottom")
    return {"title": {**caption(0, lang), "text": ""}, "updatemenus": [menu]}
