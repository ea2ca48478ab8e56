"""A cross-encoder: two texts are read as one, so that every token of one may look at every token of the other.

Ours is all-MiniLM-L6-v2 with low-rank corrections (``core.nn.lowrank``). Of the joint reading the tokens of either
text are averaged apart, ``u`` and ``v`` of length 1, and the head sees ``u ∘ v`` and ``|u - v|``. It starts as a
cosine, so little training is enough; what it gives is no cosine but how much alike people would call the two, 0 to 1.

``python -m core.search.crosstrain`` made the one that lies in ``assets/checkpoints``.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import torch
from jaxtyping import Float, Int
from torch import Tensor, nn
from torch.nn.functional import normalize
from transformers import PreTrainedTokenizerFast

from core import runtime
from core.models import common, load
from core.models.adapter import Adapter
from core.models.embedding import batches
from core.search.index import Hit
from core.search.reranked import NAME

BASE = "minilm"
LONGEST = 64  # tokens of each of the two texts
ABOUT = "cross.json"
SLOPE, SHIFT = 8.0, -5.0  # the score begins as sigmoid(8 · cosine - 5)
NOBODY = 2  # the text that padding belongs to

Pair = tuple[str, str]


class Reader(nn.Module):
    """A transformer on two texts at once, and the head that judges them."""

    def __init__(self, encoder: nn.Module, D: int) -> None:
        super().__init__()
        self.encoder, self.D, self.head = encoder, D, nn.Linear(2 * D, 1)
        with torch.no_grad():
            self.head.weight.zero_()[:, :D] = SLOPE / D**0.5
            self.head.bias.fill_(SHIFT)

    def forward(self, ids: Int[Tensor, "B T"], belongs: Int[Tensor, "B T"]) -> Float[Tensor, " B"]:
        """Logits; ``belongs`` says to which text a token belongs: 0, 1, or to none of them."""
        mask = (belongs != NOBODY).long()
        hidden = self.encoder(input_ids=ids, attention_mask=mask, token_type_ids=belongs * mask).last_hidden_state
        u, v = (normalize(_mean(hidden.float(), belongs == text), dim=1) for text in (0, 1))
        return self.head(torch.cat([u * v, (u - v).abs()], 1) * self.D**0.5)[:, 0]


@dataclass(frozen=True, eq=False)
class CrossEncoder:
    """Read two texts together, get one number."""

    reader: Reader
    tokenizer: PreTrainedTokenizerFast

    @torch.inference_mode()
    def scores(self, pairs: Sequence[Pair]) -> Float[np.ndarray, " N"]:
        """How alike the two texts of each pair are, 0 to 1; the first 64 tokens of either count."""
        rows = read(self.tokenizer, pairs)
        found = np.zeros(len(pairs), np.float32)
        device = self.reader.head.weight.device
        for at in batches([len(row) for row in rows]):
            ids, belongs = pad([rows[i] for i in at])
            found[at] = self.reader(ids.to(device), belongs.to(device)).float().sigmoid().cpu().numpy()
        return found

    def rerank(self, text: str, hits: Sequence[Hit]) -> tuple[Hit, ...]:
        """The hits of a search in the order of the scores, which take the place of their cosines."""
        scores = self.scores([(text, hit.text) for hit in hits]).tolist()
        again = [Hit(hit.text, score, hit.at) for hit, score in zip(hits, scores, strict=True)]
        return tuple(sorted(again, key=lambda hit: -hit.score))


def fresh(device: str = "auto") -> CrossEncoder:
    """MiniLM that reads pairs and has learnt nothing new; the word embeddings are shared, the rest is its own."""
    model = common(BASE) if device == "auto" else load(BASE, device=device)
    words = model.module.get_input_embeddings().weight
    encoder = deepcopy(model.module, {id(words): words})
    return CrossEncoder(Reader(encoder, model.D).to(model.device).eval(), model.tokenizer)


@cache
def ours() -> CrossEncoder:
    """The one we ship."""
    return kept(runtime.ASSETS / "checkpoints" / NAME)


def kept(folder: Path) -> CrossEncoder:
    """A cross-encoder from its folder.

    Raises:
        Trouble: ``model-damaged``.
    """
    made = fresh()
    base = str(json.loads((folder / ABOUT).read_bytes())["base"])
    Adapter(folder, base).put_on(made.reader, folder.name)
    return made


def read(tokenizer: PreTrainedTokenizerFast, pairs: Sequence[Pair]) -> list[list[tuple[int, int]]]:
    """Each pair as tokens with the text they belong to: ``[CLS] first [SEP] second [SEP]``."""
    backend = tokenizer.backend_tokenizer
    texts = [text.encode("utf-8", "replace").decode() for pair in pairs for text in pair]  # no lone surrogates
    rows = backend.encode_batch_fast(texts, add_special_tokens=False)
    for row in rows:
        row.truncate(LONGEST)
    joined = [backend.post_process(rows[i], rows[i + 1]) for i in range(0, len(rows), 2)]
    return [list(zip(row.ids, row.type_ids, strict=True)) for row in joined]


def pad(rows: Sequence[Sequence[tuple[int, int]]]) -> tuple[Int[Tensor, "B T"], Int[Tensor, "B T"]]:
    """Ids, and whose they are, all rows as long as the longest."""
    longest = max(map(len, rows))
    filled = torch.tensor([[*row, *[(0, NOBODY)] * (longest - len(row))] for row in rows])
    return filled[..., 0].contiguous(), filled[..., 1].contiguous()


def _mean(hidden: Float[Tensor, "B T D"], chosen: Tensor) -> Float[Tensor, "B D"]:
    return (hidden * chosen.unsqueeze(-1)).sum(1) / chosen.sum(1, keepdim=True).clamp(min=1)
