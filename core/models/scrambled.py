"""The control model: the same architecture, the same tokenizer, and nothing learnt."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace

import torch
from torch import nn

from core.models.model import Model
from core.runtime import seeded


def scrambled(model: Model, seed: int = 0) -> Model:
    """The same architecture and tokenizer with fresh random weights: the control that has learnt nothing."""
    module = deepcopy(model.module)
    with seeded(seed), torch.no_grad():
        for part in module.modules():
            if isinstance(part, nn.Linear | nn.Embedding):
                part.weight.normal_(0, 0.02)
                if isinstance(part, nn.Linear) and part.bias is not None:
                    part.bias.zero_()
            elif isinstance(part, nn.LayerNorm):
                part.reset_parameters()
    return replace(model, module=module)
