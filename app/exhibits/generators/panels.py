"""Several panels in one figure: what a panel shows stands above it, where a phone has room for it."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from app.theme import FAINT

SIDES = {"l": 44, "r": 16}  # margins of a figure whose vertical axes have no titles


def head(fig: go.Figure, label: str, across: Sequence[float], up: Sequence[float] = (0.0, 1.0)) -> None:
    """``label`` above the panel that spans ``across`` and ``up`` of the paper."""
    at = {"xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "bottom"}
    font = {"size": 13, "color": FAINT}
    fig.add_annotation(text=label, x=across[0], y=up[1], showarrow=False, font=font, **at)
