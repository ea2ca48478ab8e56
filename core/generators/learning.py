"""What the families' trainings share: layers in torch, batches, averaged weights, pictures on the way."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from functools import partial

import numpy as np
import torch
from jaxtyping import Float, Int
from torch import Tensor, nn
from torch.nn.functional import silu

from core.generators.run import SHOWN, Config, Run, grid, thousandths
from core.generators.sampling import judge, sample

adam = partial(torch.optim.AdamW, fused=True, weight_decay=0.0, betas=(0.9, 0.99))


class Mlp(nn.ModuleList):
    """Linear layers with SiLU between them; ``core.generators.nets.mlp`` is the same in numpy."""

    def __init__(self, size_in: int, size_out: int, config: Config) -> None:
        sizes = [size_in, *[config.D] * config.L, size_out]
        super().__init__(nn.Linear(a, b) for a, b in itertools.pairwise(sizes))

    def forward(self, x: Tensor) -> Tensor:
        for layer, linear in enumerate(self):
            x = linear(silu(x) if layer else x)
        return x


class Batches:
    """Rows of the data, drawn anew for every batch from a generator of their own; with labels where there are some."""

    def __init__(self, x: Tensor, y: Tensor | None, config: Config) -> None:
        self.x, self.y, self.config = x, y, config

    def __len__(self) -> int:
        return self.config.steps

    def __iter__(self) -> Iterator[Tensor | tuple[Tensor, Tensor]]:
        dice = torch.Generator().manual_seed(self.config.seed)
        for _ in range(self.config.steps):
            rows = torch.randint(len(self.x), (self.config.B,), generator=dice)
            yield self.x[rows] if self.y is None else (self.x[rows], self.y[rows])


class Averaged:
    """An exponential moving average of a model's weights, young at first: what a diffusion model samples with."""

    def __init__(self, model: nn.Module, memory: float) -> None:
        self.model, self.memory, self.seen = model, memory, 0
        self.kept = {name: weight.detach().clone() for name, weight in model.named_parameters()}

    @torch.no_grad()
    def update(self) -> None:
        """Once after every step."""
        self.seen += 1
        fresh = max(1 - self.memory, 1 / (self.seen + 1))
        now = [weight.detach() for _, weight in self.model.named_parameters()]
        self.kept = {name: old.to(new.device) for (name, old), new in zip(self.kept.items(), now, strict=True)}
        torch._foreach_lerp_(list(self.kept.values()), now, fresh)  # pyright: ignore[reportPrivateImportUsage]


class Album:
    """Pictures on the way: the same noise through the generator as it learns, evenly over the training."""

    def __init__(self, config: Config, centre: np.ndarray, scale: float) -> None:
        self.config, self.centre, self.scale = config, centre, scale
        self.at, self.frames, self.surfaces = list[int](), list[np.ndarray](), list[np.ndarray]()

    def due(self, done: int) -> bool:
        """Whether a picture belongs after step ``done``: more of them at the beginning, where more happens."""
        last = self.config.frames - 1
        if last < 1 or len(self.at) > last:
            return False
        return done >= round(self.config.steps * (len(self.at) / last) ** 1.5)

    def take(self, done: int, weights: Mapping[str, np.ndarray]) -> np.ndarray:
        """One picture; it is returned as it is kept."""
        run = self.close(weights, np.zeros((1, 0)))
        plane = len(self.centre) == 2
        made = sample(run, SHOWN if plane else 40, how="ddim", steps=12)
        self.at.append(done)
        self.frames.append(thousandths(made))
        if self.config.family == "gan" and plane:
            says = judge(run, grid())
            if self.config.loss == "wasserstein":
                says = (says - says.mean()) / (says.std() + 1e-9)
            side = round(len(says) ** 0.5)
            self.surfaces.append(np.round(255 / (1 + np.exp(-says))).astype(np.uint8).reshape(side, side))
        return self.frames[-1]

    def close(self, weights: Mapping[str, np.ndarray], losses: Float[np.ndarray, "K steps"]) -> Run:
        """The run so far."""
        D, side = len(self.centre), round(len(grid()) ** 0.5)
        return Run(
            config=self.config,
            weights=weights,
            centre=self.centre,
            scale=self.scale,
            losses=losses,
            at=np.array(self.at, np.int32),
            frames=np.array(self.frames, np.int16).reshape(len(self.frames), -1, D)
            if self.frames
            else np.zeros((0, 0, D), np.int16),
            surfaces=np.array(self.surfaces, np.uint8).reshape(-1, side, side),
        )


def standardised(data: Float[np.ndarray, "N D"]) -> tuple[Tensor, np.ndarray, float]:
    """The data around 0 with unit size: one scale for all coordinates, so that no shape is bent."""
    centre = data.mean(0)
    scale = float(data.std(0).mean()) if data.shape[1] == 2 else 1.0
    centre = centre if data.shape[1] == 2 else np.zeros(data.shape[1])
    return torch.from_numpy(((data - centre) / scale).astype(np.float32)), centre, scale


def go_on(model: nn.Module, start: Run | None) -> None:
    """Give the model the weights of a finished run, if there is one. Raises ValueError where the two differ in form."""
    if start is None:
        return
    found = {name: torch.from_numpy(np.array(value, np.float32)) for name, value in start.weights.items()}
    own = dict(model.named_parameters())
    if any(name not in found or found[name].shape != weight.shape for name, weight in own.items()):
        raise ValueError(f"start is a {start.config.family} of another form; go on with the same family and sizes")
    model.load_state_dict({name: found[name] for name in own})


def as_numpy(tensors: Mapping[str, Tensor]) -> dict[str, np.ndarray]:
    """Weights on the processor."""
    return {name: tensor.detach().float().cpu().numpy().copy() for name, tensor in tensors.items()}


def falling(progress: float) -> float:
    """The learning rate: up within a fiftieth of the steps, then down along a cosine."""
    return min(1.0, 50 * progress + 0.02) * 0.5 * (1 + float(np.cos(np.pi * progress)))


Labels = Int[np.ndarray, " N"] | None
