"""One way to put a Plotly figure on a page."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

import plotly.graph_objects as go
import streamlit as st
from plotly.basedatatypes import BaseFigure


class Ready(BaseFigure):
    """A figure as it is sent, for a picture that many visitors share: drawn, checked and packed once."""

    def __init__(self, sent: Mapping[str, Any]) -> None:
        self._sent = sent

    def to_dict(self) -> Mapping[str, Any]:
        return self._sent


def ready(fig: go.Figure) -> Ready:
    """``fig`` made ready."""
    sent = json.loads(str(fig.to_json()))
    if "template" in (layout := sent["layout"]):
        layout["template"] = _same(json.dumps(layout["template"]))
    return Ready(sent)


@cache
def _same(template: str) -> Mapping[str, Any]:
    """One object for all figures with this template: it is most of a small picture."""
    return json.loads(template)


def points(event: Any) -> list[Mapping[str, Any]]:
    """The points of a chart that were chosen, as far as what came from the browser can be believed: each has whole
    numbers for ``point_index`` and ``curve_number``, none below 0; ``customdata`` may be anything."""
    try:
        found = list(event["selection"]["points"])
    except (TypeError, KeyError):  # nothing chosen yet, or no event at all
        return []
    return [
        point
        for point in found
        if isinstance(point, Mapping) and all(map(_counts, (point.get("point_index"), point.get("curve_number"))))
    ]


def _counts(number: object) -> bool:
    return isinstance(number, int) and number >= 0


def show(fig: BaseFigure, *, key: str, alt: str) -> None:
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
