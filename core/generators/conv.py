"""A small convolutional denoiser for 8×8 pictures: 2×2 patches on a 4×4 board, two residual blocks."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import lru_cache

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import pixel_shuffle, pixel_unshuffle, silu

from core.generators.nets import TIME
from core.generators.run import Config


class Conv(nn.Module):
    """Reads pictures as rows of 64; time and label shift every block."""

    def __init__(self, config: Config) -> None:
        super().__init__()
        C = config.D
        self.told = nn.Linear(TIME + config.classes, C)
        self.stem = nn.Conv2d(4, C, 3, padding=1)
        self.place = nn.Parameter(torch.zeros(C, 4, 4))  # a digit knows its middle
        self.first = nn.ModuleList(nn.Conv2d(C, C, 3, padding=1) for _ in range(config.L))
        self.second = nn.ModuleList(nn.Conv2d(C, C, 3, padding=1) for _ in range(config.L))
        self.shift = nn.ModuleList(nn.Linear(C, C) for _ in range(config.L))
        self.out = nn.Conv2d(C, 4, 3, padding=1)

    def forward(self, x: Tensor, time: Tensor, label: Tensor | None = None) -> Tensor:
        turns = math.pi * torch.arange(1, TIME + 1, device=x.device)
        waves = (time[:, None] * turns).cos()
        told = silu(self.told(waves if label is None else torch.cat([waves, label], 1)))
        h = self.stem(pixel_unshuffle(x.unflatten(1, (1, 8, 8)), 2)) + self.place
        for first, second, shift in zip(self.first, self.second, self.shift, strict=True):
            h = h + second(silu(first(silu(h)) + shift(told)[:, :, None, None]))
        return pixel_shuffle(self.out(silu(h)), 2).flatten(1)


def answer(weights: Mapping[str, np.ndarray], x: np.ndarray, time: float, label: np.ndarray | None) -> np.ndarray:
    """The network's answer at rows of pixels, all at one time."""
    shapes = tuple((name, value.shape) for name, value in weights.items())
    model = _empty(shapes, 0 if label is None else label.shape[1])
    state = {name: torch.from_numpy(value.astype(np.float32)) for name, value in weights.items()}
    with torch.inference_mode():
        told = None if label is None else torch.from_numpy(label.astype(np.float32))
        noisy, when = torch.from_numpy(x.astype(np.float32)), torch.full((len(x),), time)
        return torch.func.functional_call(model, state, (noisy, when, told)).double().numpy()


@lru_cache(maxsize=4)
def _empty(shapes: tuple[tuple[str, tuple[int, ...]], ...], classes: int) -> Conv:
    """A network of this form; its own weights are never used."""
    found = dict(shapes)
    return Conv(
        Config(D=found["stem.bias"][0], L=sum(name.startswith("shift.") for name in found) // 2, classes=classes)
    )
