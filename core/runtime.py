"""Seeds, steps and devices: what every training is handed. Importing this loads no torch."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import torch

ROOT = Path(__file__).resolve().parents[1]  # the checkout: the package is installed in place
ASSETS = Path(os.environ.get("OBSERVATORY_ASSETS") or ROOT / "assets")  # recorded runs, claims, checkpoints

_dice = threading.RLock()  # one for the process: torch's global generator is shared by all threads


@dataclass(frozen=True, eq=False)
class Step:
    """What a training says while it runs."""

    progress: float  # 0 to 1
    metrics: Mapping[str, float] = field(default_factory=dict)
    frame: np.ndarray | None = None  # a picture's worth of numbers, where the topic moves


OnStep = Callable[[Step], None]


def quiet(step: Step) -> None:
    """Listen to nothing: the default ``on_step``."""


def within(on_step: OnStep, low: float | int, high: float | int) -> OnStep:
    """``on_step`` for a part of the work: its 0 to 1 are ``low`` to ``high`` of the whole."""
    return lambda step: on_step(Step(low + (high - low) * step.progress, step.metrics, step.frame))


@contextmanager
def seeded(seed: int) -> Iterator[torch.Generator]:
    """Hold torch's global dice, seeded, and hand back a private generator too.

    Streamlit serves every visitor from a thread of one process; without the lock a second thread that
    draws in between would change the run. The same thread may nest it: a training seeds its model, ``fit``
    seeds its loop.
    """
    import torch

    with _dice, torch.random.fork_rng([torch.cuda.current_device()] if torch.cuda.is_initialized() else []):
        torch.manual_seed(seed)
        yield torch.Generator().manual_seed(seed)


def pick_device(device: str = "auto") -> str:
    """``"auto"`` becomes ``cuda``, ``mps`` or ``cpu``, in that order of preference; anything else stays."""
    import torch

    if device != "auto":
        return device
    if torch.cuda.is_available():
        return "cuda"
    return "mps" if torch.backends.mps.is_available() else "cpu"
