"""Embeddings to begin with: pieces that keep the same company are alike before the first step of training.

Counted, not learnt: the positive pointwise mutual information of every piece with the ones beside it, cut down to
``D`` numbers. It takes seconds; learning as much by gradients takes the first thousands of steps.

Source: Levy & Goldberg 2014, Neural Word Embedding as Implicit Matrix Factorization, section 3.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from jaxtyping import Float
from scipy import sparse
from sklearn.utils.extmath import randomized_svd

OFFSETS = (-2, -1, 1, 2)  # tokens to the left and to the right, each place counted by itself


def neighbours(
    read: Sequence[np.ndarray], V: int, D: int, *, seed: int = 0, std: float = 0.05
) -> Float[np.ndarray, "V D"]:
    """One row per piece, all of one length (``std`` times the root of ``D``); from rows of ids."""
    flat = np.concatenate([np.append(row, -1) for row in read])  # -1 keeps rows apart
    blocks = [_ppmi(*_beside(flat, offset), V) for offset in OFFSETS]
    left, strength, _ = randomized_svd(sparse.hstack(blocks).tocsr(), D, n_iter=3, random_state=seed)  # pyright: ignore[reportArgumentType]
    rows = left * np.sqrt(strength)
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return (rows / np.maximum(lengths, 1e-9) * std * np.sqrt(D)).astype(np.float32)


def _beside(flat: np.ndarray, offset: int) -> tuple[np.ndarray, np.ndarray]:
    """Every piece, and the one that stands ``offset`` places further on."""
    here, there = (flat[:-offset], flat[offset:]) if offset > 0 else (flat[-offset:], flat[:offset])
    both = (here >= 0) & (there >= 0)
    if abs(offset) == 2:  # not across the end of a row
        between = flat[1:-1] >= 0
        both &= between
    return here[both], there[both]


def _ppmi(here: np.ndarray, there: np.ndarray, V: int) -> sparse.csr_array:
    """max(0, log p(a, b) / (p(a) p(b))), in nats, for pairs that occur."""
    pairs = sparse.coo_array((np.ones(len(here), dtype=np.float32), (here, there)), shape=(V, V)).tocsr()
    rows, columns = np.asarray(pairs.sum(1)).ravel(), np.asarray(pairs.sum(0)).ravel()
    found = pairs.tocoo()
    values = np.log(found.data * len(here) / (rows[found.row] * columns[found.col]))
    kept = values > 0
    return sparse.coo_array((values[kept], (found.row[kept], found.col[kept])), shape=(V, V)).tocsr()
