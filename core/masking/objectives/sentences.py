"""One question about whole sentences, answered at [CLS]."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import permutations
from typing import ClassVar

import numpy as np

from core.masking.corruption import CLS, SEP, Corruption, Document, Words, flat, labelled, pair, sentences
from core.masking.objectives.masked import Table, any_of


@dataclass(frozen=True)
class NSP:
    """Does B follow A? Half the time B is a sentence of another text (Devlin et al. 2019, section 3.1).

    ``others`` are those sentences; without any, a sentence of this text that does not follow.
    """

    others: tuple[Words, ...] = ()
    labels: ClassVar[Words] = ("[next]", "[random]")

    def corrupt(self, document: Document, dice: np.random.Generator) -> Corruption:
        text = sentences(document)
        at = int(dice.integers(len(text) - 1))
        strange = self.others or tuple(each for i, each in enumerate(text) if i != at + 1)
        follows = bool(dice.integers(2))
        both, segments = pair(text[at], text[at + 1] if follows else any_of(strange, dice))
        return labelled(both, "[next]" if follows else "[random]", segments)


@dataclass(frozen=True)
class SOP:
    """Two neighbours, in order or swapped: the topic is the same, so only coherence helps (ALBERT, Lan et al. 2020)."""

    labels: ClassVar[Words] = ("[in order]", "[swapped]")

    def corrupt(self, document: Document, dice: np.random.Generator) -> Corruption:
        text = sentences(document)
        at = int(dice.integers(len(text) - 1))
        swapped = bool(dice.integers(2))
        both, segments = pair(*(text[at : at + 2][::-1] if swapped else text[at : at + 2]))
        return labelled(both, self.labels[swapped], segments)


@dataclass(frozen=True)
class SentenceOrder:
    """Sentences shuffled; which of all orders is it? (ERNIE 2.0, Sun et al. 2020, section 3.2)"""

    parts: int = 3
    shown: tuple[int, ...] = ()  # the order to show, from 0; empty: drawn
    labels: ClassVar[Words] = tuple(
        "[" + "".join(map(str, order)) + "]" for n in (2, 3, 4) for order in permutations(range(1, n + 1))
    )

    def corrupt(self, document: Document, dice: np.random.Generator) -> Corruption:
        text = sentences(document)
        n = min(self.parts, len(text))
        start = int(dice.integers(len(text) - n + 1))
        order = self.shown or dice.permutation(n).tolist()
        if sorted(order) != list(range(n)):
            raise ValueError(f"an order names each of {n} sentences once; got {order}")
        shown = [(*text[start + at], SEP) for at in order]
        kinds = [0, *(i for i, part in enumerate(shown) for _ in part)]
        return labelled((CLS, *flat(shown)), "[" + "".join(str(at + 1) for at in order) + "]", kinds)


@dataclass(frozen=True)
class SentenceDistance:
    """Neighbours, the same text, or another text? Three classes (ERNIE 2.0, section 3.2)."""

    others: tuple[Words, ...] = ()
    labels: ClassVar[Words] = ("[adjacent]", "[same text]", "[other text]")

    def corrupt(self, document: Document, dice: np.random.Generator) -> Corruption:
        text = sentences(document)
        possible = [True, len(text) > 2, bool(self.others)]
        kind = any_of([i for i in range(3) if possible[i]], dice)
        at = int(dice.integers(len(text) - 1))
        far = [each for i, each in enumerate(text) if abs(i - at) > 1]
        if kind == 1 and not far:  # the middle one of three has only neighbours
            at, far = 0, text[2:]
        second = (text[at + 1 : at + 2], far, self.others)[kind]
        both, segments = pair(text[at], any_of(second, dice))
        return labelled(both, self.labels[kind], segments)


CONNECTIVES: Table = (
    ("[contrast]", ("but", "however", "although", "though", "但是", "但", "然而", "不过")),
    ("[cause]", ("because", "since", "as", "因为", "由于")),
    ("[result]", ("so", "therefore", "thus", "所以", "因此", "于是")),
    ("[addition]", ("and", "also", "moreover", "而且", "并且")),
    ("[time]", ("when", "while", "before", "after", "then", "然后", "之后")),
)


@dataclass(frozen=True)
class Discourse:
    """A connective is taken out between two clauses: of which kind was it? (after ERNIE 2.0, section 3.2)"""

    connectives: Table = CONNECTIVES
    labels: ClassVar[Words] = (*(kind for kind, _ in CONNECTIVES), "[none]")

    def corrupt(self, document: Document, dice: np.random.Generator) -> Corruption:
        words = flat(document)
        kinds = {word: kind for kind, each in self.connectives for word in each}
        found = [at for at, word in enumerate(words) if word.lower() in kinds and 0 < at < len(words) - 1]
        if not found:
            middle = len(words) // 2
            both, segments = pair(words[:middle], words[middle:])
            return labelled(both, "[none]", segments)
        at = any_of(found, dice)
        both, segments = pair(words[:at], words[at + 1 :])
        return labelled(both, kinds[words[at].lower()], segments)


@dataclass(frozen=True)
class Relevance:
    """A query and a title: strong, weak or none (ERNIE 2.0, section 3.2). Clicks are not to be had here: the query is
    a few words of the text's first sentence, of a later one, or of another text."""

    words: int = 3
    others: tuple[Words, ...] = ()
    labels: ClassVar[Words] = ("[strong]", "[weak]", "[none]")

    def corrupt(self, document: Document, dice: np.random.Generator) -> Corruption:
        text = sentences(document)
        kind = int(dice.integers(3 if self.others else 2))
        source = (text[0], any_of(text[1:], dice), any_of(self.others or text, dice))[kind]
        rich = sorted(dice.permutation(len(source))[: self.words].tolist(), key=lambda at: (-len(source[at]), at))
        both, segments = pair([source[at] for at in sorted(rich)], text[0])
        return labelled(both, self.labels[kind], segments)
