"""Two sets of vectors laid over each other: the best turn, and what it is worth.

Source: Schönemann 1966, https://doi.org/10.1007/BF02289451; for words, Xing et al. 2015,
https://aclanthology.org/N15-1104
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
from jaxtyping import Float

from core.errors import Trouble
from core.word2vec.vectors import Vectors

FEWEST = 100  # words in common


def rotation(x: Float[np.ndarray, "N D"], y: Float[np.ndarray, "N D"]) -> Float[np.ndarray, "D D"]:
    """The orthogonal R that brings ``x @ R`` closest to ``y`` in squared distance: ``U Vᵀ`` of ``xᵀ y``."""
    U, _, V = np.linalg.svd(x.T @ y)
    return U @ V


def found_at(x: Float[np.ndarray, "N D"], y: Float[np.ndarray, "M D"]) -> Float[np.ndarray, " N"]:
    """Precision at 1, row by row: is ``y[i]`` the nearest of all of ``y`` to ``x[i]``, by cosine? 1 or 0."""
    x = x / np.maximum(np.linalg.norm(x, axis=1, keepdims=True), 1e-12)
    y = y / np.maximum(np.linalg.norm(y, axis=1, keepdims=True), 1e-12)
    return ((x @ y.T).argmax(1) == np.arange(len(x))).astype(float)


@dataclass(frozen=True, eq=False)
class Laid:
    """Two sets of vectors laid over each other, by the words that both have."""

    words: tuple[str, ...]  # that both have, in the first set's order
    likeness: Float[np.ndarray, " N"]  # cosine of a word's two vectors after the turn
    held: int  # words that the turn was not learnt from
    before: float  # share of these that find themselves among these in the other set, without the turn …
    after: float  # … and with it


def lay(a: Vectors, b: Vectors, *, most: int = 2_000, seed: int = 0) -> Laid:
    """Turn ``a`` onto ``b`` by half of the first ``most`` words that both have, and try it on the other half.

    Both are centred and brought to length 1 first; the narrower set gets columns of zeros.

    Raises:
        Trouble: ``align-few``: fewer than a hundred words in common.
    """
    words = tuple(islice((word for word in a.vocab if word in b.index), most))
    if len(words) < FEWEST:
        raise Trouble("align-few", f"{len(words)} words in common are too few: {FEWEST} are needed.", found=len(words))
    D = max(a.unit.shape[1], b.unit.shape[1])
    x, y = (_centred(of, words, D) for of in (a, b))
    order = np.random.default_rng(seed).permutation(len(words))
    learn, held = order[::2], order[1::2]
    turned = x @ rotation(x[learn], y[learn])
    return Laid(
        words,
        (turned * y).sum(1),
        len(held),
        float(found_at(x[held], y[held]).mean()),
        float(found_at(turned[held], y[held]).mean()),
    )


def _centred(of: Vectors, words: Sequence[str], D: int) -> Float[np.ndarray, "N D"]:
    rows = of.unit[[of.index[word] for word in words]] - of.unit.mean(0)
    rows = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-12)
    return np.pad(rows, ((0, 0), (0, D - rows.shape[1])))
