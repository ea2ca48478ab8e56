"""See what every attention layer was given, whatever the architecture.

transformers sends all attention through one table of functions. We add a row, ``"observed"``, with two faces:
while somebody in this thread is watching, the architecture's own eager function answers and we write down the
question; otherwise PyTorch's fused attention does, which is faster but keeps no weights. By then the projections,
the rotary positions and T5's relative positions have already happened, so one function serves BERT, GPT, T5 and LLaMA.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

import numpy as np
import torch
from jaxtyping import Float
from torch import Tensor
from transformers import AttentionInterface, AttentionMaskInterface
from transformers.integrations.sdpa_attention import sdpa_attention_forward
from transformers.masking_utils import eager_mask, sdpa_mask

from core.errors import Trouble

OBSERVED = "observed"


@dataclass(frozen=True, eq=False)
class Look:
    """One attention layer reading one text: what it was given, and the weights it came to."""

    queries: Float[Tensor, "H T Dh"]
    keys: Float[Tensor, "H S Dh"]  # repeated, one per query head
    values: Float[Tensor, "H S Dv"]
    scale: float
    bias: Float[Tensor, "#H #T #S"]
    weights: Float[Tensor, "H T S"]


_watching: ContextVar[list[Look] | None] = ContextVar("watching", default=None)


Edit = Callable[[int, Float[Tensor, "B H T S"]], Float[Tensor, "B H T S"]]  # of the n-th attention layer's weights
_editing: ContextVar[tuple[Edit, list[None]] | None] = ContextVar("editing", default=None)


@contextmanager
def editing(edit: Edit) -> Iterator[None]:
    """Let ``edit`` change the weights of every attention layer that runs in this thread, before values are mixed.

    Layers are counted from 0 in the order in which they run, and anew in every block.
    """
    token = _editing.set((edit, []))
    try:
        yield
    finally:
        _editing.reset(token)


@contextmanager
def watching() -> Iterator[list[Look]]:
    """Collect a ``Look`` from every attention layer that runs in this thread meanwhile, in order.

    Batches must hold one text. Other threads that use the same model are neither seen nor disturbed.
    """
    looks: list[Look] = []
    token = _watching.set(looks)
    try:
        yield looks
    finally:
        _watching.reset(token)


def stack(looks: Sequence[Look]) -> dict[str, np.ndarray]:
    """Layers, stacked into the arrays of ``AttentionMaps``.

    Raises:
        Trouble: ``attention-hidden``: nothing was seen, or what was seen is no plain
            softmax(scale · q · kᵀ + bias), as with soft caps or attention sinks.
    """
    if not looks or not all(_adds_up(look) for look in looks):
        raise Trouble("attention-hidden", "This architecture computes attention in a way that cannot be shown.")
    layers = {
        part: np.stack([getattr(look, part).cpu().numpy() for look in looks])
        for part in ("queries", "keys", "values", "weights")
    }
    L, H, _, _ = layers["weights"].shape
    scale = np.broadcast_to(np.array([[look.scale] for look in looks], dtype=np.float32), (L, H))
    bias = [look.bias for look in looks]
    if all(torch.equal(each, bias[0]) for each in bias):  # the usual case: hold one layer, show L
        bias = bias[:1]
    bias = np.broadcast_to(np.stack([each.cpu().numpy() for each in bias]), layers["weights"].shape)
    return layers | {"scale": scale, "bias": bias}


def _adds_up(look: Look) -> bool:
    """Is it a softmax of what we saw? Eight rows can tell: a cap or a sink would show in any."""
    rows = slice(None, None, max(1, look.weights.shape[1] // 8))
    bias = look.bias.expand_as(look.weights)[:, rows]
    scores = look.scale * look.queries[:, rows] @ look.keys.transpose(-1, -2) + bias
    return torch.allclose(scores.softmax(-1), look.weights[:, rows], atol=1e-5, rtol=0)


def _attend(
    module: torch.nn.Module,
    query: Tensor,
    key: Tensor,
    value: Tensor,
    mask: Tensor | None,
    scaling: float | None = None,
    **rest,
) -> tuple[Tensor, Tensor | None]:
    looks, edited = _watching.get(), _editing.get()
    if looks is None and edited is None:
        return sdpa_attention_forward(module, query, key, value, mask, scaling=scaling, **rest)
    eager = sys.modules[type(module).__module__].eager_attention_forward  # every modeling file has its own
    asked = query.float(), key.float(), value.float()  # bf16 would round the sum away
    answer, weights = eager(module, *asked, mask, scaling=scaling, **rest)
    groups = query.shape[1] // key.shape[1]
    if edited is not None:
        edit, before = edited
        weights = edit(len(before), weights)
        before.append(None)
        answer = (weights @ asked[2].repeat_interleave(groups, dim=1)).transpose(1, 2).contiguous()
    if looks is None:
        return answer.to(query.dtype), weights
    queries, keys, values = asked[0][0], *(each[0].repeat_interleave(groups, dim=0) for each in asked[1:])
    biases = [each[0].float() for each in (mask, rest.get("position_bias")) if each is not None]
    bias = sum(biases, start=queries.new_zeros(1, 1, 1))
    scale = query.shape[-1] ** -0.5 if scaling is None else float(scaling)
    looks.append(Look(queries, keys, values, scale, bias, weights[0]))
    return answer.to(query.dtype), weights


def _mask(*args, **kwargs) -> Tensor | None:
    unseen = _watching.get() is None and _editing.get() is None
    return (sdpa_mask if unseen else eager_mask)(*args, **kwargs)


AttentionInterface.register(OBSERVED, _attend)
AttentionMaskInterface.register(OBSERVED, _mask)
