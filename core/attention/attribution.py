"""Which words did the answer come from? Six ways to say it, for one number that the model gives.

The number is the cosine between the sentence's vector and that of another sentence, which stays as it is. The
gradients are of this number; rollout, flow and norms know only how tokens are mixed on the way to the mean vector.

``gradient``  Σ over layers and heads of |α ∂F/∂α|, columns summed       as in Serrano & Smith 2019, summed
``ig``        integrated gradients along a straight line from [MASK] tokens     Sundararajan et al. 2017
``norm``      ‖α (x W_V + b_V) W_O‖ instead of α, layer after layer; Kobayashi et al. 2020, section 3, and 2021
"""

from __future__ import annotations

import numpy as np
import torch
from jaxtyping import Float
from torch import Tensor
from torch.nn.functional import normalize

from core.attention.explained import Attribution
from core.attention.rollout import flow, rollout
from core.errors import Trouble
from core.models import Model
from core.models.embedding import embed
from core.models.observe import editing

WAYS = ("rollout", "flow", "norm", "gradient", "ig", "raw")
STEPS = 50  # of the path of integrated gradients
ROUNDING = (
    1e-4  # what fp32 leaves of slopes that are 0, all layers and heads together; a real sum is thousands of times that
)


def attribute(model: Model, text: str, other: str, steps: int = STEPS) -> Attribution:
    """All ways on the same sentence.

    Raises:
        Trouble: ``attribution-model``: the model has no BERT-like layers; ``text-empty``.
    """
    _check(model)
    tokens = model.tokens(text)
    target = torch.from_numpy(embed(model, [other])[0]).to(model.device)
    maps = model.attention(text)
    ids = torch.tensor([tokens.ids], device=model.device)
    score, gates = _gates(model, ids, target)
    path, complete, baseline = integrated(model, ids, target, steps)
    norms = norm_based(model, ids, maps.weights)
    T = len(tokens.ids)
    every = np.arange(T)
    return Attribution(
        tokens=tokens,
        score=score,
        values={
            "rollout": rollout(maps.weights).mean(0),
            "flow": flow(maps.weights, rows=every).mean(0),
            "norm": rollout(norms[:, None], residual=0.0).mean(0),
            "gradient": _shares(gates.abs().sum((0, 1, 2)).cpu().numpy()),
            "ig": path,
            "raw": maps.weights[-1].mean((0, 1)).astype(float),
        },
        complete=complete,
        baseline=baseline,
    )


def cosine(model: Model, embedded: Float[Tensor, "B T D"], target: Float[Tensor, " D"]) -> Float[Tensor, " B"]:
    """Cosine of the mean vector with the target, from what goes into the first layer; gradients pass."""
    mask = torch.ones(embedded.shape[:2], dtype=torch.long, device=embedded.device)
    hidden = model.module(inputs_embeds=embedded, attention_mask=mask).last_hidden_state
    return normalize(hidden.mean(1), dim=-1) @ target


def integrated(
    model: Model, ids: Tensor, target: Float[Tensor, " D"], steps: int = STEPS
) -> tuple[Float[np.ndarray, " T"], float, float]:
    """Integrated gradients from [MASK] in every typed place: a value a token, the error of their sum, F at the start.

    The middle of each of ``steps`` pieces is taken (midpoint rule).
    """
    words = model.module.get_input_embeddings()
    end = words(ids).detach()
    start = words(_blank(model, ids)).detach()
    along = ((torch.arange(steps, device=ids.device) + 0.5) / steps)[:, None, None]
    total = torch.zeros_like(end[0])
    for part in along.split(10):
        point = (start + part * (end - start)).requires_grad_(True)
        with torch.enable_grad():
            [slope] = torch.autograd.grad(cosine(model, point, target).sum(), point)
        total += slope.sum(0)
    values = ((end - start)[0] * total / steps).sum(-1)
    with torch.no_grad():
        first, last = (float(cosine(model, each, target)) for each in (start, end))
    return values.cpu().double().numpy(), float(values.sum()) - (last - first), first


def norm_based(model: Model, ids: Tensor, weights: Float[np.ndarray, "L H T T"]) -> Float[np.ndarray, "L T T"]:
    """Norms of what each token takes from each other: all heads together, the residual connection included.

    ``‖Σ_h α_h (x_j W_V + b_V) W_O + [i = j] x_i‖``; a row is scaled to sum to 1.
    """
    with torch.inference_mode():
        states = model.module(input_ids=ids, attention_mask=torch.ones_like(ids), output_hidden_states=True)
        found = []
        for at, layer in enumerate(_layers(model)):
            x = states.hidden_states[at][0]  # (T, D)
            values = layer.attention.self.value(x).unflatten(-1, (model.H, -1)).transpose(0, 1)  # (H, T, Dh)
            out = layer.attention.output.dense.weight.unflatten(1, (model.H, -1))  # (D, H, Dh)
            mapped = torch.einsum("htd,ehd->hte", values, out)  # (H, T, D)
            alpha = torch.from_numpy(weights[at]).to(mapped)
            taken = torch.einsum("hij,hjd->ijd", alpha, mapped)
            taken[range(len(x)), range(len(x))] += x
            found.append(taken.norm(dim=-1).cpu().double().numpy())
    norms = np.stack(found)
    return norms / norms.sum(-1, keepdims=True)


def _gates(model: Model, ids: Tensor, target: Tensor) -> tuple[float, Float[Tensor, "L H T T"]]:
    """Every weight times the derivative of the cosine by it: the derivative by a gate of 1 on the weight."""
    gates: list[Tensor] = []

    def gated(layer: int, weights: Tensor) -> Tensor:
        gates.append(torch.ones_like(weights, requires_grad=True))
        return weights * gates[-1]

    words = model.module.get_input_embeddings()(ids).detach()
    with torch.enable_grad(), editing(gated):
        value = cosine(model, words, target).sum()
        slopes = torch.autograd.grad(value, gates)
    return float(value.detach()), torch.stack([slope[0] for slope in slopes])


def _blank(model: Model, ids: Tensor) -> Tensor:
    """The sentence with [MASK] in every typed place."""
    mask = model.tokenizer.mask_token_id
    assert isinstance(mask, int)
    special = torch.tensor([[each in model.tokenizer.all_special_ids for each in ids[0].tolist()]], device=ids.device)
    return torch.where(special, ids, torch.full_like(ids, mask))


def _check(model: Model) -> None:
    if model.tokenizer.mask_token_id is None or not _layers(model):
        raise Trouble("attribution-model", f"{model.name} is not built like BERT.", name=model.name)


def _layers(model: Model) -> list:
    layers = list(getattr(getattr(model.module, "encoder", None), "layer", []))
    return layers if layers and hasattr(layers[0].attention, "self") else []


def _shares(values: Float[np.ndarray, " T"]) -> Float[np.ndarray, " T"]:
    """Shares of their sum; all 0 where nothing but rounding is left, as between two equal sentences."""
    total = float(values.sum())
    return values.astype(float) / total if total > ROUNDING else np.zeros(len(values))
