"""What a page needs of multi-task distillation, without torch: the knobs, the outcome, the recorded one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
from jaxtyping import Float, Int

from core import runtime, store

TASKS: Mapping[str, tuple[str, ...]] = {
    "digits": ("digit", "loop", "large"),  # which digit; has it a closed loop; is it 5 or more
    "texts": ("snips", "mr"),  # what is wanted; good or bad
}
CLASSES = {"digit": 10, "loop": 2, "large": 2}
LOOPS = (0, 6, 8, 9)


@dataclass(frozen=True)
class Many:
    """The knobs of one comparison."""

    teachers: int = 1  # for each task; their probabilities are averaged
    first: float = 1.0  # weight of the teachers' answers at the beginning
    last: float = 0.0  # and at the end: BAM's annealing goes from 1 to 0
    temperature: float = 2.0
    rows: int = 200  # labelled examples of every task
    width: int = 16  # hidden units of every network on digits
    steps: int = 600
    seed: int = 0

    def weight(self, progress: float) -> float:
        """Linear from first to last."""
        return self.first + (self.last - self.first) * progress


@dataclass(frozen=True, eq=False)
class Outcome:
    """Accuracy on held-out examples, by task, in the order of ``TASKS``."""

    many: Many  # of the first seed
    single: Float[np.ndarray, "seeds tasks"]  # one network a task: the first teachers themselves
    labels: Float[np.ndarray, "seeds tasks"]  # one network for all tasks, from labels
    taught: Float[np.ndarray, "seeds tasks"]  # the same, from its teachers
    date: str
    machine: str
    code: str


def targets(digits: Int[np.ndarray, " N"]) -> dict[str, np.ndarray]:
    """The labels of every task."""
    return {"digit": digits, "loop": np.isin(digits, LOOPS).astype(np.int64), "large": (digits >= 5).astype(np.int64)}


DEFAULT: Mapping[str, Many] = {"digits": Many(), "texts": Many(steps=300)}


@cache
def recorded(data: str) -> Outcome:
    """Five seeds of the default; ``python -m core.distillation tasks`` records them again."""
    return store.load(runtime.ASSETS / "recorded" / "distillation" / f"tasks-{data}")
