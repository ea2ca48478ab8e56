"""The entrance's recorded figures are what the exhibits draw today."""

from __future__ import annotations

import base64
import json
from typing import Any

import numpy as np
import pytest

from app.catalog import EXHIBITS
from app.exhibits.entrance.recorded import SKY, fresh, recorded
from app.i18n import LANGS
from app.theme import CINNABAR


def unpacked(value: Any) -> Any:
    """Plotly's packed arrays as numbers, rounded to what is seen: another processor may differ in the last bit."""
    if isinstance(value, dict):
        if "bdata" in value:
            numbers = np.frombuffer(base64.b64decode(value["bdata"]), value["dtype"]).astype(float)
            return [None if np.isnan(number) else round(number, 3) for number in numbers.tolist()]  # a gap in a line
        return {key: unpacked(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [unpacked(inner) for inner in value]
    return round(value, 3) if isinstance(value, float) else value


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", [SKY, *(exhibit.path for exhibit in EXHIBITS)])
def test_recorded_figures_are_up_to_date(name, lang) -> None:
    kept, drawn = (json.loads(str(figure.to_json())) for figure in (recorded(name, lang), fresh()[name](lang)))
    template = kept["layout"].pop("template")
    assert template["layout"]["colorway"][0] == CINNABAR  # Streamlit's, which follows the theme on screen
    del drawn["layout"]["template"]  # whichever was set last in this process
    assert unpacked(kept) == unpacked(drawn), "draw them again: python -m app.exhibits.entrance"
