"""How good a masked language model is: on text it has not read, and on forty gaps that were fixed beforehand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import cross_entropy
from transformers import PreTrainedModel

from core.masking.clozes import Gap
from core.masking.pretrain import Cloze
from core.masking.rows import NOT_ASKED, Batches, Specials

if TYPE_CHECKING:
    from core.models import Model


@dataclass(frozen=True)
class Score:
    """How often the right piece came first, or among the first five, and its surprise."""

    top1: float  # shares
    top5: float
    nats: float  # per piece that was asked for
    n: int


@dataclass(frozen=True)
class Repeats:
    """Gaps where a rare piece stood, and how often it is one that stands elsewhere in the row, to be seen."""

    happens: float  # share of the right pieces
    expected: float  # probability that the model gives to such pieces, on average
    said: float  # share of its first answers
    wrongly: float  # share of its first answers that are such a piece and wrong
    n: int


@torch.inference_mode()
def held_out(
    model: PreTrainedModel, special: Specials, read: Sequence[np.ndarray], *, rate: float = 0.15, seed: int = 0
) -> Score:
    """Every row once, ``rate`` of its pieces replaced by [MASK] and asked for (BERT's rate; no random or kept ones)."""
    cloze = Cloze(model, special.pad)
    hits1 = hits5 = n = 0
    nats = 0.0
    for inputs, targets in _once(read, special, rate, seed):
        logits, wanted = cloze.asked(inputs, targets)
        best = logits.topk(5, dim=-1).indices
        hits1 += int((best[:, 0] == wanted).sum())
        hits5 += int((best == wanted[:, None]).any(1).sum())
        nats += float(cross_entropy(logits, wanted, reduction="sum"))
        n += len(wanted)
    return Score(hits1 / n, hits5 / n, nats / n, n)


@torch.inference_mode()
def repeats(
    model: PreTrainedModel, special: Specials, read: Sequence[np.ndarray], *, common: int = 100, seed: int = 0
) -> Repeats:
    """Does the model say words of the context more often than texts do? Rare: not among the ``common`` commonest."""
    cloze = Cloze(model, special.pad)
    often = np.bincount(np.concatenate(read), minlength=special.V)
    rare = torch.ones(special.V, dtype=torch.bool)
    rare[np.argsort(-often)[:common]] = False
    rare[[special.pad, special.unknown, special.start, special.end, special.mask]] = False
    found: list[Tensor] = []
    for inputs, targets in _once(read, special, 0.15, seed):
        seen = torch.zeros(len(inputs), special.V, dtype=torch.bool).scatter_(1, inputs, value=True) & rare
        logits, wanted = cloze.asked(inputs, targets)
        near = seen[(targets != NOT_ASKED).nonzero()[:, 0]]
        first = logits.argmax(1)
        said = near.gather(1, first[:, None])[:, 0]
        expected = (logits.softmax(1) * near).sum(1)
        happens = near.gather(1, wanted[:, None])[:, 0]
        found.append(torch.stack([happens, expected, said, said & (first != wanted)], 1)[rare[wanted]])
    happens, expected, said, wrongly = torch.cat(found).double().mean(0).tolist()
    return Repeats(happens, expected, said, wrongly, sum(map(len, found)))


def _once(read: Sequence[np.ndarray], special: Specials, rate: float, seed: int) -> Iterator[tuple[Tensor, Tensor]]:
    """Every row once, in batches; [MASK] at ``rate`` of its pieces."""
    seen = 0
    for inputs, targets in Batches(read, special, sum(map(len, read)), 4096, rate, mask=1.0, random=0.0, seed=seed):
        yield inputs, targets
        seen += len(inputs)
        if seen >= len(read):
            return


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


def ranks(model: Model, gaps: Iterable[Gap]) -> list[int]:
    """For each gap the best rank of an answer that is a single piece of the model, from 1; 0 where none is."""
    found = []
    for gap in gaps:
        tokens = model.tokens(gap.text)
        logits = model.logits(gap.text)[tokens.ids.index(model.tokenizer.mask_token_id)]
        ids = [model.tokenizer.convert_tokens_to_ids(answer) for answer in gap.answers]
        known = [at for at in ids if at != model.tokenizer.unk_token_id]
        found.append(min((int((logits > logits[at]).sum()) + 1 for at in known), default=0))
    return found
