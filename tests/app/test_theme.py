"""Colours that stay apart for colour-blind readers, text that stays readable, placeholders that get resolved."""

from __future__ import annotations

import re
from itertools import combinations

import numpy as np
import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import theme

# Viénot, Brettel & Mollon 1999, in linear RGB.
DEUTERANOPIA = np.array([[0.29275, 0.70725, 0.0], [0.29275, 0.70725, 0.0], [-0.02234, 0.02234, 1.0]])
PROTANOPIA = np.array([[0.11238, 0.88762, 0.0], [0.11238, 0.88762, 0.0], [0.00401, -0.00401, 1.0]])
NORMAL = np.eye(3)


def linear(colour: str) -> np.ndarray:
    c = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    return np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4)


def lab(rgb: np.ndarray) -> np.ndarray:
    """CIE 1976 L*a*b*, D65."""
    xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]) @ rgb
    t = xyz / np.array([0.9505, 1.0, 1.089])
    f = np.where(t > (6 / 29) ** 3, np.cbrt(t), t / (3 * (6 / 29) ** 2) + 4 / 29)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def contrast(a: str, b: str) -> float:
    """WCAG 2.1 contrast ratio."""
    light, dark = sorted((linear(c) @ [0.2126, 0.7152, 0.0722] for c in (a, b)), reverse=True)
    return float((light + 0.05) / (dark + 0.05))


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("eye", [NORMAL, DEUTERANOPIA, PROTANOPIA], ids=["normal", "deuteranopia", "protanopia"])
def test_the_voices_of_a_figure_stay_apart(mode: str, eye: np.ndarray) -> None:
    """Query, key, value and control: 2.3 is a just noticeable difference, 10 is seen at a glance."""
    colours = [theme.palette(mode)[c] for c in (theme.CINNABAR, theme.INDIGO, theme.GREEN, theme.GREY)]
    for a, b in combinations(colours, 2):
        seen = [lab(np.clip(eye @ linear(c), 0, 1)) for c in (a, b)]
        assert np.linalg.norm(seen[0] - seen[1]) > 10, (a, b)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_text_contrast(mode: str) -> None:
    import tomllib

    colours = tomllib.loads(theme.CONFIG.read_text(encoding="utf-8"))["theme"][mode]
    for paper in (colours["backgroundColor"], colours["secondaryBackgroundColor"]):
        for ink in (colours["textColor"], colours["linkColor"], colours["primaryColor"]):
            assert contrast(ink, paper) >= 4.5, (ink, paper)
        for placeholder in (theme.INK, theme.FAINT):
            assert contrast(theme.palette(mode)[placeholder], paper) >= 4.5


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_sequential_scale_grows_evenly(mode: str) -> None:
    """A darker (on night: brighter) cell always means more."""
    lightness = [lab(linear(theme.palette(mode)[c]))[0] for c in theme.SEQUENTIAL]
    steps = np.diff(lightness)
    assert (steps < 0).all() if mode == "light" else (steps > 0).all()


def test_resolved_leaves_no_placeholder() -> None:
    fig = theme.finish(go.Figure(go.Scatter(y=[1], line={"color": theme.CINNABAR})), "t")
    text = str(theme.resolved(fig).to_json())
    assert theme.CINNABAR not in text
    assert theme.palette("light")[theme.CINNABAR] in text


@given(st.text(max_size=200))
def test_a_wrapped_title_says_the_same(title: str) -> None:
    """Only white space may change, and only at the breaks."""

    def bare(words: str) -> str:
        return re.sub(r"\s|<br>", "", words)

    assert bare(theme.wrapped(title)) == bare(title)


def test_a_title_is_wrapped_into_even_lines() -> None:
    assert theme.wrapped("short") == "short"
    long = "The first columns are the fast ones: column 0 repeats every 6.3 tokens, the last every 54,410"
    lines = theme.wrapped(long).split("<br>")
    assert lines[0].endswith(":") and len(lines) == 2
    second = theme.wrapped("前几个主方向穿过均值的次数依次是三次、六次、四次和九次，自己学出来的波动").split("<br>")[1]
    assert second[0] not in "，、"
