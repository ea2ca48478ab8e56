"""The neural probabilistic language model: look up the last words, mix them once, name the next one.

Source: Bengio, Ducharme, Vincent and Jauvin 2003, https://www.jmlr.org/papers/v3/bengio03a.html
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from jaxtyping import Float, Int

from core.runtime import OnStep, Step, quiet, seeded
from core.words.ngram import Ngram
from core.words.windows import EDGE, Words, vocabulary, windows

BATCH = 512
LOOKS = 20  # times that the map is taken on the way
SHOWN = 60  # words on the map


@dataclass(frozen=True)
class Config:
    """The knobs of one training."""

    n: int = 3  # words of an n-gram: n - 1 are read, one is predicted
    D: int = 32  # width of a word vector
    H: int = 64  # width of the hidden layer
    V: int = 1_000  # words, the most frequent
    epochs: int = 3
    lr: float = 4e-3
    seed: int = 0


@dataclass(frozen=True, eq=False)
class Run:
    """One finished training, and the counter of the same order on the same text."""

    config: Config
    words: Words
    C: Float[np.ndarray, "V D"]  # a vector for each word
    W: Float[np.ndarray, "H N"]  # the vectors side by side to the hidden layer
    b: Float[np.ndarray, " H"]
    U: Float[np.ndarray, "V H"]  # hidden layer to a score for each word
    losses: Float[np.ndarray, " steps"]  # nats a word
    frames: Float[np.ndarray, "looks M 2"]  # the most frequent words on two fixed axes
    held_out: float  # nats a word on sentences that were kept back
    counted: float  # the same of the n-gram counter
    text: Int[np.ndarray, " T"]  # what it was trained on, sentences parted by EDGE

    def next(self, context: Sequence[int]) -> Float[np.ndarray, " V"]:
        """The distribution of the word after ``context``, of which the last n - 1 count."""
        n = self.config.n - 1
        last = ([EDGE] * n + list(context))[-n:] if n else []
        hidden = np.tanh(self.W @ self.C[last].ravel() + self.b)
        return softmax(self.U @ hidden)


def softmax(scores: Float[np.ndarray, "*S"]) -> Float[np.ndarray, "*S"]:
    """Over the last axis."""
    powers = np.exp(scores - scores.max(-1, keepdims=True))
    return powers / powers.sum(-1, keepdims=True)


def train(sentences: Sequence[Sequence[str]], config: Config, *, device: str = "auto", on_step: OnStep = quiet) -> Run:
    """Train on nine of ten sentences, measure on the tenth.

    Raises:
        Trouble: ``word2vec-no-words``, ``training-diverged``, ``device-missing``.
    """
    import torch
    from torch import nn

    from core.fit import fit

    words = vocabulary(sentences, config.V)
    coded = [words.encode(sentence) for sentence in sentences]
    kept, apart = [s for i, s in enumerate(coded) if i % 10 != 9], coded[9::10] or coded
    data = torch.from_numpy(windows(kept, config.n - 1))
    V, n = len(words.names), config.n - 1
    with seeded(config.seed) as dice:
        table = nn.Embedding(V, config.D)
        model = nn.Sequential(
            table, nn.Flatten(), nn.Linear(n * config.D, config.H), nn.Tanh(), nn.Linear(config.H, V, bias=False)
        )
        order = torch.cat([torch.randperm(len(data), generator=dice) for _ in range(config.epochs)])
    axes = np.linalg.qr(np.random.default_rng(config.seed).normal(size=(config.D, 2)))[0]
    batches = list(data[order].split(BATCH))
    frames = []

    def watch(step: Step) -> None:
        if len(frames) < int(step.progress * LOOKS) or step.progress == 1:
            frames.append(table.weight.detach().cpu().numpy()[2 : 2 + SHOWN] @ axes)
            on_step(Step(step.progress, step.metrics, frames[-1]))
        else:
            on_step(step)

    losses = fit(
        model,
        lambda net, batch: nn.functional.cross_entropy(net(batch[:, :-1]), batch[:, -1]),
        batches,
        lr=config.lr,
        seed=config.seed,
        device=device,
        on_step=watch,
        optimizer=torch.optim.Adam,
    )
    C, W, b, U = (parameter.detach().cpu().numpy() for parameter in model.parameters())
    test = windows(apart, n)
    hidden = np.tanh(C[test[:, :-1]].reshape(len(test), -1) @ W.T + b)
    held_out = float(-np.log(softmax(hidden @ U.T)[np.arange(len(test)), test[:, -1]]).mean())
    text = np.array([number for sentence in kept for number in (*sentence, EDGE)], np.int16)
    counted = Ngram(text, V, config.n).loss(test)
    return Run(config, words, C, W, b, U, losses, np.array(frames), held_out, counted, text)
