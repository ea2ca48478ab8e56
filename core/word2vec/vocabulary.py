"""Which words there are, how often, and which of their occurrences are trained on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

import numpy as np
from jaxtyping import Float, Int

from core.errors import Trouble

LONGEST = 10_000  # tokens; a longer sentence is cut into pieces of that length


@dataclass(frozen=True, eq=False)
class Text:
    """Sentences as word numbers; word 0 is the most frequent. Sentence s is ``tokens[starts[s]:starts[s + 1]]``."""

    words: tuple[str, ...]
    counts: Int[np.ndarray, " V"]
    tokens: Int[np.ndarray, " T"]
    starts: Int[np.ndarray, " S"]


def read(sentences: Sequence[Sequence[str]], min_count: int) -> Text:
    """Count the words, number them by frequency (ties: by first appearance) and drop those that are too rare.

    Raises:
        Trouble: ``word2vec-no-words``, there is not one token; ``word2vec-all-rare``, no word occurs
            ``min_count`` times; ``word2vec-one-word``, only one does: nothing has a context.
    """
    first_seen: dict[str, int] = defaultdict(lambda: len(first_seen))
    tokens = np.fromiter(map(first_seen.__getitem__, chain.from_iterable(sentences)), np.int32)
    if not len(tokens):
        raise Trouble("word2vec-no-words", "The text holds no words; give at least a few sentences.")
    counts = np.bincount(tokens)
    order = np.argsort(-counts, kind="stable")
    kept = order[counts[order] >= min_count]
    if len(kept) < 2:
        raise _too_few(len(kept), min_count, int(counts.max()))
    number = np.full(len(counts), -1, np.int32)
    number[kept] = np.arange(len(kept))
    tokens = number[tokens]
    ends = np.cumsum([0, *map(len, sentences)])
    starts = np.concatenate([[0], np.cumsum(tokens >= 0)])[ends]
    names = list(first_seen)
    return Text(tuple(names[i] for i in kept), counts[kept], tokens[tokens >= 0], _cut(starts))


def keep_as_paper(counts: Int[np.ndarray, " V"], t: float) -> Float[np.ndarray, " V"]:
    """Probability that an occurrence stays: ``sqrt(t / f)``, where ``f`` is the word's share of the text.

    Source: Mikolov et al. 2013, section 2.3. https://arxiv.org/abs/1310.4546
    """
    return np.minimum(1.0, np.sqrt(t * counts.sum() / counts))


def keep_as_code(counts: Int[np.ndarray, " V"], t: float) -> Float[np.ndarray, " V"]:
    """The same in word2vec.c, and so in gensim and here: ``sqrt(t / f) + t / f``. It thins a little less.

    Source: https://code.google.com/archive/p/word2vec/
    """
    ratio = t * counts.sum() / counts
    return np.minimum(1.0, np.sqrt(ratio) + ratio)


def noise(counts: Int[np.ndarray, " V"], exponent: float) -> Float[np.ndarray, " V"]:
    """Probability of each word to be drawn as a negative: its count to a power, 0.75 in the paper."""
    weights = counts.astype(float) ** exponent
    return weights / weights.sum()


def _cut(starts: Int[np.ndarray, " S"]) -> Int[np.ndarray, " P"]:
    if np.diff(starts).max() <= LONGEST:
        return starts
    pieces = [np.arange(a, b, LONGEST) for a, b in pairwise(starts)]
    return np.concatenate([*pieces, starts[-1:]])


def _too_few(kept: int, min_count: int, most: int) -> Trouble:
    if kept:
        return Trouble(
            "word2vec-one-word",
            f"Only one word occurs {min_count} times or more; vectors need at least two: lower min_count or add text.",
            min_count=min_count,
        )
    return Trouble(
        "word2vec-all-rare",
        f"No word occurs {min_count} times, the most frequent one {most} times; lower min_count or add text.",
        min_count=min_count,
        most=most,
    )
