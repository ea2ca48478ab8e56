"""The entrance's figures as files: the first page of a new server is drawn without numpy at work and without torch.

``python -m app.exhibits.entrance`` draws them again; a test compares them with what the exhibits draw today.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
from streamlit.elements.lib.streamlit_plotly_theme import configure_streamlit_plotly_theme

from app.catalog import EXHIBITS, Exhibit
from app.house.figures import Ready
from app.i18n import LANGS, Lang
from app.lit import live
from app.theme import wrapped
from core.runtime import ASSETS

FOLDER = ASSETS / "recorded" / "entrance"
SKY = "sky"
HEIGHT = 300  # px, of a plate
COLUMNS = 38  # of its title


@cache
def recorded(name: str, lang: Lang) -> Ready:
    """The star chart (``SKY``) or an exhibit's plate."""
    return Ready(json.loads(_file(name, lang).read_text(encoding="utf-8")))


def fresh() -> dict[str, Callable[[Lang], Any]]:
    """What draws each figure."""
    from app.exhibits.entrance.charts import star_chart

    return {SKY: partial(star_chart, live=live()), **{each.path: partial(_plate, each) for each in EXHIBITS}}


def _plate(exhibit: Exhibit, lang: Lang) -> go.Figure:
    """All plates of one height, so that they stand in rows; three beside each other leave narrow titles."""
    fig = go.Figure(exhibit.plate(lang))
    said = str(fig.layout["title"]["text"]).replace("<br>", "" if lang == "zh" else " ")
    return fig.update_layout(height=HEIGHT, title_text=wrapped(said, COLUMNS))


def record() -> None:
    """Draw all of them, in both languages, on Streamlit's template: its placeholders follow the theme on screen."""
    configure_streamlit_plotly_theme()
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, draw in fresh().items():
        for lang in LANGS:
            _file(name, lang).write_text(draw(lang).to_json() + "\n", encoding="utf-8")


def _file(name: str, lang: Lang) -> Path:
    return FOLDER / f"{name}.{lang}.json"
