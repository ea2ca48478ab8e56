"""Teach the cross-encoder from pairs that people have graded.

``OBSERVATORY_DATA=… python -m core.search.crosstrain --work FOLDER`` trains the one we ship; interrupted, the same
command goes on. Only the sources of STS-B whose texts may be shared again take part: captions of images and answers
from forums (CC BY-SA); grades are CC BY-SA 4.0.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from jaxtyping import Float
from safetensors.torch import save_file
from torch import Tensor, nn
from torch.nn.functional import binary_cross_entropy_with_logits

from core.errors import Trouble
from core.fit import Precision, fit, warmup
from core.models.adapter import WEIGHTS
from core.nn.lowrank import graft, merge
from core.runtime import OnStep, pick_device, quiet, seeded
from core.search.cross import ABOUT, BASE, CrossEncoder, fresh, pad, read
from core.simcse.config import Gold
from core.simcse.sts import HIGHEST
from core.store import replacing


@dataclass(frozen=True)
class Config:
    """The knobs of one run."""

    rank: int = 16  # of the corrections
    B: int = 32  # pairs in a batch
    steps: int = 150
    lr: float = 1e-3
    seed: int = 0


@dataclass(frozen=True, eq=False)
class Run:
    """One finished training, as plain numpy."""

    config: Config
    losses: Float[np.ndarray, " steps"]  # nats per pair
    pairs: int
    weights: int  # that were learnt


def train(
    data: Gold,
    config: Config,
    *,
    keep: Path | None = None,
    checkpoint: Path | None = None,
    device: str = "auto",
    precision: Precision = "exact",
    on_step: OnStep = quiet,
) -> Run:
    """Bring the score of each pair to its grade, as a share of 5, by cross-entropy.

    ``keep`` is a folder for what was learnt, which ``core.search.cross.kept`` reads; ``checkpoint`` one from which an
    interrupted training goes on.

    Raises:
        Trouble: ``sentences-few``, and whatever ``core.fit`` raises.

    Source: Reimers & Gurevych 2019, section 3, the cross-encoder they compare with. https://arxiv.org/abs/1908.10084
    """
    if len(data.scores) < 2:
        raise Trouble("sentences-few", "Two graded pairs at least are needed.", n=len(data.scores))
    device = pick_device(device)
    made = learner(config, device)
    learnt = {name: p for name, p in made.reader.named_parameters() if p.requires_grad}
    losses = fit(
        made.reader,
        _loss,
        Batches(data, made, config),
        lr=config.lr,
        steps=config.steps,
        seed=config.seed,
        schedule=warmup(0.1),
        device=device,
        precision=precision,
        checkpoint=checkpoint,
        every=10,
        on_step=on_step,
    )
    if keep:
        _ship(learnt, keep)
    merge(made.reader)
    return Run(config, losses, len(data.scores), sum(p.numel() for p in learnt.values()))


def learner(config: Config, device: str) -> CrossEncoder:
    """MiniLM with a correction on every matrix of its layers; small tensors and the head are learnt as they are."""
    with seeded(config.seed):
        made = fresh(device)
        linear = [name for name, part in made.reader.named_modules() if isinstance(part, nn.Linear)]
        graft(made.reader, config.rank, [name for name in linear if ".layer." in name])
    made.reader.to(device)
    for name, parameter in made.reader.named_parameters():
        small = parameter.ndim == 1 and "embeddings" not in name
        parameter.requires_grad_(small or name.startswith("head.") or name.endswith((".up", ".down")))
    for part in made.reader.modules():
        if isinstance(part, nn.Dropout):
            part.p = 0.0
    return made


class Batches:
    """Pairs drawn anew for every batch: ids, whose they are, and the share of the full grade."""

    def __init__(self, data: Gold, made: CrossEncoder, config: Config) -> None:
        self.rows = read(made.tokenizer, list(zip(data.first, data.second, strict=True)))
        self.grades, self.config = np.array(data.scores, np.float32) / HIGHEST, config

    def __len__(self) -> int:
        return self.config.steps

    def __iter__(self) -> Iterator[tuple[Tensor, Tensor, Tensor]]:
        dice, B = np.random.default_rng(self.config.seed), min(self.config.B, len(self.rows))
        for _ in range(self.config.steps):
            at = dice.choice(len(self.rows), B, replace=False)
            yield *pad([self.rows[i] for i in at]), torch.from_numpy(self.grades[at])


def _loss(reader: nn.Module, batch: tuple[Tensor, Tensor, Tensor]) -> Tensor:
    ids, belongs, grades = batch
    return binary_cross_entropy_with_logits(reader(ids, belongs), grades)


def _ship(learnt: dict[str, nn.Parameter], folder: Path) -> None:
    """What was learnt, in half precision."""
    named = {name.replace(".parametrizations.weight.0.", ".weight:"): p for name, p in learnt.items()}
    with replacing(folder) as new:
        save_file({name: p.detach().half().cpu().contiguous() for name, p in named.items()}, new / WEIGHTS)
        (new / ABOUT).write_text(json.dumps({"base": BASE}))
