"""Words in a row, tinted by a number, in one element."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape


def heat(words: Sequence[str], scores: Sequence[float]) -> str:
    """HTML: each word with its number under it, warm where it is above 0, blue where below; the largest is fullest."""
    top = max((abs(score) for score in scores), default=0.0) or 1.0
    cells = "".join(_cell(word, score, abs(score) / top) for word, score in zip(words, scores, strict=True))
    return f'<div style="display:flex;flex-wrap:wrap;gap:4px">{cells}</div>'


def _cell(word: str, score: float, share: float) -> str:
    colour = "181,52,31" if score >= 0 else "46,74,139"
    style = f"padding:2px 8px;border-radius:6px;text-align:center;background:rgba({colour},{0.45 * share:.2f})"
    return f'<span style="{style}">{escape(word)}<br><small>{score:+.2f}</small></span>'
