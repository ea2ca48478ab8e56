from typing import Any

import numpy as np
import pytest
import torch
import torch.nn.functional as F

from core.word2vec import Config
from core.word2vec.plan import plan
from core.word2vec.reference import sweep
from core.word2vec.steps import follow
from core.word2vec.training import weights
from core.word2vec.vocabulary import read

TOY = (("the", "king", "rules", "a", "land"), ("the", "queen", "rules", "a", "sea"), ("a", "king", "sees"))
WAYS = [(a, o) for a in ("skipgram", "cbow") for o in ("negative", "hierarchical", "softmax")]


def config(architecture: Any = "skipgram", output: Any = "negative") -> Config:
    return Config(architecture, output, D=7, window=2, negatives=3, lr=0.11, min_count=1, subsample=0.0, shared=False)


@pytest.mark.parametrize(("architecture", "output"), WAYS)
def test_the_steps_are_the_references(architecture, output):
    """One sweep over the text by the reference, and as many examples one by one: the same weights."""
    asked = config(architecture, output)
    text = read(TOY, 1)
    tables = plan(text.counts, asked)
    X, Y = (m.astype(float) for m in weights(len(text.words), asked))
    dice = np.random.SeedSequence(asked.seed).generate_state(2, np.uint64)
    sweep(text.tokens, text.starts, 0, 3, X, Y, tables, asked.lr, dice)
    for steps in range(1, 60):
        found = follow(TOY, asked, steps)
        V, R = len(found.X), len(found.Y)
        if np.allclose(found.X, X[:V, :7], atol=1e-9) and np.allclose(found.Y, Y[:R, :7], atol=1e-9):
            return
    raise AssertionError("no number of examples gives what one sweep gives")


@pytest.mark.parametrize(("architecture", "output"), WAYS)
def test_a_step_is_a_step_down_the_gradient(architecture, output):
    asked = config(architecture, output)
    last = follow(TOY, asked, 40).last
    assert last is not None
    h, y = torch.tensor(last.h, requires_grad=True), torch.tensor(last.asked, requires_grad=True)
    if output == "softmax":
        loss = F.cross_entropy((y @ h)[None], torch.tensor([last.word]))
    else:
        times = torch.tensor(last.rates / asked.lr)
        loss = F.binary_cross_entropy_with_logits(y @ h, torch.tensor(last.labels), weight=times, reduction="sum")
    loss.backward()
    assert h.grad is not None and y.grad is not None
    assert last.loss == pytest.approx(loss.item())
    assert last.dh == pytest.approx(-asked.lr * h.grad.numpy())
    assert last.dY == pytest.approx(-asked.lr * y.grad.numpy())


def test_more_steps_go_on_where_fewer_ended():
    short, long = follow(TOY, config(), 20), follow(TOY, config(), 60)
    assert long.shot[-1] == 60 and len(long.film) == len(long.shot)
    at = long.shot.tolist().index(20)
    assert np.array_equal(long.film[at], np.concatenate([short.X, short.Y]))


def test_nothing_is_trained_at_step_zero():
    found = follow(TOY, config(), 0)
    assert found.last is None and not found.Y.any() and found.losses[0] > 0


def test_words_without_neighbours_end_at_once():
    assert follow((("a",), ("b",)), config(), 50).last is None
