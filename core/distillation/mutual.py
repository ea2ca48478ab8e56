"""Two students and no teacher: each learns from the labels and from what the other says at the same moment.

Source: Zhang et al. 2018, Deep Mutual Learning, section 2. https://arxiv.org/abs/1706.00384
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import torch
from torch import Tensor, nn

from core.distillation.learn import LOOKS, answer, drawn, fresh, known_labels, transfer_rows
from core.distillation.lesson import Config, Lesson, Run
from core.distillation.losses import hard, soft
from core.distillation.measures import accuracy
from core.distillation.students import count
from core.fit import fit, warmup
from core.runtime import OnStep, Step, quiet, seeded

PEER = "mlp-16"


class Pair(nn.Module):
    """Two networks that read the same rows."""

    def __init__(self, one: nn.Module, other: nn.Module) -> None:
        super().__init__()
        self.one, self.other = one, other

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor]:
        return self.one(x).logits, self.other(x).logits


def together(lesson: Lesson, config: Config, *, device: str = "auto", on_step: OnStep = quiet) -> Run:
    """``config.student`` among its equals: a Run of the first of two; the second has ``PEER``'s size.

    ``soft_weight`` is the weight of the other's answers, ``temperature`` theirs; rows without a label have only them.
    """
    with seeded(config.seed):
        pair = Pair(fresh(lesson, config), fresh(lesson, replace(config, student=PEER)))
    labels, dice = known_labels(lesson, config), np.random.default_rng(config.seed)
    batches = [(torch.from_numpy(each),) for each in drawn(transfer_rows(lesson, config), config, dice)]
    inputs, truth = torch.from_numpy(lesson.inputs), torch.from_numpy(labels)
    weight, T = config.soft_weight, config.temperature
    looks = sorted({max(1, round(config.steps * i / LOOKS)) for i in range(1, LOOKS + 1)})
    held: list[float] = []
    parts: list[tuple[float, float]] = []

    def loss_on(network: nn.Module, batch: tuple[Tensor]) -> Tensor:
        at = batch[0].cpu()
        y = truth[at].to(batch[0].device)
        a, b = network(inputs[at].to(batch[0].device))
        own = (1 - weight) * (hard(a, y) + hard(b, y))
        each_other = weight * (soft(a, b.detach(), T) + soft(b, a.detach(), T))
        parts.append((float(own.detach()), float(each_other.detach())))
        return own + each_other

    def look(step: Step) -> None:
        if len(parts) in looks:
            held.append(accuracy(answer(pair.one, lesson.held_inputs), lesson.held_labels))
        on_step(step)

    losses = fit(
        pair, loss_on, batches, lr=config.lr, seed=config.seed, schedule=warmup(0.1), device=device, on_step=look
    )
    own, each_other = np.array(parts, dtype=np.float32).T
    student = pair.one.cpu().eval()
    return Run(
        config=config,
        losses=losses,
        terms={"hard": own, "each other": each_other},
        at=tuple(looks),
        held=np.array(held),
        logits=answer(student, lesson.held_inputs),
        weights={name: value.numpy().copy() for name, value in student.state_dict().items()},
        parameters=count(student),
    )
