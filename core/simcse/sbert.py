"""A plain language model becomes a sentence encoder by one of SBERT's three objectives: two copies, one set of weights.

``OBSERVATORY_DATA=… python -m core.simcse sbert --work FOLDER`` records what the page shows.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from jaxtyping import Float, Int
from torch import Tensor, nn

from core.errors import Trouble
from core.fit import fit, warmup
from core.models import load
from core.runtime import OnStep, Step, pick_device, quiet, seeded
from core.simcse.config import Gold
from core.simcse.encode import pool, vectors
from core.simcse.learnt import LABELS, Config, Run
from core.simcse.measures import unit
from core.simcse.objectives import classification, regression, triplet
from core.simcse.sts import spearman
from core.simcse.train import PADDING, encoded

Rows = Sequence[tuple[Sequence[str], float]]  # two or three sentences, and a label, a grade in [0, 1] or nothing: 0


class Siamese(nn.Module):
    """One transformer for all sides; its forward pass is the loss of one batch."""

    def __init__(self, module: nn.Module, D: int, config: Config) -> None:
        super().__init__()
        self.module, self.config = module, config
        classifies = config.objective == "classification"
        self.W = nn.Parameter(torch.randn(len(LABELS), 3 * D) / (3 * D) ** 0.5) if classifies else None

    def forward(self, sides: Int[Tensor, "B S T"], wanted: Float[Tensor, " B"]) -> Float[Tensor, ""]:
        S = sides.shape[1]
        rows = sides.transpose(0, 1).flatten(0, 1)  # (S·B, T)
        mask = (rows != PADDING).long()
        found = pool(self.module, rows.clamp(min=0), mask, self.config.pooler).unflatten(0, (S, -1))
        if self.W is not None:
            return classification(found[0], found[1], self.W, wanted.long())
        if self.config.objective == "regression":
            return regression(found[0], found[1], wanted)
        return triplet(found[0], found[1], found[2], self.config.margin)


def train(
    data: Rows,
    config: Config,
    *,
    model: str | Path = "minilm",
    gold: Gold | None = None,
    pairs: Rows = (),
    device: str = "auto",
    on_step: OnStep = quiet,
) -> Run:
    """Tune ``model``; ``gold`` pairs are graded on the way, labelled ``pairs`` that were not read at both ends.

    Raises:
        Trouble: ``sentences-few``, ``triples-needed``, and whatever ``core.models.load`` and ``core.fit`` raise.
    """
    sides = 3 if config.objective == "triplet" else 2
    if len(data) < 2:
        raise Trouble("sentences-few", "Two rows at least are needed.", n=len(data))
    if any(len(texts) != sides for texts, _ in data):
        raise Trouble("triples-needed", f"{config.objective} needs rows of {sides} sentences.")
    device = pick_device(device)
    begun = load(model, device=device)
    tuned = replace(begun, module=deepcopy(begun.module).requires_grad_(True))
    with seeded(config.seed):
        network = Siamese(tuned.module, begun.D, config)
    at = sorted({round(config.steps * i / config.measures) for i in range(config.measures + 1)})

    def score() -> float:
        if gold is None:
            return float("nan")
        x, y = (unit(vectors(tuned, side, config.pooler)) for side in (gold.first, gold.second))
        return spearman((x * y).sum(1), np.array(gold.scores))

    def by_label() -> np.ndarray:
        """The mean cosine of each label's pairs."""
        if not pairs:
            return np.full(len(LABELS), np.nan)
        first, second = zip(*(texts for texts, _ in pairs), strict=True)
        x, y = (unit(vectors(tuned, side, config.pooler)) for side in (first, second))
        labels, cosines = np.array([label for _, label in pairs]), (x * y).sum(1)
        return np.array([cosines[labels == label].mean() for label in range(len(LABELS))])

    tuned.module.eval()
    scores, cosines, done = [score()], [by_label()], 0

    def look(step: Step) -> None:
        nonlocal done
        done += 1
        if done in at:
            network.eval()
            scores.append(score())
            network.train()
        on_step(Step(step.progress, {**step.metrics, "spearman": scores[-1]}))

    losses = fit(
        network,
        lambda siamese, batch: siamese(*batch),
        Batches(data, tuned.tokenizer, min(config.longest, tuned.limit), config),
        lr=config.lr,
        steps=config.steps,
        seed=config.seed,
        schedule=warmup(0.1),
        device=device,
        on_step=look,
    )
    cosines.append(by_label())
    return Run(config, begun.name, losses, np.array(at), np.array(scores), np.stack(cosines))


class Batches:
    """Rows drawn anew for every batch: ids by row, side and token, and what is wanted of each row."""

    def __init__(self, data: Rows, tokenizer, longest: int, config: Config) -> None:
        self.data, self.tokenizer, self.longest, self.config = data, tokenizer, longest, config

    def __len__(self) -> int:
        return self.config.steps

    def __iter__(self):
        dice, B = np.random.default_rng(self.config.seed), min(self.config.B, len(self.data))
        for _ in range(self.config.steps):
            rows = [self.data[at] for at in dice.choice(len(self.data), B, replace=False)]
            wanted = torch.tensor([float(each) for _, each in rows])
            yield encoded(self.tokenizer, [texts for texts, _ in rows], self.longest), wanted
