"""One student for several tasks, taught by teachers that know one task each, all of the same size.

The student's loss is the sum over the tasks; in each, the teachers' answers weigh less and less and the labels more and
more (teacher annealing). The controls are the same student with labels only, and the teachers themselves.

Sources: Clark et al. 2019, BAM!, sections 2 and 3. https://arxiv.org/abs/1907.04829; several teachers a task: Liu et
al. 2019. https://arxiv.org/abs/1904.09482
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

import numpy as np
import torch
from torch import Tensor, nn

from core.distillation.learn import OTHER
from core.distillation.losses import hard, soft
from core.distillation.schools import SCHOOLS, School
from core.distillation.soften import mean_answers
from core.distillation.students import as_input
from core.distillation.tasks import Many, Outcome
from core.fit import fit, warmup
from core.provenance import stamp
from core.runtime import OnStep, Step, quiet, seeded

BATCH = 32  # examples of each task at a step


class Network(nn.Module):
    """A body that all tasks share, and a head for each."""

    def __init__(self, school: School, tasks: Iterable[str]) -> None:
        super().__init__()
        self.body = school.body()
        self.heads = nn.ModuleDict({task: nn.Linear(school.width, school.tasks[task].classes) for task in tasks})

    def forward(self, task: str, x: Tensor) -> Tensor:
        return self.heads[task](self.body(as_input(x)).logits)


def compare(data: str, config: Many, *, seeds: int = 3, device: str = "auto", on_step: OnStep = quiet) -> Outcome:
    """Teachers, then the student without and with them, several seeds; ``data`` is a name in ``SCHOOLS``."""
    school, found = SCHOOLS[data](config.rows, config.width), list[list[list[float]]]()
    for at in range(seeds):

        def inside(share: float, at: int = at) -> None:
            on_step(Step((at + share) / seeds))

        found.append(_one(school, replace(config, seed=config.seed + at), device, inside))
    single, labels, taught = np.array(found).transpose(1, 0, 2)
    return Outcome(config, single, labels, taught, **stamp("core.distillation.multitask"))


def _one(school: School, config: Many, device: str, said: Callable[[float], None]) -> list[list[float]]:
    jobs = len(school.tasks) * config.teachers + 2
    done, single, answers = 0, [], {}
    for name, task in school.tasks.items():
        found = []
        for n in range(config.teachers):
            network = _trained(school, (name,), {}, config, config.seed + n * OTHER, device)
            found.append(_answers(network, name, task.learn))
            if not n:
                single.append(_grade(network, school, name))
            done += 1
            said(done / jobs)
        answers[name] = torch.from_numpy(mean_answers(found))
    students = []
    for given in ({}, answers):
        network = _trained(school, tuple(school.tasks), given, config, config.seed, device)
        students.append([_grade(network, school, name) for name in school.tasks])
        done += 1
        said(done / jobs)
    return [single, *students]


def _trained(
    school: School, tasks: tuple[str, ...], answers: dict[str, Tensor], config: Many, seed: int, device: str
) -> Network:
    with seeded(seed):
        network = Network(school, tasks)
    dice, done = np.random.default_rng(seed), 0
    n = {task: len(school.tasks[task].labels) for task in tasks}
    batches = [
        tuple(torch.from_numpy(dice.integers(n[task], size=BATCH)) for task in tasks) for _ in range(config.steps)
    ]

    def loss_on(module: nn.Module, batch: tuple[Tensor, ...]) -> Tensor:
        nonlocal done
        weight = config.weight(done / config.steps) if answers else 0.0
        done += 1
        terms = []
        for name, rows in zip(tasks, batch, strict=True):
            task, at, where = school.tasks[name], rows.cpu(), rows.device
            logits = module(name, task.learn[at].to(where))
            terms.append((1 - weight) * hard(logits, task.labels[at].to(where)))
            if answers:
                terms.append(weight * soft(logits, answers[name][at].to(where), config.temperature))
        return torch.stack(terms).sum()

    fit(network, loss_on, batches, lr=school.lr, seed=seed, schedule=warmup(0.1), device=device)
    return network.cpu().eval()


@torch.inference_mode()
def _answers(network: Network, task: str, x: Tensor) -> np.ndarray:
    return network(task, x).numpy()


def _grade(network: Network, school: School, name: str) -> float:
    task = school.tasks[name]
    return float((_answers(network, name, task.held).argmax(1) == task.held_labels).mean())
