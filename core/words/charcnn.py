"""A vector from the spelling alone: filters slide over the letters, each keeps its strongest answer.

Trained to give a known word the direction that it has; then any string has one. Source: the encoder of Kim et al. 2016,
https://arxiv.org/abs/1508.06615, and ELMo; the training of Pinter et al. 2017, https://arxiv.org/abs/1707.06961
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from jaxtyping import Float, Int

from core.runtime import OnStep, quiet, seeded
from core.word2vec.vectors import Vectors

LETTERS = "<>abcdefghijklmnopqrstuvwxyz'-0123456789"  # from number 1; 0 is an empty place, everything else the last
LONGEST = 20  # characters with the two marks
BATCH = 256


@dataclass(frozen=True)
class Config:
    """The knobs of one training."""

    letter: int = 16  # width of a letter's vector
    widths: tuple[int, ...] = (2, 3, 4, 5)  # letters under a filter
    filters: int = 64  # of each width
    typos: float = 0.3  # share of words shown with two neighbouring letters swapped
    epochs: int = 12
    lr: float = 3e-3
    seed: int = 0


@dataclass(frozen=True, eq=False)
class Run:
    """One finished training; everything that computes a vector is here, in numpy."""

    config: Config
    letters: Float[np.ndarray, "L E"]
    kernels: tuple[Float[np.ndarray, "F E _"], ...]
    biases: tuple[Float[np.ndarray, " F"], ...]
    out: Float[np.ndarray, "D A"]
    losses: Float[np.ndarray, " steps"]  # 1 - cosine
    held_out: float  # mean cosine with the true vector, for words that were kept back
    chance: float  # the same with another kept-back word's vector

    def answers(self, word: str) -> list[Float[np.ndarray, "F _"]]:
        """How strongly each filter answers at each place, a table for each width."""
        x = self.letters[coded([word])[0]].T  # (E, LONGEST)
        found = []
        for kernel, bias in zip(self.kernels, self.biases, strict=True):
            view = np.lib.stride_tricks.sliding_window_view(x, kernel.shape[2], axis=1)  # (E, P, w)
            found.append(np.maximum(np.einsum("few,epw->fp", kernel, view) + bias[:, None], 0))
        return found

    def vector(self, word: str) -> Float[np.ndarray, " D"]:
        """Of any string, at length 1."""
        v = self.out @ np.concatenate([answer.max(1) for answer in self.answers(word)])
        return v / max(float(np.linalg.norm(v)), 1e-12)


def coded(words: Sequence[str]) -> Int[np.ndarray, "N T"]:
    """``<word>`` as numbers, cut or filled to ``LONGEST``."""
    number = {c: i for i, c in enumerate(LETTERS, 1)}
    table = np.zeros((len(words), LONGEST), np.int64)
    for row, word in zip(table, words, strict=True):
        marked = f"<{word.casefold()}>"[:LONGEST]
        row[: len(marked)] = [number.get(c, len(LETTERS) + 1) for c in marked]
    return table


def mistyped(words: Int[np.ndarray, "N T"], config: Config) -> Int[np.ndarray, "N T"]:
    """The same words; ``typos`` of those with four letters or more have two neighbouring letters swapped."""
    dice = np.random.default_rng(config.seed)
    long = (words > 0).sum(1)
    hit = np.flatnonzero((dice.random(len(words)) < config.typos) & (long >= 6))
    at = dice.integers(2, long[hit] - 2)  # the first letter and the marks stay where they are
    found = words.copy()
    found[hit, at], found[hit, at + 1] = words[hit, at + 1], words[hit, at]
    return found


def centred(of: Vectors) -> Float[np.ndarray, "V D"]:
    """The vectors without what all have in common, at length 1: else the mean alone would be a good guess."""
    own = of.unit - of.unit.mean(0)
    return own / np.maximum(np.linalg.norm(own, axis=1, keepdims=True), 1e-12)


def train(of: Vectors, config: Config, *, on_step: OnStep = quiet) -> Run:
    """Learn to spell the vectors of ``of``; every tenth word is kept back."""
    import torch
    from torch import nn

    from core.fit import fit

    X, Y = torch.from_numpy(coded(of.vocab)), torch.from_numpy(centred(of))
    kept = torch.arange(len(X)) % 10 != 9
    with seeded(config.seed) as dice:
        model = _speller(config, Y.shape[1])
        some = torch.arange(len(X))[kept]
        order = torch.cat([some[torch.randperm(len(some), generator=dice)] for _ in range(config.epochs)])
    spelled = torch.from_numpy(mistyped(coded(of.vocab)[order.numpy()], config))
    batches = list(zip(spelled.split(BATCH), Y[order].split(BATCH), strict=True))

    def loss(net: nn.Module, batch: tuple[torch.Tensor, torch.Tensor]) -> torch.Tensor:
        return 1 - nn.functional.cosine_similarity(net(batch[0]), batch[1]).mean()

    losses = fit(model, loss, batches, lr=config.lr, seed=config.seed, on_step=on_step, device="cpu")
    with torch.no_grad():
        guess, truth = model(X[~kept]), Y[~kept]
        cosine = nn.functional.cosine_similarity
        scores = [cosine(guess, other).mean().item() for other in (truth, truth.roll(1, 0))]
    convs: list[nn.Conv1d] = list(model.convs)  # pyright: ignore[reportAssignmentType]
    return Run(
        config,
        model.letters.weight.detach().numpy(),
        tuple(conv.weight.detach().numpy() for conv in convs),
        tuple(conv.bias.detach().numpy() for conv in convs if conv.bias is not None),
        model.out.weight.detach().numpy(),
        losses,
        *scores,
    )


def _speller(config: Config, D: int):
    import torch
    from torch import Tensor, nn

    class Speller(nn.Module):
        """Letters, filters, the strongest answer of each, one linear layer."""

        def __init__(self) -> None:
            super().__init__()
            self.letters = nn.Embedding(len(LETTERS) + 2, config.letter, padding_idx=0)
            self.convs = nn.ModuleList(nn.Conv1d(config.letter, config.filters, w) for w in config.widths)
            self.out = nn.Linear(config.filters * len(config.widths), D, bias=False)

        def forward(self, x: Tensor) -> Tensor:
            letters = self.letters(x).mT  # (B, E, T)
            strongest = [conv(letters).relu().amax(-1) for conv in self.convs]
            return self.out(torch.cat(strongest, 1))

    return Speller()
