"""AE and VAE on real digits: a plane of codes to walk on, and what the price of a code buys."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from jaxtyping import Float, Int

from core.generators import reader
from core.generators.api import train
from core.generators.data import LEARNT, digits
from core.generators.judging import floor, judged
from core.generators.pictures import pictures
from core.generators.recorded import halved, keep
from core.generators.run import Config, Run
from core.generators.sampling import decode, encode, sample
from core.provenance import stamp

BASE = Config(family="vae", D=96, L=2, B=128, steps=1500, lr=3e-3, sigma=0.4, frames=0)
WIDE = 6  # latent dimensions in the sweeps: some of them are not used
BETAS = (0.0, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0)
SPREADS = (0.0, 0.1, 0.3, 1.0)
SEEDS = 5
DEAD = 0.01  # nats: a dimension that says less is not used


@dataclass(frozen=True, eq=False)
class Latent:
    """What the latent view shows before anything is computed."""

    ae: Run  # two latent dimensions
    vae: Run
    reader: Mapping[str, Float[np.ndarray, "..."]]
    pictures: Int[np.ndarray, "N 64"]  # the digits that nobody learnt from, 0 to 16
    classes: Int[np.ndarray, " N"]
    accuracy: float  # of the reader, on them
    betas: Mapping[str, Float[np.ndarray, "seeds betas"]]  # measure → β
    ae_only: Mapping[str, Float[np.ndarray, " seeds"]]  # measure, of an AE with a Gaussian over its codes
    spreads: Mapping[str, Float[np.ndarray, "seeds spreads"]]  # with the KL term (β = 1): the noise taken away
    spreads_free: Mapping[str, Float[np.ndarray, "seeds spreads"]]  # without it (β = 0)
    per_dimension: Float[np.ndarray, "betas Z"]  # nats of each latent dimension, seed 0, the largest first
    floor: Mapping[str, float]  # real digits against real digits
    date: str
    machine: str
    code: str
    seconds: float


def kl_by_dimension(run: Run, x: Float[np.ndarray, "N D"]) -> Float[np.ndarray, " Z"]:
    """Mean nats that each latent dimension says about its picture."""
    mean, sigma = encode(replace(run, config=replace(run.config, spread=1.0)), x)
    if run.config.family == "ae":
        return np.full(mean.shape[1], np.nan)
    return 0.5 * (mean**2 + sigma**2 - 1 - 2 * np.log(sigma)).mean(0)


def again(run: Run, x: Float[np.ndarray, "N D"], spread: float = 1.0, seed: int = 0) -> Float[np.ndarray, "N D"]:
    """Pictures through the code and back, with the posterior's σ times ``spread``."""
    mean, sigma = encode(run, x)
    return decode(run, mean + spread * sigma * np.random.default_rng(seed).standard_normal(mean.shape))


def elbo(run: Run, x: Float[np.ndarray, "N D"], seed: int = 0) -> tuple[float, Float[np.ndarray, " Z"]]:
    """What the bound is made of, in nats a row: the error of the copy, and what each latent dimension says.

    The error's constant, ``D log(σ√2π)``, is left out: all VAEs with this decoder share it.
    """
    error = ((again(run, x, seed=seed) - x) / run.scale) ** 2
    return float(error.sum(1).mean() / (2 * run.config.sigma**2)), kl_by_dimension(run, x)


def tradeoff(run: Run, x: Float[np.ndarray, "N D"], spreads, draws: int = 8) -> tuple[np.ndarray, np.ndarray]:
    """At each spread: the error of one reconstruction, and how far reconstructions of the same picture are apart.

    Both are root mean squares over pixels.
    """
    errors, apart = [], []
    for spread in spreads:
        made = np.stack([again(run, x, spread, seed) for seed in range(draws)])
        errors.append(float(np.sqrt(((made - x) ** 2).mean())))
        apart.append(float(np.sqrt(made.var(0).mean())))
    return np.array(errors), np.array(apart)


def _measured(config: Config, weights: Mapping[str, np.ndarray]) -> tuple[dict[str, float], Run]:
    run = train("digits", config, device="cpu")
    x, _ = digits()
    rest = x[LEARNT:]
    made = np.clip(sample(run, len(rest), seed=config.seed), -1, 1)
    found = judged(made, weights, pictures("digits"))
    found["error"] = float(np.sqrt(((again(run, rest) - rest) ** 2).mean()))
    nats = kl_by_dimension(run, rest)
    found["nats"], found["used"] = float(np.nansum(nats)), float((nats > DEAD).sum())
    return found, run


def record(seeds: int = SEEDS) -> None:
    """Train all and keep it."""
    began, by = time.perf_counter(), stamp("core.generators.latent")
    weights = reader.learn()
    x, y = digits()
    ae, vae = (train("digits", replace(BASE, family=name), device="cpu") for name in ("ae", "vae"))
    rows = {"betas": [], "ae": [], "kl": [], "free": []}
    dimensions = []
    for seed in range(seeds):
        base = replace(BASE, Z=WIDE, seed=seed)
        rows["ae"].append(_measured(replace(base, family="ae"), weights)[0])
        line = []
        for beta in BETAS:
            found, run = _measured(replace(base, beta=beta), weights)
            line.append(found)
            if seed == 0:
                dimensions.append(np.sort(kl_by_dimension(run, x[LEARNT:]))[::-1])
        rows["betas"].append(line)
        for name, beta in (("kl", 1.0), ("free", 0.0)):
            rows[name].append([_measured(replace(base, beta=beta, spread=each), weights)[0] for each in SPREADS])
        print(f"seed {seed}: {time.perf_counter() - began:.0f} s", flush=True)
    kept = Latent(
        ae=halved(ae),
        vae=halved(vae),
        reader={name: value.astype(np.float16) for name, value in weights.items()},
        pictures=np.round((x[LEARNT:] + 1) * 8).astype(np.int8),
        classes=y[LEARNT:].astype(np.int8),
        accuracy=reader.accuracy(weights, x[LEARNT:], y[LEARNT:]),
        betas=_columns(rows["betas"]),
        ae_only={name: np.array([row[name] for row in rows["ae"]]) for name in rows["ae"][0]},
        spreads=_columns(rows["kl"]),
        spreads_free=_columns(rows["free"]),
        per_dimension=np.array(dimensions),
        floor={name: float(np.median(draws)) for name, draws in floor(weights, pictures("digits")).items()},
        **by,
        seconds=round(time.perf_counter() - began, 1),
    )
    keep("latent", kept)
    print(f"latent: reader {kept.accuracy:.3f}, {kept.seconds} s", flush=True)


def _columns(rows: list[list[dict[str, float]]]) -> dict[str, np.ndarray]:
    return {name: np.array([[cell[name] for cell in row] for row in rows]) for name in rows[0][0]}
