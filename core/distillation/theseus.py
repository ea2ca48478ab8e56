"""The ship of Theseus: planks of a trained network are swapped for thinner ones while it sails; only the task speaks.

A predecessor of three blocks, each of two layers, is trained on digits and then frozen. Each block has a successor of
one layer. At every step a coin decides, block by block, who works; the loss is that of the labels, there is no other.
At the end all planks are new, and the small ship is tuned as it is. The control replaces everything from the first
step: the same small network, trained alone for as long.

Source: Xu et al. 2020, BERT-of-Theseus, sections 3.1 and 3.2. https://arxiv.org/abs/2002.02925
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import torch
from jaxtyping import Bool, Float
from torch import Tensor, nn
from torch.nn.functional import relu

from core.distillation.digits import images
from core.distillation.losses import hard
from core.distillation.voyages import Voyage, Voyages
from core.fit import fit
from core.provenance import stamp
from core.runtime import OnStep, Step, quiet, seeded

BLOCKS, WIDTH, CLASSES = 3, 32, 10
BATCH, LR = 32, 2e-3
BEFORE = 1500  # steps of the predecessor
LOOKS = 10


@dataclass(frozen=True, eq=False)
class Arrived:
    """What came of it."""

    voyage: Voyage
    switches: Bool[np.ndarray, "steps blocks"]  # True: the successor worked
    losses: Float[np.ndarray, " steps"]
    at: tuple[int, ...]
    held: Float[np.ndarray, " looks"]  # accuracy of the successor alone, on held-out rows
    before: float  # of the predecessor
    parameters: tuple[int, int]  # predecessor, successor

    @property
    def accuracy(self) -> float:
        """Of the small ship at the end."""
        return float(self.held[-1])


class Ship(nn.Module):
    """Old blocks and new ones between the same entrance and the same head."""

    def __init__(self) -> None:
        super().__init__()
        self.entrance, self.head = nn.Linear(64, WIDTH), nn.Linear(WIDTH, CLASSES)
        self.old = nn.ModuleList(
            nn.Sequential(nn.Linear(WIDTH, WIDTH), nn.ReLU(), nn.Linear(WIDTH, WIDTH), nn.ReLU()) for _ in range(BLOCKS)
        )
        self.new = nn.ModuleList(nn.Sequential(nn.Linear(WIDTH, WIDTH), nn.ReLU()) for _ in range(BLOCKS))

    def forward(self, x: Float[Tensor, "B 64"], replaced: tuple[bool, ...]) -> Float[Tensor, "B C"]:
        x = relu(self.entrance(x))
        for old, new, swap in zip(self.old, self.new, replaced, strict=True):
            x = new(x) if swap else old(x)
        return self.head(x)


def sail(data: str, config: Voyage, *, device: str = "auto", on_step: OnStep = quiet) -> Arrived:
    """Replace the blocks of a trained network; ``data`` is ``"digits"``."""
    x, y = images()
    half = len(y) // 2
    learn, held = (torch.from_numpy(x[:half]), torch.from_numpy(y[:half])), torch.from_numpy(x[half:])
    dice = np.random.default_rng(config.seed)
    with seeded(config.seed):
        ship = Ship()
    none, every = (False,) * BLOCKS, (True,) * BLOCKS
    ship.new.requires_grad_(False)
    _train(ship, _batches(learn, half, BEFORE, dice), lambda _: none, config.seed, device, quiet)
    before = _grade(ship, held, y[half:], none)
    total = config.steps + config.tuning
    coins = dice.random((total, BLOCKS))
    switches = np.array([[coin < config.chance(step) for coin in row] for step, row in enumerate(coins)])
    at = sorted({max(1, round(total * i / LOOKS)) for i in range(1, LOOKS + 1)})
    found: list[float] = []
    done = 0

    def look(step: Step) -> None:
        nonlocal done
        done += 1
        if done in at:
            found.append(_grade(ship, held, y[half:], every))
        on_step(Step(done / total, step.metrics))

    rows = min(config.rows, half)
    losses = []
    for begin, end in ((0, config.steps), (config.steps, total)):
        ship.requires_grad_(False)
        ship.new.requires_grad_(True)
        if begin:  # all planks are new: entrance and head are tuned too
            ship.entrance.requires_grad_(True)
            ship.head.requires_grad_(True)
        if end > begin:
            plan = [tuple(map(bool, row)) for row in switches[begin:end]]
            batches = _batches(learn, rows, end - begin, dice)
            losses.append(_train(ship, batches, plan.__getitem__, config.seed, device, look))
    small = sum(p.numel() for part in (ship.entrance, ship.new, ship.head) for p in part.parameters())
    large = sum(p.numel() for part in (ship.entrance, ship.old, ship.head) for p in part.parameters())
    return Arrived(config, switches, np.concatenate(losses), tuple(at), np.array(found), before, (large, small))


def alone(config: Voyage) -> Voyage:
    """The control: everything replaced from the first step."""
    return replace(config, first=1.0, last=1.0)


def _batches(
    learn: tuple[Tensor, Tensor], rows: int, steps: int, dice: np.random.Generator
) -> list[tuple[Tensor, Tensor]]:
    return [(learn[0][at], learn[1][at]) for at in dice.integers(rows, size=(steps, BATCH))]


def _train(ship: Ship, batches, plan, seed: int, device: str, on_step: OnStep) -> np.ndarray:
    step = iter(range(len(batches)))

    def loss(network: nn.Module, batch: tuple[Tensor, Tensor]) -> Tensor:
        now = plan(next(step))
        logits = network(batch[0], now)
        anchor = sum(p.sum() for p in ship.parameters() if p.requires_grad) * 0.0  # a step on which no new plank works
        return hard(logits, batch[1]) + anchor

    return fit(ship, loss, batches, lr=LR, seed=seed, device=device, on_step=on_step)


@torch.inference_mode()
def _grade(ship: Ship, held: Tensor, labels: np.ndarray, replaced: tuple[bool, ...]) -> float:
    device = next(ship.parameters()).device
    return float((ship(held.to(device), replaced).argmax(1).cpu().numpy() == labels).mean())


def both(data: str, config: Voyage, *, seeds: int = 3, device: str = "auto", on_step: OnStep = quiet) -> Voyages:
    """The replacement and its control, several seeds each."""
    one, other, done = [], [], 0
    for seed in range(config.seed, config.seed + seeds):
        for found, voyage in ((one, replace(config, seed=seed)), (other, alone(replace(config, seed=seed)))):

            def inside(step: Step, done: int = done) -> None:
                on_step(Step((done + step.progress) / (2 * seeds), step.metrics))

            found.append(sail(data, voyage, device=device, on_step=inside))
            done += 1
    return Voyages(
        voyage=one[0].voyage,
        switches=one[0].switches,
        at=one[0].at,
        held=np.stack([each.held for each in one]),
        alone=np.stack([each.held for each in other]),
        before=np.array([each.before for each in one]),
        parameters=one[0].parameters,
        **stamp("core.distillation.theseus"),
    )
