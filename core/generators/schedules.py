"""How fast a picture drowns in noise: four schedules, and every quantity that follows from one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from jaxtyping import Float, Int

from core.errors import Trouble

KINDS = ("linear", "quadratic", "cosine", "sigmoid")
LOW, HIGH, USUAL = 1e-4, 0.02, 1000  # the first and last beta of DDPM, at its 1000 steps


@dataclass(frozen=True, eq=False)
class Schedule:
    """The chain ``q(x_t | x_{t-1}) = N(√(1-β_t) x_{t-1}, β_t)``; `t` counts from 0, `t = -1` is the picture."""

    kind: str
    betas: Float[np.ndarray, " steps"]
    alpha_bar: Float[np.ndarray, " steps"]  # ∏ (1 - β): how much of the picture's variance is left

    @property
    def steps(self) -> int:
        """How many."""
        return len(self.betas)

    @property
    def snr(self) -> Float[np.ndarray, " steps"]:
        """Signal to noise: ᾱ / (1 - ᾱ)."""
        return self.alpha_bar / (1 - self.alpha_bar)

    def left(self, t: int) -> float:
        """ᾱ after step ``t``; all of it before the first."""
        return float(self.alpha_bar[t]) if t >= 0 else 1.0


@cache
def schedule(kind: str = "linear", steps: int = USUAL) -> Schedule:
    """A schedule of ``steps`` steps; with fewer than 1000 the betas grow, so that the end is noise all the same.

    ``linear``: Ho et al. 2020, section 4. ``quadratic``: linear in √β, as in latent diffusion. ``cosine``: Nichol and
    Dhariwal 2021, equation 17. ``sigmoid``: GeoDiff, Xu et al. 2022.

    Raises:
        Trouble: ``schedule-unknown``.
        ValueError: fewer than 2 steps, or so few that a beta would pass 0.999.
    """
    if kind not in KINDS:
        raise Trouble("schedule-unknown", f"No schedule {kind!r}; there are {', '.join(KINDS)}.", name=kind)
    if steps < 2:
        raise ValueError(f"a schedule needs 2 steps or more; got {steps}")
    low, high = LOW * USUAL / steps, HIGH * USUAL / steps
    match kind:
        case "linear":
            betas = np.linspace(low, high, steps)
        case "quadratic":
            betas = np.linspace(low**0.5, high**0.5, steps) ** 2
        case "sigmoid":
            betas = low + (high - low) / (1 + np.exp(-np.linspace(-6, 6, steps)))
        case _:
            left = np.cos((np.arange(steps + 1) / steps + 0.008) / 1.008 * np.pi / 2) ** 2
            betas = 1 - left[1:] / left[:-1]
    betas = np.minimum(betas, 0.999)
    return Schedule(kind, betas, np.cumprod(1 - betas))


def diffuse(
    x0: Float[np.ndarray, "N D"],
    t: int | Int[np.ndarray, " N"],
    schedule: Schedule,
    noise: Float[np.ndarray, "N D"],
) -> Float[np.ndarray, "N D"]:
    """All steps up to ``t`` at once: ``√ᾱ x0 + √(1-ᾱ) noise``."""
    left = np.asarray(schedule.alpha_bar)[np.broadcast_to(t, len(x0))][:, None]
    return np.sqrt(left) * x0 + np.sqrt(1 - left) * noise


def posterior(schedule: Schedule, t: int, s: int | None = None) -> tuple[float, float, float]:
    """``q(x_s | x_t, x_0)``: the weights of ``x_0`` and ``x_t`` in its mean, and its variance; ``s`` is ``t - 1``.

    Source: Ho et al. 2020, equations 6 and 7; with ``s`` further back, Song et al. 2021.
    """
    s = t - 1 if s is None else s
    far, near = schedule.left(t), schedule.left(s)
    step = far / near  # what is left of one jump from s to t
    of_x0 = near**0.5 * (1 - step) / (1 - far)
    of_xt = step**0.5 * (1 - near) / (1 - far)
    return of_x0, of_xt, (1 - near) / (1 - far) * (1 - step)


def gaussian_kl(schedule: Schedule, mean: float, variance: float) -> Float[np.ndarray, " steps"]:
    """KL from ``N(0, 1)`` of a Gaussian that walks the chain, after every step, in nats."""
    left = schedule.alpha_bar
    now, centre = left * variance + 1 - left, np.sqrt(left) * mean
    return 0.5 * (now + centre**2 - 1 - np.log(now))


def elbo_terms(schedule: Schedule, error: Float[np.ndarray, " steps"], dimensions: int) -> Float[np.ndarray, " steps"]:
    """The bound's KL at every step from the mean squared error of the predicted noise, in nats; step 0 left at NaN.

    Source: Ho et al. 2020, equation 12, with σ² the posterior's variance.
    """
    terms = np.full(schedule.steps, np.nan)
    for t in range(1, schedule.steps):
        beta, left = schedule.betas[t], schedule.alpha_bar[t]
        variance = posterior(schedule, t)[2]
        terms[t] = dimensions * error[t] * beta**2 / (2 * variance * (1 - beta) * (1 - left))
    return terms
