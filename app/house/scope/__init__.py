"""The token view: four pictures of attention, drawn and pointed at in the browser without asking the server.

``lines`` (head view), ``grid`` (matrix), ``thumbs`` (all layers and heads), ``neuron`` (vectors to weights). The
weights travel as ``core.attention.payload`` packs them, in an Arrow table, because Streamlit sends bytes in no other
way beside JSON. What the visitor settles on comes back as one event, ``act``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import pyarrow as pa
import streamlit as st
from streamlit.components.v2 import component

View = Literal["lines", "grid", "thumbs", "neuron"]
PARTS = ("ink", "lines", "grid", "thumbs", "neuron", "keep", "scope")  # one module, in the order of their use
FOLDER = Path(__file__).parent

_scope = component(
    "scope",
    html='<div id="scope"></div>',
    css=(FOLDER / "scope.css").read_text(encoding="utf-8"),
    js="\n".join((FOLDER / f"{part}.js").read_text(encoding="utf-8") for part in PARTS),
)


@dataclass(frozen=True)
class Names:
    """How one side of the picture is labelled; one entry per row or column."""

    shown: tuple[str, ...]
    titles: tuple[str, ...]  # on hover
    special: tuple[bool, ...]


@dataclass(frozen=True)
class Scene:
    """What is on stage, apart from the numbers."""

    view: View
    title: str  # what is seen
    caption: str  # where it is from; both leave the page with the picture
    file: str  # stem of saved files
    lang: str
    target: Names
    source: Names
    words: Mapping[str, str]  # labels inside the picture, in the visitor's language
    shape: tuple[int, ...]
    size: int = 15  # type in the picture, px
    layer: int = 0
    head: int = 0
    on: tuple[int, ...] = ()  # lines: the heads shown
    locked: int = -1  # lines: the row that is held
    best: tuple[int, int] | None = None  # lines: the pair named while nothing is pointed at
    picked: tuple[int, int] = (-1, -1)  # the cell whose numbers are shown
    rest: bool = False  # the last column is what is not drawn
    more: Mapping[str, Any] = field(default_factory=dict)  # what only one view needs: plain JSON


def scope(scene: Scene, packed: bytes, *, key: str, on_act: Callable[[], None]) -> None:
    """Draw ``scene``; ``on_act`` runs first thing when the visitor settles on something, see :func:`acted`."""
    data = {**vars(scene), "target": vars(scene.target), "source": vars(scene.source)}  # asdict would copy every label
    data |= data.pop("more")
    data["packed"] = pa.table({"bytes": pa.array([packed], pa.binary())})
    _scope(key=key, data=data, on_act_change=on_act)


def acted(key: str) -> dict[str, Any]:
    """Inside ``on_act``: what was settled on. ``kind`` is ``token``, ``cell``, ``head`` or ``heads``."""
    event = st.session_state[key].act
    return dict(event) if isinstance(event, Mapping) else {}
