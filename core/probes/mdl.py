"""How many bits does a layer save? The online code: learn from a first part, pay for the next, learn from both …

A probe that must see many words before it can label the next ones pays for it; accuracy alone does not show that.

Source: Voita & Titov 2020, section 2.2. https://arxiv.org/abs/2003.12298
"""

from __future__ import annotations

import itertools
from dataclasses import replace

import numpy as np
from jaxtyping import Float, Int
from torch import Tensor

from core.probes.config import Config
from core.probes.linear import linear, nats

PARTS = (0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.0)


def online_code(
    X: Float[Tensor, "layers N D"], y: Int[np.ndarray, " N"], C: int, config: Config, *, device: str = "cpu"
) -> tuple[Float[np.ndarray, " layers"], float]:
    """Code length of all labels in bits, a number a layer, and that of the uniform code; rows come in random order.

    The first part is sent with the uniform code, log₂ C bits a label.
    """
    order = np.random.default_rng([config.seed, 2003]).permutation(len(y))
    ends = [max(1, round(part * len(y))) for part in PARTS]
    total = np.full(X.shape[0], ends[0] * np.log2(C))
    for end, later in itertools.pairwise(ends):
        seen, coming = order[:end], order[end:later]
        steps = max(1, end // min(config.B, end))
        epochs = max(config.epochs, -(-80 // steps))  # a short part takes more rounds
        probes, _ = linear(X[:, seen], y[seen], C, replace(config, epochs=epochs), device=device)
        total += nats(probes, X[:, coming], y[coming]) / np.log(2)
    return total, uniform_code(len(y), C)


def uniform_code(N: int, C: int) -> float:
    """Bits of ``N`` labels where none of the ``C`` is likelier than another."""
    return float(N * np.log2(C))
