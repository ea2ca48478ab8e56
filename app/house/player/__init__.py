"""The frame player: a film of points, over a picture that may change, drawn on a canvas in the browser.

``board`` is the same with the pointer in place of time: the place on a plane chooses the picture. ``slate`` takes one
stroke of the visitor's.

All frames travel once, as int16 thousandths (points) and bytes (pictures), in an Arrow table, because Streamlit sends
bytes in no other way beside JSON. Play, pause, step, slow and scrub never ask the server. Keys: space, arrows, Home,
End. Nobody who asked for less motion sees anything move by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import numpy as np
import pyarrow as pa
import streamlit as st
from jaxtyping import Float, Int, UInt8
from streamlit.components.v2 import component

from app.i18n import Lang, Text

FOLDER = Path(__file__).parent
Colour = Literal["generated", "real", "second", "faint"]
WORDS: Mapping[str, Text] = {
    "play": Text(en="Play", zh="播放"),
    "pause": Text(en="Pause", zh="暂停"),
    "back": Text(en="One frame back", zh="后退一帧"),
    "on": Text(en="One frame on", zh="前进一帧"),
    "slow": Text(en="Slow", zh="慢放"),
    "at": Text(en="Frame", zh="第几帧"),
    "drawn": Text(en="What the decoder draws", zh="解码器画出的图"),
    "board": Text(
        en="Arrow keys move, Enter settles on a place.",
        zh="方向键移动，回车选定一个位置。",
    ),
    "steer": Text(en="Space plays, arrows step, Home and End jump.", zh="空格播放，方向键逐帧，Home 和 End 跳到两端。"),
}

_player = component(
    "player",
    html='<div id="player"></div>',
    css=(FOLDER / "player.css").read_text(encoding="utf-8"),
    js="\n".join((FOLDER / f"{part}.js").read_text(encoding="utf-8") for part in ("board", "slate", "player")),
)


@dataclass(frozen=True, eq=False)
class Layer:
    """Points in all frames, or, with one frame, points that stay."""

    points: Int[np.ndarray, "F N 2"]  # thousandths
    colour: Colour
    label: str
    trail: bool = False  # a line from where each point was
    lines: int = 0  # > 0: the points are a square net of so many rows; -1: pairs, each an arrow
    size: float = 2.0  # px


@dataclass(frozen=True, eq=False)
class Film:
    """What is played."""

    title: str
    layers: Sequence[Layer]
    captions: Sequence[str]  # one a frame: what is seen now
    span: float  # half the side of the picture, in units of the data
    surfaces: UInt8[np.ndarray, "F G G"] | None = None  # rows from below; 128 is neutral
    ends: tuple[str, str] = ("", "")  # what the two ends of the surface's colours mean
    start: int = 0  # the frame on screen at first
    rate: float = 36.0  # frames a second
    note: str = field(default="")

    def packed(self) -> bytes:
        """All layers after one another as int16, then the surfaces as bytes."""
        parts = [np.ascontiguousarray(layer.points, "<i2").tobytes() for layer in self.layers]
        return b"".join([*parts, b"" if self.surfaces is None else np.ascontiguousarray(self.surfaces).tobytes()])


def player(film: Film, lang: Lang, *, key: str) -> None:
    """Put the film on the page, paused at ``start``."""
    layers = [
        {
            "frames": layer.points.shape[0],
            "n": layer.points.shape[1],
            "colour": layer.colour,
            "label": layer.label,
            "trail": layer.trail,
            "lines": layer.lines,
            "size": layer.size,
        }
        for layer in film.layers
    ]
    data = {
        "title": film.title,
        "note": film.note,
        "layers": layers,
        "captions": list(film.captions),
        "span": film.span,
        "grid": 0 if film.surfaces is None else film.surfaces.shape[1],
        "ends": list(film.ends),
        "start": max(0, min(film.start, len(film.captions) - 1)),
        "rate": film.rate,
        "words": {name: word[lang] for name, word in WORDS.items()},
        "packed": pa.table({"bytes": pa.array([film.packed()], pa.binary())}),
    }
    _player(key=key, data=data)


@dataclass(frozen=True, eq=False)
class Board:
    """A plane of codes, and what a decoder draws at every crossing of a net over it."""

    title: str
    codes: Int[np.ndarray, "N 2"]  # thousandths
    classes: UInt8[np.ndarray, " N"]  # 0 to 9, written at the place of the code
    pictures: UInt8[np.ndarray, "crossings pixels"]  # 255 is ink; rows from below, pixels from above
    span: float  # half the side of the plane
    at: tuple[float, float]  # the place that is settled on
    note: str = ""


def board(shown: Board, lang: Lang, *, key: str, on_at: Callable[[], None]) -> None:
    """Put it on the page; ``on_at`` runs first thing when the visitor settles on a place, see :func:`settled`."""
    packed = b"".join(np.ascontiguousarray(each).tobytes() for each in (shown.codes, shown.classes, shown.pictures))
    data = {
        "title": shown.title,
        "note": shown.note,
        "net": round(len(shown.pictures) ** 0.5),
        "side": round(shown.pictures.shape[1] ** 0.5),
        "n": len(shown.codes),
        "span": shown.span,
        "at": list(shown.at),
        "words": {name: word[lang] for name, word in WORDS.items()},
        "packed": pa.table({"bytes": pa.array([packed], pa.binary())}),
    }
    _player(key=key, data=data, on_at_change=on_at)


def settled(key: str) -> tuple[float, float] | None:
    """Inside ``on_at``: the place."""
    match st.session_state[key].at:
        case [int() | float() as x, int() | float() as y]:
            return float(x), float(y)
    return None


def slate(
    title: str, corners: Float[np.ndarray, "M 2"], span: float, *, key: str, on_stroke: Callable[[], None]
) -> None:
    """A place to draw one stroke; ``on_stroke`` runs first thing when the pen lifts, see :func:`stroke`."""
    _player(key=key, data={"title": title, "corners": corners.tolist(), "span": span}, on_stroke_change=on_stroke)


def stroke(key: str) -> Float[np.ndarray, "M 2"] | None:
    """Inside ``on_stroke``: its corners."""
    try:
        found = np.array(st.session_state[key].stroke, float) / 1000
    except (TypeError, ValueError):
        return None
    return found if found.ndim == 2 and found.shape[1] == 2 and np.isfinite(found).all() else None
