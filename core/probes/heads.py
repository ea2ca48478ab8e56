"""Does one attention head look along one relation? The best head for each, against a fixed distance.

A word's attention to a split word is the sum over its pieces, from a split word the mean; special tokens and the word
itself are left out of the choice. The head is chosen on one half of the sentences and scored on the other.

Source: Clark et al. 2019, sections 4.1 and 4.2. https://arxiv.org/abs/1906.04341
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
import torch
from jaxtyping import Float

from core.models import Model
from core.models.observe import watching
from core.probes.config import Found
from core.probes.features import matrix, pieces
from core.probes.treebank import Sentence

FEWEST = 60  # examples of a relation on each side
REACH = 5  # the fixed distances that are tried, to both sides


@torch.inference_mode()
def word_attention(model: Model, words: Sequence[str]) -> Float[np.ndarray, "L H T T"]:
    """Attention between the words of a sentence as the treebank cuts it."""
    ids, owners = pieces(model, words)
    row = torch.tensor([ids], device=model.device)
    with watching() as looks:
        model.module(input_ids=row, attention_mask=torch.ones_like(row))
    weights = np.stack([look.weights.float().cpu().numpy() for look in looks])  # (L, H, pieces, pieces)
    members = matrix(owners, len(words))  # rows are means
    return np.einsum("tp,lhpq,sq->lhts", members, weights, (members > 0).astype(np.float32), optimize=True)


def hits(model: Model, sentences: Sequence[Sentence]) -> dict[str, tuple[np.ndarray, np.ndarray, int]]:
    """For each relation: hits of every head in both directions (2, L, H), of every fixed distance, and the examples."""
    heads: dict[str, np.ndarray] = {}
    fixed: Counter[tuple[str, int]] = Counter()
    seen: Counter[str] = Counter()
    for sentence in sentences:
        weights = word_attention(model, sentence.words)
        best = np.where(np.eye(len(sentence), dtype=bool), -1, weights).argmax(-1)  # (L, H, T)
        for at, (head, relation) in enumerate(zip(sentence.heads, sentence.relations, strict=True)):
            if head <= 0 or relation == "punct" or len(sentence) < 3:
                continue
            kind = relation.partition(":")[0]
            both = np.stack([best[:, :, at] == head - 1, best[:, :, head - 1] == at])
            heads[kind] = heads.get(kind, 0) + both
            fixed[kind, head - 1 - at] += 1
            seen[kind] += 1
    offsets = [offset for offset in range(-REACH, REACH + 1) if offset]
    return {kind: (both, np.array([fixed[kind, each] for each in offsets]), seen[kind]) for kind, both in heads.items()}


def best_heads(model: Model, sentences: Sequence[Sentence]) -> tuple[Found, ...]:
    """The best head of every relation that is frequent enough, most faithful first."""
    first, other = hits(model, sentences[::2]), hits(model, sentences[1::2])
    offsets = [offset for offset in range(-REACH, REACH + 1) if offset]
    found = []
    for kind in first.keys() & other.keys():
        (chosen, near, n), (scored, near_too, m) = first[kind], other[kind]
        if min(n, m) < FEWEST:
            continue
        way, layer, head = (int(each) for each in np.unravel_index(chosen.argmax(), chosen.shape))
        at = int(near.argmax())
        found.append(
            Found(
                kind,
                layer,
                head,
                way == 0,
                float(scored[way, layer, head] / m),
                offsets[at],
                float(near_too[at] / m),
                m,
            )
        )
    return tuple(sorted(found, key=lambda each: -each.score))
