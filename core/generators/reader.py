"""A small classifier of pictures: it says what a made one shows, and its features are where pictures are compared."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

import numpy as np
from jaxtyping import Float, Int

from core.generators import nets
from core.generators.pictures import pictures

LAST = 2  # its last layer
WIDTHS = {"digits": (64, 96, 32, 10), "fashion": (784, 256, 32, 10)}
STEPS = {"digits": 1200, "fashion": 4000}


def features(weights: Mapping[str, np.ndarray], x: Float[np.ndarray, "N P"]) -> Float[np.ndarray, "N 32"]:
    """What its last hidden layer makes of pictures."""
    hidden = {name: value for name, value in weights.items() if not name.startswith(f"reader.{LAST}.")}
    return nets.silu(nets.mlp(hidden, "reader", x))


def read(weights: Mapping[str, np.ndarray], x: Float[np.ndarray, "N P"]) -> Float[np.ndarray, "N 10"]:
    """How sure it is of every class."""
    logits = nets.mlp(weights, "reader", x)
    odds = np.exp(logits - logits.max(1, keepdims=True))
    return odds / odds.sum(1, keepdims=True)


def accuracy(weights: Mapping[str, np.ndarray], x: np.ndarray, y: Int[np.ndarray, " N"]) -> float:
    """Share of pictures that it reads as ``y``."""
    return float((read(weights, x).argmax(1) == y).mean())


def learn(name: str = "digits", seed: int = 0) -> dict[str, np.ndarray]:
    """Train it on what the generators learn from; a little noise on the pixels keeps it from being sure."""
    import torch
    from torch import nn

    from core.fit import fit
    from core.generators.learning import adam, as_numpy, falling
    from core.runtime import seeded

    real = pictures(name)
    x, y = torch.from_numpy(real.learnt), torch.from_numpy(real.learnt_classes)
    with seeded(seed):
        model = nn.Sequential()
        for a, b in pairwise(WIDTHS[name]):
            model.append(nn.Linear(a, b))
            model.append(nn.SiLU())
        model = model[:-1]

    class Rows:
        def __len__(self) -> int:
            return STEPS[name]

        def __iter__(self):
            dice = torch.Generator().manual_seed(seed)
            for _ in range(STEPS[name]):
                rows = torch.randint(len(x), (128,), generator=dice)
                yield x[rows].float(), y[rows]

    def loss(whole: nn.Module, batch) -> torch.Tensor:
        pictures, classes = batch
        return nn.functional.cross_entropy(whole(pictures + 0.2 * torch.randn_like(pictures)), classes)

    fit(model, loss, Rows(), lr=3e-3, seed=seed, schedule=falling, optimizer=adam, device="cpu")
    found = as_numpy(dict(model.named_parameters()))
    layers = {key: f"reader.{int(key.split('.')[0]) // 2}.{key.split('.')[1]}" for key in found}
    return {layers[key]: value for key, value in found.items()}
