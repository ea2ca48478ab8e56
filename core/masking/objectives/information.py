"""How much InfoNCE can tell of what two things share: a bound that ends at the logarithm of the choice.

Source: van den Oord et al. 2018, section 2.3 and appendix A.1. https://arxiv.org/abs/1807.03748
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from jaxtyping import Float

DRAWS = 2_000


def shared(rho: float, D: int = 1) -> float:
    """Mutual information of ``D`` pairs of Gaussians with correlation ``rho``, in nats: ``−D/2 · ln(1 − ρ²)``."""
    return -0.5 * D * float(np.log(1 - rho**2))


def infonce_bound(
    rho: float, choices: Sequence[int], D: int = 1, *, seed: int = 0, draws: int = DRAWS
) -> Float[np.ndarray, " n"]:
    """``E[ln e^f(x, y₀) / (1/K Σ e^f(x, yₖ))]`` with the best critic there is, ``f = ln p(y | x) / p(y)``, for each K.

    The true partner is one of the K; whatever the critic, the value stays at or below ``ln K``.
    """
    dice, found = np.random.default_rng(seed), []
    for K in choices:
        x = dice.standard_normal((draws, 1, D))
        y = dice.standard_normal((draws, K, D))
        y[:, :1] = rho * x + np.sqrt(1 - rho**2) * y[:, :1]
        f = (0.5 * (y**2 - (y - rho * x) ** 2 / (1 - rho**2) - np.log(1 - rho**2))).sum(-1)  # (draws, K)
        top = f.max(1, keepdims=True)
        found.append(np.mean(f[:, 0] - top[:, 0] - np.log(np.exp(f - top).mean(1))))
    return np.array(found)
