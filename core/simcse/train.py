"""SimCSE: a plain language model becomes a sentence encoder.

Unsupervised, a sentence is its own positive: read twice, dropout gives two slightly different vectors, and all other
sentences of the batch are negatives. Supervised, what follows from a sentence is its positive and what contradicts it
a hard negative. Source: Gao et al. 2021. https://arxiv.org/abs/2104.08821
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
from transformers import PreTrainedTokenizerFast

from core.errors import Trouble
from core.fit import fit, warmup
from core.models import load
from core.models.model import Model
from core.runtime import OnStep, Step, pick_device, quiet
from core.simcse.auxiliary import filling
from core.simcse.config import Config, Gold, Run
from core.simcse.encode import pool, vectors
from core.simcse.loss import info_nce
from core.simcse.measures import alignment, uniformity, unit
from core.simcse.sts import spearman
from core.simcse.views import partner

Rows = Sequence[str] | Sequence[Sequence[str]]
PADDING = -1  # no id of any vocabulary
SCORES = ("alignment", "uniformity", "spearman")
EVERY = 50  # steps between two checkpoints


class Encoder(nn.Module):
    """A transformer whose forward pass is the loss of one batch."""

    def __init__(self, model: Model, config: Config) -> None:
        super().__init__()
        self.module, self.config, self.tokenizer = model.module, config, model.tokenizer
        self.whole = model.whole if config.mlm else None  # with the head that names words
        for part in self.module.modules():
            if isinstance(part, nn.Dropout):
                part.p = config.dropout

    def forward(self, sides: Int[Tensor, "B S T"]) -> Float[Tensor, ""]:
        S = sides.shape[1]
        rows = sides.transpose(0, 1).flatten(0, 1)  # (S·B, T)
        mask = (rows != PADDING).long()
        found = pool(self.module, rows.clamp(min=0), mask, self.config.pooler).unflatten(0, (S, -1))
        anchor, positive = found[0], found[min(1, S - 1)]  # one side only: the very same vector
        loss = info_nce(anchor, positive, found[2] if S > 2 else None, temperature=self.config.temperature)
        if self.whole is None:
            return loss
        B = len(sides)
        return loss + self.config.mlm * filling(self.whole, self.tokenizer, rows[:B].clamp(min=0), mask[:B])


def train(
    data: Rows,
    config: Config,
    *,
    model: str | Path = "minilm",
    gold: Gold | None = None,
    watch: Sequence[str] = (),
    keep: Path | None = None,
    device: str = "auto",
    on_step: OnStep = quiet,
    checkpoint: Path | None = None,
) -> Run:
    """Tune ``model`` on sentences, or on pairs or triples of them where ``config.supervised``.

    ``gold`` pairs are graded, and ``watch``ed sentences embedded, ``config.measures`` times on the way. ``keep`` is a
    folder for the tuned encoder, which ``core.models.load`` reads; ``checkpoint`` one to go on from, as in ``fit``.
    MiniLM, the default, has had contrastive training already: start from a plain language model to see what SimCSE
    does.

    Raises:
        Trouble: ``sentences-few``, ``triples-needed``, ``head-missing`` (``config.mlm`` needs a model with a
            head), and whatever ``core.models.load`` and ``core.fit`` raise.
    """
    device = pick_device(device)
    begun = load(model, device=device)
    tuned = _copy(begun, config)
    batches = Batches(_checked(data, config), tuned, config)
    encoder = Encoder(tuned, config)
    at = sorted({round(config.steps * i / config.measures) for i in range(config.measures + 1)})
    seen: dict[str, list] = {name: [] for name in (*SCORES, "frames")}

    def measure() -> None:
        *scores, frame = _measured(tuned, config, gold, watch)
        for name, value in zip(SCORES, scores, strict=True):
            seen[name].append(float(value))
        seen["frames"].append(frame.tolist())

    def look(step: Step) -> None:
        if round(step.progress * config.steps) in at:
            encoder.eval()
            measure()
            encoder.train()
        scores = {name: seen[name][-1] for name in SCORES}
        frame = np.array(seen["frames"][-1], np.float32).reshape(len(watch), tuned.D)
        on_step(Step(step.progress, {**step.metrics, **scores}, frame))

    measure()
    losses = fit(
        encoder,
        lambda network, batch: network(batch),
        batches,
        lr=config.lr,
        steps=config.steps,
        seed=config.seed,
        schedule=warmup(0.1),
        device=device,
        on_step=look,
        checkpoint=checkpoint,
        every=EVERY,
        memory=seen,
    )
    if keep is not None:
        tuned.module.eval().save_pretrained(keep)
        tuned.tokenizer.save_pretrained(keep)
    return Run(
        config=config,
        model=begun.name,
        digest=begun.digest,
        losses=losses,
        at=np.array(at[: len(seen["frames"])]),
        alignment=np.array(seen["alignment"]),
        uniformity=np.array(seen["uniformity"]),
        spearman=np.array(seen["spearman"]),
        watched=tuple(watch),
        frames=np.array(seen["frames"], np.float32).reshape(len(seen["frames"]), len(watch), tuned.D),
    )


class Batches:
    """Sentences drawn anew for every batch, each with its partners, as ids: rows first, then sides, then tokens."""

    def __init__(self, data: Rows, model: Model, config: Config) -> None:
        self.data, self.model, self.config = data, model, config

    def __len__(self) -> int:
        return self.config.steps

    def __iter__(self):
        dice = np.random.default_rng(self.config.seed)
        B = min(self.config.B, len(self.data))
        for _ in range(self.config.steps):
            yield self._ids([self._sides(int(at), dice) for at in dice.choice(len(self.data), B, replace=False)])

    def _sides(self, at: int, dice: np.random.Generator) -> tuple[str, ...]:
        row = self.data[at]
        if isinstance(row, str):
            return partner(self.data, at, self.config, dice)
        return tuple(row[: 3 if self.config.hard else 2])

    def _ids(self, rows: list[tuple[str, ...]]) -> Int[Tensor, "B S T"]:
        return encoded(self.model.tokenizer, rows, min(self.config.longest, self.model.limit))


def encoded(tokenizer: PreTrainedTokenizerFast, rows: Sequence[Sequence[str]], longest: int) -> Int[Tensor, "B S T"]:
    """Rows of as many sentences each, as ids; a sentence has at most ``longest`` tokens, and one at least."""
    backend, S = tokenizer.backend_tokenizer, len(rows[0])
    room = longest - backend.num_special_tokens_to_add(False)
    read = backend.encode_batch_fast([text for row in rows for text in row], add_special_tokens=False)
    for each in read:
        each.truncate(room)
    ids = [backend.post_process(each).ids for each in read]
    ids = [row if row else [PADDING] for row in ids]
    widest = max(map(len, ids))
    return torch.tensor([row + [PADDING] * (widest - len(row)) for row in ids]).view(len(rows), S, widest)


def _copy(begun: Model, config: Config) -> Model:
    """A model of one's own to change; with its head where that learns too."""
    if not config.mlm:
        return replace(begun, module=deepcopy(begun.module).requires_grad_(True))
    if not begun.has_head:
        raise Trouble("head-missing", f"{begun.name} has no head that could fill gaps.", name=begun.name)
    whole = deepcopy(begun.whole).requires_grad_(True)
    return replace(begun, whole=whole, module=whole.base_model)


def _checked(data: Rows, config: Config) -> Rows:
    if len(data) < 4:
        raise Trouble("sentences-few", f"{len(data)} sentences are too few to be each other's negatives.", n=len(data))
    if config.supervised == isinstance(data[0], str):
        raise Trouble("triples-needed", "Supervised needs triples (anchor, entailment, contradiction), else sentences.")
    return data


def _measured(
    model: Model, config: Config, gold: Gold | None, watch: Sequence[str]
) -> tuple[float, float, float, np.ndarray]:
    """Alignment and uniformity and score on the gold pairs, and the watched sentences' vectors."""
    model.module.eval()
    nan = float("nan")
    frame = unit(vectors(model, list(watch), config.pooler)) if watch else np.zeros((0, model.D), np.float32)
    if gold is None:
        return nan, uniformity(frame) if len(frame) > 1 else nan, nan, frame
    both = unit(vectors(model, [*gold.first, *gold.second], config.pooler))
    x, y = both[: len(gold.first)], both[len(gold.first) :]
    near = alignment(x[gold.positive], y[gold.positive]) if gold.positive.any() else nan
    _, once = np.unique([*gold.first, *gold.second], return_index=True)  # a sentence in two pairs is one point
    return near, uniformity(both[once]), spearman((x * y).sum(1), np.array(gold.scores)), frame
