"""The small networks as plain numpy, so that a page samples, decodes and draws fields without torch.

``core.generators.learning`` trains the same layers in torch under the same names; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from jaxtyping import Float

Weights = Mapping[str, np.ndarray]
PLACE = (1.0, 2.0, 4.0)  # radians per unit: what a field sees of a place, beside the place itself
TIME = 8  # cosines of time


def silu(x: np.ndarray) -> np.ndarray:
    """``x σ(x)``."""
    return x / (1 + np.exp(-np.clip(x, -60, 60)))


def mlp(weights: Weights, name: str, x: np.ndarray) -> np.ndarray:
    """Linear layers ``name.0``, ``name.1`` … with SiLU between them."""
    x, layer = x.astype(np.float32), 0
    while f"{name}.{layer}.weight" in weights:
        x = silu(x) if layer else x
        x = x @ weights[f"{name}.{layer}.weight"].T.astype(np.float32) + weights[f"{name}.{layer}.bias"]
        layer += 1
    return x.astype(np.float64)


def seen(x: Float[np.ndarray, "N D"], time: Float[np.ndarray, " N"]) -> np.ndarray:
    """What a denoiser reads: the point, in the plane also its sines and cosines, and cosines of time (0 to 1)."""
    parts = [x]
    if x.shape[1] == 2:
        parts += [wave(rate * x) for rate in PLACE for wave in (np.sin, np.cos)]
    return np.concatenate([*parts, np.cos(np.pi * time[:, None] * np.arange(1, TIME + 1))], axis=1)


def seen_size(D: int) -> int:
    """Columns of :func:`seen`."""
    return D + TIME + (2 * len(PLACE) * D if D == 2 else 0)


def denoiser(weights: Weights, x: np.ndarray, time: np.ndarray, label: np.ndarray | None = None) -> np.ndarray:
    """What the network of a diffusion model says at points ``x`` and times 0 to 1; ``label`` as one-hot rows."""
    read = seen(x, time)
    return mlp(weights, "field", read if label is None else np.concatenate([read, label], axis=1))
