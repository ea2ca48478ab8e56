"""One small transformer for every objective: a corruption becomes one row of tokens and one matrix of who sees whom.

A decoder is more tokens that see the encoder's and, of their own, what came before; a query stream is more tokens
that know their place and not their word. So nothing in the model knows which objective trains it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from jaxtyping import Bool, Float, Int
from torch import Tensor, nn
from torch.nn.functional import cross_entropy

from core.masking.corruption import MASK, SPECIAL, UNK, Corruption
from core.masking.neighbours import neighbours
from core.nn.transformer import Layer

Ids = Int[Tensor, "B N"]
NOT_ASKED = -100
ENCODER, SECOND, QUERY, DECODER = 0, 1, 2, 3  # kinds of token, told apart by a vector each


@dataclass(frozen=True, eq=False)
class Row:
    """A corruption as numbers; ``views`` are the two places that a contrastive objective compares, or -1."""

    ids: Int[np.ndarray, " N"]
    places: Int[np.ndarray, " N"]
    kinds: Int[np.ndarray, " N"]
    sees: Bool[np.ndarray, "N N"]
    targets: Int[np.ndarray, " N"]
    views: tuple[int, int] = (-1, -1)


def row(made: Corruption, vocabulary: Mapping[str, int]) -> Row:
    """Lay encoder, query stream, decoder or second view side by side."""

    def numbers(words: Sequence[str]) -> Int[np.ndarray, " T"]:
        return np.array([number(word, vocabulary) for word in words])

    def asked(each: Corruption, mask: Bool[np.ndarray, " T"]) -> Int[np.ndarray, " T"]:
        ids = numbers(each.targets)
        return np.where(mask & (ids != vocabulary[UNK]), ids, NOT_ASKED)  # a word without a name is not asked for

    T = len(made.inputs)
    own, streams = made.attention_mask[0], len(made.attention_mask)
    told = streams > 1 and bool(made.order)  # XLNet's content stream sees the words: only its other one is asked
    first = asked(made, made.loss_mask & (not told))
    blocks = [(numbers(made.inputs), made.positions[0], np.minimum(made.segments, SECOND), first)]
    sees, views = own, (-1, -1)
    more = made.decoder or made.other
    if streams > 1:
        blocks.append((numbers([MASK] * T), made.positions[0], np.full(T, QUERY), asked(made, made.loss_mask)))
        sees = np.block([[own, np.zeros_like(own)], [made.attention_mask[1], np.eye(T, dtype=bool)]])
    elif more is not None:
        n = len(more.inputs)
        kind = DECODER if made.decoder else ENCODER
        blocks.append((numbers(more.inputs), more.positions[0], np.full(n, kind), asked(more, more.loss_mask)))
        across = np.full((n, T), bool(made.decoder))
        sees = np.block([[own, np.zeros((T, n), bool)], [across, more.attention_mask[0]]])
        views = (-1, -1) if made.decoder else (0, T)
    ids, places, kinds, targets = (np.concatenate(part) for part in zip(*blocks, strict=True))
    return Row(ids, places, kinds, sees | np.eye(len(ids), dtype=bool), targets, views)


def number(word: str, vocabulary: Mapping[str, int]) -> int:
    """A word's id; a capital where the reader knows small letters only is read small."""
    return vocabulary.get(word, vocabulary.get(word.lower(), vocabulary[UNK]))


def batch(rows: Sequence[Row], pad: int) -> tuple[Tensor, ...]:
    """Rows filled up to the longest: ids, places, kinds, who sees whom, targets, views."""
    B, N = len(rows), max(len(each.ids) for each in rows)
    ids, targets = np.full((B, N), pad), np.full((B, N), NOT_ASKED)
    places, kinds = np.zeros((2, B, N), int)
    sees = np.broadcast_to(np.eye(N, dtype=bool), (B, N, N)).copy()
    for b, each in enumerate(rows):
        n = len(each.ids)
        ids[b, :n], places[b, :n], kinds[b, :n], targets[b, :n] = each.ids, each.places, each.kinds, each.targets
        sees[b, :n, :n] = each.sees
    views = np.array([each.views for each in rows])
    return tuple(map(torch.from_numpy, (ids, places, kinds, sees, targets, views)))


class Reader(nn.Module):
    """Tokens, places and kinds in; states, or the loss of whatever is asked, out."""

    def __init__(self, V: int, D: int, L: int, H: int, longest: int) -> None:
        super().__init__()
        self.words, self.places, self.kinds = nn.Embedding(V, D), nn.Embedding(longest, D), nn.Embedding(4, D)
        for table in (self.words, self.places, self.kinds):
            nn.init.normal_(table.weight, std=0.05)
        self.layers = nn.ModuleList(Layer(D, H, 4 * D, "pre") for _ in range(L))
        self.last, self.bias = nn.LayerNorm(D), nn.Parameter(torch.zeros(V))

    def states(
        self,
        ids: Int[Tensor, "B N"],
        places: Int[Tensor, "B N"],
        kinds: Int[Tensor, "B N"],
        sees: Bool[Tensor, "B N N"],
    ) -> Float[Tensor, "B N D"]:
        x = self.embedded(ids, places, kinds)
        for layer in self.layers:
            x = layer(x, sees)
        return self.last(x)

    def embedded(
        self, ids: Int[Tensor, "B N"], places: Int[Tensor, "B N"], kinds: Int[Tensor, "B N"]
    ) -> Float[Tensor, "B N D"]:
        """What goes into the first layer."""
        return self.words(ids) + self.places(places) + self.kinds(kinds)

    def begin_counted(self, read: Int[np.ndarray, "N T"], seed: int) -> None:
        """Begin with counted vectors and frequencies: what else would be learnt first."""
        share = np.bincount(read.ravel(), minlength=len(self.bias)) + 0.5
        self.bias.data.copy_(torch.from_numpy(np.log(share / share.sum())))
        self.words.weight.data.copy_(torch.from_numpy(neighbours(list(read), *self.words.weight.shape, seed=seed)))

    def name(self, states: Float[Tensor, "*any D"]) -> Float[Tensor, "*any V"]:
        """States as logits over words and labels."""
        return states @ self.words.weight.T + self.bias

    def forward(self, ids, places, kinds, sees, targets: Int[Tensor, "B N"], views: Int[Tensor, "B 2"]) -> Tensor:
        """Nats per answer; where nothing is asked, nats per row to find one's own second view among the batch's."""
        states = self.states(ids, places, kinds, sees)
        if (views >= 0).all():
            one, two = (states[torch.arange(len(ids)), at] for at in views.T)  # (B, D) each
            return cross_entropy(one @ two.T / one.shape[-1] ** 0.5, torch.arange(len(ids), device=ids.device))
        here = targets != NOT_ASKED
        if not here.any():
            return states.sum() * 0.0  # the dice left every word alone
        return cross_entropy(self.name(states[here]), targets[here])


def intact(ids: Int[np.ndarray, "B T"], causal: bool) -> tuple[Tensor, ...]:
    """Undamaged rows as the reader takes them, for the probes."""
    B, T = ids.shape
    sees = torch.ones(T, T, dtype=torch.bool)
    places = torch.arange(T).expand(B, T)
    return (
        torch.from_numpy(ids),
        places,
        torch.zeros(B, T, dtype=torch.long),
        (sees.tril() if causal else sees).expand(B, T, T),
    )


def vocabulary(words: Sequence[str], labels: Sequence[str]) -> dict[str, int]:
    """Ids of the special words, the labels, then the words."""
    sentinels = [f"<extra_id_{i}>" for i in range(20)]
    return {word: at for at, word in enumerate(dict.fromkeys([*SPECIAL, *sentinels, *labels, *words]))}
