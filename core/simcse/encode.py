"""One language model, several ways to make one vector of a sentence. Lengths are kept: normalise when you mean to."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from jaxtyping import Float, Int
from torch import Tensor, nn

from core.models.embedding import batches, pad, tokenise
from core.models.model import Model


@torch.inference_mode()
def vectors(model: Model, texts: Sequence[str], pooler: str = "mean") -> Float[np.ndarray, "N D"]:
    """``mean`` of the last layer, ``cls``, ``first-last`` (mean of both layers' means) or ``static``.

    ``static`` is the mean of the input embeddings, before any layer: the order of the words is lost. Special tokens
    count in all but ``static``.
    """
    ids = tokenise(model, texts)
    found = np.zeros((len(texts), model.D), np.float32)
    for batch in batches([len(row) for row in ids]):
        tokens, mask = pad([ids[at] for at in batch], model.device)
        if pooler == "static":
            special = torch.tensor(model.tokenizer.all_special_ids, device=model.device)
            inner = mask * ~torch.isin(tokens, special)
            pooled = _mean(model.module.get_input_embeddings()(tokens), inner)
        else:
            pooled = pool(model.module, tokens, mask, pooler)
        found[batch] = pooled.float().cpu().numpy()
    return found


def pool(module: nn.Module, tokens: Int[Tensor, "B T"], mask: Int[Tensor, "B T"], pooler: str) -> Float[Tensor, "B D"]:
    """A batch through the transformer, and one vector for each row."""
    out = module(input_ids=tokens, attention_mask=mask, output_hidden_states=pooler == "first-last")
    if pooler == "cls":
        return out.last_hidden_state[:, 0]
    if pooler == "first-last":
        return (_mean(out.hidden_states[1], mask) + _mean(out.hidden_states[-1], mask)) / 2
    return _mean(out.last_hidden_state, mask)


def _mean(hidden: Float[Tensor, "B T D"], mask: Int[Tensor, "B T"]) -> Float[Tensor, "B D"]:
    return (hidden * mask.unsqueeze(-1)).sum(1) / mask.sum(1, keepdim=True).clamp(min=1)
