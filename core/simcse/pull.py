"""One anchor, its positive and its negatives in the plane: InfoNCE as a classifier, and where it pulls."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float


@dataclass(frozen=True, eq=False)
class Pull:
    """What one InfoNCE term says of unit vectors; ``others[0]`` is the positive."""

    loss: float  # nats
    shares: Float[np.ndarray, " K"]  # of the softmax, the positive first
    gradient: Float[np.ndarray, " D"]  # with respect to the anchor, along the circle or sphere
    parts: Float[np.ndarray, "K D"]  # what each of the others adds to minus the gradient


def pull(anchor: Float[np.ndarray, " D"], others: Float[np.ndarray, "K D"], temperature: float) -> Pull:
    """``−ln softmax(cos / τ)`` at the positive, and its gradient ``(Σ pₖ xₖ − x₊) / τ`` without its radial part.

    The positive pulls with ``1 − p₊``, each negative pushes with its own share: a hard one with much, a far one with
    nothing.

    Source: van den Oord et al. 2018, equation 4. https://arxiv.org/abs/1807.03748
    """
    logits = others @ anchor / temperature
    raised = np.exp(logits - logits.max())
    shares = raised / raised.sum()
    wanted = np.eye(len(others))[0]
    parts = (wanted - shares)[:, None] * (others - (others @ anchor)[:, None] * anchor) / temperature
    loss = float(np.log(raised.sum()) + logits.max() - logits[0])
    return Pull(loss, shares, -parts.sum(0), parts)
