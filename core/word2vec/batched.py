"""The sweep over the text in torch, thousands of centres at a time: for a GPU, and never the default on a processor.

A processor is kept waiting by this: it makes tables of everything that ``kernels`` reads in place, and is several
times slower there. Within a batch all updates start from the same weights and are added up, so batches stay small
beside the vocabulary; noise is always shared by a centre's context.
"""

from __future__ import annotations

from collections.abc import Generator

import numpy as np
import torch
from torch import Tensor

from core.errors import Trouble
from core.word2vec.config import Config
from core.word2vec.plan import NOISE_BITS, Plan
from core.word2vec.vocabulary import Text

BATCH = 2_048  # centres at most


def sweeps(text: Text, X: np.ndarray, Y: np.ndarray, tables: Plan, config: Config, device: str) -> Generator[float]:
    """``training.sweeps`` on a device: train ``X`` and ``Y`` in place, say now and then which share is done.

    The same bytes every time on a processor; a GPU adds up in whatever order it likes.

    Raises:
        Trouble: ``word2vec-batched``: another output than negative sampling (added up over a batch, the steps of the
            tree's root overshoot); ``device-missing``.
    """
    from core.word2vec.training import left, stretches

    if config.output != "negative":
        raise Trouble("word2vec-batched", "Only negative sampling trains in batches; train on the processor.")
    try:
        torch.empty(1, device=device)
    except (RuntimeError, AssertionError) as error:  # torch asserts when it was built without CUDA
        message = f"There is no {device} here; train on cpu."
        raise Trouble("device-missing", message, device=device, found="cpu") from error
    dice = torch.Generator(device).manual_seed(config.seed)
    x, y = (torch.tensor(each, device=device) for each in (X, Y))
    tokens = torch.tensor(text.tokens, dtype=torch.int64, device=device)
    sentence = torch.tensor(np.repeat(np.arange(len(text.starts) - 1), np.diff(text.starts)), device=device)
    keep = torch.tensor(tables.keep / (2**32 - 1), device=device)
    aim = _noise(tables, device)
    size = int(np.clip(len(text.words) // 4, 16, BATCH))
    todo = [stretch for _ in range(config.epochs) for stretch in stretches(text.starts)]
    for n, (first, last) in enumerate(todo):
        part = slice(int(text.starts[first]), int(text.starts[last]))
        word, of = tokens[part], sentence[part]
        stays = torch.rand(len(word), generator=dice, device=device) < keep[word]
        word, of = word[stays], of[stays]
        at, real = windows(of, config.window, dice)
        for rows in torch.nonzero(real.any(1))[:, 0].split(size):
            asked, labels, weights = aim(word[rows], dice)
            pulls = weights * config.lr * left(n / len(todo)), labels
            step(x, y, word[at[rows]], real[rows], asked, *pulls, config)
        if n + 1 == len(todo) or n % max(1, len(todo) // 50) == 0:
            X[:], Y[:] = x.cpu().numpy(), y.cpu().numpy()
            yield (n + 1) / len(todo)


def windows(sentence: Tensor, window: int, dice: torch.Generator) -> tuple[Tensor, Tensor]:
    """Places of the words around each word, (T, 2 window), and which of them are its context this time."""
    T, device = len(sentence), sentence.device
    reach = torch.randint(1, window + 1, (T, 1), generator=dice, device=device)
    steps = torch.tensor([s for s in range(-window, window + 1) if s], device=device)
    at = torch.arange(T, device=device)[:, None] + steps
    inside = at.clamp(0, max(T - 1, 0))
    return inside, (at == inside) & (sentence[inside] == sentence[:, None]) & (steps.abs() <= reach)


def step(
    x: Tensor, y: Tensor, context: Tensor, real: Tensor, asked: Tensor, rates: Tensor, labels: Tensor, config: Config
) -> None:
    """``reference.step`` for B centres at once: contexts (B, C), output rows, rates and labels (B, R)."""
    share = real.to(x.dtype)[..., None]  # (B, C, 1)
    h, o = x[context] * share, y[asked]
    if config.architecture == "cbow":
        h = h.sum(1, keepdim=True)
        h = h / share.sum(1, keepdim=True) if config.mean else h  # (B, 1, D)
    score = (h @ o.transpose(1, 2)).clamp(-6, 6)
    pull = rates[:, None] * (labels[:, None] - torch.sigmoid(score))  # (B, C or 1, R)
    x.index_add_(0, context.flatten(), ((pull @ o) * share).flatten(0, 1))
    y.index_add_(0, asked.flatten(), (pull.transpose(1, 2) @ h).flatten(0, 1))


def _noise(tables: Plan, device: str):
    table = torch.tensor(tables.noise, dtype=torch.int64, device=device)

    def aim(word: Tensor, dice: torch.Generator) -> tuple[Tensor, Tensor, Tensor]:
        """The word and its noise; noise that is the word itself does not count."""
        places = torch.randint(2**NOISE_BITS, (len(word), tables.negatives), generator=dice, device=device)
        asked = torch.cat([word[:, None], table[places]], 1)
        labels = torch.zeros_like(asked, dtype=torch.float32)
        labels[:, 0] = 1
        weights = (asked != word[:, None]).float()
        weights[:, 0] = 1
        return asked, labels, weights

    return aim
