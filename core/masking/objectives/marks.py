"""A question about every word that needs no labels: was it a capital, does it come again?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from core.masking.corruption import Corruption, Document, Words, corruption, flat, is_word, sentences


@dataclass(frozen=True)
class Capitals:
    """The text in small letters: which words had a capital? (ERNIE 2.0, section 3.2)"""

    labels: ClassVar[Words] = ("[small]", "[capital]")

    def corrupt(self, document: Document, dice: np.random.Generator) -> Corruption:
        words = flat(document)
        inputs = [word.lower() if is_word(word) else word for word in words]
        targets = [self.labels[a != b] for a, b in zip(words, inputs, strict=True)]
        return corruption(inputs, targets, [word[0].isalpha() for word in words])


@dataclass(frozen=True)
class TokenDocument:
    """One sentence is shown: which of its words come again elsewhere in the text? (ERNIE 2.0, section 3.2)"""

    labels: ClassVar[Words] = ("[only here]", "[again]")

    def corrupt(self, document: Document, dice: np.random.Generator) -> Corruption:
        text = sentences(document)
        at = int(dice.integers(len(text)))
        rest = {word.lower() for i, part in enumerate(text) for word in part if i != at}
        return corruption(
            text[at], [self.labels[word.lower() in rest] for word in text[at]], [is_word(word) for word in text[at]]
        )
