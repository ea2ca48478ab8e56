"""``minilm-mlm``: all-MiniLM-L6-v2, made for comparing sentences, taught to fill gaps again.

Every matrix of its six layers gets a low-rank correction, the small tensors (biases, norms, the head's own
layer) are trained as they are, and the word embeddings stay: the head names words by them.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import torch
from jaxtyping import Float
from safetensors.torch import load_file, save_file
from torch import nn
from transformers import BertForMaskedLM

from core.models.adapter import ABOUT, WEIGHTS
from core.models.sources import locate
from core.nn.lowrank import graft
from core.runtime import seeded
from core.store import replacing

BASE, RANK = "minilm", 64


def adapted(counts: Float[np.ndarray, " V"], seed: int, before: Path | None) -> BertForMaskedLM:
    """MiniLM with corrections and a head to learn: those of ``before``, or none, and a head that guesses by count."""
    folder = locate(BASE)
    with seeded(seed):
        model = BertForMaskedLM.from_pretrained(folder, dtype=torch.float32)
        graft(model, RANK, [name for name, part in model.named_modules() if _corrected(name, part)])
    for part in model.modules():
        if isinstance(part, nn.Dropout):
            part.p = 0.0
    for name, parameter in model.named_parameters():
        small = parameter.ndim == 1 and "embeddings" not in name
        parameter.requires_grad_(small or ".transform." in name or name.endswith((".up", ".down")))
    with torch.no_grad():
        model.cls.predictions.bias.copy_(torch.from_numpy(np.log(counts + 0.5) - np.log(counts.sum())))
        if before:
            ours = dict(model.named_parameters())
            for name, tensor in load_file(before / WEIGHTS).items():
                ours[_inside(name)].copy_(tensor)
    return model


def ship_adapter(model: nn.Module, folder: Path) -> None:
    """What was learnt, in half precision, as ``core.models.adapter`` reads it."""
    learnt = {_outside(name): p.detach().half() for name, p in model.named_parameters() if p.requires_grad}
    with replacing(folder) as new:
        save_file(learnt, new / WEIGHTS)
        (new / ABOUT).write_text(json.dumps({"base": BASE, "rank": RANK}))


def _corrected(name: str, part: nn.Module) -> bool:
    return isinstance(part, nn.Linear) and ".encoder.layer." in name


def _outside(name: str) -> str:
    """``….query.parametrizations.weight.0.up`` as a file names it: ``….query.weight:up``."""
    return name.replace(".parametrizations.weight.0.", ".weight:")


def _inside(name: str) -> str:
    return name.replace(".weight:", ".parametrizations.weight.0.")
