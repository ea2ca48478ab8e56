"""Several tasks for one network: three questions about the same digits, or two corpora of sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import torch
from jaxtyping import Int, Num
from torch import Tensor, nn

from core.distillation.digits import images
from core.distillation.students import D, Mlp, build
from core.distillation.tasks import CLASSES, TASKS, targets


@dataclass(frozen=True, eq=False)
class Task:
    """What one of the tasks is learnt from and graded on."""

    classes: int
    learn: Num[Tensor, "N X"]
    labels: Int[Tensor, " N"]
    held: Num[Tensor, "M X"]
    held_labels: Int[np.ndarray, " M"]


@dataclass(frozen=True, eq=False)
class School:
    """Tasks by name, and how a fresh body is made: a network whose ``logits`` are features, so many of them."""

    tasks: Mapping[str, Task]
    body: Callable[[], nn.Module]
    width: int
    lr: float


def digits(rows: int, width: int) -> School:
    """Every task has the same images."""
    x, y = images()
    half = len(y) // 2
    learn, held = torch.from_numpy(x[: min(rows, half)]), torch.from_numpy(x[half:])
    tasks = {
        name: Task(CLASSES[name], learn, torch.from_numpy(each[: len(learn)]), held, each[half:])
        for name, each in targets(y).items()
    }

    def body() -> nn.Module:
        network = Mlp((width,), 1)
        network.register_module("head", nn.Identity())
        return network

    return School(tasks, body, width, lr=1e-2)


def texts(rows: int, width: int) -> School:
    """Requests and film reviews, those that come along: two narrow layers of BERT read both. ``width`` is theirs."""
    from core.distillation.small import shipped
    from core.distillation.teacher import ids_of, small_table

    tasks = {}
    for name in TASKS["texts"]:
        data = shipped(name)
        learn, held = (torch.from_numpy(ids_of(each)) for each in (data.learnt[:rows], data.held))
        labels = torch.from_numpy(data.labels[:rows].astype(np.int64))
        tasks[name] = Task(len(data.classes), learn, labels, held, data.held_labels.astype(np.int64))

    def body() -> nn.Module:
        network = build("narrow-2", 1, small_table())
        network.get_submodule("body").register_module("head", nn.Identity())
        return network

    return School(tasks, body, D, lr=1e-3)


SCHOOLS: Mapping[str, Callable[[int, int], School]] = {"digits": digits, "texts": texts}
