"""The temperature: how loudly a teacher says its first answer, and how audible the others become.

Source: Hinton et al. 2015, sections 2 and 2.1. https://arxiv.org/abs/1503.02531
"""

from __future__ import annotations

from typing import Any

import numpy as np
from jaxtyping import Float


def soften(logits: Any, temperature: float | int) -> Any:
    """Probabilities ``softmax(logits / temperature)`` over the last axis; an array for an array, a tensor for a tensor.

    Raises:
        ValueError: ``temperature`` is not above 0.
    """
    if not temperature > 0:
        raise ValueError(f"a temperature must be above 0; got {temperature}")
    if hasattr(logits, "softmax"):  # torch, without importing it
        return (logits / temperature).softmax(-1)
    z = np.asarray(logits, dtype=float) / temperature
    e = np.exp(z - z.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)


def mean_answers(each: list[Float[np.ndarray, "M C"]]) -> Float[np.ndarray, "M C"]:
    """One teacher's logits as they are; of several the logarithm of the mean of their probabilities."""
    if len(each) == 1:
        return each[0]
    return np.log(np.mean([soften(logits, 1.0) for logits in each], axis=0) + 1e-12).astype(np.float32)


def entropy(p: Float[np.ndarray, "*any C"]) -> Float[np.ndarray, "*any"]:
    """Nats; ``log C`` where all answers are alike."""
    return np.asarray(-np.sum(p * np.log(np.maximum(p, 1e-300)), axis=-1))


def gradient(
    student: Float[np.ndarray, "*any C"], teacher: Float[np.ndarray, "*any C"], temperature: float | int
) -> Float[np.ndarray, "*any C"]:
    """Of the cross-entropy with the teacher's soft targets, by the student's logits, before any factor T².

    ``(q - p) / T``: it shrinks as 1/T², which is why the loss is multiplied by T².
    """
    return (soften(student, temperature) - soften(teacher, temperature)) / temperature


def high_limit(
    student: Float[np.ndarray, "*any C"], teacher: Float[np.ndarray, "*any C"]
) -> Float[np.ndarray, "*any C"]:
    """What ``T² · gradient`` becomes for T → ∞: the difference of the centred logits, divided by their number.

    For logits of zero mean this is the gradient of half their mean squared difference: logits are matched.
    """
    v, z = np.asarray(teacher, dtype=float), np.asarray(student, dtype=float)
    return ((z - z.mean(-1, keepdims=True)) - (v - v.mean(-1, keepdims=True))) / z.shape[-1]
