"""What the recorded runs hold; ``core.generators.recorded`` finds them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from jaxtyping import Float, Int, Integer

from core.generators.run import Config


@dataclass(frozen=True, eq=False)
class Drawn:
    """One family on one set of pictures, all seeds, under the ruler for pictures."""

    data: str  # see core.generators.pictures
    setting: Config  # of seed 0
    made: Integer[np.ndarray, "N P"]  # samples of seed 0, 0 to 255, 255 is ink
    nearest: Integer[np.ndarray, "N P"]  # the learnt picture that is nearest to each
    values: Mapping[str, Float[np.ndarray, " seeds"]]  # measure → seeds; ``train`` and ``sample`` in seconds of a core
    at: Int[np.ndarray, " F"]  # training steps of the frames
    frames: Integer[np.ndarray, "F n P"]  # the same noise through the training, 0 to 255
    parameters: int
    date: str
    machine: str
    code: str
    seconds: float  # of a core


@dataclass(frozen=True, eq=False)
class Real:
    """The real pictures of a set: what a family is judged by, and how far real ones are from real ones."""

    data: str
    learnt: int  # pictures to learn from
    n: int  # pictures that are judged at a time
    made: Integer[np.ndarray, "N P"]  # real ones that nobody learnt from, 0 to 255
    floor: Mapping[str, Float[np.ndarray, " draws"]]
    reader: Mapping[str, Float[np.ndarray, "..."]]
    accuracy: float  # of the reader, on all that nobody learnt from
    date: str
    machine: str
    code: str
    seconds: float


@dataclass(frozen=True, eq=False)
class Prices:
    """A VAE of digits at every β, seed 0, on pictures that nobody learnt from; see core.generators.prices."""

    betas: tuple[float, ...]
    pictures: Integer[np.ndarray, "n P"]  # 0 to 255
    copies: Integer[np.ndarray, "betas n P"]
    samples: Integer[np.ndarray, "betas m P"]
    errors: Float[np.ndarray, " betas"]  # nats a picture
    nats: Float[np.ndarray, "betas Z"]  # of each latent dimension, the busiest first
    date: str
    machine: str
    code: str
    seconds: float  # of a core


@dataclass(frozen=True, eq=False)
class Game:
    """One game of a GAN on a shape made of heaps, all seeds, at every look through the training."""

    shape: str
    setting: Config  # of seed 0
    n: int  # points at every look
    at: Int[np.ndarray, " F"]  # training steps of the looks
    found: Integer[np.ndarray, "seeds F"]  # heaps
    near: Float[np.ndarray, "seeds F"]  # share of the points that lie near any heap
    energy: Float[np.ndarray, "seeds F"]  # energy distance to as many real points
    floor: Float[np.ndarray, " pairs"]  # the same between real heaps
    made: Integer[np.ndarray, "n 2"]  # seed 0 at the end, in thousandths
    train: Float[np.ndarray, " seeds"]  # seconds of a core
    date: str
    machine: str
    code: str
    seconds: float  # of a core


@dataclass(frozen=True, eq=False)
class Targets:
    """DDPMs that name the noise, the picture or the mixture: sliced Wasserstein distance of their samples."""

    shape: str
    setting: Config  # of seed 0 on the linear schedule, with the noise named
    n: int  # points in every heap
    far: Mapping[str, Mapping[str, Float[np.ndarray, " seeds"]]]  # schedule → what is named → seeds
    floor: Float[np.ndarray, " pairs"]  # real against real
    date: str
    machine: str
    code: str
    seconds: float  # of a core
