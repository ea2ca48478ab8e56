"""A column of dates in whatever form its owner writes them, all rows by one form."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any

from core.errors import Trouble


def read_times(values: Sequence[Any], column: str) -> tuple[dt.datetime, ...]:
    """Dates as datetimes, by the one form that fits every row.

    Forms: ISO 8601, 2024/5/31, 2024.5.31, 2024年5月31日, 2024-05, 2024, 31 May 2024, May 31, 2024, 5/31/2024,
    31/5/2024, 31.5.2024, seconds or milliseconds since 1970. Times with a zone are turned to UTC and lose
    it, so that all compare.

    Raises:
        Trouble: ``times-unreadable`` (how many rows, and one of them) or ``times-ambiguous`` (5/6/2024).
    """
    readings = [[_attempt(form, value) for value in values] for form in _FORMS]
    missing = [sum(time is None for time in reading) for reading in readings]
    best = readings[missing.index(min(missing))]
    if min(missing):
        example = next(str(value) for value, time in zip(values, best, strict=True) if time is None)
        raise Trouble(
            "times-unreadable",
            f"{min(missing)} of {len(values)} times in column {column!r} cannot be read, for instance"
            f" {example[:40]!r}. Write them like 2024-05-31.",
            column=column,
            unreadable=min(missing),
            rows=len(values),
            example=example[:40],
        )
    for other, gaps in zip(readings, missing, strict=True):
        if not gaps and other != best:
            raise Trouble(
                "times-ambiguous",
                f"Column {column!r} can be read with the day first or the month first, for instance"
                f" {str(values[0])[:40]!r}. Write dates like 2024-05-31.",
                column=column,
                example=str(values[0])[:40],
            )
    return tuple(time for time in best if time is not None)


def _attempt(form: Callable[[Any], dt.datetime], value: Any) -> dt.datetime | None:
    try:
        time = form(value)
    except (ValueError, TypeError, OverflowError, OSError):
        return None
    return time.astimezone(dt.UTC).replace(tzinfo=None) if time.tzinfo else time


def _iso(value: Any) -> dt.datetime:
    if isinstance(value, dt.datetime):
        return value
    if isinstance(value, dt.date):
        return dt.datetime(value.year, value.month, value.day)
    text = str(value).strip()
    if text.isdigit() and len(text) != 8:  # 8 digits are 20240531; others are a year or a clock's count
        raise ValueError(text)
    return dt.datetime.fromisoformat(text)


def _clock(value: Any) -> dt.datetime:
    text = str(value).strip()
    if not text.isdigit() or len(text) not in (10, 13):
        raise ValueError(text)
    return dt.datetime.fromtimestamp(int(text) / (1 if len(text) == 10 else 1000), dt.UTC)


def _pattern(*patterns: str) -> Callable[[Any], dt.datetime]:
    def read(value: Any) -> dt.datetime:
        for pattern in patterns:
            try:
                return dt.datetime.strptime(str(value).strip(), pattern)
            except ValueError:
                continue
        raise ValueError(value)

    return read


_FORMS = (
    _iso,
    _clock,
    _pattern("%Y/%m/%d", "%Y/%m/%d %H:%M", "%Y/%m/%d %H:%M:%S"),
    _pattern("%Y.%m.%d"),
    _pattern("%Y年%m月%d日", "%Y年%m月", "%Y年"),
    _pattern("%Y-%m-%d", "%Y-%m", "%Y"),
    _pattern("%d %b %Y", "%d %B %Y", "%b %d, %Y", "%B %d, %Y"),
    _pattern("%m/%d/%Y", "%m/%d/%Y %H:%M", "%m/%d/%Y %H:%M:%S", "%m/%d/%y"),
    _pattern("%d/%m/%Y", "%d/%m/%Y %H:%M", "%d/%m/%Y %H:%M:%S", "%d/%m/%y"),
    _pattern("%d.%m.%Y", "%d.%m.%Y %H:%M", "%d.%m.%y"),
)
