"""One word, several senses: a translation tells which one is meant, so each gets a vector of its own.

Source: Guo et al. 2014, https://aclanthology.org/C14-1048
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

from core.word2vec import Config, Vectors, train

Senses = Mapping[str, tuple[str, ...]]  # a sense, and the English words that give it away

WORDS: Mapping[str, Senses] = {
    "花": {
        "flower": ("flower", "flowers", "blossom", "blossoms", "roses", "tulips", "blooming"),
        "spend": ("spend", "spent", "spends", "spending", "cost", "took", "takes", "take"),
    },
    "打": {
        "hit": ("hit", "hits", "hitting", "beat", "beaten", "slapped", "punched", "struck"),
        "phone": ("call", "called", "phone", "phoned", "calling", "calls", "telephone"),
        "play": ("play", "played", "plays", "playing"),
    },
    "看": {
        "read": ("read", "reading", "reads", "book", "books", "newspaper"),
        "watch": ("watch", "watched", "watching", "tv", "movie", "movies", "film"),
    },
    "开": {
        "open": ("open", "opened", "opens", "opening"),
        "drive": ("drive", "drives", "drove", "driving", "car"),
    },
}
CONFIG = Config(D=50, window=4, subsample=1e-3, epochs=30, min_count=4)


@dataclass(frozen=True, eq=False)
class Split:
    """What one word's neighbours are before and after it is split by translation."""

    word: str
    senses: tuple[str, ...]
    counts: tuple[int, ...]  # sentences of each sense
    left: int  # sentences that no translation decided
    before: tuple[tuple[str, float], ...]  # neighbours and their cosines
    after: tuple[tuple[tuple[str, float], ...], ...]  # the same for each sense
    cosine: Float[np.ndarray, "S S"]  # between the senses
    places: Float[np.ndarray, "N 2"]  # the word, its senses, then every neighbour named here: PCA
    names: tuple[str, ...]  # of the places


def tag(
    pairs: Iterable[tuple[Sequence[str], str]], word: str, senses: Senses
) -> tuple[list[list[str]], dict[str, int], int]:
    """Sentences in which ``word`` became ``word#sense`` wherever exactly one sense's English words appear.

    Returns them with the number of sentences of each sense, and how many were left as they are.
    """
    found, counts, left = [], dict.fromkeys(senses, 0), 0
    for words, english in pairs:
        there = set(re.findall(r"[a-z]+", english.casefold()))
        meant = [sense for sense, signs in senses.items() if there & set(signs)]
        if word in words and len(meant) == 1:
            counts[meant[0]] += 1
            words = [f"{word}#{meant[0]}" if each == word else each for each in words]
        elif word in words:
            left += 1
        found.append(list(words))
    return found, counts, left


def split(pairs: Sequence[tuple[Sequence[str], str]], word: str, senses: Senses, config: Config = CONFIG) -> Split:
    """Train twice, on the sentences as they are and on the tagged ones.

    Raises:
        Trouble: as ``core.word2vec.train``; ``word2vec-unknown-word``, a sense is too rare.
    """
    plain = train([list(words) for words, _ in pairs], config)
    sentences, counts, left = tag(pairs, word, senses)
    tagged = train(sentences, config)
    names = [f"{word}#{sense}" for sense in senses]
    before = tuple(plain.nearest(word, 8))
    after = tuple(tuple(n for n in tagged.nearest(name, 12) if "#" not in n[0])[:8] for name in names)
    unit = tagged.unit[[tagged.row(name) for name in names]]
    named = list(dict.fromkeys([*names, *(n for group in after for n, _ in group)]))
    return Split(
        word,
        tuple(senses),
        tuple(counts.values()),
        left,
        before,
        after,
        unit @ unit.T,
        _flat(tagged, named),
        tuple(named),
    )


def _flat(of: Vectors, names: Sequence[str]) -> Float[np.ndarray, "N 2"]:
    """The two directions in which these words differ most."""
    rows = of.unit[[of.row(name) for name in names]]
    rows = rows - rows.mean(0)
    return (rows @ np.linalg.svd(rows, full_matrices=False)[2][:2].T).astype(np.float32)
