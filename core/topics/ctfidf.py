"""Words that tell a topic from the others: c-TF-IDF, and how each of its factors comes about."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float, Num
from scipy.sparse import csr_matrix


def class_tfidf(
    counts: csr_matrix | Num[np.ndarray, "C V"], boost: Float[np.ndarray, " V"] | None = None
) -> csr_matrix:
    """Weigh words by class: (C, V) counts to (C, V) weights.

    ``W[c, x] = tf[c, x] · log(1 + A / f[x])``: ``tf`` is the word's share of its class, ``f`` how often it stands in
    all classes, ``A`` the mean number of words in a class, cut to a whole number as BERTopic does. ``boost`` multiplies
    the logarithm: words that somebody wants to see.

    Source: Grootendorst 2022, section 3.3. https://arxiv.org/abs/2203.05794
    """
    counts = csr_matrix(counts, dtype=np.float64, copy=True)  # or both would share, and sort, one list of indices
    idf = inverse_frequency(counts)
    return _shares(counts).multiply(idf if boost is None else idf * boost).tocsr()


def inverse_frequency(counts: csr_matrix) -> Float[np.ndarray, " V"]:
    """``log(1 + A / f)`` for each word: large where the word is rare in all classes; 0 where it stands in none."""
    f = np.asarray(counts.sum(axis=0), np.float64).ravel()
    A = int(counts.sum() / max(counts.get_shape()[0], 1))
    return np.log1p(np.divide(A, f, out=np.zeros_like(f), where=f > 0))


def _shares(counts: csr_matrix) -> csr_matrix:
    """Each row divided by its sum; an empty row stays empty."""
    total = np.asarray(counts.sum(axis=1)).ravel()
    rows = counts.copy()
    rows.data /= np.repeat(np.where(total > 0, total, 1), np.diff(counts.indptr))
    return rows


def weigh(counts: csr_matrix | Num[np.ndarray, "C V"], idf: Float[np.ndarray, " V"]) -> csr_matrix:
    """Documents weighed as if each were a class, with the inverse frequencies of given classes."""
    return _shares(csr_matrix(counts, dtype=np.float64, copy=True)).multiply(idf).tocsr()


@dataclass(frozen=True)
class Factors:
    """One weight taken apart: ``weight = count / total · log(1 + A / f) · boost``."""

    count: int  # of the word in the class
    total: int  # words in the class
    f: int  # of the word in all classes
    A: int  # mean number of words in a class, cut
    boost: float = 1.0  # of a word that somebody wants to see

    @property
    def tf(self) -> float:
        return self.count / self.total if self.total else 0.0

    @property
    def idf(self) -> float:
        return float(np.log1p(self.A / self.f)) if self.f else 0.0

    @property
    def weight(self) -> float:
        return self.tf * self.idf * self.boost


def factors(counts: csr_matrix, row: int, word: int, boost: float = 1.0) -> Factors:
    """The numbers behind one entry of ``class_tfidf(counts)``."""
    return Factors(
        count=int(counts[row, word]),
        total=int(counts[row].sum()),
        f=int(counts[:, [word]].sum()),
        A=int(counts.sum() / counts.get_shape()[0]),
        boost=boost,
    )
