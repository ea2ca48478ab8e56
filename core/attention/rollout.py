"""From attention of layers to attention through layers: rollout and flow.

Each layer passes half of a token on by the residual connection: ``0.5 · A + 0.5 · I``, heads averaged. ``rollout``
multiplies the layers' matrices, as if attention were all that moves information; ``flow`` asks how much could go from
an input to an output through that network of pipes at most.

Source: Abnar & Zuidema 2020, section 3. https://arxiv.org/abs/2005.00928
"""

from __future__ import annotations

import numpy as np
from jaxtyping import Float, Int

FINE = 1_000_000  # scipy's flows are whole numbers: capacities are millionths


def through(weights: Float[np.ndarray, "L H T T"], residual: float = 0.5) -> Float[np.ndarray, "L T T"]:
    """Heads averaged, the residual connection mixed in; rows still sum to 1."""
    T = weights.shape[-1]
    return (1 - residual) * weights.mean(1, dtype=float) + residual * np.eye(T)


def rollout(weights: Float[np.ndarray, "L H T T"], residual: float = 0.5) -> Float[np.ndarray, "T T"]:
    """How much of each output token (row) comes from each input token (column): a product over the layers."""
    found = np.eye(weights.shape[-1])
    for layer in through(weights, residual):
        found = layer @ found
    return found


def flow(
    weights: Float[np.ndarray, "L H T T"], residual: float = 0.5, rows: Int[np.ndarray, " N"] | None = None
) -> Float[np.ndarray, "N T"]:
    """The largest flow from each output token in ``rows`` (all) to each input token; a row is scaled to sum to 1."""
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import maximum_flow

    layers = np.round(FINE * through(weights, residual)).astype(np.int32)
    L, T, _ = layers.shape
    whole = np.zeros(((L + 1) * T, (L + 1) * T), dtype=np.int32)
    for at, layer in enumerate(layers):  # node at·T + t is token t after ``at`` layers; flow goes down
        whole[(at + 1) * T : (at + 2) * T, at * T : (at + 1) * T] = layer
    pipes = csr_array(whole)
    rows = np.arange(T) if rows is None else rows
    found = np.array([[maximum_flow(pipes, L * T + int(top), s).flow_value for s in range(T)] for top in rows], float)
    return found / found.sum(1, keepdims=True)
