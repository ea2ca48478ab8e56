"""Is this window real? A word vector learnt from telling true text from text with one word swapped.

Source: Collobert and Weston 2008, https://doi.org/10.1145/1390156.1390177; the score network of Collobert et al.
2011, https://www.jmlr.org/papers/v12/collobert11a.html, section 4.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from jaxtyping import Float, Int

from core.runtime import OnStep, quiet, seeded
from core.words.windows import SIGNS, Words, vocabulary, windows

BATCH = 256


@dataclass(frozen=True)
class Config:
    """The knobs of one training."""

    reach: int = 2  # words to each side of the middle
    D: int = 32
    H: int = 64
    V: int = 1_000
    steps: int = 2_000
    lr: float = 2e-3
    seed: int = 0


@dataclass(frozen=True, eq=False)
class Run:
    """One finished training."""

    config: Config
    words: Words
    C: Float[np.ndarray, "V D"]
    W: Float[np.ndarray, "H N"]
    b: Float[np.ndarray, " H"]
    v: Float[np.ndarray, "1 H"]
    losses: Float[np.ndarray, " steps"]  # hinge loss
    won: float  # share of windows of other sentences that score above their swapped twin

    def score(self, window: Int[np.ndarray, "N width"]) -> Float[np.ndarray, " N"]:
        """``v · tanh(W x + b)``, with x the vectors of the window side by side; larger is more like real text."""
        x = self.C[window].reshape(len(window), -1)
        return (np.tanh(x @ self.W.T + self.b) @ self.v.T)[:, 0]


def swapped(window: Int[np.ndarray, "N width"], V: int, dice: np.random.Generator) -> Int[np.ndarray, "N width"]:
    """The same windows with another word in the middle, drawn evenly from the V that are no signs."""
    fake = window.copy()
    middle = window.shape[1] // 2
    shift = dice.integers(1, V - len(SIGNS), len(window)) if V > len(SIGNS) + 1 else np.zeros(len(window), int)
    fake[:, middle] = len(SIGNS) + (window[:, middle] - len(SIGNS) + shift) % (V - len(SIGNS))
    return fake


def train(sentences: Sequence[Sequence[str]], config: Config, *, device: str = "auto", on_step: OnStep = quiet) -> Run:
    """Minimise ``max(0, 1 - score(real) + score(swapped))``; the tenth sentences are kept back.

    Raises:
        Trouble: ``word2vec-no-words``, ``training-diverged``, ``device-missing``.
    """
    import torch
    from torch import nn

    from core.fit import fit

    words = vocabulary(sentences, config.V)
    coded = [words.encode(sentence) for sentence in sentences]
    dice = np.random.default_rng(config.seed)
    V, width = len(words.names), 2 * config.reach + 1
    real, test = (
        _known(windows(part, config.reach, config.reach), config.reach)
        for part in ([s for i, s in enumerate(coded) if i % 10 != 9], coded[9::10] or coded)
    )
    real = real[dice.integers(0, len(real), config.steps * BATCH)]
    pairs = np.stack([real, swapped(real, V, dice)], axis=1)  # (N, 2, width)
    with seeded(config.seed):
        model = nn.Sequential(
            nn.Embedding(V, config.D),
            nn.Flatten(-2),
            nn.Linear(width * config.D, config.H),
            nn.Tanh(),
            nn.Linear(config.H, 1, bias=False),
        )

    def hinge(net: nn.Module, batch: torch.Tensor) -> torch.Tensor:
        scores = net(batch)[..., 0]  # (B, 2)
        return (1 - scores[:, 0] + scores[:, 1]).clamp(min=0).mean()

    batches = list(torch.from_numpy(pairs).split(BATCH))
    losses = fit(
        model,
        hinge,
        batches,
        lr=config.lr,
        seed=config.seed,
        device=device,
        on_step=on_step,
        optimizer=torch.optim.Adam,
    )
    C, W, b, v = (parameter.detach().cpu().numpy() for parameter in model.parameters())
    run = Run(config, words, C, W, b, v, losses, 0.0)
    won = float((run.score(test) > run.score(swapped(test, V, dice))).mean())
    return Run(config, words, C, W, b, v, losses, won)


def _known(window: Int[np.ndarray, "N width"], middle: int) -> Int[np.ndarray, "M width"]:
    """Windows whose middle is a word."""
    return window[window[:, middle] >= len(SIGNS)]
