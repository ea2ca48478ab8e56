"""An encoder, a decoder, and a way to lean more on one text than on another."""

from __future__ import annotations

import torch
from jaxtyping import Bool, Float, Int
from torch import Tensor, nn
from torch.nn.functional import cosine_similarity, cross_entropy

from core.attention.translating.networks import Cross
from core.nn.attention import backwards, everywhere
from core.nn.transformer import Layer

PAD = 0


class Rewriter(nn.Module):
    """``L`` layers that read both ways, ``L`` that write one way and look at what was read.

    Vaswani et al. 2017, section 3.1, with the norm before each part; one table of words for both sides and the output.
    """

    def __init__(self, V: int, D: int, L: int, H: int, F: int, longest: int) -> None:
        super().__init__()
        self.words = nn.Embedding(V, D)
        nn.init.normal_(self.words.weight, std=0.05)
        self.read_at, self.write_at = (nn.Parameter(0.05 * torch.randn(longest, D)) for _ in range(2))
        self.readers, self.writers = (nn.ModuleList(Layer(D, H, F, "pre") for _ in range(L)) for _ in range(2))
        self.looks = nn.ModuleList(Cross(D, H) for _ in range(L))
        self.asks = nn.ModuleList(nn.LayerNorm(D) for _ in range(L))
        self.read_last, self.last, self.bias = nn.LayerNorm(D), nn.LayerNorm(D), nn.Parameter(torch.zeros(V))

    def read(self, ids: Int[Tensor, "B S"]) -> Float[Tensor, "B S D"]:
        """States of a text; the first stands for the whole."""
        x, seen = self.words(ids) + self.read_at[: ids.shape[1]], everywhere(ids != PAD)
        for layer in self.readers:
            x = layer(x, seen)
        return self.read_last(x)

    def write(
        self,
        before: Int[Tensor, "B T"],
        memory: Float[Tensor, "B S D"],
        real: Bool[Tensor, "B S"],
        lean: Float[Tensor, "B S"] | None = None,
    ) -> tuple[Float[Tensor, "B T V"], Float[Tensor, "B L H T S"]]:
        """Logits of each next piece, and the weights with which each layer looked at what was read.

        ``lean`` is added to the scores of every head, in every layer.
        """
        x, seen, weights = self.words(before) + self.write_at[: before.shape[1]], backwards(before != PAD), []
        for layer, look, ask in zip(self.writers, self.looks, self.asks, strict=True):
            assert isinstance(layer, Layer)
            x = x + layer.attention(layer.first(x), seen)
            found, weight = look(ask(x), memory, real, lean)
            x = x + found
            x = x + layer.think(layer.second(x))
            weights.append(weight)
        return self.last(x) @ self.words.weight.T + self.bias, torch.stack(weights, 1)

    def forward(self, source: Int[Tensor, "B S"], written: Int[Tensor, "B T"]) -> Float[Tensor, ""]:
        """Nats per piece of what is written after its first."""
        logits, _ = self.write(written[:, :-1], self.read(source), source != PAD)
        return nats(logits, written)


class Gatherer(Rewriter):
    """A text is written from several others, each by how near it is (MARGE).

    To every score of evidence ``j`` is added ``beta`` times the cosine between its vector and that of the text which
    is to be written. Lewis et al. 2020, section 2.2 and equation 4. https://arxiv.org/abs/2006.15020
    """

    def __init__(self, V: int, D: int, L: int, H: int, F: int, longest: int) -> None:
        super().__init__(V, D, L, H, F, longest)
        self.beta = nn.Parameter(torch.tensor(4.0))

    def relevance(
        self, wanted: Int[Tensor, "B T"], evidence: Int[Tensor, "B M S"]
    ) -> tuple[Float[Tensor, "B M"], Float[Tensor, "B M S D"]]:
        """Cosines between the text's vector and each evidence's, and the states of the evidence."""
        states = self.read(evidence.flatten(0, 1)).unflatten(0, evidence.shape[:2])
        return cosine_similarity(self.read(wanted)[:, None, 0], states[:, :, 0], dim=-1), states

    def gather(
        self, wanted: Int[Tensor, "B T"], evidence: Int[Tensor, "B M S"], before: Int[Tensor, "B N"]
    ) -> tuple[Float[Tensor, "B N V"], Float[Tensor, "B L H N all"], Float[Tensor, "B M"]]:
        """Logits, the weights on all pieces of all evidence, and the relevances."""
        near, states = self.relevance(wanted, evidence)
        lean = (self.beta * near)[..., None].expand(evidence.shape)
        real = (evidence != PAD).flatten(1)
        logits, weights = self.write(before, states.flatten(1, 2), real, lean.flatten(1))
        return logits, weights, near

    def forward(self, wanted: Int[Tensor, "B T"], evidence: Int[Tensor, "B M S"]) -> Float[Tensor, ""]:
        """Nats per piece of the text, rebuilt from the evidence. ``wanted`` begins with the special first piece."""
        logits, _, _ = self.gather(wanted, evidence, wanted[:, :-1])
        return nats(logits, wanted)


def nats(logits: Float[Tensor, "B T V"], written: Int[Tensor, "B N"]) -> Float[Tensor, ""]:
    """Nats per piece; position ``t`` of the logits names the piece after ``written[t]``."""
    return cross_entropy(logits.flatten(0, 1), written[:, 1:].flatten(), ignore_index=PAD)
