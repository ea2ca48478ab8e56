"""How good a masked language model is: on text it has not read, and on forty gaps that were fixed beforehand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch.nn.functional import cross_entropy
from transformers import PreTrainedModel

from core.masking.clozes import gaps
from core.masking.pretrain import Cloze
from core.masking.rows import Batches, Specials

if TYPE_CHECKING:
    from core.models import Model


@dataclass(frozen=True)
class Score:
    """How often the right piece came first, or among the first five, and its surprise."""

    top1: float  # shares
    top5: float
    nats: float  # per piece that was asked for
    n: int


@torch.inference_mode()
def held_out(
    model: PreTrainedModel, special: Specials, read: Sequence[np.ndarray], *, rate: float = 0.15, seed: int = 0
) -> Score:
    """Every row once, ``rate`` of its pieces replaced by [MASK] and asked for (BERT's rate; no random or kept ones)."""
    cloze = Cloze(model, special.pad)
    tokens = sum(map(len, read))
    once = Batches(read, special, tokens, 4096, rate, mask=1.0, random=0.0, seed=seed)
    hits1 = hits5 = n = 0
    nats, seen = 0.0, 0
    for inputs, targets in once:
        logits, wanted = cloze.asked(inputs, targets)
        best = logits.topk(5, dim=-1).indices
        hits1 += int((best[:, 0] == wanted).sum())
        hits5 += int((best == wanted[:, None]).any(1).sum())
        nats += float(cross_entropy(logits, wanted, reduction="sum"))
        n += len(wanted)
        seen += len(inputs)
        if seen >= len(read):
            break
    return Score(hits1 / n, hits5 / n, nats / n, n)


def by_count(counts: np.ndarray, special: Specials, read: Sequence[np.ndarray]) -> Score:
    """What one gets by always naming the five most frequent pieces of the training text."""
    closed = (special.pad, special.unknown, special.start, special.end, special.mask)
    share = counts.astype(float) + 0.5
    share[list(closed)] = 0
    share /= share.sum()
    every = np.concatenate(read)
    every = every[~np.isin(every, closed)]
    best = np.argsort(-share)[:5]
    nats = float(-np.log(share[every]).mean())
    return Score(float((every == best[0]).mean()), float(np.isin(every, best).mean()), nats, len(every))


def ranks(model: Model, language: str) -> list[int]:
    """For each gap the best rank of an answer that is a single piece of the model, from 1; 0 where none is."""
    found = []
    for gap in gaps(language):
        tokens = model.tokens(gap.text)
        logits = model.logits(gap.text)[tokens.ids.index(model.tokenizer.mask_token_id)]
        ids = [model.tokenizer.convert_tokens_to_ids(answer) for answer in gap.answers]
        known = [at for at in ids if at != model.tokenizer.unk_token_id]
        found.append(min((int((logits > logits[at]).sum()) + 1 for at in known), default=0))
    return found
