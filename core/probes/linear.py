"""Linear probes: a softmax regression on frozen vectors, one for every layer at once.

The layers' probes share their batches and nothing else, so training them together is the same as one by one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from jaxtyping import Float, Int
from torch import Tensor, nn
from torch.nn.functional import cross_entropy

from core.fit import fit
from core.probes.config import Config
from core.runtime import OnStep, quiet, seeded


@dataclass(frozen=True, eq=False)
class Scaled:
    """Vectors with mean 0 and variance 1 in every feature, as the training sentences have it."""

    mean: Float[np.ndarray, "layers 1 D"]
    spread: Float[np.ndarray, "layers 1 D"]

    @classmethod
    def of(cls, X: Float[np.ndarray, "layers N D"]) -> Scaled:
        """Measured on training vectors."""
        means = [layer.mean(0, dtype=np.float64) for layer in X]
        spreads = [layer.std(0, dtype=np.float64) for layer in X]
        return cls(
            np.array(means, dtype=np.float32)[:, None], np.maximum(np.array(spreads, dtype=np.float32), 1e-5)[:, None]
        )

    def __call__(self, X: Float[np.ndarray, "layers N D"]) -> Float[Tensor, "layers N D"]:
        return torch.from_numpy((X.astype(np.float32) - self.mean) / self.spread)


class Probes(nn.Module):
    """One softmax regression a layer."""

    def __init__(self, layers: int, D: int, C: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.empty(layers, D, C))
        self.bias = nn.Parameter(torch.zeros(layers, 1, C))
        nn.init.normal_(self.weight, std=D**-0.5)

    def forward(self, X: Float[Tensor, "layers B D"]) -> Float[Tensor, "layers B C"]:
        return X @ self.weight + self.bias


class Drawn:
    """Row numbers in batches, shuffled anew in every epoch by dice of their own."""

    def __init__(self, N: int, config: Config) -> None:
        self.N, self.B, self.epochs, self.seed = N, min(config.B, N), config.epochs, config.seed

    def __len__(self) -> int:
        return self.epochs * max(1, self.N // self.B)

    def __iter__(self) -> Iterator[Int[Tensor, " B"]]:
        dice = torch.Generator().manual_seed(self.seed)
        for _ in range(self.epochs):
            order = torch.randperm(self.N, generator=dice)
            for at in range(max(1, self.N // self.B)):
                yield order[at * self.B : (at + 1) * self.B]


def linear(
    X: Float[Tensor, "layers N D"],
    y: Int[np.ndarray, " N"],
    C: int,
    config: Config,
    *,
    device: str = "cpu",
    on_step: OnStep = quiet,
) -> tuple[Probes, Float[np.ndarray, " steps"]]:
    """Train the probes of all layers on the same rows; the losses are sums over layers."""
    with seeded(config.seed):
        probes = Probes(X.shape[0], X.shape[-1], C)
    return probes, descend(probes, X, y, config, device=device, on_step=on_step)


def descend(
    probes: nn.Module,
    X: Float[Tensor, "layers N D"],
    y: Int[np.ndarray, " N"],
    config: Config,
    *,
    device: str = "cpu",
    on_step: OnStep = quiet,
) -> Float[np.ndarray, " steps"]:
    """Adam on the sum of the cross-entropies of all that the module answers; the rate falls to nothing."""
    target = torch.from_numpy(y)

    def loss_on(whole: nn.Module, rows: Tensor) -> Tensor:
        own, rows = rows.device, rows.cpu()
        answers = whole(X[:, rows].to(own))
        wanted = target[rows].to(own).expand(len(answers), -1)
        return cross_entropy(answers.flatten(0, 1), wanted.flatten()) * len(answers)

    return fit(
        probes,
        loss_on,
        Drawn(len(y), config),
        lr=config.lr,
        seed=config.seed,
        schedule=lambda progress: 1 - progress,
        clip=None,
        device=device,
        on_step=on_step,
    )


@torch.inference_mode()
def right(probes: nn.Module, X: Float[Tensor, "layers N D"], y: Int[np.ndarray, " N"]) -> Float[np.ndarray, " K"]:
    """Accuracy of every answer that the module gives (one a layer, or one a mix)."""
    own = next(probes.parameters()).device
    target = torch.from_numpy(y)
    hits = [
        (probes(X[:, part].to(own)).argmax(-1).cpu() == target[part]).sum(1)
        for part in torch.arange(len(y)).split(4096)
    ]
    return (torch.stack(hits).sum(0) / len(y)).double().numpy()


@torch.inference_mode()
def nats(probes: nn.Module, X: Float[Tensor, "layers N D"], y: Int[np.ndarray, " N"]) -> Float[np.ndarray, " K"]:
    """What it costs each answer to say the true labels, in nats, summed over the rows."""
    own, target = next(probes.parameters()).device, torch.from_numpy(y)
    costs = np.zeros(len(probes(X[:, :1].to(own))))
    for part in torch.arange(len(y)).split(4096):
        logs = probes(X[:, part].to(own)).log_softmax(-1).cpu()
        costs -= logs[:, torch.arange(len(part)), target[part]].sum(1).double().numpy()
    return costs
