"""Words are exchanged and the model says which: no [MASK], and an answer at every word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from core.masking.corruption import Corruption, Document, Words, corruption, flat, is_word, labelled, pair
from core.masking.objectives.masked import MLM, Table, any_of, capitalised

ORIGINAL, REPLACED = "[original]", "[replaced]"
Generator = Callable[[Words, list[int], np.random.Generator], Sequence[str]]  # masked words, places -> one word each


@dataclass(frozen=True)
class ELECTRA:
    """A small generator fills the holes; for every word: is it the original? (Clark et al. 2020, section 2)

    A sample that happens to be the right word counts as original. Without a generator, words are drawn from
    ``vocabulary`` or from the text itself.
    """

    rate: float = 0.15
    generator: Generator | None = None
    vocabulary: Words = ()

    labels: ClassVar[Words] = (ORIGINAL, REPLACED)

    def corrupt(self, document: Document, dice: np.random.Generator) -> Corruption:
        holes = MLM(self.rate, 1.0, 0.0).corrupt(document, dice)
        words, places = holes.targets, holes.asked
        pool = self.vocabulary or words
        samples = self.generator(holes.inputs, places, dice) if self.generator else [any_of(pool, dice) for _ in places]
        inputs = list(words)
        for at, sample in zip(places, samples, strict=True):
            inputs[at] = sample
        return judged(inputs, words)


@dataclass(frozen=True)
class WKLM:
    """A name is exchanged for another of its kind; true or not? (Xiong et al. 2020, section 2)

    ``names`` pairs a kind with the names of that kind, each name a string of tokens with spaces between.
    """

    rate: float = 0.5
    names: Table = ()

    labels: ClassVar[Words] = (ORIGINAL, REPLACED)

    def corrupt(self, document: Document, dice: np.random.Generator) -> Corruption:
        words, inputs, labels = flat(document), [], []
        at = 0
        for start, end in self.found(words):
            inputs += words[at:start]
            labels += [""] * (start - at)
            name = " ".join(words[start:end])
            like = [each for each in self.alike(name, words) if each != name]
            taken = any_of(like, dice) if like and dice.random() < self.rate else name
            inputs += taken.split(" ")
            labels += [REPLACED if taken != name else ORIGINAL] * len(taken.split(" "))
            at = end
        inputs += words[at:]
        labels += [""] * (len(words) - at)
        return corruption(
            inputs, [label or word for label, word in zip(labels, inputs, strict=True)], [*map(bool, labels)]
        )

    def found(self, words: Words) -> list[tuple[int, int]]:
        """Places of the names: the listed ones, longest first; without a list, runs of capitals."""
        listed = sorted((tuple(name.split(" ")) for _, names in self.names for name in names), key=len, reverse=True)
        if not listed:
            return capitalised(words)
        spans, at = [], 0
        while at < len(words):
            hit = next((len(name) for name in listed if words[at : at + len(name)] == name), 0)
            if hit:
                spans.append((at, at + hit))
            at += hit or 1
        return spans

    def alike(self, name: str, words: Words) -> Sequence[str]:
        for _, names in self.names:
            if name in names:
                return names
        return [" ".join(words[start:end]) for start, end in capitalised(words)]


@dataclass(frozen=True)
class Disfluency:
    """Slips are put in, left out or exchanged; tag what does not belong (Wang et al. 2020).

    A word that was left out marks its neighbour to the right. ``which`` asks instead: which of two is the original?
    None: one or the other, as the dice fall.
    """

    add: float = 0.1
    delete: float = 0.05
    change: float = 0.05
    which: bool | None = False
    vocabulary: Words = ()

    labels: ClassVar[Words] = (ORIGINAL, REPLACED, "[first]", "[second]")

    def corrupt(self, document: Document, dice: np.random.Generator) -> Corruption:
        words = flat(document)
        pool, inputs, wrong, gap = self.vocabulary or words, [], [], False
        for word in words:
            fate = dice.random()
            if fate < self.add:
                inputs.append(any_of(pool, dice))
                wrong.append(True)
            elif fate < self.add + self.delete:
                gap = True
                continue
            changed = self.add + self.delete <= fate < self.add + self.delete + self.change
            inputs.append(any_of(pool, dice) if changed else word)
            wrong.append(inputs[-1] != word or gap)
            gap = False
        if not (bool(dice.integers(2)) if self.which is None else self.which):
            return corruption(inputs, [REPLACED if each else ORIGINAL for each in wrong], [True] * len(inputs))
        first = bool(dice.integers(2))
        both, segments = pair(words, inputs) if first else pair(inputs, words)
        return labelled(both, "[first]" if first else "[second]", segments)


def judged(inputs: Sequence[str], words: Sequence[str]) -> Corruption:
    """Every word is asked: original or replaced?"""
    labels = [ORIGINAL if a == b else REPLACED for a, b in zip(inputs, words, strict=True)]
    return corruption(inputs, labels, [is_word(word) for word in words])
