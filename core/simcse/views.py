"""How a sentence gets its partner when nobody has labelled anything."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from core.simcse.config import Config
from core.text import language_of


def partner(data: Sequence[Any], at: int, config: Config, dice: np.random.Generator) -> tuple[str, ...]:
    """The sentence and its second view; for ``same-mask`` one view only, which is then its own positive."""
    sentence = str(data[at])
    match config.positive:
        case "same-mask":
            return (sentence,)
        case "next":
            return sentence, str(data[(at + 1) % len(data)])
        case "dropout":
            return sentence, sentence
    return sentence, changed(sentence, config.positive, config.share, dice)


def changed(sentence: str, how: str, share: float, dice: np.random.Generator) -> str:
    """``crop`` keeps one stretch, ``delete`` drops words at random, ``shuffle`` reorders; at least one word stays.

    In Chinese a character counts as a word here: cutting words out needs no dictionary that way.
    """
    chinese = language_of(sentence) == "zh"
    words = list(sentence) if chinese else sentence.split()
    kept = max(1, round(len(words) * (1 - share)))
    if how == "crop":
        start = int(dice.integers(len(words) - kept + 1))
        words = words[start : start + kept]
    elif how == "delete":
        places = sorted(dice.choice(len(words), kept, replace=False)) if words else []
        words = [words[i] for i in places]
    else:
        words = [words[i] for i in dice.permutation(len(words))]
    return ("" if chinese else " ").join(words)
