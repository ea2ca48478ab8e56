"""InfoNCE: of all candidates in the batch, which one is mine?"""

from __future__ import annotations

import torch
from jaxtyping import Float
from torch import Tensor
from torch.nn.functional import cross_entropy, normalize


def info_nce(
    anchor: Float[Tensor, "B D"],
    positive: Float[Tensor, "B D"],
    negative: Float[Tensor, "B2 D"] | None = None,
    *,
    temperature: float,
) -> Float[Tensor, ""]:
    """Nats it costs to name each anchor's own positive among all positives, and all hard negatives if given.

    Cosines divided by ``temperature`` are the logits: the vectors are brought to length 1 here. Without
    ``negative`` it is unsupervised SimCSE's loss, with it the supervised one.

    Source: Gao et al. 2021, equations 1, 4 and 5. https://arxiv.org/abs/2104.08821
    """
    candidates = positive if negative is None else torch.cat([positive, negative])  # (B + B2, D)
    cosines = normalize(anchor, dim=1) @ normalize(candidates, dim=1).T
    return cross_entropy(cosines / temperature, torch.arange(len(anchor), device=anchor.device))
