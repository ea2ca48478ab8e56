"""A BERT from zero, small enough to watch: what does it say for one sentence while it learns?"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy

from core.errors import Trouble
from core.fit import fit
from core.masking import vocabularies
from core.masking.live import Live, Run
from core.masking.neighbours import neighbours
from core.masking.rows import NOT_ASKED, Batches, Specials, counts, rows
from core.nn.transformer import Transformer
from core.runtime import OnStep, Step, quiet, seeded
from core.text import language_of

LOOKS = 24  # times that the watched sentence is asked
FEWEST = 50  # documents


class Cloze(nn.Module):
    """The plain transformer whose forward pass is the loss."""

    def __init__(self, model: Transformer, pad: int) -> None:
        super().__init__()
        self.model, self.pad = model, pad

    def forward(self, inputs: Tensor, targets: Tensor) -> Tensor:
        logits, wanted = self.asked(inputs, targets)
        return cross_entropy(logits, wanted)

    def asked(self, inputs: Tensor, targets: Tensor) -> tuple[Tensor, Tensor]:
        """The head sees the asked positions only."""
        here = targets != NOT_ASKED
        return self.model.name(self.model.hidden(inputs, inputs != self.pad)[-1][here]), targets[here]


def train(
    data: Sequence[str],
    config: Live,
    *,
    device: str = "auto",
    on_step: OnStep = quiet,
    checkpoint: Path | None = None,
) -> Run:
    """Learn from documents; every tenth is kept back for the measurement. ``checkpoint`` is a folder, as in ``fit``.

    Raises:
        Trouble: ``masking-few``: fewer than fifty documents; ``fill-nothing``: no gap in the watched sentence.
    """
    if len(data) < FEWEST:
        raise Trouble("masking-few", f"{len(data)} documents are too few: give {FEWEST} or more.", found=len(data))
    if "[MASK]" not in config.watched:
        raise Trouble("fill-nothing", "There is no gap in the watched sentence: write [MASK] where a word is missing.")
    documents = [[each] for each in data]
    read = [each for at, each in enumerate(documents) if at % 10]
    chinese = language_of(" ".join(data[:20])) == "zh"
    tokenizer = vocabularies.characters(read, 2) if chinese else vocabularies.word_pieces(read, config.V)
    special = Specials.of(tokenizer)
    made = rows(read, tokenizer, config.longest, config.seed)
    test = rows(documents[::10], tokenizer, config.longest, config.seed)[:200]
    often = counts(made, special.V)
    share = (often + 0.5) / (often + 0.5).sum()
    with seeded(config.seed):
        model = Transformer(special.V, config.D, config.L, config.H, longest=config.longest, positions=config.positions)
        model.bias.data.copy_(torch.from_numpy(np.log(share)))
        if config.counted:
            model.tokens.weight.data.copy_(torch.from_numpy(neighbours(made, special.V, config.D, seed=config.seed)))
    cloze = Cloze(model, special.pad)
    watched = torch.tensor([tokenizer.encode(config.watched).ids[: config.longest]])
    seen: dict[str, list] = {"at": [], "words": [], "probabilities": [], "right": []}

    @torch.inference_mode()
    def look(step: int) -> None:
        """What it says now; whoever listens gets it as a frame."""
        gap = int((watched[0] == special.mask).nonzero()[0])
        ids = watched.to(model.bias.device)
        row = model(ids, ids != special.pad)[0, gap].softmax(-1).cpu()
        best = row.topk(8)
        seen["at"].append(step)
        seen["words"].append([str(tokenizer.id_to_token(int(each))) for each in best.indices])
        seen["probabilities"].append(best.values.tolist())
        seen["right"].append(_right(cloze, test, special))

    every = max(1, config.steps // LOOKS)

    def heard(step: Step) -> None:
        done = round(step.progress * config.steps)
        if done % every == 0 or done == config.steps:
            look(done)
        on_step(Step(step.progress, step.metrics))

    look(0)
    batches = Batches(made, special, config.steps, config.budget, config.rate, config.mask, config.random, config.seed)
    losses = fit(
        cloze,
        lambda whole, batch: whole(*batch),
        batches,
        lr=config.lr,
        steps=config.steps,
        seed=config.seed,
        schedule=lambda progress: min(1.0, progress / 0.05, (1 - progress) / 0.5),
        device=device,
        on_step=heard,
        checkpoint=checkpoint,
        every=100,
        memory=seen,
    )
    closed = [special.pad, special.unknown, special.start, special.end, special.mask]
    asked = often.copy()
    asked[closed] = 0
    return Run(
        config=config,
        pieces=special.V,
        tokens=int(often.sum()),
        losses=losses,
        by_count=float(-(asked / asked.sum() * np.log(share)).sum()),
        at=tuple(seen["at"]),
        words=tuple(map(tuple, seen["words"])),
        probabilities=tuple(map(tuple, seen["probabilities"])),
        held_out=np.array(seen["right"]),
    )


def _right(cloze: Cloze, test: Sequence[np.ndarray], special: Specials) -> float:
    """Share of first guesses that are right, every row once, always with the same holes."""
    once = Batches(test, special, len(test), 4096, 0.15, 1.0, 0.0, seed=0)
    hits = n = seen = 0
    device = cloze.model.bias.device
    for inputs, targets in once:
        logits, wanted = cloze.asked(inputs.to(device), targets.to(device))
        hits, n, seen = hits + int((logits.argmax(-1) == wanted).sum()), n + len(wanted), seen + len(inputs)
        if seen >= len(test):
            break
    return hits / max(1, n)
