"""A small convolutional denoiser: pictures of 8×8 as 2×2 patches on a 4×4 board, of 28×28 as 4×4 on 7×7."""

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
from core.nn.twin import twin


class Conv(nn.Module):
    """Reads pictures as rows of pixels; time and label shift every block."""

    def __init__(self, config: Config, pixels: int) -> None:
        super().__init__()
        self.side = math.isqrt(pixels)
        self.patch = 2 if self.side < 16 else 4
        if self.side**2 != pixels or self.side % self.patch:
            raise ValueError(
                f"Conv reads square pictures whose side is a multiple of {self.patch}; got {pixels} pixels"
            )
        C, board = config.D, self.side // self.patch
        self.told = nn.Linear(TIME + config.classes, C)
        self.stem = nn.Conv2d(self.patch**2, C, 3, padding=1)
        self.place = nn.Parameter(torch.zeros(C, board, board))  # a picture knows its middle
        self.first = nn.ModuleList(nn.Conv2d(C, C, 3, padding=1) for _ in range(config.L))
        self.second = nn.ModuleList(nn.Conv2d(C, C, 3, padding=1) for _ in range(config.L))
        self.shift = nn.ModuleList(nn.Linear(C, C) for _ in range(config.L))
        self.out = nn.Conv2d(C, self.patch**2, 3, padding=1)

    def forward(self, x: Tensor, time: Tensor, label: Tensor | None = None) -> Tensor:
        turns = math.pi * torch.arange(1, TIME + 1, device=x.device)
        waves = (time[:, None] * turns).cos()
        told = silu(self.told(waves if label is None else torch.cat([waves, label], 1)))
        h = self.stem(pixel_unshuffle(x.unflatten(1, (1, self.side, self.side)), self.patch)) + self.place
        for first, second, shift in zip(self.first, self.second, self.shift, strict=True):
            h = h + second(silu(first(silu(h)) + shift(told)[:, :, None, None]))
        return pixel_shuffle(self.out(silu(h)), self.patch).flatten(1)


def answer(weights: Mapping[str, np.ndarray], x: np.ndarray, time: float, label: np.ndarray | None) -> np.ndarray:
    """The network's answer at rows of pixels, all at one time."""
    shapes = tuple((name, value.shape) for name, value in weights.items())
    model = twin(_empty(shapes, 0 if label is None else label.shape[1], x.shape[1]))  # lent weights: one thread's
    state = {name: torch.from_numpy(value.astype(np.float32)) for name, value in weights.items()}
    with torch.inference_mode():
        told = None if label is None else torch.from_numpy(label.astype(np.float32))
        noisy, when = torch.from_numpy(x.astype(np.float32)), torch.full((len(x),), time)
        return torch.func.functional_call(model, state, (noisy, when, told)).double().numpy()


@lru_cache(maxsize=4)
def _empty(shapes: tuple[tuple[str, tuple[int, ...]], ...], classes: int, pixels: int) -> Conv:
    """A network of this form; its own weights are never used."""
    found = dict(shapes)
    layers = sum(name.startswith("shift.") for name in found) // 2
    return Conv(Config(D=found["stem.bias"][0], L=layers, classes=classes), pixels)
