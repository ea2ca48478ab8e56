"""Is the vector of a sentence made of its words in their places? Tensor products of fillers and roles, layer by layer.

A sentence of words ``fᵢ`` in roles ``rᵢ`` is written ``Σ fᵢ ⊗ rᵢ``; a linear map from there to the sentence's vector is
fitted, and what it explains on new sentences says how far such a structure goes. With one role the sentence is a bag of
words; the other schemes have that role too, and on top of it places from the left, from the right, or in the tree. The
control deals the tree's roles out
at random within each sentence: as many numbers to fit, and no structure.

McCoy et al. 2019, https://arxiv.org/abs/1812.08718; on BERT: Jawahar et al. 2019, section 6.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from jaxtyping import Float, Int

from core.probes.config import WIDTH
from core.probes.features import Features
from core.probes.treebank import Sentence, tree_depths

SCHEMES = ("bag", "left", "right", "tree")
SHORTEST, LONGEST = 4, 16  # words
PLACES, DEEPEST = 8, 3  # roles further out share the last one
RIDGES = (10.0, 100.0, 300.0, 1000.0, 3000.0)
CHOOSE = 0.2  # of the training sentences, on which the ridge is chosen


def roles(sentence: Sentence, scheme: str) -> Int[np.ndarray, " T"]:
    """A role for each word: 0 for all, the place from either end, or depth and side of the head in the tree."""
    T = len(sentence)
    match scheme:
        case "bag":
            return np.zeros(T, dtype=np.int64)
        case "left":
            return np.minimum(np.arange(T), PLACES - 1)
        case "right":
            return np.minimum(np.arange(T)[::-1], PLACES - 1)
        case "tree":
            depth = np.minimum(tree_depths(sentence.heads), DEEPEST)
            right = np.arange(1, T + 1) > np.array(sentence.heads)
            return np.where(depth == 0, 0, 2 * depth - 1 + right)
    raise ValueError(f"no scheme {scheme!r}; choose from {', '.join(SCHEMES)}")


def short(sentences: Sequence[Sentence]) -> Int[np.ndarray, " N"]:
    """Sentences that are neither too short to have a structure nor too long to be fitted."""
    return np.array([at for at, each in enumerate(sentences) if SHORTEST <= len(each) <= LONGEST], dtype=np.int64)


def products(
    fillers: Float[np.ndarray, "words W"], every: Sequence[Int[np.ndarray, " _"]], R: int
) -> Float[np.ndarray, "N RW"]:
    """``Σ fᵢ ⊗ rᵢ`` of each sentence, divided by its length; roles are one-hot."""
    found, start = np.zeros((len(every), R, fillers.shape[1])), 0
    for row, own in enumerate(every):
        np.add.at(found[row], own, fillers[start : start + len(own)])
        found[row] /= len(own)
        start += len(own)
    return found.reshape(len(every), -1)


Side = tuple[Features, Sequence[Sentence]]


def explained(one: Side, two: Side, scheme: str, deal: int | None = None) -> Float[np.ndarray, " layers"]:
    """Share of the variance of sentence vectors, in every layer, that the fit on ``one`` explains on ``two``.

    A word's filler is its vector before the first layer, less the mean of all words in that place (so that it does not
    tell where it stands), in the ``WIDTH`` strongest directions. With ``deal``, a seed, the roles of each sentence are
    dealt out to its words at random.
    """
    dice = np.random.default_rng([0 if deal is None else deal, 1812])
    some = [short(sentences) for _, sentences in (one, two)]
    every = [[roles(side[1][at], scheme) for at in own] for side, own in zip((one, two), some, strict=True)]
    if deal is not None:
        every = [[dice.permutation(own) for own in side] for side in every]
    words, places = zip(*(_words(side[0], own) for side, own in zip((one, two), some, strict=True)), strict=True)
    there = np.arange(LONGEST)[:, None] == places[0]
    means = there @ words[0] / np.maximum(there.sum(1, keepdims=True), 1)
    words = [own - means[at] for own, at in zip(words, places, strict=True)]
    axes = np.linalg.svd(words[0][::7], full_matrices=False)[2][:WIDTH].T  # every seventh word suffices
    R = 1 + max(int(own.max()) for own in every[0])
    X, Z = (_features(own @ axes, side, scheme, R) for own, side in zip(words, every, strict=True))
    Y, V = (side[0].means()[:, own].astype(np.float64) for side, own in zip((one, two), some, strict=True))
    return np.array([_fit(X, y, Z, v) for y, v in zip(Y, V, strict=True)])


def _features(
    fillers: Float[np.ndarray, "words W"], every: Sequence[np.ndarray], scheme: str, R: int
) -> Float[np.ndarray, "N F"]:
    """The bag of words, and beside it the products with the scheme's roles."""
    bag = products(fillers, [np.zeros_like(own) for own in every], 1)
    return bag if scheme == "bag" else np.concatenate([bag, products(fillers, every, R)], axis=1)


def _words(features: Features, some: Int[np.ndarray, " N"]) -> tuple[np.ndarray, np.ndarray]:
    """The words of some sentences before the first layer, one after the other, and the place of each."""
    spans = [(int(features.starts[at]), int(features.starts[at + 1])) for at in some]
    words = np.concatenate([features.vectors[0, a:b] for a, b in spans]).astype(np.float32)
    return words, np.concatenate([np.arange(b - a) for a, b in spans])


def _fit(
    X: Float[np.ndarray, "N F"], y: Float[np.ndarray, "N D"], Z: Float[np.ndarray, "M F"], v: Float[np.ndarray, "M D"]
) -> float:
    """Ridge regression; its strength is chosen on the last part of ``X``."""
    n = round((1 - CHOOSE) * len(X))
    best = max(RIDGES, key=lambda ridge: _share(X[:n], y[:n], X[n:], y[n:], ridge))
    return _share(X, y, Z, v, best)


def _share(X: np.ndarray, y: np.ndarray, Z: np.ndarray, v: np.ndarray, ridge: float) -> float:
    mean, spread, centre = X.mean(0), X.std(0) + 1e-6, y.mean(0)
    A = (X - mean) / spread
    W = np.linalg.solve(A.T @ A + ridge * np.eye(A.shape[1]), A.T @ (y - centre))
    left = v - centre - (Z - mean) / spread @ W
    return float(1 - (left**2).sum() / ((v - centre) ** 2).sum())
