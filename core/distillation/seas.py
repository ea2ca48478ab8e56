"""Two ships of Theseus and their waters: a network that knows its task, thinner blocks beside its own, examples."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from jaxtyping import Float, Int, Num
from torch import Tensor, nn

from core.distillation.digits import images
from core.distillation.losses import hard
from core.distillation.students import as_input, pooled
from core.fit import fit
from core.runtime import seeded

BLOCKS, WIDTH, CLASSES = 3, 32, 10
BEFORE = 1500  # steps of the predecessor on digits


class Ship(nn.Module):
    """Old blocks and new ones between the same entrance and the same head."""

    def __init__(self, entrance: nn.Module, old: list[nn.Module], new: list[nn.Module], head: nn.Module) -> None:
        super().__init__()
        self.entrance, self.head = entrance, head
        self.old, self.new = nn.ModuleList(old), nn.ModuleList(new)

    def forward(self, x: Num[Tensor, "B X"], replaced: tuple[bool, ...]) -> Float[Tensor, "B C"]:
        h = self.entrance(x)
        for old, new, swap in zip(self.old, self.new, replaced, strict=True):
            h = new(h) if swap else old(h)
        return self.head(h)


@dataclass(frozen=True, eq=False)
class Sea:
    """A ship whose old blocks know the task, and what it learns from."""

    ship: Ship
    around: tuple[nn.Module, ...]  # what is tuned with the new blocks at the end
    learn: Num[Tensor, "N X"]
    labels: Int[Tensor, " N"]
    held: Num[Tensor, "M X"]
    held_labels: Int[Tensor, " M"]
    B: int
    lr: float


def digits(seed: int, dice: np.random.Generator) -> Sea:
    """The old network is trained here, on half of the images."""
    x, y = (torch.from_numpy(each) for each in images())
    half = len(y) // 2

    def block(depth: int) -> nn.Module:
        return nn.Sequential(*(part for _ in range(depth) for part in (nn.Linear(WIDTH, WIDTH), nn.ReLU())))

    with seeded(seed):
        entrance, head = nn.Sequential(nn.Linear(64, WIDTH), nn.ReLU()), nn.Linear(WIDTH, CLASSES)
        ship = Ship(entrance, [block(2) for _ in range(BLOCKS)], [block(1) for _ in range(BLOCKS)], head)
    sea = Sea(ship, (entrance, head), x[:half], y[:half], x[half:], y[half:], B=32, lr=2e-3)
    ship.new.requires_grad_(False)
    batches = [(sea.learn[at], sea.labels[at]) for at in dice.integers(half, size=(BEFORE, sea.B))]
    fit(ship, lambda net, b: hard(net(b[0], (False,) * BLOCKS), b[1]), batches, lr=sea.lr, seed=seed, device="cpu")
    return sea


class Doorway(nn.Module):
    """Ids to vectors, by embeddings that stay as they are; with them, which places are real."""

    def __init__(self, embeddings: nn.Module) -> None:
        super().__init__()
        self.embeddings = embeddings

    def forward(self, ids: Int[Tensor, "B T"]) -> tuple[Tensor, Tensor]:
        rows = as_input(ids)
        return self.embeddings(input_ids=rows), (rows != 0).float()


class Planks(nn.Module):
    """Some layers of BERT, one after the other."""

    def __init__(self, layers: list[nn.Module]) -> None:
        super().__init__()
        self.layers = nn.ModuleList(layers)

    def forward(self, state: tuple[Tensor, Tensor]) -> tuple[Tensor, Tensor]:
        x, real = state
        for layer in self.layers:
            x = layer(x, (1 - real[:, None, None]) * -1e4)[0]
        return x, real


class Pooled(nn.Module):
    """The mean over the real places, then a linear map."""

    def __init__(self, head: nn.Linear) -> None:
        super().__init__()
        self.head = head

    def forward(self, state: tuple[Tensor, Tensor]) -> Float[Tensor, "B C"]:
        return self.head(pooled(*state))


def requests(seed: int, dice: np.random.Generator) -> Sea:
    """The old network is the shipped teacher of SNIPS; the requests are those that come along, unseen by it."""
    from core.distillation.small import shipped
    from core.distillation.teacher import hired, ids_of

    data, (teacher, _) = shipped(), hired("snips")
    layers: list[Any] = list(teacher.encoder.layers)
    depth = len(layers) // BLOCKS
    old = [Planks(deepcopy(layers[depth * n : depth * (n + 1)])) for n in range(BLOCKS)]
    new = [Planks([deepcopy(layers[n])]) for n in range(BLOCKS)]
    head = Pooled(deepcopy(teacher.encoder.head))
    order = dice.permutation(len(data.learnt))
    learn, held = (torch.from_numpy(ids_of(each)) for each in (data.learnt, data.held))
    labels, truth = (torch.from_numpy(each.astype(np.int64)) for each in (data.labels, data.held_labels))
    ship = Ship(Doorway(teacher.embeddings), [*old], [*new], head)
    return Sea(ship, (head,), learn[order], labels[order], held, truth, B=16, lr=2e-4)


SEAS: Mapping[str, Callable[[int, np.random.Generator], Sea]] = {"digits": digits, "requests": requests}
