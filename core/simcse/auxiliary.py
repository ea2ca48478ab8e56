"""Filling gaps on the side, so that a model that learns to compare sentences does not forget the words in them.

Source: Gao et al. 2021, section 3 and table D.2: ``λ`` times the masked-word loss, helpful for tasks about single
sentences, harmful for comparing them. https://arxiv.org/abs/2104.08821
"""

from __future__ import annotations

import torch
from jaxtyping import Bool, Int
from torch import Tensor
from torch.nn.functional import cross_entropy
from transformers import PreTrainedModel, PreTrainedTokenizerFast

RATE, IGNORED = 0.15, -100
MASKED, OTHER = 0.8, 0.1  # of the chosen: shown as [MASK], as any other word; the rest as themselves


def gaps(
    ids: Int[Tensor, "B T"], special: Bool[Tensor, "B T"], mask: int, V: int
) -> tuple[Int[Tensor, "B T"], Int[Tensor, "B T"]]:
    """Ids with gaps, and what stood there (``IGNORED`` elsewhere); torch's global dice decide. Source: BERT's rule."""
    chosen = (torch.rand(ids.shape, device=ids.device) < RATE) & ~special
    die = torch.rand(ids.shape, device=ids.device)
    shown = torch.where(chosen & (die < MASKED), mask, ids)
    other = chosen & (die >= MASKED) & (die < MASKED + OTHER)
    shown = torch.where(other, torch.randint(V, ids.shape, device=ids.device), shown)
    return shown, ids.masked_fill(~chosen, IGNORED)


def filling(
    whole: PreTrainedModel, tokenizer: PreTrainedTokenizerFast, ids: Int[Tensor, "B T"], seen: Int[Tensor, "B T"]
) -> Tensor:
    """Nats per gap; 0 where the dice made none. ``seen`` is 1 on tokens, 0 on padding."""
    special = torch.isin(ids, torch.tensor(tokenizer.all_special_ids, device=ids.device)) | (seen == 0)
    mask, V = tokenizer.mask_token_id, len(tokenizer)
    assert isinstance(mask, int)  # a model with this head has one
    shown, wanted = gaps(ids, special, mask, V)
    logits = whole(input_ids=shown, attention_mask=seen).logits
    total = cross_entropy(logits.flatten(0, 1), wanted.flatten(), ignore_index=IGNORED, reduction="sum")
    return total / (wanted != IGNORED).sum().clamp(min=1)
