"""Documents as bags of words, counted once: whichever way they are grouped later, counts are only added up."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from jaxtyping import Int
from scipy.sparse import csr_matrix

from core.errors import Trouble
from core.text import language_of, tokenise
from core.topics.stopwords import STOP

_WORD = re.compile(r"\b\w\w+\b")
_HAN = re.compile("[\u4e00-\u9fff]")


@dataclass(frozen=True, eq=False)
class Bags:
    """How often each word of ``vocab`` stands in each document, as a sparse matrix in three arrays."""

    vocab: tuple[str, ...]
    starts: Int[np.ndarray, " M"]  # where each document begins, and the end: M is N + 1
    words: Int[np.ndarray, " n"]
    counts: Int[np.ndarray, " n"]

    @cached_property
    def matrix(self) -> csr_matrix:
        """(N, V), counts."""
        shape = (len(self.starts) - 1, len(self.vocab))
        return csr_matrix((self.counts.astype(np.int64), self.words, self.starts), shape=shape)

    @cached_property
    def index(self) -> dict[str, int]:
        return {word: at for at, word in enumerate(self.vocab)}

    def of_classes(self, classes: Int[np.ndarray, " N"], C: int) -> csr_matrix:
        """(C, V): the counts of all documents of a class added up; documents of class -1 are left out."""
        rows = np.flatnonzero(classes >= 0)
        ones = np.ones(len(rows), np.int64)
        members = csr_matrix((ones, (classes[rows], rows)), shape=(C, len(classes)))
        summed = csr_matrix(members @ self.matrix)
        summed.sort_indices()
        return summed


def cut(document: str, *, stop: bool = True) -> list[str]:
    """Words in small letters, of two signs or more; Chinese as jieba cuts it. Stop words are left out, or not."""
    if _HAN.search(document) and language_of(document[:2_000]) == "zh":
        words = [token.text.casefold() for token in tokenise(document) if token.is_word and len(token.text) > 1]
    else:
        words = _WORD.findall(document.lower())
    return [word for word in words if word not in STOP and not word.isdigit()] if stop else words


def count_words(documents: Sequence[str], *, least: int = 2, ngrams: int = 1, stop: bool = True) -> Bags:
    """Count words, or up to ``ngrams`` of them in a row, that stand in ``least`` documents or more.

    Where no word does, all are kept. ``stop``: without stop words and numbers.
    """
    bags = [Counter(_grams(cut(document, stop=stop), ngrams)) for document in documents]
    stands = Counter(word for bag in bags for word in bag)
    vocab = sorted(word for word, n in stands.items() if n >= least) or sorted(stands)
    return fill(bags, tuple(vocab))


def checked(bags: Bags) -> Bags:
    """The same. Raises Trouble ``documents-wordless`` where no word is left."""
    if not bags.vocab:
        message = "These texts hold no words that could be counted: only marks, numbers or stop words."
        raise Trouble("documents-wordless", message)
    return bags


def recount(documents: Sequence[str], vocab: tuple[str, ...]) -> Bags:
    """Count the words of a vocabulary that is known already in other documents."""
    ngrams = max((word.count(" ") + 1 for word in vocab), default=1)
    return fill([Counter(_grams(cut(document), ngrams)) for document in documents], vocab)


def fill(bags: Sequence[Counter[str]], vocab: tuple[str, ...]) -> Bags:
    """Counters as one matrix."""
    index = {word: at for at, word in enumerate(vocab)}
    rows = [sorted((index[word], n) for word, n in bag.items() if word in index) for bag in bags]
    flat = np.array([pair for row in rows for pair in row], np.int32).reshape(-1, 2)
    starts = np.concatenate([[0], np.cumsum([len(row) for row in rows])]).astype(np.int32)
    return Bags(vocab, starts, flat[:, 0].copy(), flat[:, 1].copy())


def _grams(words: Sequence[str], n: int) -> Iterator[str]:
    for size in range(1, n + 1):
        for at in range(len(words) - size + 1):
            yield " ".join(words[at : at + size])
