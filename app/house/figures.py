"""One way to put a Plotly figure on a page."""

from __future__ import annotations

import plotly.graph_objects as go
import streamlit as st


def show(fig: go.Figure, *, key: str, alt: str) -> None:
    """Draw a figure; its camera button saves it as the format chosen under *May I keep this?*."""
    config = {
        "displaylogo": False,
        "scrollZoom": False,
        "modeBarButtonsToRemove": ["select2d", "lasso2d", "autoScale2d"],
        "toImageButtonOptions": {
            "format": st.session_state.get("camera", "svg"),
            "filename": key,
            "scale": 2,
        },
    }
    st.plotly_chart(fig, theme="streamlit", config=config, key=key, alt=alt)
