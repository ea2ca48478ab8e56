"""Why attention divides by √d: what happens to q·k, and to the softmax after it, as vectors grow wider.

Queries and keys are drawn with independent entries of mean 0 and variance 1. Then q·k has variance d, the
softmax of such scores puts nearly all weight on one key, and its derivative, which learning needs, shrinks.
Dividing by √d brings the variance back to 1 at every width.

Source: Vaswani et al. 2017, section 3.2.1 and footnote 4. https://arxiv.org/abs/1706.03762
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

from core.claims.claim import Trial
from core.runtime import OnStep, Step, quiet

MEASURES = ("variance", "entropy", "largest", "gradient")


@dataclass(frozen=True)
class Config:
    """The knobs of one run."""

    widths: tuple[int, ...] = (1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024)  # d, one measurement each
    S: int = 32  # keys that one query looks at
    samples: int = 256  # queries per width, each with its own keys
    spread: float = 1.0  # standard deviation of every entry of q and k
    seed: int = 0

    def __post_init__(self) -> None:
        if not self.widths or min(*self.widths, self.samples) < 1 or self.S < 2 or self.spread <= 0:
            raise ValueError(f"widths and samples start at 1, S at 2, spread above 0; got {self}")


@dataclass(frozen=True, eq=False)
class Measures:
    """What the softmax does with its scores, a mean over the samples for each width."""

    variance: Float[np.ndarray, " widths"]  # of the scores
    entropy: Float[np.ndarray, " widths"]  # nats, 0 (one key takes all) to log S (all alike)
    largest: Float[np.ndarray, " widths"]  # weight, 1/S to 1
    gradient: Float[np.ndarray, " widths"]  # Frobenius norm of the softmax's Jacobian


@dataclass(frozen=True, eq=False)
class Run:
    """The same queries and keys, scored twice."""

    config: Config
    plain: Measures  # scores q·k
    scaled: Measures  # scores q·k / √d


@dataclass(frozen=True, eq=False)
class Spread:
    """How the scores at one width are spread, and what the softmax does with them."""

    middles: Float[np.ndarray, " bins"]  # of the scores
    plain: Float[np.ndarray, " bins"]  # density of q·k
    scaled: Float[np.ndarray, " bins"]  # density of q·k / √d
    run: Run


def train(data: None, config: Config, *, device: str = "auto", on_step: OnStep = quiet) -> Run:
    """Draw queries and keys at every width and measure the softmax with and without the division by √d.

    ``data`` is ``None``, the vectors are drawn; ``device`` changes nothing, numpy computes. A width has
    its own dice: its numbers do not depend on which other widths are asked for. Frames are arrays
    ``(2, 4, widths)``: plain and scaled, then :data:`MEASURES`; not a number where nothing is measured yet.
    """
    table = np.full((2, len(MEASURES), len(config.widths)), np.nan)
    done, total = 0, sum(config.widths)
    for column, d in enumerate(config.widths):
        sums, drawn = np.zeros((2, len(MEASURES) + 1)), 0
        for scores in draw(d, config):  # (N, S)
            sums += [_sums(scores), _sums(scores / np.sqrt(d))]
            drawn += len(scores)
            mean, square, *rest = sums.T / (drawn * np.array([config.S, config.S, 1, 1, 1])[:, None])
            table[:, :, column] = np.stack([square - mean**2, *rest], axis=-1)
            progress = (done + d * drawn / config.samples) / total
            on_step(Step(progress, {"d": float(d), "variance": float(table[0, 0, column])}, table.copy()))
        done += d
    return Run(config, Measures(*table[0]), Measures(*table[1]))


def draw(d: int, config: Config, most: int = 2**20) -> Iterator[Float[np.ndarray, "N S"]]:
    """Scores q·k of ``config.samples`` queries, in portions of about ``most`` random numbers."""
    dice = np.random.default_rng([config.seed, d])
    portion = max(1, most // (config.S * d))
    for start in range(0, config.samples, portion):
        N = min(portion, config.samples - start)
        q = dice.standard_normal((N, d), np.float32)
        k = dice.standard_normal((N, config.S, d), np.float32)
        yield np.einsum("nd,nsd->ns", q, k).astype(np.float64) * config.spread**2


def spread(data: None, config: Config) -> Spread:
    """The scores at the first of ``config.widths`` as histograms, fast enough to follow a slider."""
    d = config.widths[0]
    scores = np.concatenate(list(draw(d, config))).ravel()
    edges = np.linspace(-120, 120, 481)
    plain, scaled = (np.histogram(each, edges, density=True)[0] for each in (scores, scores / np.sqrt(d)))
    return Spread((edges[1:] + edges[:-1]) / 2, plain, scaled, train(data, config))


def softmax(scores: Float[np.ndarray, "N S"]) -> Float[np.ndarray, "N S"]:
    """Weights that sum to 1 over the last axis."""
    power = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return power / power.sum(axis=-1, keepdims=True)


def entropy(p: Float[np.ndarray, "N S"]) -> Float[np.ndarray, " N"]:
    """How undecided the weights are: 0 to log S nats."""
    return -(p * np.log(np.where(p > 0, p, 1))).sum(axis=-1)


def gradient_size(p: Float[np.ndarray, "N S"]) -> Float[np.ndarray, " N"]:
    """Frobenius norm of the softmax's Jacobian diag(p) − p pᵀ, the first factor of every gradient to q and k.

    The division by √d contributes another factor, 1/√d, which is not counted here.

    Written out: ‖diag(p) − p pᵀ‖² = Σp² − 2 Σp³ + (Σp²)².
    """
    squares = (p**2).sum(axis=-1)
    return np.sqrt(np.maximum(squares - 2 * (p**3).sum(axis=-1) + squares**2, 0))


def _sums(scores: Float[np.ndarray, "N S"]) -> list[float]:
    p = softmax(scores)
    parts = scores, scores**2, entropy(p), p.max(axis=-1), gradient_size(p)
    return [float(part.sum()) for part in parts]


def sqrt_d(seed: int, *, scale: str, device: str = "auto", on_step: OnStep = quiet) -> Trial:
    """One seed of the claim: at d = 512 the division by √d keeps the softmax's gradient from vanishing.

    The effect is log10(gradient with the division ÷ without). The control draws vectors of the same width
    whose q·k has variance 1 already: if the width itself and not the variance were to blame, dividing
    would help there just as much.
    """
    widths, samples = tuple(2**n for n in range(10)), {"small": 256, "full": 4096}[scale]
    run = train(None, Config(widths=widths, samples=samples, seed=seed), device=device, on_step=on_step)
    control = train(None, Config(widths=(512,), samples=samples, spread=512**-0.25, seed=seed), device=device)
    gain = np.log10(run.scaled.gradient / run.plain.gradient)
    at = widths.index
    slope = np.polyfit(np.log(widths), np.log(run.plain.variance), 1)[0]
    return Trial(
        effect=float(gain[at(512)]),
        control=float(np.log10(control.scaled.gradient / control.plain.gradient)[0]),
        extras={
            "variance_slope": float(slope),  # d log Var(q·k) / d log d
            "scaled_variance_at_512": float(run.scaled.variance[at(512)]),
            "effect_at_1": float(gain[at(1)]),  # √1 = 1: nothing may change
            "effect_at_64": float(gain[at(64)]),  # the paper's own width
            "largest_plain_at_512": float(run.plain.largest[at(512)]),
            "largest_scaled_at_512": float(run.scaled.largest[at(512)]),
        },
    )
