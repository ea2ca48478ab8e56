"""A slider over whole numbers that stands in the URL."""

from __future__ import annotations

import streamlit as st

from app.house.links import remember


def whole(key: str, label: str, low: int, high: int, *, default: int, step: int = 1, help: str | None = None) -> int:
    """The value; one from an old or mistyped link moves to the nearest end."""
    if key not in st.session_state:
        linked = st.query_params.get(key, "")
        st.session_state[key] = int(linked) if linked.isdecimal() and len(linked) < 7 else default
    st.session_state[key] = max(low, min(high, st.session_state[key]))
    value = st.slider(label, low, high, step=step, key=key, help=help)
    remember(key, None if value == default else str(value))
    return value
