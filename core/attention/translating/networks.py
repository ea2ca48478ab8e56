"""Two translators: the recurrent one that attention was invented for, and a transformer's encoder and decoder.

Both read a source, write one character at a time, and say at each what they looked at.
"""

from __future__ import annotations

import math

import torch
from jaxtyping import Bool, Float, Int
from torch import Tensor, nn

from core.attention.translating.dates import LETTERS, LONGEST, PAD, TARGETS, WRITTEN
from core.attention.translating.translator import Score
from core.nn.attention import backwards, everywhere
from core.nn.transformer import Layer

V_SOURCE, V_TARGET = len(LETTERS) + 3, len(TARGETS) + 2
Written = tuple[Float[Tensor, "B T V"], Float[Tensor, "B H T S"]]  # logits, and the weights behind each


class Recurrent(nn.Module):
    """A GRU reads both ways; another writes, from a context made anew for every character.

    Bahdanau et al. 2015, section 3 and appendix A, https://arxiv.org/abs/1409.0473: the state before the step is the
    query. ``dot`` and ``general`` put Luong's scores (2015, equation 8, https://arxiv.org/abs/1508.04025) in the place
    of the additive one and change nothing else. ``even`` weighs all states alike. ``none`` is what was there before
    (Sutskever et al. 2014, Cho et al. 2014): one vector for the whole source, the encoder's last states.
    """

    def __init__(self, score: Score, D: int) -> None:
        super().__init__()
        self.score = score
        self.source, self.target = nn.Embedding(V_SOURCE, D, PAD), nn.Embedding(V_TARGET, D, PAD)
        self.reader = nn.GRU(D, D // 2, bidirectional=True, batch_first=True)
        self.begin, self.writer = nn.Linear(D, D), nn.GRUCell(2 * D, D)
        self.out = nn.Linear(2 * D, V_TARGET)
        if score == "additive":
            self.W1, self.W2, self.v = nn.Linear(D, D, bias=False), nn.Linear(D, D), nn.Linear(D, 1, bias=False)
        elif score == "general":
            self.W = nn.Linear(D, D, bias=False)

    def forward(self, source: Int[Tensor, "B S"], target: Int[Tensor, "B T"]) -> Written:
        """``target`` begins with ``START``; position ``t`` of the logits names the character after ``target[t]``."""
        writing = self.start(source)
        steps = [writing(target[:, t]) for t in range(target.shape[1])]
        logits, weights = (torch.stack(each, 1) for each in zip(*steps, strict=True))
        return logits, weights[:, None]

    def start(self, source: Int[Tensor, "B S"]):
        """Read the source; what comes back takes one character after the other."""
        real = source != PAD
        read = nn.utils.rnn.pack_padded_sequence(
            self.source(source), real.sum(1).cpu(), batch_first=True, enforce_sorted=False
        )
        packed, last = self.reader(read)
        states, _ = nn.utils.rnn.pad_packed_sequence(packed, batch_first=True, total_length=source.shape[1])
        ends = last.transpose(0, 1).flatten(1)  # (B, D): each direction's last state
        state = self.begin(ends).tanh()

        def write(character: Int[Tensor, " B"]) -> tuple[Float[Tensor, "B V"], Float[Tensor, "B S"]]:
            nonlocal state
            weights = self.scores(state, states).masked_fill(~real, -math.inf).softmax(-1)
            context = ends if self.score == "none" else (weights[:, None] @ states)[:, 0]
            state = self.writer(torch.cat([self.target(character), context], 1), state)
            return self.out(torch.cat([state, context], 1)), weights

        return write

    def scores(self, query: Float[Tensor, "B D"], keys: Float[Tensor, "B S D"]) -> Float[Tensor, "B S"]:
        """One score for each place of the source."""
        match self.score:
            case "additive":
                return self.v((self.W1(query)[:, None] + self.W2(keys)).tanh())[..., 0]
            case "dot":
                return (keys @ query[..., None])[..., 0]
            case "general":
                return (keys @ self.W(query)[..., None])[..., 0]
            case _:
                return torch.zeros_like(keys[..., 0])


class Cross(nn.Module):
    """Attention from one text to another: queries of the writer, keys and values of what was read."""

    def __init__(self, D: int, H: int) -> None:
        super().__init__()
        self.H = H
        self.query, self.key, self.value, self.out = (nn.Linear(D, D) for _ in range(4))

    def forward(
        self,
        x: Float[Tensor, "B T D"],
        memory: Float[Tensor, "B S D"],
        real: Bool[Tensor, "B S"],
        lean: Float[Tensor, "B S"] | None = None,
    ) -> tuple[Float[Tensor, "B T D"], Float[Tensor, "B H T S"]]:
        """What is found and how it was weighed; ``lean`` is added to the scores of every query and head."""
        q, k, v = (
            part(of).unflatten(-1, (self.H, -1)).transpose(1, 2)
            for part, of in ((self.query, x), (self.key, memory), (self.value, memory))
        )
        scores = q @ k.transpose(-1, -2) / math.sqrt(q.shape[-1])
        if lean is not None:
            scores = scores + lean[:, None, None]
        weights = scores.masked_fill(~real[:, None, None], -math.inf).softmax(-1)
        return self.out((weights @ v).transpose(1, 2).flatten(2)), weights


class Crossed(nn.Module):
    """One layer that reads and one that writes. Vaswani et al. 2017, section 3.1 and 3.2.3."""

    def __init__(self, D: int, H: int) -> None:
        super().__init__()
        self.source, self.target = nn.Embedding(V_SOURCE, D, PAD), nn.Embedding(V_TARGET, D, PAD)
        self.places = nn.ParameterList(0.1 * torch.randn(length, D) for length in (LONGEST, WRITTEN))
        self.reader, self.writer = Layer(D, H, 2 * D, "pre"), Layer(D, H, 2 * D, "pre")
        self.cross, self.norms = Cross(D, H), nn.ModuleList(nn.LayerNorm(D) for _ in range(3))
        self.out = nn.Linear(D, V_TARGET)

    def forward(self, source: Int[Tensor, "B S"], target: Int[Tensor, "B T"]) -> Written:
        real, written = source != PAD, target != PAD
        read, query, last = self.norms
        memory = read(self.reader(self.source(source) + self.places[0][: source.shape[1]], everywhere(real)))
        x = self.target(target) + self.places[1][: target.shape[1]]
        x = x + self.writer.attention(self.writer.first(x), backwards(written))
        found, weights = self.cross(query(x), memory, real)
        x = x + found
        return self.out(last(x + self.writer.think(self.writer.second(x)))), weights


def network(score: Score, D: int, H: int) -> Recurrent | Crossed:
    """The translator that scores so."""
    return Crossed(D, H) if score == "cross" else Recurrent(score, D)


def overlap(weights: Float[Tensor, "B H T S"]) -> Float[Tensor, ""]:
    """How much of what one head looks at another looks at too: Σ αα' over the source, a mean over pairs of heads.

    Source: Li et al. 2018, section 3.2, "disagreement on attended positions". https://arxiv.org/abs/1810.10183
    """
    H = weights.shape[1]
    together = torch.einsum("bhts,bgts->bhgt", weights, weights).mean((0, 3))
    return (together.sum() - together.trace()) / (H * (H - 1))
