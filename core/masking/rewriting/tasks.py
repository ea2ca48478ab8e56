"""Five tasks as pairs of texts: a prefix and a text in, a text out.

Translation and paraphrase are Tatoeba's, the polarity of sentences is MR's. The other two have answers of our own:
a sentence is unacceptable when one of its words was moved, and two English sentences are as alike as the letters of
their Chinese translations.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np

from core.masking.objectives.masked import any_of
from core.masking.rewriting.prefixes import POLES, PREFIXES, VERDICTS, Task, put, score
from core.masking.rewriting.tatoeba import Group, groups, plain
from core.masking.texts import reviews

SHARES: dict[Task, float] = {
    "translate": 0.4,
    "paraphrase": 0.1,
    "sentiment": 0.2,
    "acceptable": 0.15,
    "similarity": 0.15,
}
HELD = 10  # of the reviews every tenth is kept back
WORDS = 24  # of a text that is read


@dataclass(frozen=True)
class Example:
    """One question, the answer that is learnt, and all that would be right."""

    task: Task
    text: str
    second: str
    answer: str
    answers: tuple[str, ...]

    @property
    def source(self) -> str:
        return put(PREFIXES[self.task], self.text, self.second)


class Bank:
    """Questions of every task, drawn from what is learnt or from what is kept back."""

    def __init__(self, groups: Sequence[Group], reviews: Sequence[tuple[str, bool]]) -> None:
        self.groups, self.reviews = groups, reviews
        self.several = [group for group in groups if len(group.english) > 1]
        self.long = [text for group in groups for text in group.english if 4 <= len(text.split()) <= WORDS]
        self.having: defaultdict[str, list[int]] = defaultdict(list)  # groups by the words of their first sentence
        for at, group in enumerate(groups):
            for word in set(words(group.english[0])):
                self.having[word].append(at)

    def draw(self, task: Task, dice: np.random.Generator) -> Example:
        """One question of a task."""
        match task:
            case "translate":
                group = any_of(self.groups, dice)
                english, chinese = any_of(group.pairs, dice)
                known = tuple(zh for en, zh in group.pairs if en == english)
                return Example(task, english, "", chinese, known)
            case "paraphrase":
                group = any_of(self.several, dice)
                first, second = (group.english[int(at)] for at in dice.permutation(len(group.english))[:2])
                return Example(task, first, "", second, tuple(each for each in group.english if each != first))
            case "sentiment":
                text, good = any_of(self.reviews, dice)
                return _one(task, text, POLES[good])
            case "acceptable":
                text = any_of(self.long, dice)
                good = bool(dice.integers(2))
                return _one(task, text if good else moved(text, dice), VERDICTS[good])
            case "similarity":
                return self._pair(dice)

    def _pair(self, dice: np.random.Generator) -> Example:
        """Two sentences of a group, two that share a word, or any two: a third each."""
        kind = int(dice.integers(3))
        group = any_of(self.several if kind == 0 else self.groups, dice)
        if kind == 0:
            first, second = (group.english[int(at)] for at in dice.permutation(len(group.english))[:2])
            other = group
        else:
            first, other = group.english[0], any_of(self.groups, dice)
            if kind == 1:
                rare = sorted(set(words(first)), key=lambda word: len(self.having[word]))
                near = [at for word in rare[:3] for at in self.having[word][:200] if self.groups[at] is not group]
                other = self.groups[any_of(near, dice)] if near else other
            second = other.english[0]
        share = max(
            alike(a, b)
            for a in (zh for en, zh in group.pairs if en == first)
            for b in (zh for en, zh in other.pairs if en == second)
        )
        answer = score(share)
        return Example("similarity", first, second, answer, (answer,))


def _one(task: Task, text: str, answer: str) -> Example:
    return Example(task, text, "", answer, (answer,))


def moved(text: str, dice: np.random.Generator) -> str:
    """One word elsewhere; the order is always another, the stop stays where it is."""
    parts = text.split()
    for _ in range(20):
        old = int(dice.integers(len(parts)))
        rest = parts[:old] + parts[old + 1 :]
        new = int(dice.integers(len(rest)))
        made = [*rest[:new], parts[old], *rest[new:]]
        if made != parts:
            return _ended(made)
    return _ended(parts[::-1])


def _ended(parts: Sequence[str]) -> str:
    """A stop that was moved along with its word goes back to the end."""
    stop = next((part[-1] for part in parts if part[-1] in ".?!"), "")
    return " ".join(part.rstrip(".?!") or part for part in parts) + stop


def words(text: str) -> list[str]:
    """A text's words without its signs."""
    return [word for part in text.split() if (word := part.strip(".,?!;:\"'"))]


def alike(first: str, second: str) -> float:
    """Dice's share of common letters and pairs of letters, signs left out, 0 to 1."""
    a, b = (Counter([*text, *map("".join, pairwise(text))]) for text in map(_bare, (first, second)))
    return 2 * (a & b).total() / max(a.total() + b.total(), 1)


def _bare(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())


@cache
def bank(held: bool) -> Bank:
    """What is learnt from, or what is kept back.

    Raises:
        Trouble: ``data-missing``: OBSERVATORY_DATA does not point at the corpora.
    """
    said = [(" ".join(plain(text).split()[:WORDS]), good) for text, good in reviews()]
    return Bank(groups(held), [each for at, each in enumerate(said) if (at % HELD == HELD - 1) == held])
