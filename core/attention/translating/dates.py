"""A language pair that needs no corpus: a date as people write it, in English or Chinese, and the same in ISO 8601.

The parts change places on the way ("May 3, 2021" becomes "2021-05-03"), so whoever translates has to look around.
"""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np

FIRST, LAST = date(1900, 1, 1), date(2099, 12, 31)
HELD = 10  # every so many days one is kept back for the measurement
LONGEST = 32  # characters of a source
WRITTEN = 10  # characters of a target, always
MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
NUMERALS = "〇一二三四五六七八九"
PAD, START, UNKNOWN = 0, 1, 2
LETTERS = " ,.-0123456789abcdefghijklmnopqrstuvwxyz年月日号公元" + NUMERALS + "十"
TARGETS = "-0123456789"


def forms(day: date) -> tuple[str, ...]:
    """The ways in which the translator has seen a date written."""
    d, month, year = day.day, MONTHS[day.month - 1], day.year
    return (
        f"{d} {month} {year}",
        f"{month} {d}, {year}",
        f"the {d}{ordinal(d)} of {month} {year}",
        f"{DAYS[day.weekday()]}, {month[:3]} {d}, {year}",
        f"{year}, {month} the {d}{ordinal(d)}",
        f"{year}年{day.month}月{d}日",
        f"公元{year}年{day.month}月{d}号",
        f"{''.join(NUMERALS[int(digit)] for digit in str(year))}年{chinese(day.month)}月{chinese(d)}日",
    )


def ordinal(n: int) -> str:
    """1st, 2nd, 3rd, 4th … 11th."""
    return "th" if n in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")


def chinese(n: int) -> str:
    """Up to 99: 三, 十, 十二, 二十, 三十一."""
    tens, ones = divmod(n, 10)
    return ("" if tens == 0 else "十" if tens == 1 else NUMERALS[tens] + "十") + (NUMERALS[ones] if ones else "")


def source_ids(text: str) -> list[int]:
    """Characters as numbers; capitals are small letters, 零 is 〇, and what was never seen is one unknown."""
    return [LETTERS.find(c) + 1 + UNKNOWN for c in text.lower().replace("零", "〇")]  # not found is -1


def target_ids(text: str) -> list[int]:
    """The target's characters as numbers, after ``START``."""
    return [TARGETS.index(c) + 2 for c in text]


def pairs(n: int, seed: int, *, held: bool = False) -> list[tuple[str, str]]:
    """``n`` dates drawn with their translations, each in a form drawn as well; no day is both learnt and held back."""
    dice = np.random.default_rng([seed, 8601, held])
    span = (LAST - FIRST).days + 1
    drawn = []
    while len(drawn) < n:
        at = int(dice.integers(span))
        if (at % HELD == 0) == held:
            day = FIRST + timedelta(days=at)
            written = forms(day)
            drawn.append((written[int(dice.integers(len(written)))], day.isoformat()))
    return drawn
