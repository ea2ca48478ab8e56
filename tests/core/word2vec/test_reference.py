"""The formulas on the wall, against paper and pencil and against autograd."""

import numpy as np
import torch
from torch.nn.functional import cross_entropy, logsigmoid

from core.word2vec import Config
from core.word2vec.plan import plan
from core.word2vec.reference import aim, centres, pairs_of, soften, step

N, K, V, D = 2, 5, 7, 3


def test_one_step_by_hand():
    """x·y = 0, so σ = ½: with label 1 the pull is lr / 2 along the other vector, with label 0 it is a push."""
    x, y = np.array([[1.0, 0.0]]), np.array([[0.0, 2.0], [0.0, 4.0]])
    dx, dy = step(x, y, np.array([1.0, 0.0]), np.array([0.1, 0.1]))
    np.testing.assert_allclose(dx, [[0.0, 0.05 * 2 - 0.05 * 4]])
    np.testing.assert_allclose(dy, [[0.05, 0.0], [-0.05, 0.0]])


def test_negative_sampling_is_gradient_descent():
    dice = np.random.default_rng(0)
    x, y = dice.normal(size=(N, D)), dice.normal(size=(K, D))
    labels, lr = np.eye(K)[0], 0.3
    dx, dy = step(x, y, labels, np.full(K, lr))
    tx, ty = (torch.tensor(a, requires_grad=True) for a in (x, y))
    score = tx @ ty.T
    loss = -logsigmoid(score[:, 0]).sum() - logsigmoid(-score[:, 1:]).sum()
    loss.backward()
    assert tx.grad is not None and ty.grad is not None
    np.testing.assert_allclose(dx, -lr * tx.grad.numpy())
    np.testing.assert_allclose(dy, -lr * ty.grad.numpy())


def test_full_softmax_is_gradient_descent():
    dice = np.random.default_rng(1)
    x, y, word, lr = dice.normal(size=D), dice.normal(size=(V, D)), 4, 0.3
    dx, dy = soften(x, y, word, lr)
    tx, ty = (torch.tensor(a, requires_grad=True) for a in (x, y))
    cross_entropy((ty @ tx)[None], torch.tensor([word])).backward()
    assert tx.grad is not None and ty.grad is not None
    np.testing.assert_allclose(dx, -lr * tx.grad.numpy())
    np.testing.assert_allclose(dy, -lr * ty.grad.numpy())


def test_every_centre_has_all_distances_up_to_the_window_equally_often():
    tables = plan(np.ones(3000, int), Config(window=5, subsample=0.0))
    dice = np.array([1, 2], np.uint64)
    reach = [len(context) // 2 for _, context in centres(np.arange(3000), tables, dice)][5:-5]
    np.testing.assert_allclose(np.bincount(reach)[1:] / len(reach), np.full(5, 1 / 5), atol=0.03)


def test_pairs_take_two_different_words_at_a_time():
    assert list(pairs_of([1, 2, 2, 2, 3], True)) == [[1, 2], [2], [2, 3]]
    assert list(pairs_of([1, 2], False)) == [[1], [2]]


def test_noise_drawn_twice_counts_twice_and_is_never_the_word_itself():
    tables = plan(np.array([1, 1]), Config(negatives=7))
    rows, labels, times = aim(0, tables, np.array([1, 2], np.uint64))
    assert rows == [0, 1] and labels == [1, 0] and times[0] == 1 and 1 < times[1] < 7
