"""Which words the answer hangs on: how much each matters for the log probability of the word in the gap.

``occlusion``       hide a token too, and see by how many bits the answer loses
``gradient``        length of the gradient with respect to its embedding: how sensitive, without a sign
``gradient-input``  gradient times embedding: a first-order guess at what the token contributes, with a sign
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal, get_args

import numpy as np
import torch
from jaxtyping import Float

from core.attention.maps import Tokens
from core.masking.model import chosen, gaps, inputs_of, log_probabilities, named
from core.models import Model

Method = Literal["occlusion", "gradient", "gradient-input"]
METHODS: tuple[Method, ...] = get_args(Method)


def saliency(
    text: str,
    model: Model | str | Path | None = None,
    *,
    method: Method = "occlusion",
    word: int | None = None,
    gap: int = 0,
) -> tuple[Tokens, Float[np.ndarray, " T"]]:
    """One number per token, 0 at the gap itself; ``word`` is an id, the best answer where it is None.

    Occlusion is in bits; the gradients are in bits per unit of embedding, or bits.
    """
    model = chosen(text, model)
    tokens, masks = gaps(text, model)
    at = masks[gap]
    [[log]] = log_probabilities(model, [tokens.ids], [[at]], tokens.segments)
    word = int(log.argmax()) if word is None else word
    if method == "occlusion":
        others = [s for s, special in enumerate(tokens.special) if s != at and not special and s not in masks]
        mask = int(model.tokenizer.mask_token_id)  # pyright: ignore[reportArgumentType]
        rows = [[mask if s == hidden else id for s, id in enumerate(tokens.ids)] for hidden in others]
        scores = np.zeros(len(tokens.ids))
        if rows:
            lost = log_probabilities(model, rows, [[at]] * len(rows), tokens.segments)
            scores[others] = [log[word] - each[0][word] for each in lost]
        return tokens, scores / np.log(2)
    gradient, embedding = _gradient(model, tokens, at, word)
    scores = (gradient * embedding).sum(1) if method == "gradient-input" else np.linalg.norm(gradient, axis=1)
    scores[at] = 0.0
    return tokens, scores / np.log(2)


def _gradient(
    model: Model, tokens: Tokens, at: int, word: int
) -> tuple[Float[np.ndarray, "T D"], Float[np.ndarray, "T D"]]:
    ids = torch.tensor([tokens.ids], device=model.device)
    inputs = inputs_of(model, ids, tokens.segments)
    embedding = model.module.get_input_embeddings()(inputs.pop("input_ids")).detach().requires_grad_()
    with torch.enable_grad():
        hidden = model.module(inputs_embeds=embedding, **inputs).last_hidden_state
        [gradient] = torch.autograd.grad(named(model, hidden[0, at])[word], embedding)
    return gradient[0].cpu().numpy(), embedding[0].detach().cpu().numpy()
