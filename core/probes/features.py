"""What a frozen model says of every word, in every layer: read once, probed many times."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from jaxtyping import Float, Int

from core.models import Model
from core.models.embedding import batches, pad

BUDGET = 2048  # pieces in a batch


@dataclass(frozen=True, eq=False)
class Features:
    """Vectors of words, sentence after sentence; a word cut into pieces is their mean (Hewitt & Manning 2019)."""

    vectors: Float[np.ndarray, "layers N D"]  # half precision: probes standardise anyway
    starts: Int[np.ndarray, " more"]  # row of each sentence's first word, and the end

    def sentence(self, at: int, layer: int) -> Float[np.ndarray, "T D"]:
        """The words of one sentence in one layer."""
        return self.vectors[layer, self.starts[at] : self.starts[at + 1]].astype(np.float32)

    def means(self) -> Float[np.ndarray, "layers sentences D"]:
        """One vector for each sentence: the mean of its words."""
        parts = zip(self.starts[:-1], self.starts[1:], strict=True)
        return np.stack([self.vectors[:, a:b].mean(1, dtype=np.float32) for a, b in parts], axis=1)


@torch.inference_mode()
def read(model: Model, sentences: Sequence[Sequence[str]]) -> Features:
    """Every layer's states, first of all what goes into the first layer.

    Words are given as the treebank cuts them. What the model cannot take in one reading is cut off; a word of which
    nothing is left (or that the tokenizer swallows) has the zero vector.
    """
    encoded = [pieces(model, words) for words in sentences]
    starts = np.cumsum([0, *map(len, sentences)])
    vectors = np.zeros((model.L + 1, int(starts[-1]), model.D), dtype=np.float16)
    for batch in batches([len(ids) for ids, _ in encoded], BUDGET):
        ids, mask = pad([encoded[at][0] for at in batch], model.device)
        asked = {} if model.kind == "encoder" else {"use_cache": False}
        found = model.module(input_ids=ids, attention_mask=mask, output_hidden_states=True, **asked).hidden_states
        states = torch.stack(list(found)).float().cpu().numpy()  # (layers, B, pieces, D)
        for row, at in enumerate(batch):
            members = matrix(encoded[at][1], len(sentences[at]))
            means = np.einsum("tp,lpd->ltd", members, states[:, row, : members.shape[1]])
            vectors[:, starts[at] : starts[at + 1]] = means
    return Features(vectors, starts)


def matrix(owners: Sequence[int | None], T: int) -> Float[np.ndarray, "T pieces"]:
    """Which pieces make a word, as rows that average them."""
    found = np.zeros((T, len(owners)), dtype=np.float32)
    for piece, word in enumerate(owners):
        if word is not None:
            found[word, piece] = 1
    return found / np.maximum(found.sum(1, keepdims=True), 1)


def pieces(model: Model, words: Sequence[str]) -> tuple[list[int], list[int | None]]:
    """Ids with special tokens, and the word that each belongs to."""
    backend = model.tokenizer.backend_tokenizer
    room = min(model.limit, 512) - backend.num_special_tokens_to_add(False)
    readable = [word.encode("utf-8", "replace").decode() for word in words]
    row = backend.encode(readable, is_pretokenized=True, add_special_tokens=False)
    row.truncate(room)
    owners = row.word_ids
    whole = backend.post_process(row)
    extra = iter(owners)
    return whole.ids, [None if special else next(extra) for special in whole.special_tokens_mask]
