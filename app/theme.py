"""The look of every figure: what a colour means, and one layout.

Figures carry Streamlit's placeholder colours; the browser replaces them by the palette of
``.streamlit/config.toml`` for the theme on screen, so light and dark follow without a rerun. A figure that leaves
the page (HTML, notebook) is given the light palette by ``resolved``.
"""

from __future__ import annotations

import json
import re
import tomllib
import unicodedata
from functools import cache
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

import plotly.graph_objects as go

# The same thing has the same colour everywhere.
CINNABAR = "#000001"  # what you touch, what is ours: query, student, generated
INDIGO = "#000002"  # the second voice: key, teacher, a published figure
GREEN = "#000003"  # value
GREY = "#000004"  # a control, always dashed
ORANGE, SKY, PURPLE, OLIVE = (
    "#000005",
    "#000006",
    "#000007",
    "#000008",
)  # further categories, with a second mark
INK = "#000009"  # real data, labels
FAINT = "#000010"  # axes, what is not in play
CATEGORIES = (CINNABAR, INDIGO, GREEN, ORANGE, SKY, PURPLE, OLIVE, GREY)

SEQUENTIAL = tuple(f"#0000{i}" for i in range(11, 21))  # paper to indigo
DIVERGING = tuple(f"#0000{i}" for i in range(21, 31))  # blue, paper, orange
FONT = "Inter, Segoe UI, Helvetica, PingFang SC, Noto Sans SC, Noto Sans CJK SC, Microsoft YaHei, sans-serif"

CONFIG = Path(__file__).parents[1] / ".streamlit" / "config.toml"


def scale(colours: tuple[str, ...]) -> list[list[float | str]]:
    """A Plotly colour scale with the colours at equal distances."""
    return [[i / (len(colours) - 1), colour] for i, colour in enumerate(colours)]


DESK = 38  # columns of a title beside a picture


def finish(fig: go.Figure, title: str, *, height: int = 420, widest: int = 54) -> go.Figure:
    """Give a figure the house's layout: the title says what is seen, the legend stands below.

    ``widest``: columns of a line of the title; ``DESK`` for a figure in the narrow column.
    """
    notes: Any = fig.layout["annotations"]
    facets = [note.text for note in notes if note.yref == "paper" and note.y is not None and note.y >= 0.99]
    lines = max((1 + (text or "").count("<br>") for text in facets), default=0)
    layout = {
        "title": {
            "text": wrapped(title, widest),
            "x": 0,
            "xanchor": "left",
            "y": 1,
            "yref": "paper",
            "yanchor": "bottom",
            "automargin": True,  # it takes the room that its lines need
            "pad": {"b": 12 + 24 * lines},
            "font": {"size": 16},
        },
        "height": height,
        # At the top less than any title needs: Plotly moves second lines up only where it has to make room.
        "margin": {"l": 56, "r": 40, "t": 24, "b": 48},
        "modebar": {"orientation": "v"},  # beside the title, not over it
        "font": {"family": FONT, "size": 14},
        "hoverlabel": {"font": {"family": FONT, "size": 14}},
        "legend": {
            **{"orientation": "h", "x": 0, "xanchor": "left"},
            **{"y": 0, "yref": "container", "yanchor": "bottom"},  # the figure makes room for it, however long
        },
        "hovermode": "closest",
        "dragmode": "pan",
    }
    for name, value in layout.items():  # update_layout would walk the whole layout for each: 12 ms instead of 1
        fig.layout[name] = value
    return fig


def wrapped(title: str, widest: int = 54) -> str:
    """A title in lines of about equal length that a phone can show; a Chinese character is two columns wide."""
    return "<br>".join(part for line in title.split("<br>") for part in _lines(line, widest))


def _lines(line: str, widest: int) -> list[str]:
    """Cut where the parts come out even; a little less even where a comma or colon ends a line."""
    pieces = _PIECES.findall(line)
    before = [0, *accumulate(map(columns, pieces))]
    n = -(-before[-1] // widest)
    places = [i for i in range(1, len(pieces)) if pieces[i][0] not in _NEVER_FIRST]
    if n < 2 or not places:
        return [line]

    def uneven(i: int, wanted: float) -> float:
        pause = "".join(pieces[max(0, i - 2) : i]).rstrip()[-1:] in _PAUSES
        return abs(before[i] - wanted) - 10 * pause

    cuts = {min(places, key=lambda i: uneven(i, k * before[-1] / n)) for k in range(1, n)}
    edges = [0, *sorted(cuts), len(pieces)]
    return ["".join(pieces[a:b]).strip() for a, b in pairwise(edges)]


def columns(text: str) -> int:
    """How wide a text is, tags left out: a Chinese character takes two columns."""
    return sum(1 + (unicodedata.east_asian_width(c) in "WF") for c in _TAGS.sub("", text))


_HAN = "\u3000-\u30ff\u3400-\u9fff\uff00-\uffef"
_TAGS = re.compile(r"<[^>]*>")
_PIECES = re.compile(rf"<[^>]*>|[{_HAN}]|[^\s<{_HAN}]+|\s+|<")  # a tag, a character, a word, a gap
_PAUSES = set(",;:，；：。、")
_NEVER_FIRST = "，。、；：！？）》」』”’…—,.;:!?)]% \t"


@cache
def palette(mode: str) -> dict[str, str]:
    """Placeholder to colour, for ``"light"`` or ``"dark"``."""
    theme = tomllib.loads(CONFIG.read_text(encoding="utf-8"))["theme"][mode]
    categories = tuple(f"#0000{i:02d}" for i in range(1, 11))
    return {
        **dict(zip(categories, theme["chartCategoricalColors"], strict=True)),
        **dict(zip(SEQUENTIAL, theme["chartSequentialColors"], strict=True)),
        **dict(zip(DIVERGING, theme["chartDivergingColors"], strict=True)),
    }


def resolved(fig: go.Figure, mode: str = "light") -> go.Figure:
    """The same figure with real colours, for use outside the app."""
    text = str(fig.to_json())
    for placeholder, colour in palette(mode).items():
        text = text.replace(placeholder, colour)
    return go.Figure(json.loads(text))


def play_button(label: str, how: dict[str, object], **place: object) -> dict[str, object]:
    """A menu of one button that plays a figure's frames; ``how`` as Plotly's animate wants it.

    Plotly fills a pressed button with a light blue of its own, on which a dark theme's letters vanish.
    """
    button = {"label": label, "method": "animate", "args": [None, how]}
    look = {"bgcolor": "rgba(0,0,0,0)", "bordercolor": FAINT, "borderwidth": 1, "font": {"color": INDIGO}}
    return {"type": "buttons", "showactive": False, "buttons": [button], **look, **place}
