"""Change a model's attention and see what it does then: heads switched off, rows permuted or overwritten.

An operation is a function from the weights of one layer to other weights; the model itself is not touched, and other
threads that use it are not disturbed (``core.models.observe.editing``).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

import numpy as np
import torch
from jaxtyping import Float, Int
from torch import Tensor

from core.attention.explained import Ablation
from core.errors import Trouble
from core.models import Model
from core.models.embedding import embed
from core.models.observe import Edit, editing, watching

TOGETHER = 25  # heads that are tried in one batch
Head = tuple[int, int]  # layer and head, from 0


def switched_off(heads: Collection[Head]) -> Edit:
    """Heads that hand on nothing: their weights are 0."""

    def edit(layer: int, weights: Tensor) -> Tensor:
        off = [head for at, head in heads if at == layer]
        if not off:
            return weights
        gate = weights.new_ones(weights.shape[1])
        gate[off] = 0
        return weights * gate[:, None, None]

    return edit


def permuted(order: Int[np.ndarray, " S"], heads: Collection[Head] | None = None) -> Edit:
    """Rows with their weights handed to other keys; of all heads, or of some."""
    places = torch.from_numpy(order)

    def edit(layer: int, weights: Tensor) -> Tensor:
        mixed = weights[..., places.to(weights.device)]
        if heads is None:
            return mixed
        chosen = weights.new_zeros(weights.shape[1], dtype=torch.bool)
        chosen[[head for at, head in heads if at == layer]] = True
        return torch.where(chosen[:, None, None], mixed, weights)

    return edit


def overwritten(layer: int, head: int, query: int, row: Float[np.ndarray, " S"]) -> Edit:
    """One row replaced."""

    def edit(at: int, weights: Tensor) -> Tensor:
        if at != layer:
            return weights
        changed = weights.clone()
        changed[:, head, query] = torch.from_numpy(row).to(weights)
        return changed

    return edit


def similarity(model: Model, first: str, second: str, edit: Edit | None = None) -> float:
    """Cosine of the two sentence vectors; ``edit`` acts while the first is read, the second is read as always."""
    if edit is None:
        one, two = embed(model, [first, second])
    else:
        two = embed(model, [second])[0]
        with editing(edit):
            one = embed(model, [first])[0]
    return float(one @ two)


def masked_word(model: Model, text: str, word: str, edit: Edit | None = None) -> float:
    """Probability of ``word`` in the first gap of ``text``, written [MASK].

    Raises:
        Trouble: ``fill-model``, ``fill-nothing`` or ``fill-unknown``.
    """
    _, at, number = gap(model, text, word)
    if edit is None:
        logits = model.logits(text)[at]
    else:
        with editing(edit):
            logits = model.logits(text)[at]
    return float(torch.from_numpy(logits).softmax(-1)[number])


def gap(model: Model, text: str, word: str) -> tuple[tuple[int, ...], int, int]:
    """The text's ids, the place of its first gap, and the id of the word."""
    mask = model.tokenizer.mask_token_id
    if not model.has_head or mask is None:
        raise Trouble("fill-model", f"{model.name} cannot fill gaps.", name=model.name)
    ids = model.tokens(text).ids
    if mask not in ids:
        raise Trouble("fill-nothing", "There is no [MASK] in this sentence.")
    pieces = model.tokenizer.encode(word, add_special_tokens=False)
    if len(pieces) != 1 or pieces[0] == model.tokenizer.unk_token_id:
        raise Trouble("fill-unknown", f"{word!r} is no single piece.", name=model.name, word=word, pieces=len(pieces))
    return ids, ids.index(mask), pieces[0]


def each_head_similarity(model: Model, text: str, other: str) -> Ablation:
    """The cosine of the two sentence vectors, with every head of the first sentence's reading switched off alone."""
    target = torch.from_numpy(embed(model, [other])[0]).to(model.device)

    def answer(ids: Tensor) -> Tensor:
        hidden = model.module(input_ids=ids, attention_mask=torch.ones_like(ids)).last_hidden_state
        return torch.nn.functional.normalize(hidden.float().mean(1), dim=-1) @ target

    return _each_head(model, model.tokens(text).ids, answer)


def each_head_masked(model: Model, text: str, word: str) -> Ablation:
    """The probability of ``word`` in the first gap, with every head switched off alone."""
    ids, at, number = gap(model, text, word)

    def answer(rows: Tensor) -> Tensor:
        logits = model.whole(input_ids=rows, attention_mask=torch.ones_like(rows)).logits
        return logits[:, at].float().softmax(-1)[:, number]

    return _each_head(model, ids, answer)


@torch.inference_mode()
def _each_head(model: Model, ids: tuple[int, ...], answer: Callable[[Tensor], Tensor]) -> Ablation:
    """One row of a batch for every head, each with another head off, and one for the whole model."""
    heads = [(-1, -1), *((layer, head) for layer in range(model.L) for head in range(model.H))]
    found = []
    for n in range(0, len(heads), TOGETHER):
        part = heads[n : n + TOGETHER]
        gate = torch.ones(model.L, len(part), model.H, device=model.device)
        for row, (layer, head) in enumerate(part):
            if layer >= 0:
                gate[layer, row, head] = 0
        with editing(lambda layer, weights, gate=gate: weights * gate[layer, :, :, None, None]):
            found.append(answer(torch.tensor([ids] * len(part), device=model.device)))
    values = torch.cat(found).cpu().double().numpy()
    return Ablation(float(values[0]), values[1:].reshape(model.L, model.H))


@torch.inference_mode()
def hidden_word(model: Model, text: str, at: int) -> tuple[Float[np.ndarray, "L H"], Float[np.ndarray, "L H"]]:
    """How far every head's rows move when token ``at`` becomes [MASK], and when the sentence is only read again.

    Jensen-Shannon divergence in bits, a mean over the other typed tokens. The second is the control: rounding.
    """
    tokens = model.tokens(text)
    mask = model.tokenizer.mask_token_id
    if not isinstance(mask, int):
        raise Trouble("attribution-model", f"{model.name} has no [MASK].", name=model.name)
    changed = [mask if place == at else number for place, number in enumerate(tokens.ids)]
    rows = [place for place, special in enumerate(tokens.special) if not special and place != at]
    rows = rows or [place for place in range(len(tokens.ids)) if place != at]
    before, again, after = (_weights(model, ids)[:, :, rows] for ids in (tokens.ids, tokens.ids, changed))
    return _apart(before, after), _apart(before, again)


def _weights(model: Model, ids: Sequence[int]) -> Float[np.ndarray, "L H T T"]:
    row = torch.tensor([list(ids)], device=model.device)
    with watching() as looks:
        model.module(input_ids=row, attention_mask=torch.ones_like(row))
    return np.stack([look.weights.float().cpu().numpy() for look in looks]).astype(float)


def _apart(a: Float[np.ndarray, "L H N T"], b: Float[np.ndarray, "L H N T"]) -> Float[np.ndarray, "L H"]:
    def bits(x: np.ndarray) -> np.ndarray:
        return -(x * np.log2(np.where(x > 0, x, 1))).sum(-1)

    return np.maximum(bits((a + b) / 2) - (bits(a) + bits(b)) / 2, 0).mean(-1)
