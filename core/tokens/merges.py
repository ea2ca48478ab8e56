"""Join two neighbours into one piece, again and again: byte-pair encoding, byte-level BPE and WordPiece's training.

The three differ in what a letter is and in which pair comes first:

``bpe``        characters and a mark for the end of the word; the most frequent pair (Sennrich et al. 2016, algorithm 1)
``bytes``      bytes, so no text is unknown; the most frequent pair (Radford et al. 2019, section 2.2)
``wordpiece``  characters, ``##`` before all but the first; the pair with the largest count(ab) / (count(a) · count(b))
               (Schuster & Nakajima 2012 ask for the largest gain in likelihood, and this ratio is what a merge gains
               a time; the original program was never published)

https://arxiv.org/abs/1508.07909
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from jaxtyping import Float, Int

from core.runtime import OnStep, Step, quiet
from core.tokens.config import Config, Kind

END = "</w>"  # the end of a word, a symbol of its own as in the paper
INSIDE = "##"  # not the beginning of a word
RIVALS = 5  # pairs that are remembered at each step, the winner first


class State(NamedTuple):
    """A word while it is put together."""

    step: int  # the merge that led here, counted from 0; -1 at the beginning
    pieces: list[str]


@dataclass(frozen=True, eq=False)
class MergeRun:
    """Every step of one training: any smaller vocabulary is a prefix of this one.

    ``rivals[s, r]`` is (left, right, count of the pair, count of left, count of right) before step ``s``; left and
    right are ids. Rows beyond the last pair are -1.
    """

    config: Config
    pieces: tuple[str, ...]  # an id is a place in here: the alphabet, then what the merges made
    alphabet: int  # how many are single
    rivals: Int[np.ndarray, "steps rivals 5"]
    made: Int[np.ndarray, " steps"]  # id of the piece that each step made

    @cached_property
    def ranks(self) -> dict[tuple[str, str], int]:
        """Which pair was joined at which step."""
        return {(self.pieces[a], self.pieces[b]): step for step, (a, b) in enumerate(self.rivals[:, 0, :2].tolist())}

    @cached_property
    def ids(self) -> dict[str, int]:
        return {piece: i for i, piece in enumerate(self.pieces)}

    def size(self, steps: int) -> int:
        """Pieces in the vocabulary after ``steps`` merges."""
        return int(max(self.made[:steps], default=self.alphabet - 1)) + 1

    def scores(self, step: int) -> Float[np.ndarray, " rivals"]:
        """What the pairs of one step competed with."""
        *_, count, left, right = self.rivals[step].T
        return score(self.config.kind, count, left, right)


def train_merges(counts: Mapping[str, int], config: Config, *, on_step: OnStep = quiet) -> MergeRun:
    """Learn up to ``config.added`` merges from words and their counts.

    Among equals the pair with the smaller ids wins: the alphabet in order of code points, then older pieces first.
    It ends early when no pair is as frequent as ``config.min_count``.
    """
    spelled = [letters(word, config.kind) for word in counts]
    alphabet = sorted({letter for word in spelled for letter in word})
    if config.kind == "bytes":
        alphabet = [chr(byte) for byte in range(256)]
    pieces, ids = list(alphabet), {letter: i for i, letter in enumerate(alphabet)}
    text = [[ids[letter] for letter in word] for word in spelled]
    times = list(counts.values())
    table = _Pairs(text, times)
    rivals, made = [], []
    for step in range(config.added):
        best = table.best(config)
        if not len(best):
            break
        a, b = (int(each) for each in best[0, :2])
        name = join(pieces[a], pieces[b], config.kind)
        if name not in ids:  # two merges can spell the same piece
            ids[name] = len(pieces)
            pieces.append(name)
        table.merge((a, b), ids[name])
        rivals.append(np.pad(best, ((0, RIVALS - len(best)), (0, 0)), constant_values=-1))
        made.append(ids[name])
        if step % 50 == 49:
            on_step(Step((step + 1) / config.added, {"pieces": float(len(pieces)), "count": float(best[0, 2])}))
    steps = np.array(rivals, np.int32).reshape(-1, RIVALS, 5)
    return MergeRun(config, tuple(pieces), len(alphabet), steps, np.array(made, np.int32))


def letters(word: str, kind: Kind) -> list[str]:
    """A word as the symbols that merging begins with."""
    match kind:
        case "bpe":
            return [*word, END]
        case "wordpiece":
            return [word[:1], *(INSIDE + letter for letter in word[1:])]
        case _:
            return list(word)


def join(a: str, b: str, kind: Kind) -> str:
    """What two neighbours are called once they are one."""
    return a + (b.removeprefix(INSIDE) if kind == "wordpiece" else b)


def score(kind: Kind, count: np.ndarray, left: np.ndarray, right: np.ndarray) -> Float[np.ndarray, " N"]:
    """What decides which pair comes first."""
    if kind == "wordpiece":
        return count / (left.astype(np.float64) * right)
    return count.astype(np.float64)


def merge(symbols: list, pair: tuple, new: object) -> list:
    """Replace every ``pair`` of neighbours, from the left."""
    out, at = [], 0
    while at < len(symbols):
        if tuple(symbols[at : at + 2]) == pair:
            out.append(new)
            at += 2
        else:
            out.append(symbols[at])
            at += 1
    return out


def encode(run: MergeRun, word: str, steps: int) -> list[State]:
    """The word before and after each merge that touches it; the last state is its segmentation.

    With fewer steps the history ends earlier and is the same until then.
    """
    kind, ranks = run.config.kind, run.ranks
    history = [State(-1, letters(word, kind))]
    while True:
        symbols = history[-1].pieces
        rank, pair = min(((ranks.get(pair, steps), pair) for pair in pairwise(symbols)), default=(steps, None))
        if pair is None or rank >= steps:
            return history
        history.append(State(rank, merge(symbols, pair, join(*pair, kind))))


class _Pairs:
    """How often each pair of neighbours occurs now, in which words, and how often each piece does."""

    def __init__(self, text: list[list[int]], times: list[int]) -> None:
        self.text, self.times = text, times
        self.slots: dict[tuple[int, int], int] = {}  # a pair's place in the two arrays
        self.pairs, self.count = np.zeros((1024, 2), np.int64), np.zeros(1024, np.int64)
        self.occurs = np.zeros(1024, np.int64)  # by piece
        self.where: dict[tuple[int, int], set[int]] = defaultdict(set)
        changes: Counter[tuple[int, int]] = Counter()
        for word in range(len(text)):
            self._tally(word, 1, changes)
        self._apply(changes)
        for symbols, n in zip(text, times, strict=True):
            for piece in symbols:
                self.occurs = _room(self.occurs, piece)
                self.occurs[piece] += n

    def best(self, config: Config) -> Int[np.ndarray, "rivals 5"]:
        """The strongest pairs, (left, right, count of the pair, count of left, count of right)."""
        open_ = np.flatnonzero(self.count >= config.min_count)
        pairs, count = self.pairs[open_], self.count[open_]
        strength = score(config.kind, count, self.occurs[pairs[:, 0]], self.occurs[pairs[:, 1]])
        if len(open_) > RIVALS:
            near = strength >= np.partition(strength, -RIVALS)[-RIVALS]
            pairs, count, strength = pairs[near], count[near], strength[near]
        first = np.lexsort((pairs[:, 1], pairs[:, 0], -strength))[:RIVALS]
        return np.column_stack([pairs[first], count[first], self.occurs[pairs[first]]])

    def merge(self, pair: tuple[int, int], new: int) -> None:
        changes: Counter[tuple[int, int]] = Counter()
        joined = 0
        for word in self.where.pop(pair):
            before = self.text[word]
            self._tally(word, -1, changes)
            self.text[word] = merge(before, pair, new)
            self._tally(word, 1, changes)
            joined += (len(before) - len(self.text[word])) * self.times[word]
        self._apply(changes)
        self.occurs = _room(self.occurs, new)
        for piece in pair:
            self.occurs[piece] -= joined
        self.occurs[new] += joined

    def _tally(self, word: int, sign: int, changes: Counter[tuple[int, int]]) -> None:
        n = sign * self.times[word]
        for pair in pairwise(self.text[word]):
            changes[pair] += n
            if sign > 0:
                self.where[pair].add(word)

    def _apply(self, changes: Counter[tuple[int, int]]) -> None:
        pairs = [pair for pair, n in changes.items() if n]
        places = [self.slots.setdefault(pair, len(self.slots)) for pair in pairs]
        self.pairs, self.count = (_room(each, len(self.slots)) for each in (self.pairs, self.count))
        if places:
            self.pairs[places] = pairs
            self.count[places] += [changes[pair] for pair in pairs]


def _room(array: np.ndarray, place: int) -> np.ndarray:
    """The array, grown where ``place`` does not fit."""
    return (
        array if place < len(array) else np.concatenate([array, np.zeros((place + 1, *array.shape[1:]), array.dtype)])
    )
