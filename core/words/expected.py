"""Skip-gram with negative sampling without a draw: all pairs and all noise words at once, each as often as expected.

For a vocabulary of a few hundred the sums fit one matrix, and a training is a handful of products.
Source: Levy and Goldberg 2014, equation 2. https://papers.nips.cc/paper/5477
"""

from __future__ import annotations

import numpy as np
from jaxtyping import Float


def train(
    pairs: Float[np.ndarray, "V V"],
    D: int,
    *,
    negatives: int = 5,
    exponent: float = 0.75,
    steps: int = 300,
    seed: int = 0,
) -> tuple[Float[np.ndarray, "V D"], Float[np.ndarray, "V D"]]:
    """Input and output vectors that maximise ``Σ #(i,j) log σ(x_i·y_j) + K Σ #(i) p_j log σ(-x_i·y_j)``, by AdaGrad.

    ``pairs[i, j]``: how often j stands beside i; ``p`` is the noise, in proportion to ``#(j) ** exponent``.
    """
    dice = np.random.default_rng(seed)
    V = len(pairs)
    total = pairs.sum(1)
    noise = total**exponent / (total**exponent).sum()
    real = pairs / pairs.sum()
    fake = negatives * np.outer(total / total.sum(), noise)
    X, Y = (dice.random((V, D)) - 0.5) / D, dice.normal(size=(V, D)) / D
    squares_x, squares_y = np.full((V, D), 1e-8), np.full((V, D), 1e-8)
    for _ in range(steps):
        p = 1 / (1 + np.exp(-(X @ Y.T)))
        pull = real * (1 - p) - fake * p
        dX, dY = pull @ Y, pull.T @ X
        squares_x += dX**2
        squares_y += dY**2
        X += 0.1 * dX / np.sqrt(squares_x)
        Y += 0.1 * dY / np.sqrt(squares_y)
    return X, Y
