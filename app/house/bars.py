"""Shares as bars in one element: a class of two hundred feels every element of a page."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from app.house.numbers import percent
from app.i18n import Lang


def bars(shares: Iterable[tuple[str, float]], lang: Lang) -> str:
    """HTML: each label, its share in percent, and a bar as long as the share; labels are plain text."""
    return f'<ul class="bars">{"".join(_bar(label, share, lang) for label, share in shares)}</ul>'


def _bar(label: str, share: float, lang: Lang) -> str:
    width = f"{100 * min(1.0, max(0.0, share)):.1f}%"
    return f'<li><span>{escape(label)}</span><b>{percent(share, lang)}</b><i style="width:{width}"></i></li>'


def signed(values: Iterable[tuple[str, float]]) -> str:
    """HTML: numbers from −1 to 1, as cosines are, each a bar from the middle: to the left where it is below 0."""
    return f'<ul class="bars signed">{"".join(_signed(label, value) for label, value in values)}</ul>'


def _signed(label: str, value: float) -> str:
    low, high = sorted((0.0, min(1.0, max(-1.0, value))))
    style = f"margin-left:{50 + 50 * low:.1f}%;width:{50 * (high - low):.1f}%"
    number = f"{value:.3f}".replace("-", "−")
    return f'<li><span>{escape(label)}</span><b>{number}</b><i style="{style}"></i></li>'
