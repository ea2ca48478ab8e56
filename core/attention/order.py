"""Attention has no sense of order: shuffle its queries, keys and values, and the same outputs come out, shuffled.

Vaswani et al. 2017, section 3.5, https://arxiv.org/abs/1706.03762: order must be added, by positions.
"""

from __future__ import annotations

import numpy as np
from jaxtyping import Float, Int

from core.attention.maps import AttentionMaps


def outputs(
    q: Float[np.ndarray, "T Dh"], k: Float[np.ndarray, "S Dh"], v: Float[np.ndarray, "S Dv"], scale: float
) -> Float[np.ndarray, "T Dv"]:
    """What each token takes home: ``softmax(scale · q · kᵀ) · v``, without mask or bias."""
    scores = scale * q @ k.T
    powers = np.exp(scores - scores.max(-1, keepdims=True))
    return powers / powers.sum(-1, keepdims=True) @ v


def shuffled_gap(maps: AttentionMaps, layer: int, head: int, order: Int[np.ndarray, " T"]) -> float:
    """Largest difference between the outputs of shuffled tokens and the shuffled outputs; zero but for rounding."""
    q, k, v = (part[layer, head] for part in (maps.queries, maps.keys, maps.values))
    scale = float(maps.scale[layer, head])
    return float(np.abs(outputs(q[order], k[order], v[order], scale) - outputs(q, k, v, scale)[order]).max())
