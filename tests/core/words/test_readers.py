"""Readers of whole stretches: context2vec against torch and by law, quick thoughts on a language that can be learnt."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from core.word2vec import Vectors
from core.words import context2vec, thoughts
from core.words.windows import EDGE, SIGNS

CYCLE = [[f"w{(start + i) % 7}" for i in range(5)] for start in range(7)] * 12  # each word knows its neighbours
SMALL = context2vec.Config(D=11, H=13, V=9, negatives=3, batch=17, epochs=40, lr=0.02)


@pytest.fixture(scope="module")
def run() -> context2vec.Run:
    return context2vec.train(CYCLE, SMALL, device="cpu")


def test_gaps_by_hand() -> None:
    before, after, ends, words = context2vec.gaps([[5, 6, 7], [8, 9]])
    assert before.tolist() == [[EDGE, 5, 6], [EDGE, 8, EDGE]]
    assert after.tolist() == [[EDGE, 7, 6], [EDGE, 9, EDGE]]  # backwards
    assert ends.tolist() == [[2, 1, 0], [1, 0, 0]] and words.tolist() == [[5, 6, 7], [8, 9, 0]]


def test_both_sides_name_the_word_that_is_missing(run) -> None:
    assert run.likely(run.context([], [])).sum() == pytest.approx(1)
    code = run.words.index
    for missing in range(7):
        sides = ([code[f"w{(missing + step) % 7}"] for step in steps] for steps in ((-2, -1), (1, 2)))
        context = run.context(*sides)
        assert run.words.names[int(run.likely(context).argmax())] == f"w{missing}"
        assert f"w{missing}" in [run.words.names[i] for i in run.fitting(context).argsort()[-2:]]
    assert not run.likely(run.context([], []))[: len(SIGNS)].any()  # signs fill no gap


def test_reading_in_numpy_is_torchs_lstm(run) -> None:
    lstm = torch.nn.LSTM(SMALL.D, SMALL.H, batch_first=True)
    words = [EDGE, 4, 2, 7]
    for way in range(2):
        parts = (run.Wx[way], run.Wh[way], run.b[way], np.zeros_like(run.b[way]))
        for own, kept in zip(lstm.parameters(), parts, strict=True):
            own.data = torch.from_numpy(np.ascontiguousarray(kept))
        state = lstm(torch.from_numpy(run.C[words])[None])[0][0, -1]
        np.testing.assert_allclose(run._read(way, words), state.detach().numpy(), atol=1e-6)


def test_the_same_config_gives_the_same_bytes(run) -> None:
    again = context2vec.train(CYCLE, SMALL, device="cpu")
    assert np.array_equal(again.T, run.T) and np.array_equal(again.losses, run.losses)


def test_neighbours_are_recognised_after_training() -> None:
    dice = np.random.default_rng(0)
    vocab = tuple(f"{topic}{i}" for topic in "abcdefgh" for i in range(5))
    vectors = Vectors(vocab, dice.normal(size=(len(vocab), 10)).astype(np.float32))

    def article(topic: str) -> list[list[str]]:
        return [[f"{topic}{i}" for i in dice.integers(0, 5, 6)] for _ in range(20)]

    documents = [article(topic) for topic in "abcdefgh"]
    config = thoughts.Config(width=12, batch=13, epochs=6, lr=1e-2)
    trained = thoughts.train(documents, config, vectors=vectors, device="cpu")

    def right(model: thoughts.Thoughts) -> float:
        """Of two sentences, which is the neighbour of a third?"""
        asks, own, other = (
            model.encode([article(topic)[0] for topic in topics]) for topics in ("abcdefgh", "abcdefgh", "bcdefgha")
        )
        half = config.width
        return float(((asks[:, :half] * (own - other)[:, half:]).sum(1) > 0).mean())

    assert right(trained) == 1 > right(thoughts.untrained(vectors, config))
    assert trained.encode([["unseen"]]).shape == (1, 24)
