"""A bag of things predicts a word: the mean of some rows on one side, one row on the other, noise words against it.

With the character n-grams of a word as the bag this is fastText; with the number of a document it is the paragraph
vector (PV-DBOW), with the document and the words around it PV-DM.

Source: Bojanowski et al. 2017, https://aclanthology.org/Q17-1010; Le and Mikolov 2014,
https://arxiv.org/abs/1405.4053
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from jaxtyping import Float, Int

from core.runtime import OnStep, quiet, seeded
from core.word2vec.vocabulary import noise

BATCH = 1_024


@dataclass(frozen=True)
class Config:
    """The knobs of one training."""

    D: int = 32
    negatives: int = 5
    steps: int = 1_500
    lr: float = 0.02
    seed: int = 0


@dataclass(frozen=True, eq=False)
class Run:
    """Both tables after training."""

    config: Config
    inputs: Float[np.ndarray, "M D"]  # the things in bags; row 0 is the empty place and stays 0
    outputs: Float[np.ndarray, "V D"]
    losses: Float[np.ndarray, " steps"]  # nats for each prediction and its noise words


Draw = Callable[[np.random.Generator, int], tuple[Int[np.ndarray, "B K"], Int[np.ndarray, " B"]]]


def train(draw: Draw, things: int, counts: Int[np.ndarray, " V"], config: Config, *, on_step: OnStep = quiet) -> Run:
    """``draw(dice, n)`` gives n bags (numbers below ``things``, 0 for an empty place) and the word each must predict.

    Noise words come in proportion to ``counts ** 0.75``.
    """
    import torch
    from torch import nn

    from core.fit import fit

    V, p = len(counts), noise(counts, 0.75)

    class Batches:
        """Drawn when they are asked for; the same ones in the same order every time."""

        def __len__(self) -> int:
            return config.steps

        def __iter__(self):
            dice = np.random.default_rng(config.seed)
            for _ in range(config.steps):
                bags, words = draw(dice, BATCH)
                asked = np.concatenate([words[:, None], dice.choice(V, (BATCH, config.negatives), p=p)], axis=1)
                yield torch.from_numpy(bags), torch.from_numpy(asked)

    with seeded(config.seed):
        inputs = nn.EmbeddingBag(things, config.D, mode="mean", padding_idx=0)
        nn.init.uniform_(inputs.weight, -0.5 / config.D, 0.5 / config.D)
        outputs = nn.Embedding(V, config.D)
        nn.init.zeros_(outputs.weight)
        with torch.no_grad():
            inputs.weight[0] = 0
    labels = torch.zeros(1 + config.negatives)
    labels[0] = 1

    def loss(net: nn.Module, batch: tuple[torch.Tensor, torch.Tensor]) -> torch.Tensor:
        bag, word = net.children()
        scores = (bag(batch[0])[:, None] * word(batch[1])).sum(-1)  # (B, 1 + negatives)
        wrong = nn.functional.binary_cross_entropy_with_logits(scores, labels.expand_as(scores), reduction="none")
        return wrong.sum(1).mean()

    model = nn.ModuleList([inputs, outputs])
    rule = torch.optim.Adam
    losses = fit(model, loss, Batches(), lr=config.lr, seed=config.seed, on_step=on_step, optimizer=rule, device="cpu")
    return Run(config, inputs.weight.detach().numpy(), outputs.weight.detach().numpy(), losses)


def pairs(
    tokens: Int[np.ndarray, " T"], starts: Int[np.ndarray, " S"], window: int
) -> tuple[Int[np.ndarray, " P"], Int[np.ndarray, " P"]]:
    """Every centre with every word within ``window`` of it in its sentence, as skip-gram reads a text."""
    sentence = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
    left, right = [], []
    for d in range(1, window + 1):
        same = np.flatnonzero(sentence[d:] == sentence[:-d])
        left += [same, same + d]
        right += [same + d, same]
    return tokens[np.concatenate(left)], tokens[np.concatenate(right)]


def padded(bags: Sequence[Sequence[int]], most: int) -> Int[np.ndarray, "N K"]:
    """Bags as one table, cut at ``most``, empty places 0."""
    table = np.zeros((len(bags), min(most, max(map(len, bags), default=1))), np.int64)
    for row, bag in zip(table, bags, strict=True):
        row[: len(bag)] = bag[: len(row)]
    return table
