"""Is an explanation faithful? Take the words away in its order, or put them back, and watch the number.

Deletion: tokens become [MASK], the most important first: the faster the number falls, the better. Insertion: from all
[MASK], the most important return first: the faster it rises, the better. Random orders are the control.

Source: Petsiuk et al. 2018, section 4, https://arxiv.org/abs/1806.07421, with tokens for pixels.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from jaxtyping import Float, Int

from core.attention.explained import Curves, Faithfulness
from core.models import Model
from core.models.embedding import embed

ORDERS = 20  # random ones


def faithfulness(
    model: Model, text: str, other: str, values: dict[str, Float[np.ndarray, " T"]], seed: int = 0, orders: int = ORDERS
) -> Faithfulness:
    """Curves for each way's order; special tokens stay where they are."""
    tokens = model.tokens(text)
    typed = np.flatnonzero(~np.array(tokens.special))
    dice = np.random.default_rng([seed, 1806])
    named = {name: typed[np.argsort(-each[typed], kind="stable")] for name, each in values.items()}
    drawn = [dice.permutation(typed) for _ in range(orders)]
    found = measure(model, tokens.ids, other, [*named.values(), *drawn])
    return Faithfulness(dict(zip(named, found, strict=False)), tuple(found[len(named) :]))


def measure(model: Model, ids: Sequence[int], other: str, orders: Sequence[Int[np.ndarray, " N"]]) -> list[Curves]:
    """The two curves of each order; every sentence that occurs is read once."""
    target = embed(model, [other])[0]
    mask = model.tokenizer.mask_token_id
    assert isinstance(mask, int)
    rows: dict[tuple[int, ...], int] = {}

    def row(gone: np.ndarray) -> int:
        changed = list(ids)
        for at in gone:
            changed[at] = mask
        return rows.setdefault(tuple(changed), len(rows))

    paths = [
        [[row(order[:n]) for n in range(len(order) + 1)], [row(order[n:]) for n in range(len(order) + 1)]]
        for order in orders
    ]
    cosines = _cosines(model, list(rows), target)
    return [
        Curves(cosines[one], cosines[two], float(cosines[one].mean()), float(cosines[two].mean())) for one, two in paths
    ]


@torch.inference_mode()
def _cosines(model: Model, rows: list[tuple[int, ...]], target: Float[np.ndarray, " D"]) -> Float[np.ndarray, " N"]:
    found = []
    for part in torch.tensor(rows, device=model.device).split(64):
        hidden = model.module(input_ids=part, attention_mask=torch.ones_like(part)).last_hidden_state
        vectors = torch.nn.functional.normalize(hidden.float().mean(1), dim=-1)
        found.append(vectors.cpu().numpy() @ target)
    return np.concatenate(found).astype(float)
