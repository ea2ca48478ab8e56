"""What runs computes what is shown: kernels against the plain reference, in every way of training."""

from dataclasses import replace

import numpy as np
import pytest

from core.word2vec import Config
from core.word2vec.kernels import compiled
from core.word2vec.plan import SPARE, TOP, plan, rows, sigmoid_table
from core.word2vec.reference import sweep
from core.word2vec.vocabulary import read

D = 13
WAYS = [
    Config(negatives=5),
    Config(negatives=7, shared=False),
    Config(output="hierarchical"),
    Config(output="softmax"),
    Config("cbow", negatives=3),
    Config("cbow", mean=False),
    Config("cbow", "hierarchical"),
    Config("cbow", "softmax"),
]


def sentences(seed: int) -> list[list[str]]:
    """Short ones, with few words, so that words meet themselves and noise repeats."""
    dice = np.random.default_rng(seed)
    return [[str(min(29, dice.zipf(1.4))) for _ in range(dice.integers(0, 17))] for _ in range(61)]


@pytest.mark.parametrize("way", WAYS, ids=str)
def test_kernel_is_the_reference(way):
    text = read(sentences(0), 1)
    tables = plan(text.counts, replace(way, window=3, subsample=0.05))
    tables = tables._replace(sigmoid=sigmoid_table(2**20))  # the usual 1,024 steps would hide small errors
    V, dice = len(text.words), np.random.default_rng(1)
    R = V - (way.output == "hierarchical")
    X, Y = rows(V + 1, D), rows(V + SPARE, D)
    X[:V, :D], Y[:R, :D] = dice.normal(size=(V, D)) * 0.3, dice.normal(size=(R, D)) * 0.3
    slow_X, slow_Y, before = X.astype(float), Y.astype(float), X.copy()
    fast_dice, slow_dice = (np.array([12345678901234567, 987654321], np.uint64) for _ in range(2))
    whole = (text.tokens, text.starts, 0, len(text.starts) - 1)

    compiled(X.shape[1])(*whole, X, Y, tables, 0.1, fast_dice)
    sweep(*whole, slow_X, slow_Y, tables, 0.1, slow_dice)

    assert np.abs(X - before).max() > 0.3
    np.testing.assert_allclose(X, slow_X, atol=5e-6)
    np.testing.assert_allclose(Y, slow_Y, atol=5e-6)
    assert fast_dice[0] == slow_dice[0]
    assert not X[V:].any() and not Y[V:].any() and not X[:, D:].any(), "spare rows and the padding stay zero"


@pytest.mark.parametrize("architecture", ["skipgram", "cbow"])
def test_copies_near_the_root_lose_nothing(architecture):
    """Threads that take turns find what the others brought home: the weights are those of one thread."""
    text = read([[str(word) for word in range(90)] * 3, *sentences(0)], 1)  # more words than nodes are copied
    tables = plan(text.counts, Config(architecture, "hierarchical", window=3, subsample=0.0))
    V, dice = len(text.words), np.random.default_rng(1)
    alone = rows(V + 1, D), rows(V + SPARE, D)
    alone[0][:V, :D] = dice.normal(size=(V, D)) * 0.3
    turns = alone[0].copy(), rows(V + 2 * SPARE, D)
    train = compiled(alone[0].shape[1])
    for at in range(len(text.starts) - 1):
        for weights, threads in ((alone, 1), (turns, 2)):
            dice = np.array([at, 0], np.uint64)
            train(text.tokens, text.starts, at, at + 1, *weights, tables, 0.1, dice, at % threads, threads)

    assert V - 1 > TOP
    assert np.abs(alone[1][V - 1 - TOP : V - 1]).max() > 0.01
    np.testing.assert_allclose(turns[0], alone[0], atol=5e-6)
    np.testing.assert_allclose(turns[1][:V], alone[1][:V], atol=5e-6)
