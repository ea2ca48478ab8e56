"""Where is a question answered on the way through the layers? Two numbers, kept apart; no torch here.

Source: Tenney et al. 2019, section 3.2, equation 4. https://arxiv.org/abs/1905.05950
"""

from __future__ import annotations

import numpy as np
from jaxtyping import Float

LEAST = 0.02  # of accuracy: deeper mixes that gain less in all tell nothing about layers


def centre_of_gravity(shares: Float[np.ndarray, " layers"]) -> float:
    """The mean layer, weighted by the shares of the mix that sees all layers."""
    return float(shares @ np.arange(len(shares)))


def expected_layer(scores: Float[np.ndarray, " layers"]) -> float:
    """The mean layer, weighted by what each adds to the cumulative score; the score of layer 0 is where it starts.

    NaN where the deeper mixes add less than ``LEAST`` in all: then there is no layer to speak of.
    """
    gains = np.diff(scores)
    total = gains.sum()
    return float(gains @ np.arange(1, len(scores)) / total) if total >= LEAST else float("nan")
