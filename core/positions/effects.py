"""Claims about encodings: who learns faster, and who reads on beyond the length it was trained at."""

from __future__ import annotations

import numpy as np
from jaxtyping import Float

from core.claims.claim import Trial
from core.positions.study import BIN, Config, Run
from core.runtime import OnStep, Step, quiet

BEYOND = 4  # the last of four lengths is judged
OTHER = 1000  # added to a seed to make another one


def rope_converges(seed: int, *, scale: str, device: str = "auto", on_step: OnStep = quiet) -> Trial:
    """One seed of: RoPE lets a model learn faster than learnt absolute positions.

    The effect is the area between the two curves: loss on held-out windows of the trained length, learnt minus RoPE,
    a mean over all measurements during the training. The control compares learnt positions with themselves under
    another seed.
    """
    learned, rope, again = (
        _run(name, dice, scale, device, part, 3, on_step)
        for part, (name, dice) in enumerate((("learned", seed), ("rope", seed), ("learned", seed + OTHER)))
    )
    return Trial(
        effect=float((learned.held - rope.held).mean()),
        control=float((learned.held - again.held).mean()),
        extras={
            "learned": float(learned.held[-1]),
            "rope": float(rope.held[-1]),
            "steps_saved": _earlier(rope, float(learned.held[-1])),
        },
    )


def rope_beyond(seed: int, *, scale: str, device: str = "auto", on_step: OnStep = quiet) -> Trial:
    """One seed of: RoPE reads on beyond the trained length better than the additive sinusoid."""
    return _beyond("rope", seed, scale, device, on_step)


def alibi_beyond(seed: int, *, scale: str, device: str = "auto", on_step: OnStep = quiet) -> Trial:
    """One seed of: ALiBi reads on beyond the trained length better than the additive sinusoid."""
    return _beyond("alibi", seed, scale, device, on_step)


def _beyond(name: str, seed: int, scale: str, device: str, on_step: OnStep) -> Trial:
    """Sinusoid minus ``name``, by how much more each loses at the fourth length than within the first.

    Being better anyway does not count, for the difference within the trained length is taken off. The control reads
    the same characters with the same models in pieces of the trained length: there nothing is beyond, and the effect
    must vanish.
    """
    sine, other = (_run(each, seed, scale, device, at, 2, on_step) for at, each in enumerate(("sinusoidal", name)))
    return Trial(
        effect=rise(sine, sine.by_place) - rise(other, other.by_place),
        control=rise(sine, sine.restarted) - rise(other, other.restarted),
        extras={
            "sinusoidal": rise(sine, sine.by_place),
            "other": rise(other, other.by_place),
            "sinusoidal_beyond": last(sine),
            "other_beyond": last(other),
        },
    )


def rise(run: Run, losses: Float[np.ndarray, " bins"]) -> float:
    """Nats per character lost by the second half of length number ``BEYOND`` against that of the first."""
    whole, half = run.config.T // BIN, run.config.T // BIN // 2
    return float(losses[BEYOND * whole - half : BEYOND * whole].mean() - losses[half:whole].mean())


def last(run: Run) -> float:
    """Nats per character in the second half of length number ``BEYOND``."""
    whole, half = run.config.T // BIN, run.config.T // BIN // 2
    return float(run.by_place[BEYOND * whole - half : BEYOND * whole].mean())


def _earlier(run: Run, loss: float) -> float:
    """Steps before the end at which ``run`` had come down to ``loss``; 0 where it never did."""
    below = np.flatnonzero(run.held <= loss)
    return float(run.config.steps - run.at[below[0]]) if len(below) else 0.0


def _run(name: str, seed: int, scale: str, device: str, part: int, parts: int, on_step: OnStep) -> Run:
    from core.positions.train import trained

    steps = {"small": Config.steps, "full": 8 * Config.steps}[scale]
    run = trained(Config(positions=name, steps=steps, seed=seed), device)
    on_step(Step((part + 1) / parts, {"held": float(run.held[-1])}))
    return run
