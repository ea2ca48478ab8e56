"""One student for several tasks, taught by teachers that know one task each, all of the same size.

The student's loss is the sum over the tasks; in each, the teachers' answers weigh less and less and the labels more and
more (teacher annealing). The controls are the same student with labels only, and the teachers themselves.

Sources: Clark et al. 2019, BAM!, sections 2 and 3. https://arxiv.org/abs/1907.04829; several teachers a task: Liu et
al. 2019. https://arxiv.org/abs/1904.09482
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import relu

from core.distillation.digits import images, mean_answers
from core.distillation.losses import hard, soft
from core.distillation.tasks import CLASSES, TASKS, Many, Outcome, targets
from core.fit import fit, warmup
from core.provenance import stamp
from core.runtime import OnStep, Step, quiet, seeded

BATCH, LR = 32, 1e-2
OTHER = 1000  # added to a seed for the next teacher


class Network(nn.Module):
    """A hidden layer that all tasks share, and a head for each."""

    def __init__(self, width: int, tasks: tuple[str, ...]) -> None:
        super().__init__()
        self.wide = nn.Linear(64, width)
        self.heads = nn.ModuleDict({task: nn.Linear(width, CLASSES[task]) for task in tasks})

    def forward(self, x: Tensor) -> dict[str, Tensor]:
        h = relu(self.wide(x))
        return {task: head(h) for task, head in self.heads.items()}


def compare(data: str, config: Many, *, seeds: int = 3, device: str = "auto", on_step: OnStep = quiet) -> Outcome:
    """Teachers, then the student without and with them, several seeds; ``data`` is ``"digits"``."""
    found: list[list[list[float]]] = []
    for at in range(seeds):

        def inside(share: float, at: int = at) -> None:
            on_step(Step((at + share) / seeds))

        found.append(_one(replace(config, seed=config.seed + at), device, inside))
    single, labels, taught = np.array(found).transpose(1, 0, 2)
    return Outcome(config, single, labels, taught, **stamp("core.distillation.multitask"))


def _one(config: Many, device: str, said) -> list[list[float]]:
    x, y = images()
    half = len(y) // 2
    rows = min(config.rows, half)
    learn = torch.from_numpy(x[:rows])
    truth = {task: torch.from_numpy(labels[:rows]) for task, labels in targets(y).items()}
    held = {task: labels[half:] for task, labels in targets(y).items()}
    jobs = len(TASKS) * config.teachers + 2
    done, single, answers = 0, [], {}
    for task in TASKS:
        each = []
        for n in range(config.teachers):
            network = _trained((task,), learn, truth, {}, config, config.seed + n * OTHER, device)
            each.append(_answers(network, x)[task])
            done += 1
            said(done / jobs)
        single.append(float((each[0][half:].argmax(1) == held[task]).mean()))
        answers[task] = torch.from_numpy(mean_answers([one[:rows] for one in each]))
    students = []
    for given in ({}, answers):
        network = _trained(TASKS, learn, truth, given, config, config.seed, device)
        mine = _answers(network, x[half:])
        students.append([float((mine[task].argmax(1) == held[task]).mean()) for task in TASKS])
        done += 1
        said(done / jobs)
    return [single, *students]


def _trained(
    tasks: tuple[str, ...],
    learn: Tensor,
    truth: dict[str, Tensor],
    answers: dict[str, Tensor],
    config: Many,
    seed: int,
    device: str,
) -> Network:
    with seeded(seed):
        network = Network(config.width, tasks)
    dice, done = np.random.default_rng(seed), 0
    batches = [(torch.from_numpy(at),) for at in dice.integers(len(learn), size=(config.steps, BATCH))]

    def loss_on(module: nn.Module, batch: tuple[Tensor]) -> Tensor:
        nonlocal done
        weight = config.weight(done / config.steps) if answers else 0.0
        done += 1
        at, where = batch[0].cpu(), batch[0].device
        terms = []
        for task, logits in module(learn[at].to(where)).items():
            terms.append((1 - weight) * hard(logits, truth[task][at].to(where)))
            if answers:
                terms.append(weight * soft(logits, answers[task][at].to(where), config.temperature))
        return torch.stack(terms).sum()

    fit(network, loss_on, batches, lr=LR, seed=seed, schedule=warmup(0.1), device=device)
    return network.cpu()


@torch.inference_mode()
def _answers(network: Network, x: np.ndarray) -> dict[str, np.ndarray]:
    return {task: logits.numpy() for task, logits in network(torch.from_numpy(x)).items()}
