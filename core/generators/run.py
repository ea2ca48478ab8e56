"""The knobs of a training and what comes out of it, the same for every family."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
from jaxtyping import Float, Int, Integer

Family = Literal["ae", "vae", "gan", "ddpm", "flow_matching"]
FAMILIES: tuple[Family, ...] = ("ae", "vae", "gan", "ddpm", "flow_matching")
Loss = Literal["minimax", "nonsaturating", "wasserstein"]


@dataclass(frozen=True)
class Config:
    """The knobs of one training. What a family does not know it ignores."""

    family: Family = "ddpm"
    D: int = 96  # width of the hidden layers
    L: int = 3  # hidden layers
    Z: int = 2  # latent dimensions: AE, VAE, GAN
    B: int = 256  # points in a batch
    steps: int = 3000
    lr: float = 2e-3
    beta: float = 1.0  # VAE: weight of the KL term
    spread: float = 1.0  # VAE: factor on the posterior's σ while training; 0 takes the noise away
    sigma: float = 0.1  # VAE: σ of the decoder's Gaussian, in units of the data's
    loss: Loss = "nonsaturating"  # GAN
    lr_critic: float = 2e-3  # GAN: the discriminator's own
    schedule: str = "linear"  # diffusion
    times: int = 100  # diffusion: steps of the chain
    predict: Literal["eps", "x0", "v"] = "eps"  # diffusion: what the network names
    ema: float = 0.995  # diffusion, flow: memory of the averaged weights that sample
    net: Literal["mlp", "conv"] = "mlp"  # diffusion of pictures: a small convolutional network
    classes: int = 0  # diffusion: labels the network may read
    frames: int = 40  # pictures kept of the training
    seed: int = 0


@dataclass(frozen=True, eq=False)
class Run:
    """One finished training, as plain numpy."""

    config: Config
    weights: Mapping[str, Float[np.ndarray, "..."]]
    centre: Float[np.ndarray, " D"]  # of the data: the network sees (x - centre) / scale
    scale: float
    losses: Float[np.ndarray, "K steps"]  # AE: error · VAE: error, KL · GAN: discriminator, generator · else: error
    at: Int[np.ndarray, " F"]  # steps of the frames
    frames: Int[np.ndarray, "F N D"]  # the same N seeds of noise through the training, in thousandths
    surfaces: Integer[np.ndarray, "looks G G"]  # GAN: what the discriminator says on a grid over ±SPAN, 0 to 255


SPAN = 2.4  # half the side of every picture of the plane
GRID = 28
SHOWN = 400  # points in a frame


def grid(size: int = GRID, span: float = SPAN) -> Float[np.ndarray, "cells 2"]:
    """The centres of the cells of a square picture, row by row from below."""
    side = (np.arange(size) + 0.5) / size * 2 * span - span
    return np.stack(np.meshgrid(side, side), -1).reshape(-1, 2)


def thousandths(x: np.ndarray) -> Int[np.ndarray, "..."]:
    """As frames are kept and sent: int16."""
    return np.clip(np.round(1000 * x), -32767, 32767).astype(np.int16)
