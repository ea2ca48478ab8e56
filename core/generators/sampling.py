"""New points from a finished training, in plain numpy; the small convolutional network alone asks for torch."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import Literal

import numpy as np
from jaxtyping import Float, Int

from core.generators import nets
from core.generators.run import Run
from core.generators.schedules import diffuse, posterior, schedule

How = Literal["ddpm", "ddim", "ode"]
HOWS: tuple[How, ...] = ("ddpm", "ddim", "ode")


@dataclass(frozen=True, eq=False)
class Path:
    """The way from noise to samples."""

    states: Float[np.ndarray, "looks N D"]  # the first is noise, the last the samples
    guesses: Float[np.ndarray, "looks N D"]  # what the network took for the picture at each of them
    times: Float[np.ndarray, " looks"]  # 1 noise, 0 picture
    calls: int  # of the network


def sample(
    run: Run,
    n: int,
    seed: int = 0,
    *,
    how: How = "ddpm",
    steps: int | None = None,
    labels: Int[np.ndarray, " n"] | None = None,
    guidance: float = 0.0,
) -> Float[np.ndarray, "n D"]:
    """``n`` new points. AE, VAE and GAN read ``seed`` only; for the rest ``how``, ``steps``, ``labels`` count, too."""
    if run.config.family in ("ddpm", "flow_matching"):
        return path(run, n, seed, how=how, steps=steps, labels=labels, guidance=guidance).states[-1]
    z = np.random.default_rng(seed).standard_normal((n, run.config.Z))
    return decode(run, prior(run, z))


def prior(run: Run, z: Float[np.ndarray, "n Z"]) -> Float[np.ndarray, "n Z"]:
    """Standard normal codes as this family's decoder expects them: an AE's follow the Gaussian of its own codes."""
    if run.config.family != "ae":
        return z
    return run.weights["codes.mean"] + z @ run.weights["codes.root"].T


def decode(run: Run, z: Float[np.ndarray, "n Z"]) -> Float[np.ndarray, "n D"]:
    """What the decoder (the generator) makes of codes; a VAE's mean."""
    return run.centre + run.scale * nets.mlp(run.weights, "decoder", z)


def encode(run: Run, x: Float[np.ndarray, "n D"]) -> tuple[Float[np.ndarray, "n Z"], Float[np.ndarray, "n Z"]]:
    """The codes' means and, for a VAE, their σ (0 for an AE)."""
    out = nets.mlp(run.weights, "encoder", (x - run.centre) / run.scale)
    Z = run.config.Z
    sigma = np.exp(0.5 * np.clip(out[:, Z:], -20, 10)) * run.config.spread if run.config.family == "vae" else 0 * out
    return out[:, :Z], sigma[:, :Z]


def judge(run: Run, x: Float[np.ndarray, "n 2"]) -> Float[np.ndarray, " n"]:
    """A GAN's discriminator at points of the plane: the odds' logarithm that they are real (Wasserstein: its score)."""
    return nets.mlp(run.weights, "critic", (x - run.centre) / run.scale)[:, 0]


def path(
    run: Run,
    n: int,
    seed: int = 0,
    *,
    how: How = "ddpm",
    steps: int | None = None,
    labels: Int[np.ndarray, " n"] | None = None,
    guidance: float = 0.0,
    start: Float[np.ndarray, "n D"] | None = None,
) -> Path:
    """The way of ``n`` points from noise (or ``start``, in units of the data) to samples, with every stop on it."""
    config = run.config
    dice = np.random.default_rng(seed)
    x = dice.standard_normal((n, len(run.centre)))
    if start is not None:
        x = (start - run.centre) / run.scale
    told = one_hot(labels, config.classes, n)
    walk = _flow if config.family == "flow_matching" else _heun if how == "ode" else _chain
    states, guesses, times, calls = walk(run, x, steps or config.times, how, told, guidance, dice)
    back = (run.centre + run.scale * np.stack(states), run.centre + run.scale * np.stack(guesses))
    return Path(*back, np.array(times), calls * (2 if guidance and labels is not None else 1))


def one_hot(labels: np.ndarray | None, classes: int, n: int) -> np.ndarray | None:
    """Rows of one-hot labels; all zero where none is given, ``None`` where the network reads none."""
    if not classes:
        return None
    rows = np.zeros((n, classes))
    if labels is not None:
        rows[np.arange(n), labels] = 1
    return rows


def stops(times: int, steps: int) -> list[int]:
    """``steps`` of the chain's ``times`` steps, evenly, from the last to -1, the picture."""
    return [*np.unique(np.linspace(0, times - 1, min(steps, times)).round().astype(int))[::-1].tolist(), -1]


def _said(run: Run, x: np.ndarray, time: float, told: np.ndarray | None, guidance: float) -> np.ndarray:
    """The network's answer; with guidance, beyond the answer without the label (Ho and Salimans 2022)."""

    def ask(label: np.ndarray | None) -> np.ndarray:
        if run.config.net == "conv":
            from core.generators.conv import answer

            return answer(run.weights, x, time, label)
        return nets.denoiser(run.weights, x, np.full(len(x), time), label)

    answer_ = ask(told)
    if guidance and told is not None and told.any():
        answer_ = (1 + guidance) * answer_ - guidance * ask(np.zeros_like(told))
    return answer_


def unmixed(predict: str, x: np.ndarray, said: np.ndarray, left: float) -> tuple[np.ndarray, np.ndarray]:
    """The picture and the noise that an answer at ``x`` stands for; ``left`` is ᾱ."""
    a, b = left**0.5, (1 - left) ** 0.5
    x0 = {"eps": (x - b * said) / a, "x0": said, "v": a * x - b * said}[predict]
    return x0, (x - a * x0) / b


def split(run: Run, x: np.ndarray, said: np.ndarray, left: float) -> tuple[np.ndarray, np.ndarray]:
    """The same, with the picture held where pictures can be: grey within ±1, points within four deviations.

    With few steps an answer may fly away otherwise.
    """
    x0, _ = unmixed(run.config.predict, x, said, left)
    low, high = ((end - run.centre) / run.scale for end in (-1, 1)) if x.shape[1] > 2 else (-4, 4)
    x0 = np.clip(x0, low, high)
    return x0, (x - left**0.5 * x0) / (1 - left) ** 0.5


def _chain(run, x, steps, how, told, guidance, dice):
    """DDPM (Ho et al. 2020, algorithm 2) or DDIM (Song et al. 2021, equation 12 with η = 0), on a part of the steps."""
    chain = schedule(run.config.schedule, run.config.times)
    at = stops(chain.steps, steps)
    states, guesses, times = [x], [], []
    for t, s in itertools.pairwise(at):
        x0, eps = split(run, x, _said(run, x, (t + 1) / chain.steps, told, guidance), chain.left(t))
        guesses.append(x0)
        times.append((t + 1) / chain.steps)
        if how == "ddim":
            x = chain.left(s) ** 0.5 * x0 + (1 - chain.left(s)) ** 0.5 * eps
        else:
            of_x0, of_xt, variance = posterior(chain, t, s)
            x = of_x0 * x0 + of_xt * x
            if s >= 0:
                x = x + variance**0.5 * dice.standard_normal(x.shape)
        states.append(x)
    return states, [*guesses, x], [*times, 0.0], len(at) - 1


def _heun(run, x, steps, how, told, guidance, dice):
    """The probability-flow ODE in ``x / √ᾱ`` over the noise's σ, by Heun's rule: two calls a step but the last.

    Source: Karras et al. 2022, algorithm 1; Song et al. 2021, equation 13.
    """
    chain = schedule(run.config.schedule, run.config.times)
    at = stops(chain.steps, steps)
    states, guesses, times, calls = [x], [], [], 0

    def slope(y: np.ndarray, t: int) -> tuple[np.ndarray, np.ndarray]:
        left = chain.left(t)
        here = y * left**0.5
        x0, eps = split(run, here, _said(run, here, (t + 1) / chain.steps, told, guidance), left)
        return x0, eps

    def sigma(t: int) -> float:
        return ((1 - chain.left(t)) / chain.left(t)) ** 0.5

    y = x / chain.left(at[0]) ** 0.5
    for t, s in itertools.pairwise(at):
        x0, eps = slope(y, t)
        guesses.append(x0)
        times.append((t + 1) / chain.steps)
        ahead = y + (sigma(s) - sigma(t)) * eps
        calls += 1
        if s >= 0:
            ahead = y + (sigma(s) - sigma(t)) * (eps + slope(ahead, s)[1]) / 2
            calls += 1
        y = ahead
        states.append(y * chain.left(s) ** 0.5)
    return states, [*guesses, states[-1]], [*times, 0.0], calls


def _flow(run, x, steps, how, told, guidance, dice):
    """Along the learnt velocity from noise (time 1) to the picture (0), by Heun's rule.

    Source: Lipman et al. 2023, Flow matching; Liu et al. 2023, Rectified flow.
    """
    at = np.linspace(1, 0, max(1, steps // 2) + 1)
    states, guesses = [x], []
    for t, s in itertools.pairwise(at):
        v = _said(run, x, float(t), told, guidance)
        guesses.append(x - t * v)
        ahead = x + (s - t) * v
        x = x + (s - t) * (v + _said(run, ahead, float(s), told, guidance)) / 2
        states.append(x)
    return states, [*guesses, x], at.tolist(), 2 * (len(at) - 1)


def field(run: Run, at: Float[np.ndarray, "cells 2"], t: int) -> Float[np.ndarray, "cells 2"]:
    """Which way, and how far, each place is pushed towards the picture at step ``t`` of the chain: x̂0 - x."""
    x = (at - run.centre) / run.scale
    if run.config.family == "flow_matching":
        time = (t + 1) / run.config.times
        return -run.scale * time * _said(run, x, time, None, 0.0)
    chain = schedule(run.config.schedule, run.config.times)
    said = _said(run, x, (t + 1) / chain.steps, one_hot(None, run.config.classes, len(x)), 0.0)
    return run.scale * (split(run, x, said, chain.left(t))[0] - x)


def errors(run: Run, x0: Float[np.ndarray, "N D"], times: Int[np.ndarray, " looks"], seed: int = 0) -> np.ndarray:
    """Mean squared error of the predicted noise at some steps of the chain, on points ``x0``; shape (looks,)."""
    chain, dice = schedule(run.config.schedule, run.config.times), np.random.default_rng(seed)
    clean, found = (x0 - run.centre) / run.scale, []
    told = one_hot(None, run.config.classes, len(x0))
    for t in times:
        noise = dice.standard_normal(clean.shape)
        x = diffuse(clean, int(t), chain, noise)
        said = _said(run, x, (int(t) + 1) / chain.steps, told, 0.0)
        found.append(((unmixed(run.config.predict, x, said, chain.left(int(t)))[1] - noise) ** 2).mean())
    return np.array(found)
