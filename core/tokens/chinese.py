"""Characters or words? What the choice changes for Chinese: what is masked, and what can be a keyword.

Whole-word masking: Cui et al. 2019, https://arxiv.org/abs/1906.08101
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from core.text import Token, tokenise

SHARE = 0.15  # of the characters, as in BERT


@dataclass(frozen=True)
class Masks:
    """One sentence masked twice with the same number of characters to aim at."""

    words: tuple[str, ...]
    by_character: tuple[int, ...]  # masked characters, counted through the words
    by_word: tuple[int, ...]
    broken: int  # words of which only a part is masked, characters drawn one by one


def masks(text: str, seed: int, share: float = SHARE) -> Masks:
    """Draw characters one by one, and whole words until as many characters are masked."""
    words = [token.text for token in tokenise(text) if token.is_word]
    bounds = np.cumsum([0, *map(len, words)])
    T = int(bounds[-1])
    aim = min(T, max(1, round(share * T)))
    dice = np.random.default_rng(seed)
    single = sorted(int(each) for each in dice.permutation(T)[:aim])
    whole: list[int] = []
    for word in dice.permutation(len(words)):
        if len(whole) >= aim:
            break
        whole += range(int(bounds[word]), int(bounds[word + 1]))
    inside = [sum(int(bounds[w]) <= c < int(bounds[w + 1]) for c in single) for w in range(len(words))]
    broken = sum(0 < n < len(word) for n, word in zip(inside, words, strict=True))
    return Masks(tuple(words), tuple(single), tuple(sorted(whole)), broken)


def keywords(units: Sequence[str], background: Mapping[str, int], most: int = 8) -> list[tuple[str, float]]:
    """The units of a text that stand out: count × nats by which they are rarer in the background than all its units.

    A unit that the background lacks counts as if it had been seen half a time.
    """
    total = sum(background.values())
    counts = Counter(unit for unit in units if any(c.isalnum() for c in unit))
    scored = [(unit, n * -math.log(background.get(unit, 0.5) / total)) for unit, n in counts.items()]
    return sorted(scored, key=lambda found: (-found[1], found[0]))[:most]


def words_of(text: str) -> list[Token]:
    """Words of a text, by jieba where they are Chinese."""
    return [token for token in tokenise(text) if token.is_word]
