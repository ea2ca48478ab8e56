"""What a text-to-text model answers, piece by piece.

answer("translate to chinese:", "i like music.").text
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import torch
from jaxtyping import Float, Int
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor

from core.errors import Trouble
from core.masking.rewriting.card import FOLDER, card
from core.masking.rewriting.network import PAD, Rewriter
from core.masking.rewriting.pieces import (
    END,
    END_ID,
    LONGEST,
    START_ID,
    UNKNOWN,
    UNKNOWN_ID,
    ids,
    named,
    spelled,
    tokenizer,
)
from core.masking.rewriting.prefixes import put
from core.masking.rewriting.tatoeba import plain
from core.models.weights import examine

BEST = 4  # pieces that are named at each place


@dataclass(frozen=True)
class Written:
    """One piece that was written: the likeliest one, and what stood beside it."""

    piece: str
    best: tuple[tuple[str, float], ...]  # with their chances


@dataclass(frozen=True)
class Answer:
    """What was read and what was written."""

    read: tuple[str, ...]  # pieces, without the two that frame them
    written: tuple[Written, ...]  # the last one is the end, if it came
    text: str
    unread: float  # share of the pieces that are unknown


def answer(prefix: str, text: str, second: str = "", model: Rewriter | None = None) -> Answer:
    """The likeliest piece each time, until the end.

    Raises:
        Trouble: ``rewrite-empty``: no text.
    """
    if not text.strip():
        raise Trouble("rewrite-empty", "Give a text and, for a comparison, a second one.")
    model = model or rewriter()
    source = torch.from_numpy(ids([put(prefix, plain(text), plain(second))]))
    read = named(source[0, 1:-1].tolist())
    said, chances = write(model, source)
    written = []
    for piece, row in zip(said[0].tolist(), chances[0], strict=True):
        top = row.topk(BEST)
        best = zip(named(top.indices.tolist()), top.values.tolist(), strict=True)
        written.append(Written(named([piece])[0], tuple(best)))
    pieces = [each.piece for each in written if each.piece != END]
    return Answer(read, tuple(written), spelled(pieces), sum(each == UNKNOWN for each in read) / max(len(read), 1))


def answers(model: Rewriter, sources: Sequence[str], cutter: Tokenizer) -> list[str]:
    """The texts that are written for many, in their order."""
    said, _ = write(model, torch.from_numpy(ids(sources, cutter)))
    rows = [row[: row.index(END_ID)] if END_ID in row else row for row in said.tolist()]
    return [spelled(named(row, cutter)) for row in rows]


@torch.inference_mode()
def write(model: Rewriter, source: Int[Tensor, "B S"]) -> tuple[Int[Tensor, "B T"], Float[Tensor, "B T V"]]:
    """The likeliest piece each time, and the chances it was chosen from; after the end nothing counts."""
    memory, real = model.read(source), source != PAD
    said, found = torch.full((len(source), 1), START_ID), list[Tensor]()
    while said.shape[1] < LONGEST and not (said == END_ID).any(1).all():
        logits = model.write(said, memory, real)[0][:, -1]
        logits[:, [PAD, UNKNOWN_ID, START_ID]] = -torch.inf
        found.append(logits.softmax(-1))
        said = torch.cat([said, logits.argmax(-1, keepdim=True)], 1)
    return said[:, 1:], torch.stack(found, 1)


@cache
def rewriter() -> Rewriter:
    """The shipped model."""
    c = card()["config"]
    model = Rewriter(tokenizer().get_vocab_size(), c["D"], c["L"], c["H"], c["F"], LONGEST)
    file = FOLDER / "tasks.safetensors"
    examine((file,), "tasks")
    model.load_state_dict({key: value.float() for key, value in load_file(file).items()})
    return model.eval()
