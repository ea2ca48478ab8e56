"""Every way to teach as one small loss; means over the batch, so each can be added to another.

Teacher tensors carry no gradient. ``real`` is 1 at tokens and 0 at padding.
"""

from __future__ import annotations

import torch
from jaxtyping import Float, Int
from torch import Tensor
from torch.nn import functional as F

UNKNOWN = -100  # a row without a label


def hard(logits: Float[Tensor, "B C"], labels: Int[Tensor, " B"], smoothing: float = 0.0) -> Float[Tensor, ""]:
    """Cross-entropy with the labels, ``UNKNOWN`` ones left out; ``smoothing`` shares some of the target among all.

    Source of the smoothing: Szegedy et al. 2016, section 7. https://arxiv.org/abs/1512.00567
    """
    if not bool((labels != UNKNOWN).any()):
        return logits.sum() * 0.0
    return F.cross_entropy(logits, labels, ignore_index=UNKNOWN, label_smoothing=smoothing)


def soft(logits: Float[Tensor, "B C"], teacher: Float[Tensor, "B C"], temperature: float | int) -> Float[Tensor, ""]:
    """``T² · KL(teacher || student)``, both at temperature T.

    Source: Hinton et al. 2015, section 2. https://arxiv.org/abs/1503.02531
    """
    p = (teacher / temperature).softmax(-1)
    log_p, log_q = (teacher / temperature).log_softmax(-1), (logits / temperature).log_softmax(-1)
    return temperature**2 * (p * (log_p - log_q)).sum(-1).mean()


def kd_loss(
    student_logits: Float[Tensor, "B C"],
    teacher_logits: Float[Tensor, "B C"],
    labels: Int[Tensor, " B"],
    *,
    temperature: float | int,
    soft_weight: float | int,
) -> Float[Tensor, ""]:
    """``soft_weight · T² · KL + (1 - soft_weight) · cross-entropy``, the batch's mean."""
    taught = soft_weight * soft(student_logits, teacher_logits, temperature)
    return taught + (1 - soft_weight) * hard(student_logits, labels)


def cosine(
    student: Float[Tensor, "B T D"], teacher: Float[Tensor, "B T D"], real: Float[Tensor, "B T"]
) -> Float[Tensor, ""]:
    """One minus the cosine of two hidden states, over the tokens: the third loss of DistilBERT.

    Source: Sanh et al. 2019, section 3. https://arxiv.org/abs/1910.01108
    """
    return _over_tokens(1 - F.cosine_similarity(student, teacher, dim=-1), real)


def patient(student: Float[Tensor, "B M D"], teacher: Float[Tensor, "B M D"]) -> Float[Tensor, ""]:
    """PKD: squared distance of the [CLS] states, each brought to length 1, over M pairs of layers.

    Source: Sun et al. 2019, equation 7, divided by M. https://arxiv.org/abs/1908.09355
    """
    return (F.normalize(student, dim=-1) - F.normalize(teacher, dim=-1)).square().sum(-1).mean()


def hidden(
    student: Float[Tensor, "B T D"], teacher: Float[Tensor, "B T D"], real: Float[Tensor, "B T"]
) -> Float[Tensor, ""]:
    """TinyBERT: mean squared error of hidden states, the student's already mapped to the teacher's width.

    Source: Jiao et al. 2020, equations 8 and 9. https://arxiv.org/abs/1909.10351
    """
    return _over_tokens((student - teacher).square().mean(-1), real)


def attention(
    student: Float[Tensor, "B H T T"], teacher: Float[Tensor, "B H T T"], real: Float[Tensor, "B T"]
) -> Float[Tensor, ""]:
    """TinyBERT: mean squared error of the attention scores before the softmax, over pairs of real tokens.

    Source: Jiao et al. 2020, equation 7. https://arxiv.org/abs/1909.10351
    """
    pairs = real[:, :, None] * real[:, None, :]
    error = (student - teacher).square().mean(1) * pairs
    return (error.sum((1, 2)) / pairs.sum((1, 2))).mean()


def relation(
    student: Float[Tensor, "B H T T"], teacher: Float[Tensor, "B H T T"], real: Float[Tensor, "B T"]
) -> Float[Tensor, ""]:
    """MiniLM: KL divergence of two maps of token to token, the teacher's first, over the rows of real tokens.

    Each row of a map is a distribution: attention itself, or ``softmax(v · vᵀ / √d)`` of the values.

    Source: Wang et al. 2020, equations 5 to 7. https://arxiv.org/abs/2002.10957
    """
    floor = 1e-9
    kl = (teacher * ((teacher + floor).log() - (student + floor).log())).sum(-1).mean(1)  # (B, T)
    return _over_tokens(kl, real)


def value_relation(v: Float[Tensor, "B H T Dh"], real: Float[Tensor, "B T"]) -> Float[Tensor, "B H T T"]:
    """How alike the values of two tokens are, as a distribution over the second."""
    scores = v @ v.transpose(-1, -2) / v.shape[-1] ** 0.5
    return scores.masked_fill(real[:, None, None, :] == 0, -torch.inf).softmax(-1)


def _over_tokens(values: Float[Tensor, "B T"], real: Float[Tensor, "B T"]) -> Float[Tensor, ""]:
    return ((values * real).sum(1) / real.sum(1)).mean()
