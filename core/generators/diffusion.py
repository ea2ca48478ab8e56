"""DDPM and flow matching: one network, two ways to say where the picture is.

DDPM learns the noise (or the picture, or ``v``) at a step of a chain; flow matching learns the velocity of a straight
line from noise to picture.

Sources: Ho et al. 2020, https://arxiv.org/abs/2006.11239; Salimans and Ho 2022 (``v``);
Lipman et al. 2023, https://arxiv.org/abs/2210.02747
"""

from __future__ import annotations

import math

import numpy as np
import torch
from jaxtyping import Float
from torch import Tensor, nn

from core.fit import fit
from core.generators import nets
from core.generators.learning import Album, Averaged, Batches, Labels, Mlp, adam, as_numpy, falling, go_on, standardised
from core.generators.run import Config, Run
from core.generators.schedules import schedule
from core.runtime import OnStep, Step, quiet, seeded

FORGET = 0.15  # share of the labels hidden while training, so that the network also knows the picture without one


class Denoiser(nn.Module):
    """Reads a noisy point and a time, names what is asked for."""

    def __init__(self, D: int, config: Config) -> None:
        super().__init__()
        self.D = D
        self.field = Mlp(nets.seen_size(D) + config.classes, D, config)

    def forward(self, x: Tensor, time: Tensor, label: Tensor | None = None) -> Tensor:
        parts = [x]
        if self.D == 2:
            rates = torch.tensor(nets.PLACE, device=x.device)
            turned = (x[:, None, :] * rates[:, None]).unsqueeze(2)  # (B, rates, 1, 2)
            parts.append(torch.cat([turned.sin(), turned.cos()], 2).flatten(1))
        turns = math.pi * torch.arange(1, nets.TIME + 1, device=x.device)
        parts.append((time[:, None] * turns).cos())
        return self.field(torch.cat(parts if label is None else [*parts, label], 1))


def denoiser(D: int, config: Config) -> nn.Module:
    """The network that the config names."""
    if config.net == "conv":
        from core.generators.conv import Conv

        return Conv(config, D)
    return Denoiser(D, config)


def learn(
    data: Float[np.ndarray, "N D"],
    labels: Labels,
    config: Config,
    device: str,
    on_step: OnStep = quiet,
    start: Run | None = None,
) -> Run:
    """Train either; the averaged weights are what is kept."""
    x, centre, scale = standardised(data)
    with seeded(config.seed):
        model = denoiser(x.shape[1], config)
    go_on(model, start)
    average, album = Averaged(model, config.ema), Album(config, centre, scale)
    left = torch.from_numpy(schedule(config.schedule, config.times).alpha_bar.astype(np.float32))

    def heard(step: Step) -> None:
        average.update()
        done, frame = round(step.progress * config.steps), None
        if album.due(done):
            frame = album.take(done, as_numpy(average.kept))
        on_step(Step(step.progress, step.metrics, frame))

    def loss(whole: nn.Module, batch: Tensor | tuple[Tensor, Tensor]) -> Tensor:
        x0, told = batch if isinstance(batch, tuple | list) else (batch, None)
        noise = torch.randn_like(x0)
        if config.family == "flow_matching":
            time = torch.rand(len(x0), device=x0.device)
            there, goal = x0 + time[:, None] * (noise - x0), noise - x0
        else:
            step = torch.randint(config.times, (len(x0),), device=x0.device)
            time = (step + 1) / config.times
            kept = left.to(x0.device)[step][:, None]
            a, b = kept.sqrt(), (1 - kept).sqrt()
            there = a * x0 + b * noise
            goal = {"eps": noise, "x0": x0, "v": a * noise - b * x0}[config.predict]
        return (whole(there, time, _hidden(told, config.classes, x0)) - goal).square().mean()

    y = None if labels is None or not config.classes else torch.from_numpy(labels)
    curve = fit(
        model,
        loss,
        Batches(x, y, config),
        lr=config.lr,
        seed=config.seed,
        on_step=heard,
        schedule=falling,
        optimizer=adam,
        clip=1.0,
        device=device,
    )
    return album.close(as_numpy(average.kept), curve[None])


def _hidden(told: Tensor | None, classes: int, x: Tensor) -> Tensor | None:
    """One-hot labels, some of them hidden."""
    if not classes:
        return None
    if told is None:
        return x.new_zeros(len(x), classes)
    return nn.functional.one_hot(told, classes).to(x) * (torch.rand(len(x), 1, device=x.device) > FORGET)
