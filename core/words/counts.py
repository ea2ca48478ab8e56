"""Vectors by counting: who stands beside whom, who stands in which text, and the few directions that matter most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp
from jaxtyping import Float

from core.word2vec.vocabulary import Text


def cooccurrence(text: Text, window: int, *, by_distance: bool = False) -> sp.csr_array:
    """``X[i, j]``: how often word j stands within ``window`` words of word i in the same sentence, V × V.

    ``by_distance``: a neighbour d words away counts 1/d, as in GloVe.
    """
    V, T = len(text.words), len(text.tokens)
    sentence = np.repeat(np.arange(len(text.starts) - 1), np.diff(text.starts))
    total = sp.csr_array((V, V))
    for d in range(1, min(window, T - 1) + 1):
        same = sentence[d:] == sentence[:-d]
        left, right = text.tokens[:-d][same], text.tokens[d:][same]
        weight = np.full(len(left), 1 / d if by_distance else 1.0)
        total = total + sp.coo_array((weight, (left, right)), shape=(V, V)).tocsr()
    return (total + total.T).tocsr()


def ppmi(counts: sp.csr_array) -> sp.csr_array:
    """Positive pointwise mutual information in nats: ``max(0, log P(i, j) / P(i) P(j))``.

    Source: Levy and Goldberg 2014, https://papers.nips.cc/paper/5477
    """
    cells = counts.tocoo()
    rows, columns = np.asarray(counts.sum(1)).ravel(), np.asarray(counts.sum(0)).ravel()
    value = np.log(cells.data * counts.sum() / (rows[cells.row] * columns[cells.col]))
    found = sp.coo_array((np.maximum(value, 0), (cells.row, cells.col)), shape=counts.shape).tocsr()
    found.eliminate_zeros()
    return found


def term_document(documents: Sequence[Sequence[int]], V: int, *, idf: bool = True) -> Float[np.ndarray, "V N"]:
    """How often each of V words occurs in each of N documents; with ``idf`` times ``log(N / documents with it)``."""
    counts = np.zeros((V, len(documents)))
    for n, words in enumerate(documents):
        np.add.at(counts[:, n], np.asarray(words, dtype=int), 1)
    if idf:
        counts *= np.log(len(documents) / np.maximum(1, (counts > 0).sum(1)))[:, None]
    return counts


@dataclass(frozen=True, eq=False)
class Truncated:
    """``A ≈ U diag(S) W``: the best matrix of its rank."""

    U: Float[np.ndarray, "V K"]
    S: Float[np.ndarray, " all"]  # every singular value, so that one sees what was cut
    W: Float[np.ndarray, "K N"]

    @property
    def words(self) -> Float[np.ndarray, "V K"]:
        """A vector for each row of A."""
        return self.U * self.S[: self.U.shape[1]]

    @property
    def documents(self) -> Float[np.ndarray, "N K"]:
        """A vector for each column of A."""
        return self.W.T * self.S[: self.W.shape[0]]

    @property
    def kept(self) -> float:
        """The share of A's squared length that the rank keeps, 0 to 1."""
        return float((self.S[: self.U.shape[1]] ** 2).sum() / max((self.S**2).sum(), 1e-300))


def svd(A: Float[np.ndarray, "V N"], rank: int) -> Truncated:
    """Latent semantic analysis: keep the ``rank`` largest singular directions; each begins with a positive sum.

    Source: Deerwester et al. 1990, https://doi.org/10.1002/(SICI)1097-4571(199009)41:6%3C391::AID-ASI1%3E3.0.CO;2-9
    """
    U, S, W = np.linalg.svd(A, full_matrices=False)
    rank = min(rank, len(S))
    sign = np.where(U.sum(0) < 0, -1.0, 1.0)  # an SVD leaves the signs open
    return Truncated(U[:, :rank] * sign[:rank], S, W[:rank] * sign[:rank, None])
