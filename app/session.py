"""Who is looking, and what they have set: the controls that every page shares."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import streamlit as st

from app.i18n import LANGS, Lang


def language() -> Lang:
    """The visitor's language: the switch if it was used, else the browser's first choice."""
    chosen = st.session_state.get("lang")
    if chosen in LANGS:
        return cast(Lang, chosen)
    return "zh" if (st.context.locale or "").lower().startswith("zh") else "en"


def sentence(example: str) -> str:
    """The text that travels from exhibit to exhibit, or this exhibit's own example while there is none."""
    return st.session_state.get("text", "").strip() or example


def seed() -> int:
    """The seed that every random thing on the page starts from."""
    return int(st.session_state.get("seed", 0))


def presenting() -> bool:
    """Whether the page is on a projector: larger type, controls folded."""
    return bool(st.session_state.get("present", False))


@st.cache_data(max_entries=64, show_spinner=False)
def _once(_function: Callable[..., Any], name: str, _data: Any, data_key: str, config: Any) -> Any:
    return _function(_data, config)


def once(function: Callable[..., Any], data: Any, config: Any, *, data_key: str = "") -> Any:
    """Run toy work (at most 250 ms) once for all visitors; longer work goes through ``core.jobs``.

    ``data_key`` names the data (a corpus name, a digest): the data itself is not hashed.
    """
    return _once(function, f"{function.__module__}.{function.__qualname__}", data, data_key, config)
