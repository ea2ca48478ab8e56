"""Contrastive learning where one can watch it: free points on a circle or a sphere.

The points stand in a ring of meaning: the positives of point i are its neighbours i ± 1, i ± 2. They start in a
narrow cone with their order shuffled, as the sentence vectors of a plain language model do. Alignment alone pulls
all of them into one point, uniformity alone spreads them without order, InfoNCE does both at once.
The gradients are written out by hand, so this needs no torch.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

import numpy as np
from jaxtyping import Float

from core.simcse.measures import alignment, uniformity, unit

Loss = Literal["info-nce", "alignment", "uniformity"]
NEIGHBOURS = (-2, -1, 1, 2)
Square = Float[np.ndarray, "N N"]


@dataclass(frozen=True)
class Sphere:
    """The knobs of one run."""

    loss: Loss = "info-nce"
    D: int = 2  # 2: circle, 3: sphere
    N: int = 48
    temperature: float = 0.2
    steps: int = 300
    every: int = 6  # steps between two frames
    lr: float = 0.05
    cone: float = 0.6  # radians of spread at the start
    seed: int = 0


@dataclass(frozen=True, eq=False)
class Moved:
    """The points at every frame, and what was measured there."""

    config: Sphere
    frames: Float[np.ndarray, "frames N D"]
    losses: Float[np.ndarray, " frames"]
    alignment: Float[np.ndarray, " frames"]
    uniformity: Float[np.ndarray, " frames"]


def move(config: Sphere) -> Moved:
    """Let the points follow their gradient along the sphere."""
    z, frames, losses = start(config), [], []
    for step in range(config.steps + 1):
        loss, gradient = slope(z, config)
        if step % config.every == 0:
            frames.append(z)
            losses.append(loss)
        along = gradient - (gradient * z).sum(1, keepdims=True) * z  # what points out of the sphere is lost anyway
        length = np.linalg.norm(along, axis=1, keepdims=True)
        z = unit(z - config.lr * along / np.maximum(length, 1) * np.minimum(1, 4 * (1 - step / config.steps)))
    ahead = [shift for shift in NEIGHBOURS if shift > 0]  # each pair once
    near = [
        (np.concatenate([frame] * len(ahead)), np.concatenate([np.roll(frame, -shift, axis=0) for shift in ahead]))
        for frame in frames
    ]
    return Moved(
        config,
        np.stack(frames),
        np.array(losses),
        np.array([alignment(x, y) for x, y in near]),
        np.array([uniformity(x) for x in frames]),
    )


def start(config: Sphere) -> Float[np.ndarray, "N D"]:
    """Points in a cone around the last axis, in no order."""
    dice = np.random.default_rng(config.seed)
    z = config.cone * dice.standard_normal((config.N, config.D))
    z[:, -1] = 1
    return unit(z)


@cache
def targets(N: int) -> Square:
    """Row i: where its positives are, equal shares."""
    eye = np.eye(N)
    return sum((np.roll(eye, shift, axis=1) for shift in NEIGHBOURS), np.zeros((N, N))) / len(NEIGHBOURS)


def slope(z: Float[np.ndarray, "N D"], config: Sphere) -> tuple[float, Float[np.ndarray, "N D"]]:
    """The loss, and N times its gradient with respect to every point.

    All three are functions of the cosines c = z zᵀ, so with G = ∂L/∂c the gradient is (G + Gᵀ) z.
    """
    N, wanted, cosines = len(z), targets(len(z)), z @ z.T
    if config.loss == "alignment":  # mean |z_i - z_j|² over positives
        return float((wanted * (2 - 2 * cosines)).sum() / N), -2 * (wanted + wanted.T) @ z
    if config.loss == "uniformity":  # log mean exp(-2 |z_i - z_j|²)
        loss, weights = _softmax(4 * cosines, None)
        grade = 4 * N * weights
        return loss - 4 - float(np.log(N * (N - 1))), (grade + grade.T) @ z
    logits = cosines / config.temperature
    loss, shares = _softmax(logits, 1)
    grade = (shares - wanted) / config.temperature
    return loss - float((wanted * logits).sum() / N), (grade + grade.T) @ z


def forces(
    z: Float[np.ndarray, "N D"], i: int, temperature: float
) -> tuple[Float[np.ndarray, " D"], Float[np.ndarray, " D"]]:
    """What InfoNCE does to anchor i, along the sphere: the pull of its positives, the push of all others."""
    _, shares = _softmax(z @ z.T / temperature, 1)
    pull, push = targets(len(z))[i] @ z / temperature, -shares[i] @ z / temperature
    return pull - (pull @ z[i]) * z[i], push - (push @ z[i]) * z[i]


def hardest(z: Float[np.ndarray, "N D"], i: int, temperature: float) -> tuple[float, int]:
    """What three negatives nearest to anchor i have of all negatives' weight in the softmax, and how many those are."""
    N = len(z)
    cosines = np.delete(z @ z[i], [i, *((i + shift) % N for shift in NEIGHBOURS)])
    shares = np.exp((cosines - cosines.max()) / temperature)
    return float(np.sort(shares)[-3:].sum() / shares.sum()), len(cosines)


def _softmax(logits: Square, axis: int | None) -> tuple[float, Square]:
    """Mean log-sum-exp over everything but a point's own place, and the shares."""
    logits = logits.copy()
    np.fill_diagonal(logits, -np.inf)
    top = logits.max(axis=axis, keepdims=True)
    raised = np.exp(logits - top)
    total = raised.sum(axis=axis, keepdims=True)
    return float((np.log(total) + top).mean()), raised / total
