"""SBERT's three objectives: what to compare two or three sentence vectors by, and what to punish.

``classification``  softmax over ``W (u, v, |u - v|)``: does the second follow, contradict, or neither?
``regression``      the squared error of ``cos(u, v)`` against a grade
``triplet``         ``max(‖a - p‖ - ‖a - n‖ + margin, 0)``: the positive nearer than the negative, by a margin

Source: Reimers & Gurevych 2019, section 3. https://arxiv.org/abs/1908.10084
"""

from __future__ import annotations

import torch
from jaxtyping import Float, Int
from torch import Tensor
from torch.nn.functional import cosine_similarity, cross_entropy


def features(u: Float[Tensor, "B D"], v: Float[Tensor, "B D"]) -> Float[Tensor, "B D3"]:
    """``(u, v, |u - v|)``, what the classifier sees; ``D3`` is ``3 D``."""
    return torch.cat([u, v, (u - v).abs()], 1)


def classification(
    u: Float[Tensor, "B D"], v: Float[Tensor, "B D"], W: Float[Tensor, "C D3"], labels: Int[Tensor, " B"]
) -> Float[Tensor, ""]:
    """Nats it costs to name each pair's label."""
    return cross_entropy(features(u, v) @ W.T, labels)


def regression(u: Float[Tensor, "B D"], v: Float[Tensor, "B D"], grades: Float[Tensor, " B"]) -> Float[Tensor, ""]:
    """Mean squared error of the cosines; grades in [0, 1]."""
    return ((cosine_similarity(u, v) - grades) ** 2).mean()


def triplet(
    anchor: Float[Tensor, "B D"],
    positive: Float[Tensor, "B D"],
    negative: Float[Tensor, "B D"],
    margin: float = 1.0,
) -> Float[Tensor, ""]:
    """Mean hinge of the difference of two Euclidean distances; the margin is in their unit."""
    near, far = ((anchor - other).norm(dim=1) for other in (positive, negative))
    return (near - far + margin).clamp(min=0).mean()
