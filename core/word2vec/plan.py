"""All that a sweep over the text needs besides text and weights: tables made once, and the knobs as numbers."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from core.word2vec.config import Config
from core.word2vec.tree import Tree, grow
from core.word2vec.vocabulary import keep_as_code, noise

TILE = 6  # output rows that are trained in one go: a centre word and its five negatives, or six nodes of a path
LANES = 8  # floats that a processor computes with at a time
LINE = 16  # floats in a cache line; rows are padded to whole lines, so no two rows share one
NEGATIVE, HIERARCHICAL, SOFTMAX = range(3)
NOISE_BITS = 20
TOP = 64  # nodes next to the root; several threads keep a copy each, as every word's path runs through some
SPARE = TILE + 2 * TOP  # rows that a thread has to itself after the shared ones


class Plan(NamedTuple):
    """What numba and the plain reference are both handed. Random numbers have 64 bits; see ``dice`` there."""

    keep: np.ndarray  # (V,) uint32: an occurrence stays where this is at least the top half of a random number
    noise: np.ndarray  # (2 ** NOISE_BITS,) int32: words, each as often as it is likely as a negative
    sigmoid: np.ndarray  # values over -6 to 6
    starts: np.ndarray  # the Huffman tree; one empty path where it is not used
    nodes: np.ndarray
    codes: np.ndarray
    window: int
    negatives: int
    output: int
    cbow: bool
    shared: bool
    mean: bool


def plan(counts: np.ndarray, config: Config) -> Plan:
    """The tables for a vocabulary. The sigmoid has gensim's range, and 1,024 places where gensim has 1,000."""
    kept = keep_as_code(counts, config.subsample) if config.subsample else np.ones(len(counts))
    hierarchical = config.output == "hierarchical"
    tree = grow(counts) if hierarchical else Tree(*(np.zeros(n, int) for n in (2, 0, 0)))
    return Plan(
        keep=(kept * (2**32 - 1)).astype(np.uint32),
        noise=noise_table(noise(counts, config.exponent)),
        sigmoid=sigmoid_table(1024),
        starts=tree.starts,
        nodes=tree.nodes,
        codes=tree.codes,
        window=config.window,
        negatives=config.negatives,
        output=("negative", "hierarchical", "softmax").index(config.output),
        cbow=config.architecture == "cbow",
        shared=config.shared,
        mean=config.mean,
    )


def noise_table(probabilities: np.ndarray) -> np.ndarray:
    """Drawing a place at random draws a word with its probability, to one in a million."""
    places = (np.arange(2**NOISE_BITS) + 0.5) / 2**NOISE_BITS
    return np.searchsorted(np.cumsum(probabilities)[:-1], places).astype(np.int32)


def sigmoid_table(size: int) -> np.ndarray:
    """σ in the middle of ``size`` equal steps from -6 to 6; beyond, training takes the value at the end.

    word2vec.c takes 0 or 1 there; in its tree, and in gensim, such a row is not trained at all.
    """
    x = ((np.arange(size) + 0.5) / size * 2 - 1) * 6
    return (1 / (1 + np.exp(-x))).astype(np.float32)


def rows(count: int, D: int) -> np.ndarray:
    """Zeros, ``count`` rows of ``D`` floats padded to whole cache lines, the first on a line's edge."""
    width = -(-D // LINE) * LINE
    raw = np.zeros(count * width + LINE, np.float32)
    skip = -raw.ctypes.data % 64 // 4
    return raw[skip : skip + count * width].reshape(count, width)
