"""A small classifier of 8×8 digits: it says what a made digit shows, and its features are where digits are compared."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

import numpy as np
from jaxtyping import Float, Int

from core.generators import nets
from core.generators.data import LEARNT, digits

WIDTHS = (64, 96, 32, 10)
STEPS = 1200


def features(weights: Mapping[str, np.ndarray], x: Float[np.ndarray, "N 64"]) -> Float[np.ndarray, "N 32"]:
    """What its last hidden layer makes of pictures."""
    last = len(WIDTHS) - 2
    hidden = {name: value for name, value in weights.items() if not name.startswith(f"reader.{last}.")}
    return nets.silu(nets.mlp(hidden, "reader", x))


def read(weights: Mapping[str, np.ndarray], x: Float[np.ndarray, "N 64"]) -> Float[np.ndarray, "N 10"]:
    """How sure it is of every class."""
    logits = nets.mlp(weights, "reader", x)
    odds = np.exp(logits - logits.max(1, keepdims=True))
    return odds / odds.sum(1, keepdims=True)


def accuracy(weights: Mapping[str, np.ndarray], x: np.ndarray, y: Int[np.ndarray, " N"]) -> float:
    """Share of pictures that it reads as ``y``."""
    return float((read(weights, x).argmax(1) == y).mean())


def learn(seed: int = 0) -> dict[str, np.ndarray]:
    """Train it on the digits that the generators learn from; a little noise on the pixels keeps it from being sure."""
    import torch
    from torch import nn

    from core.fit import fit
    from core.generators.learning import adam, as_numpy, falling
    from core.runtime import seeded

    x, y = (torch.from_numpy(each[:LEARNT]) for each in digits())
    with seeded(seed):
        model = nn.Sequential()
        for a, b in pairwise(WIDTHS):
            model.append(nn.Linear(a, b))
            model.append(nn.SiLU())
        model = model[:-1]

    class Rows:
        def __len__(self) -> int:
            return STEPS

        def __iter__(self):
            dice = torch.Generator().manual_seed(seed)
            for _ in range(STEPS):
                rows = torch.randint(LEARNT, (128,), generator=dice)
                yield x[rows].float(), y[rows]

    def loss(whole: nn.Module, batch) -> torch.Tensor:
        pictures, classes = batch
        return nn.functional.cross_entropy(whole(pictures + 0.2 * torch.randn_like(pictures)), classes)

    fit(model, loss, Rows(), lr=3e-3, seed=seed, schedule=falling, optimizer=adam, device="cpu")
    names = {
        name: f"reader.{int(name.split('.')[0]) // 2}.{name.split('.')[1]}" for name, _ in model.named_parameters()
    }
    return {names[name]: value for name, value in as_numpy(dict(model.named_parameters())).items()}
