"""One step of one point in numbers: from the network's answer to where the point goes next."""

from __future__ import annotations

import numpy as np

from core.generators import Run, posterior, schedule
from core.generators.sampling import Path, stops


def written(run: Run, walk: Path, how: str, steps: int, point: int, at: int) -> str:
    """LaTeX of step number ``at`` (from 1) of ``point``; coordinates are those the network sees.

    What stands there is computed from the path on screen: the noise of DDPM is what the step had beyond its mean.
    """

    def seen(x: np.ndarray) -> np.ndarray:
        return (x[point] - run.centre) / run.scale

    now, guess, then = seen(walk.states[at - 1]), seen(walk.guesses[at - 1]), seen(walk.states[at])
    if how not in ("ddpm", "ddim"):
        h = walk.times[at - 1] - walk.times[at]
        slope = (now - then) / h
        return _aligned(
            rf"x_t &= {_column(now)},\quad \hat x_0 = \textcolor{{#000002}}{{{_column(guess)}}}",
            rf"x_{{t-{h:.2f}}} &= x_t - {h:.2f}\,{_column(slope)} = \textcolor{{#000001}}{{{_column(then)}}}",
        )
    chain, way = schedule(run.config.schedule, run.config.times), stops(run.config.times, steps)
    t, s = way[at - 1], way[at]
    left, next_ = chain.left(t), chain.left(s)
    eps = (now - left**0.5 * guess) / (1 - left) ** 0.5
    lines = [
        rf"\hat\varepsilon(x_{{{t + 1}}}) &= {_column(eps)}",
        rf"\hat x_0 &= \frac{{x_{{{t + 1}}}-\sqrt{{1-\bar\alpha}}\,\hat\varepsilon}}{{\sqrt{{\bar\alpha}}}}",
        rf"&= \frac{{{_column(now)} - {(1 - left) ** 0.5:.3f}{_column(eps)}}}{{{left**0.5:.3f}}}"
        rf" = \textcolor{{#000002}}{{{_column(guess)}}}",
    ]
    if how == "ddim":
        lines.append(
            rf"x_{{{s + 1}}} &= {next_**0.5:.3f}\,\hat x_0 + {(1 - next_) ** 0.5:.3f}\,\hat\varepsilon"
            rf" = \textcolor{{#000001}}{{{_column(then)}}}"
        )
        return _aligned(*lines)
    of_x0, of_xt, variance = posterior(chain, t, s)
    mean = of_x0 * guess + of_xt * now
    lines.append(rf"\tilde\mu &= {of_x0:.3f}\,\hat x_0 + {of_xt:.3f}\,x_{{{t + 1}}} = {_column(mean)}")
    if s < 0:
        return _aligned(*lines, rf"x_0 &= \tilde\mu = \textcolor{{#000001}}{{{_column(then)}}}")
    z = (then - mean) / variance**0.5
    lines.append(
        rf"x_{{{s + 1}}} &= \tilde\mu + {variance**0.5:.3f}\,{_column(z)} = \textcolor{{#000001}}{{{_column(then)}}}"
    )
    return _aligned(*lines)


def _column(x: np.ndarray) -> str:
    return rf"\binom{{{x[0]:.2f}}}{{{x[1]:.2f}}}"


def _aligned(*lines: str) -> str:
    return r"\begin{aligned}" + r"\\[4pt]".join(lines) + r"\end{aligned}"
