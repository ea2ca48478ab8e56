"""The prefixes of the five tasks, and how a question is put. No torch, no data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Task = Literal["translate", "paraphrase", "sentiment", "acceptable", "similarity"]
PREFIXES: Mapping[Task, str] = {
    "translate": "translate to chinese:",
    "paraphrase": "say it otherwise:",
    "sentiment": "sentiment:",
    "acceptable": "acceptable:",
    "similarity": "similarity first:",
}
SECOND = "second:"  # before the other text of a similarity
POLES = ("negative", "positive")
VERDICTS = ("unacceptable", "acceptable")
STEP = 0.2  # of a similarity, which is 0 to 5 (Raffel et al. 2020, section 2.4)


def put(prefix: str, text: str, second: str = "") -> str:
    """Prefix and text in one; two texts for a similarity."""
    return f"{prefix} {text} {SECOND} {second}" if second else f"{prefix} {text}"


def score(share: float) -> str:
    """A share, 0 to 1, as a score of 0 to 5 in steps, written out."""
    return f"{round(5 * share / STEP) * STEP:.1f}"
