"""Claims about generators, one seed at a time; what two claims share is trained once."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import lru_cache

import numpy as np

from core.claims.claim import Trial
from core.generators.api import FRESH, train
from core.generators.data import LEARNT, digits, modes, points
from core.generators.judging import judged
from core.generators.kept import trained
from core.generators.latent import BASE, WIDE, again
from core.generators.measures import covered, sliced_wasserstein
from core.generators.pictures import pictures
from core.generators.run import Config, Run
from core.generators.sampling import sample
from core.generators.study import FRAMES, N, setting
from core.runtime import OnStep, Step, quiet

OTHER = 1000  # added to a seed to make another one
FEW = 10  # calls of the network
HEAPS, CHAIN = "grid", "rings"  # the shapes of the claims


def vae_samples(seed: int, *, scale: str, device: str = "auto", on_step: OnStep = quiet) -> Trial:
    """One seed of: a VAE's samples are closer to real digits than those of an AE with a Gaussian over its codes.

    The effect is the logarithm of AE's Fréchet distance over VAE's. The control compares two AEs.
    """
    ae, vae, twin = (
        _digits(replace(BASE, family=family, Z=WIDE, seed=dice), scale, device, part, on_step)
        for part, (family, dice) in enumerate((("ae", seed), ("vae", seed), ("ae", seed + OTHER)))
    )
    return Trial(
        effect=_log(ae["frechet"], vae["frechet"]),
        control=_log(ae["frechet"], twin["frechet"]),
        extras={"ae": ae["frechet"], "vae": vae["frechet"], "ae_error": ae["error"], "vae_error": vae["error"]},
    )


def noise_for_diversity(seed: int, *, scale: str, device: str = "auto", on_step: OnStep = quiet) -> Trial:
    """One seed of: without the noise on its codes a VAE copies more faithfully and samples worse.

    The effect is the logarithm of the Fréchet distance of samples without noise over that with it, all else equal; how
    much more faithful copies become stands beside it. The control compares two VAEs with noise.
    """
    base = replace(BASE, Z=WIDE, seed=seed)
    with_, without, twin = (
        _digits(config, scale, device, part, on_step)
        for part, config in enumerate((base, replace(base, spread=0.0), replace(base, seed=seed + OTHER)))
    )
    return Trial(
        effect=_log(without["frechet"], with_["frechet"]),
        control=_log(twin["frechet"], with_["frechet"]),
        extras={
            "with": with_["frechet"],
            "without": without["frechet"],
            "error_with": with_["error"],
            "error_without": without["error"],
        },
    )


def gan_drops(seed: int, *, scale: str, device: str = "auto", on_step: OnStep = quiet) -> Trial:
    """One seed of: a GAN leaves heaps of the data out.

    The effect is the number of heaps that as many real points find, minus the GAN's. The control compares two draws of
    real points.
    """
    gan = _found(_plane(HEAPS, "gan", seed, scale, device), seed)
    on_step(Step(0.9))
    real, other = (_heaps(points(HEAPS, N, FRESH + dice)) for dice in (seed, seed + OTHER))
    return Trial(effect=real - gan, control=real - other, extras={"gan": gan, "real": real})


def ddpm_covers(seed: int, *, scale: str, device: str = "auto", on_step: OnStep = quiet) -> Trial:
    """One seed of: a DDPM finds heaps that a GAN of the same size and as many steps leaves out.

    The control compares two DDPMs.
    """
    found = []
    for part, (family, dice) in enumerate((("gan", seed), ("ddpm", seed), ("ddpm", seed + OTHER))):
        found.append(_found(_plane(HEAPS, family, dice, scale, device), seed))
        on_step(Step((part + 1) / 3))
    gan, ddpm, twin = found
    return Trial(effect=ddpm - gan, control=ddpm - twin, extras={"gan": gan, "ddpm": ddpm})


def wasserstein_covers(seed: int, *, scale: str, device: str = "auto", on_step: OnStep = quiet) -> Trial:
    """One seed of: Wasserstein's game finds heaps that the non-saturating one leaves out, after as many batches.

    The effect is the number of heaps found, minus the non-saturating game's. The control compares two of Wasserstein's.
    """
    found = []
    games = (("wasserstein", seed), ("nonsaturating", seed), ("wasserstein", seed + OTHER))
    for part, (game, dice) in enumerate(games):
        found.append(_found(_plane(HEAPS, "gan", dice, scale, device, loss=game, frames=FRAMES), seed))
        on_step(Step((part + 1) / 3))
    wasserstein, usual, twin = found
    extras = {"wasserstein": wasserstein, "nonsaturating": usual}
    return Trial(effect=wasserstein - usual, control=wasserstein - twin, extras=extras)


def ddim_few(seed: int, *, scale: str, device: str = "auto", on_step: OnStep = quiet) -> Trial:
    """One seed of: with few calls of the same network DDIM's samples are closer to the data than DDPM's.

    The effect is the logarithm of DDPM's distance over DDIM's. The control gives both every step of the chain.
    """
    run = _plane(CHAIN, "ddpm", seed, scale, device)
    on_step(Step(0.9))
    real = points(CHAIN, N, FRESH + seed)
    all_ = run.config.times
    far = {
        (how, steps): sliced_wasserstein(sample(run, N, seed, how=how, steps=steps), real)
        for how in ("ddpm", "ddim")
        for steps in (FEW, all_)
    }
    return Trial(
        effect=_log(far["ddpm", FEW], far["ddim", FEW]),
        control=_log(far["ddpm", all_], far["ddim", all_]),
        extras={
            "ddpm": far["ddpm", FEW],
            "ddim": far["ddim", FEW],
            "ddpm_all": far["ddpm", all_],
            "ddim_all": far["ddim", all_],
        },
    )


def _digits(config: Config, scale: str, device: str, part: int, on_step: OnStep) -> dict[str, float]:
    found = _digits_once(replace(config, steps=config.steps * _more(scale)), device)
    on_step(Step((part + 1) / 3, {"frechet": found["frechet"]}))
    return found


@lru_cache(maxsize=64)
def _digits_once(config: Config, device: str) -> dict[str, float]:
    run = train("digits", config, device=device)
    rest = digits()[0][LEARNT:]
    made = np.clip(sample(run, len(rest), seed=config.seed), -1, 1)
    error = float(np.sqrt(((again(run, rest) - rest) ** 2).mean()))
    return {**judged(made, _reader(), pictures("digits")), "error": error}


@lru_cache(maxsize=1)
def _reader():
    from core.generators import reader

    return reader.learn()


@lru_cache(maxsize=64)
def _plane(shape: str, family: str, seed: int, scale: str, device: str, **changes) -> Run:
    config = setting(family, **{"seed": seed, "frames": 0, **changes})
    return trained(shape, replace(config, steps=config.steps * _more(scale)), device=device)[0]


def _found(run: Run, seed: int) -> float:
    return _heaps(sample(run, N, seed))


def _heaps(made: np.ndarray) -> float:
    centres = modes(HEAPS)
    assert centres is not None
    return float(covered(made, centres)[0])


def _more(scale: str) -> int:
    return {"small": 1, "full": 5}[scale]


def _log(a: float, b: float) -> float:
    return math.log10(max(a, 1e-12) / max(b, 1e-12))
