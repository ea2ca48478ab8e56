"""Hide some words and predict them from all the others: BERT's objective and its relatives (E-MLM).

A relative says otherwise what is chosen together (``groups``), how often (``chosen``), or what takes its place
(``damage``). Nothing else.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

import numpy as np
from jaxtyping import Bool
from numpy.lib.stride_tricks import sliding_window_view

from core.masking.corruption import MASK, STOPS, Corruption, Document, Words, corruption, flat, is_word

Each = TypeVar("Each")
Group = list[int]  # places that are hidden together
Free = Bool[np.ndarray, " U"]  # which units may still be hidden
Table = tuple[tuple[str, Words], ...]  # a word and its like, as a value that can be a key


@dataclass(frozen=True)
class MLM:
    """Each token is chosen by its own coin; of the chosen, ``mask`` become [MASK], ``random`` any word, the rest stay.

    Source: Devlin et al. 2019, section 3.1; the coin as in transformers' collator.
    """

    rate: float = 0.15
    mask: float = 0.8
    random: float = 0.1
    vocabulary: Words = ()  # where random words come from; empty: the text itself

    def __post_init__(self) -> None:
        if not 0 <= self.rate <= 1 or self.mask < 0 or self.random < 0 or self.mask + self.random > 1 + 1e-9:
            raise ValueError(f"rates are shares, and mask + random at most 1; got {self}")

    def corrupt(self, document: Document, dice: np.random.Generator) -> Corruption:
        words = flat(document)
        chosen = self.chosen(words, dice)
        inputs = list(words)
        for group in chosen:
            for at, word in zip(group, self.damage(words, group, dice), strict=True):
                inputs[at] = word
        return corruption(inputs, words, places(chosen, len(words)))

    def groups(self, words: Words) -> list[Group]:
        """What is hidden together or not at all."""
        return [[at] for at, word in enumerate(words) if is_word(word)]

    def chosen(self, words: Words, dice: np.random.Generator) -> list[Group]:
        """One coin per group."""
        return [group for group in self.groups(words) if dice.random() < self.rate]

    def damage(self, words: Words, group: Group, dice: np.random.Generator) -> Words:
        """What stands in the group's places afterwards; each place has its own die."""
        return tuple(self.one(words[at], words, dice) for at in group)

    def one(self, word: str, words: Words, dice: np.random.Generator) -> str:
        fate = dice.random()
        if fate < self.mask:
            return self.substitute(word)
        return any_of(self.vocabulary or words, dice) if fate < self.mask + self.random else word

    def substitute(self, word: str) -> str:
        return MASK


@dataclass(frozen=True)
class WholeWord(MLM):
    """All pieces of a word or none (BERT's second release; Cui et al. 2021 for Chinese).

    Pieces beginning with ``##`` belong to the word before. Chinese characters belong to the words in ``words``, a
    segmentation of the text; without it jieba's.
    """

    words: Words = ()

    def groups(self, words: Words) -> list[Group]:
        return whole_words(words, self.words)


@dataclass(frozen=True)
class Budgeted(WholeWord):
    """Runs are drawn until ``rate`` of the tokens is hidden; the last is cut there, and a run shares one die.

    Source: Joshi et al. 2020, section 3.1; the cut as in the authors' code.
    """

    def chosen(self, words: Words, dice: np.random.Generator) -> list[Group]:
        units = self.groups(words)
        budget = max(1, round(self.rate * sum(map(len, units)))) if units else 0
        taken: list[Group] = []
        free = np.ones(len(units), bool)
        while budget > 0 and free.any():
            run: Group = []
            for at in self.propose(units, free, dice):
                free[at] = False  # hidden, or too long for what is left
                if (taken or run) and len(run) + len(units[at]) > budget:
                    break
                run += units[at]
            if run:
                taken.append(run)
            budget -= len(run)
        return sorted(taken)

    def propose(self, units: list[Group], free: Free, dice: np.random.Generator) -> range:
        """Free neighbours among the units, to hide as one."""
        return run_of(1, free, dice)

    def damage(self, words: Words, group: Group, dice: np.random.Generator) -> Words:
        fate = dice.random()
        same = {"mask": 1.0, "random": 0.0} if fate < self.mask else {"mask": 0.0, "random": 1.0}
        if fate >= self.mask + self.random:
            return tuple(words[at] for at in group)
        whole = MLM(**same, vocabulary=self.vocabulary)
        return tuple(self.substitute(words[at]) if same["mask"] else whole.one(words[at], words, dice) for at in group)


@dataclass(frozen=True)
class NGram(Budgeted):
    """Runs of 1, 2, 3, 4 words with the given chances (MacBERT, Cui et al. 2020, section 3.1)."""

    lengths: tuple[float, ...] = (0.4, 0.3, 0.2, 0.1)

    def propose(self, units: list[Group], free: Free, dice: np.random.Generator) -> range:
        return run_of(1 + int(dice.choice(len(self.lengths), p=self.lengths)), free, dice)


@dataclass(frozen=True)
class Mac(NGram):
    """A similar word instead of [MASK], so that the damage looks like text (MacBERT, section 3.1).

    ``similar`` gives each word its like, nearest first; the words of a run are looked up one by one, and one without
    any gets a random word. A Chinese word of several tokens is looked up whole, and gets one of as many characters.
    """

    similar: Table = ()

    def damage(self, words: Words, group: Group, dice: np.random.Generator) -> Words:
        fate, table = dice.random(), dict(self.similar)
        if fate >= self.mask + self.random:
            return tuple(words[at] for at in group)
        pool, found = self.vocabulary or words, []
        for unit in (each for each in self.groups(words) if set(each) <= set(group)):
            like = table.get("".join(words[at] for at in unit), ()) if fate < self.mask else ()
            fits = [near for near in like if len(unit) in (1, len(near))]
            found += (fits[:1] if len(unit) == 1 else fits[0]) if fits else [any_of(pool, dice) for _ in unit]
        return tuple(found)


@dataclass(frozen=True)
class Entity(Budgeted):
    """Names are hidden whole (ERNIE, Sun et al. 2019, section 3.2); ``spans`` are places from, to. Other words stand
    alone. With no spans: runs of capitalised words."""

    spans: tuple[tuple[int, int], ...] = ()
    share: float = 0.8  # how often a name is proposed, where there is one left

    def groups(self, words: Words) -> list[Group]:
        named = self.spans or capitalised(words)
        inside = {at for start, end in named for at in range(start, end)}
        alone = [group for group in whole_words(words, self.words) if not inside & set(group)]
        return sorted([*map(list, (range(start, end) for start, end in named)), *alone])

    def propose(self, units: list[Group], free: Free, dice: np.random.Generator) -> range:
        left = np.flatnonzero(free).tolist()
        long = [at for at in left if len(units[at]) > 1]
        at = any_of(long if long and dice.random() < self.share else left, dice)
        return range(at, at + 1)


@dataclass(frozen=True)
class Phrase(Entity):
    """ERNIE's middle stage: runs of words between function words and stops are hidden whole."""

    longest: int = 4  # words; a longer run is cut

    def groups(self, words: Words) -> list[Group]:
        named: list[tuple[int, int]] = []
        run: list[Group] = []
        for unit in [*whole_words(words, self.words), []]:
            word = "".join(words[at] for at in unit)
            stop = not word or word.lower() in FUNCTION or not word[0].isalnum()
            apart = stop or (bool(run) and unit[0] != run[-1][-1] + 1)  # a special token stands between
            if apart or len(run) == self.longest:
                if len(run) > 1:
                    named.append((run[0][0], run[-1][-1] + 1))
                run = []
            if not stop:
                run.append(unit)
        return Entity(words=self.words, spans=tuple(named)).groups(words) if named else super().groups(words)


@dataclass(frozen=True)
class Knowledge(MLM):
    """Words rich in meaning are hidden more often: the chance grows with ``-log`` of the word's frequency.

    Erlangshen's knowledge-based dynamic masking, with rarity for richness. ``counts`` pairs words with counts; empty:
    those of the text itself.
    """

    counts: tuple[tuple[str, int], ...] = ()

    def chosen(self, words: Words, dice: np.random.Generator) -> list[Group]:
        units = self.groups(words)
        table = dict(self.counts) or Counter(map(str.lower, words))
        total = sum(table.values()) + len(table) + 1
        bits = np.array([np.log2(total / (table.get(words[at].lower(), 0) + 1)) for (at,) in units])
        chance = self.rate * bits / bits.mean() if units else bits
        return [unit for unit, p in zip(units, chance, strict=True) if dice.random() < p]


FUNCTION = frozenset(
    "the a an of to in on at by for with from and or but that which who is are was were be been it its he she his her "
    "they their as this these not no had has have would will can could "
    "的 了 在 是 和 与 就 也 都 而 及 着 或 地 得".split()
)


def places(groups: Sequence[Group], T: int) -> Bool[np.ndarray, " T"]:
    """Groups as a mask."""
    mask = np.zeros(T, bool)
    mask[[at for group in groups for at in group]] = True
    return mask


def run_of(length: int, free: Free, dice: np.random.Generator) -> range:
    """A run of so many free neighbours, anywhere; a shorter one where there is no such room."""
    length = min(length, len(free))
    starts = np.flatnonzero(sliding_window_view(free, length).all(1))
    if not len(starts):
        return run_of(length - 1, free, dice)
    start = int(starts[dice.integers(len(starts))])
    return range(start, start + length)


def any_of(pool: Sequence[Each], dice: np.random.Generator) -> Each:
    """One of them, all alike."""
    return pool[int(dice.integers(len(pool)))]


def whole_words(tokens: Words, words: Words = ()) -> list[Group]:
    """Places of the same word."""
    spelled = [token.removeprefix("##") for token in tokens]
    borders = _borders(words or _jieba(spelled)) if words or any(map(_is_han, tokens)) else None
    groups: list[list[int]] = []
    end = 0
    for at, token in enumerate(tokens):
        start, end = end, end + len(spelled[at])
        joined = token.startswith("##") or (_is_han(token) and borders is not None and start not in borders)
        if not is_word(token):
            continue
        if groups and joined and groups[-1][-1] == at - 1:
            groups[-1].append(at)
        else:
            groups.append([at])
    return groups


def capitalised(words: Words) -> list[tuple[int, int]]:
    """Runs of words with a capital, a sentence's first left out unless a second follows: names, by their looks."""
    found, start = [], None
    for at in range(len(words) + 1):
        upper = at < len(words) and words[at][:1].isupper() and is_word(words[at])
        if upper and start is None:
            start = at
        elif not upper and start is not None:
            if at - start > 1 or (start > 0 and words[start - 1] not in STOPS):
                found.append((start, at))
            start = None
    return found


def _borders(words: Sequence[str]) -> set[int]:
    return {0, *np.cumsum([len(word) for word in words]).tolist()}


def _jieba(spelled: Sequence[str]) -> list[str]:
    from core.text import tokenise

    text = "".join(spelled)
    found = [(token.start, token.end) for token in tokenise(text)]
    ends = sorted({0, len(text), *(at for span in found for at in span)})
    return [text[a:b] for a, b in pairwise(ends)]


def _is_han(token: str) -> bool:
    return len(token) == 1 and unicodedata.name(token, "").startswith("CJK")
