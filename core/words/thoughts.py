"""Quick thoughts: a sentence becomes a vector by telling which sentences stand beside it.

Skip-thought reads a sentence with a recurrent network and writes its neighbours out word by word; the quick form
only has to recognise them among others, which trains in a fraction of the time and does not read worse.

Source: Kiros et al. 2015, https://arxiv.org/abs/1506.06726; Logeswaran and Lee 2018, https://arxiv.org/abs/1803.02893
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
import torch
from jaxtyping import Float, Int
from torch import Tensor, nn

from core.fit import fit
from core.runtime import OnStep, quiet, seeded
from core.word2vec.vectors import Vectors
from core.words.bags import padded


@dataclass(frozen=True)
class Config:
    """The knobs of one training."""

    width: int = 48  # of each of the two readers; a sentence's vector is both, side by side
    batch: int = 64  # pairs; each sentence has to find its neighbour among twice as many
    epochs: int = 3
    longest: int = 30  # words of a sentence that are read
    lr: float = 2e-3
    seed: int = 0


class Reader(nn.Module):
    """Words to one vector: the state of a GRU after the last word."""

    def __init__(self, start: Float[Tensor, "V D"], width: int) -> None:
        super().__init__()
        self.words = nn.Embedding.from_pretrained(start, freeze=False, padding_idx=0)
        self.gru = nn.GRU(start.shape[1], width, batch_first=True)

    def forward(self, rows: Int[Tensor, "B T"]) -> Float[Tensor, "B width"]:
        states, _ = self.gru(self.words(rows))  # (B, T, width)
        last = (rows > 0).sum(1).clamp(min=1) - 1  # (B,)
        return states[torch.arange(len(rows)), last]


class Thoughts(nn.Module):
    """Two readers: one for the sentence that asks, one for the sentence that may be its neighbour."""

    def __init__(self, vectors: Vectors, config: Config) -> None:
        super().__init__()
        known = torch.from_numpy(np.ascontiguousarray(vectors.unit, np.float32))
        start = torch.cat([torch.zeros(1, known.shape[1]), known])  # row 0 is the empty place
        self.config, self.index = config, vectors.index
        self.asks, self.answers = Reader(start, config.width), Reader(start.clone(), config.width)

    def coded(self, sentences: Sequence[Sequence[str]]) -> Int[np.ndarray, "N T"]:
        """Numbers of the words that have a vector, 0 for an empty place."""
        found = [[1 + self.index[w] for w in sentence if w in self.index] for sentence in sentences]
        return padded([row or [0] for row in found], self.config.longest)

    def forward(self, rows: Int[Tensor, "B T"]) -> tuple[Float[Tensor, "B width"], Float[Tensor, "B width"]]:
        return self.asks(rows), self.answers(rows)

    @torch.no_grad()
    def encode(self, sentences: Sequence[Sequence[str]]) -> Float[np.ndarray, "N two_widths"]:
        """Both readings of each sentence, side by side."""
        return torch.cat(self(torch.from_numpy(self.coded(sentences))), 1).numpy()


def untrained(vectors: Vectors, config: Config) -> Thoughts:
    """Readers as the dice made them, on words that are known already."""
    with seeded(config.seed):
        return Thoughts(vectors, config)


def train(
    documents: Sequence[Sequence[Sequence[str]]],
    config: Config,
    *,
    vectors: Vectors,
    device: str = "auto",
    on_step: OnStep = quiet,
) -> Thoughts:
    """Learn from documents, each a list of sentences in order, each a list of words.

    A pair is a sentence and the next of the same document; both ways, each has to find the other among the
    sentences of its batch.
    """
    model = untrained(vectors, config)
    table = torch.from_numpy(model.coded([sentence for document in documents for sentence in document]))
    ends = np.cumsum([len(document) for document in documents]) - 1
    first = np.setdiff1d(np.arange(len(table)), ends)  # all sentences that have a next one
    first = first[(table[first] > 0).any(1).numpy() & (table[first + 1] > 0).any(1).numpy()]
    steps = len(first) // config.batch

    def batches():
        dice = np.random.default_rng(config.seed)
        while True:
            order = dice.permutation(first)[: steps * config.batch].reshape(steps, config.batch)
            for rows in order:
                yield torch.stack([table[rows], table[rows + 1]], 1)  # (B, 2, T)

    def loss(net: nn.Module, pair: Tensor) -> Tensor:
        asks, answers = net(pair.transpose(0, 1).flatten(0, 1))  # rows 0 … B-1, then their neighbours
        B = len(pair)
        scores = asks @ answers.T  # (2B, 2B)
        scores = scores.masked_fill(torch.eye(2 * B, dtype=torch.bool, device=scores.device), -1e9)  # not oneself
        right = torch.arange(2 * B, device=scores.device).roll(B)
        return nn.functional.cross_entropy(scores, right)

    total = steps * config.epochs
    rule = torch.optim.Adam
    fit(
        model,
        loss,
        list(islice(batches(), total)),
        lr=config.lr,
        seed=config.seed,
        on_step=on_step,
        optimizer=rule,
        device=device,
    )
    return model.cpu()
