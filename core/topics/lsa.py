"""Vectors from words alone, for a language that the embedded model cannot read: latent semantic analysis."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from jaxtyping import Float

from core.runtime import OnStep, Step, quiet
from core.topics.bags import checked, count_words


def lsa(documents: Sequence[str], W: int = 100, on_step: OnStep = quiet) -> Float[np.ndarray, "N W"]:
    """TF-IDF of each document, and of that the ``W`` strongest directions (fewer where there are not so many).

    Source: Deerwester et al. 1990, Indexing by Latent Semantic Analysis.
    """
    from scipy.sparse import csr_matrix, diags
    from scipy.sparse.linalg import svds

    bags = checked(count_words(documents, least=2))
    on_step(Step(0.4))
    counts = csr_matrix(bags.matrix, dtype=np.float64)
    stands = np.bincount(counts.indices, minlength=len(bags.vocab))
    counts.data = 1 + np.log(counts.data)
    weights = csr_matrix(counts @ diags(np.log(len(documents) / np.maximum(stands, 1)) + 1))
    length = np.sqrt(np.asarray(weights.multiply(weights).sum(axis=1))).ravel()
    weights = csr_matrix(diags(1 / np.maximum(length, 1e-9)) @ weights)
    if len(bags.vocab) <= W:  # few words are few directions already
        on_step(Step(1.0))
        return weights.toarray().astype(np.float32)
    W = min(W, len(documents) - 1)
    U, S, _ = svds(weights, k=W, v0=np.ones(min(len(documents), len(bags.vocab))))
    on_step(Step(1.0))
    return np.ascontiguousarray((U * S)[:, ::-1], np.float32)
