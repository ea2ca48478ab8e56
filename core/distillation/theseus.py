"""The ship of Theseus: planks of a trained network are swapped for thinner ones while it sails; only the task speaks.

Each of three old blocks has a successor. At every step a coin decides, block by block, who works; the loss is that of
the labels, there is no other, and old blocks never change. At the end all planks are new, and the small ship is tuned
as it is. The control replaces everything from the first step: the same small network, trained alone for as long.

Two ships sail (``seas``): on digits a network of three blocks of two layers, each succeeded by one; on requests to an
assistant the tuned MiniLM, each two of its layers succeeded by one, which starts as a copy of MiniLM's first three.

Source: Xu et al. 2020, BERT-of-Theseus, sections 3.1 and 3.2. https://arxiv.org/abs/2002.02925
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import torch
from jaxtyping import Bool, Float
from torch import Tensor, nn

from core.distillation.losses import hard
from core.distillation.seas import BLOCKS, SEAS, Sea
from core.distillation.students import count
from core.distillation.voyages import Voyage, Voyages
from core.fit import fit
from core.provenance import stamp
from core.runtime import OnStep, Step, quiet

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


def sail(data: str, config: Voyage, *, device: str = "auto", on_step: OnStep = quiet) -> Arrived:
    """Replace the blocks of a trained network; ``data`` is a name in ``SEAS``."""
    dice = np.random.default_rng(config.seed)
    sea = SEAS[data](config.seed, dice)
    ship, none, every = sea.ship, (False,) * BLOCKS, (True,) * BLOCKS
    before = _grade(sea, none)
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
            found.append(_grade(sea, every))
        on_step(Step(done / total, step.metrics))

    rows, losses = min(config.rows, len(sea.labels)), []
    for begin, end in ((0, config.steps), (config.steps, total)):
        ship.requires_grad_(False)
        ship.new.requires_grad_(True)
        if begin:  # all planks are new: what stands around them is tuned too
            for part in sea.around:
                part.requires_grad_(True)
        if end > begin:
            plan = iter([tuple(map(bool, row)) for row in switches[begin:end]])
            losses.append(_train(sea, rows, end - begin, plan, config.seed, dice, device, look))
    large, small = (sum(count(part) for part in (*sea.around, side)) for side in (ship.old, ship.new))
    return Arrived(config, switches, np.concatenate(losses), tuple(at), np.array(found), before, (large, small))


def alone(config: Voyage) -> Voyage:
    """The control: everything replaced from the first step."""
    return replace(config, first=1.0, last=1.0)


def _train(sea: Sea, rows: int, steps: int, plan, seed: int, dice, device: str, on_step: OnStep) -> np.ndarray:
    batches = [(sea.learn[at], sea.labels[at]) for at in dice.integers(rows, size=(steps, sea.B))]

    def loss(network: nn.Module, batch: tuple[Tensor, Tensor]) -> Tensor:
        logits = network(batch[0], next(plan))
        anchor = sum(p.sum() for p in sea.ship.parameters() if p.requires_grad) * 0.0
        return hard(logits, batch[1]) + anchor  # at some steps no new plank works, and the gradient is 0

    return fit(sea.ship, loss, batches, lr=sea.lr, seed=seed, device=device, on_step=on_step)


@torch.inference_mode()
def _grade(sea: Sea, replaced: tuple[bool, ...]) -> float:
    device = next(sea.ship.parameters()).device
    answers = sea.ship(sea.held.to(device), replaced).argmax(1).cpu()
    return float((answers == sea.held_labels).float().mean())


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
