"""WordPiece's cut: the longest piece that fits, then the longest that fits the rest; no fit, no word.

Source: Devlin et al. 2019 and the program they published,
https://github.com/google-research/bert/blob/master/tokenization.py
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from core.tokens.merges import INSIDE

UNKNOWN = "[UNK]"
LONGEST = 100  # characters: BERT gives up on longer words


@dataclass(frozen=True)
class Attempt:
    """One look into the vocabulary."""

    start: int
    end: int
    piece: str
    found: bool


def attempts(word: str, vocabulary: Container[str]) -> list[Attempt]:
    """Every look-up in order; the word can be cut when the last one is found and ends at its end."""
    tried: list[Attempt] = []
    start = 0
    while start < len(word):
        for end in range(len(word), start, -1):
            piece = INSIDE * (start > 0) + word[start:end]
            tried.append(Attempt(start, end, piece, piece in vocabulary))
            if tried[-1].found:
                break
        if not tried[-1].found:
            return tried
        start = tried[-1].end
    return tried


def longest_match(word: str, vocabulary: Container[str]) -> list[str]:
    """The pieces, or ``["[UNK]"]`` for the whole word."""
    tried = attempts(word, vocabulary) if len(word) <= LONGEST else []
    if not tried or not tried[-1].found:
        return [UNKNOWN]
    return [each.piece for each in tried if each.found]
