"""The torch sweep for a GPU, run on the processor: its step is the reference's, it learns, it repeats."""

from typing import cast

import numpy as np
import pytest
import torch

from core.errors import Trouble
from core.word2vec import Config, batched, loss, train
from core.word2vec.plan import plan
from core.word2vec.reference import step
from core.word2vec.training import weights
from core.word2vec.vocabulary import read

DICE = np.random.default_rng(0)
PAIRS = [[f"{a}{i}" for i in DICE.integers(0, 5, 9)] for a in "abcd" * 40]  # words of a letter keep company


@pytest.mark.parametrize(
    "config", [Config(lr=0.3), Config("cbow", lr=0.3), Config("cbow", mean=False, lr=0.3)], ids=str
)
def test_one_centre_is_the_reference(config):
    x, y = (DICE.normal(size=(n, 7)).astype(np.float32) * 0.3 for n in (11, 13))
    context, asked = [3, 5, 2], [4, 0, 9]
    labels, rates = np.array([1.0, 0, 0]), np.array([0.3, 0.3, 0])  # the last is the word itself: left out
    tx, ty = torch.from_numpy(x.copy()), torch.from_numpy(y.copy())
    places, real = torch.tensor([[*context, 6]]), torch.tensor([[True, True, True, False]])
    rate, label = (torch.tensor(each, dtype=torch.float32)[None] for each in (rates, labels))
    batched.step(tx, ty, places, real, torch.tensor([asked]), rate, label, config)
    if config.architecture == "cbow":
        h = x[context].mean(0, keepdims=True) if config.mean else x[context].sum(0, keepdims=True)
        dx, dy = step(h, y[asked], labels, rates)
        dx = np.repeat(dx, 3, 0)
    else:
        dx, dy = step(x[context], y[asked], labels, rates)
    x[context] += dx
    y[asked] += dy
    np.testing.assert_allclose(tx.numpy(), x, atol=1e-6)
    np.testing.assert_allclose(ty.numpy(), y, atol=1e-6)


def test_windows_stay_inside_sentence_and_reach():
    sentence = torch.tensor([0, 0, 0, 0, 1, 1, 2])
    at, real = batched.windows(sentence, 3, torch.Generator().manual_seed(0))
    for i, (places, used) in enumerate(zip(at.tolist(), real.tolist(), strict=True)):
        context = [j for j, yes in zip(places, used, strict=True) if yes]
        assert i not in context and all(sentence[j] == sentence[i] for j in context)
        reach = max((abs(i - j) for j in context), default=0)
        assert reach <= 3 and set(context) == {
            j for j in range(7) if j != i and abs(i - j) <= reach and sentence[j] == sentence[i]
        }
    assert not real[-1].any()  # alone in its sentence


@pytest.mark.parametrize("architecture", ["skipgram", "cbow"])
def test_it_learns_and_repeats(architecture):
    config = Config(architecture, D=12, epochs=40, subsample=0.0, lr=0.1, min_count=1)
    text = read(PAIRS, 1)
    tables, V = plan(text.counts, config), len(text.words)
    sample = cast(loss.Sample, loss.draw(text, tables, 0))
    ends = []
    for _ in range(2):
        X, Y = weights(V, config)
        before = loss.measure(sample, X[:V, :12], Y[:V, :12], config)
        said = list(batched.sweeps(text, X, Y, tables, config, "cpu"))
        assert said == sorted(said) and said[-1] == 1
        assert loss.measure(sample, X[:V, :12], Y[:V, :12], config) < before * 0.8
        ends.append((X, Y))
    assert np.array_equal(ends[0][0], ends[1][0]) and np.array_equal(ends[0][1], ends[1][1])
    unit = X[:V, :12] / np.linalg.norm(X[:V, :12], axis=1, keepdims=True)
    same = np.array([[a[0] == b[0] for b in text.words] for a in text.words])
    assert (unit @ unit.T)[same].mean() > (unit @ unit.T)[~same].mean() + 0.3


def test_what_does_not_train_in_batches_is_told():
    with pytest.raises(Trouble) as told:
        train(PAIRS, Config(output="hierarchical"), device="cuda")
    assert told.value.code == "word2vec-batched"


@pytest.mark.gpu
@pytest.mark.skipif(not torch.cuda.is_available(), reason="needs CUDA")
def test_a_gpu_trains_through_the_public_door():
    run = train(PAIRS, Config(D=12, epochs=40, subsample=0.0, lr=0.1, min_count=1), device="cuda")
    assert run.losses[-1] < run.losses[0] * 0.8
