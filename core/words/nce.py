"""Noise-contrastive estimation: learn a distribution by telling its samples from noise; nothing is ever summed up.

Source: Gutmann and Hyvärinen 2010, https://proceedings.mlr.press/v9/gutmann10a.html; for words, Mnih and Teh 2012,
https://arxiv.org/abs/1206.6426
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

from core.runtime import OnStep, Step, quiet


@dataclass(frozen=True)
class Config:
    """The knobs of one estimate."""

    K: int = 5  # noise samples for each real one
    exponent: float = 0.0  # noise in proportion to p ** exponent: 0 is even, 1 is the data itself
    steps: int = 400
    batch: int = 200  # real samples a step
    lr: float = 0.5
    seed: int = 0


@dataclass(frozen=True, eq=False)
class Run:
    """One finished estimate."""

    config: Config
    noise: Float[np.ndarray, " V"]
    estimates: Float[np.ndarray, "looks V"]  # exp of the score of each outcome; nobody made them sum to 1
    distance: Float[np.ndarray, " looks"]  # total variation from the truth, 0 to 1, after normalising


def train(truth: Float[np.ndarray, " V"], config: Config, *, on_step: OnStep = quiet) -> Run:
    """One free score s for each outcome, by gradient ascent on ``E[log σ(Δ)] + K E_noise[log σ(-Δ)]``.

    ``Δ = s(x) - log(K q(x))``. At the optimum ``s = log p``: the scores normalise themselves.
    """
    dice = np.random.default_rng(config.seed)
    noise = truth**config.exponent / (truth**config.exponent).sum()
    s, V = np.zeros(len(truth)), len(truth)
    base = np.log(config.K * noise)
    estimates, distance = [], []
    for step in range(config.steps + 1):
        if step % max(1, config.steps // 40) == 0:
            p = np.exp(s)
            estimates.append(p)
            distance.append(0.5 * np.abs(p / p.sum() - truth).sum())
            on_step(Step(step / config.steps, {"distance": distance[-1]}))
        real = np.bincount(dice.choice(V, config.batch, p=truth), minlength=V)
        fake = np.bincount(dice.choice(V, config.batch * config.K, p=noise), minlength=V)
        is_real = 1 / (1 + np.exp(-(s - base)))
        s = s + config.lr * (1 - step / (config.steps + 1)) * (real * (1 - is_real) - fake * is_real) / config.batch * V
    return Run(config, noise, np.array(estimates), np.array(distance))
