"""What tells a transformer the order of its tokens, by name; the arithmetic is that of ``core.positions``.

An encoding may speak up in three places: ``added`` to the embeddings, ``turned`` into queries and keys, ``scored``
into what they make of each other. ``longest`` is how far it can tell places or distances apart.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from functools import partial

import numpy as np
import torch
from jaxtyping import Float
from torch import Tensor, nn

from core.errors import Trouble
from core.positions.arrays import like, offsets
from core.positions.bias import Kernel, alibi_bias, clipped, kerple_bias, relative_bucket
from core.positions.rotary import rotate
from core.positions.sinusoid import frequencies, sinusoid
from core.positions.terms import by_offset, disentangled, transformer_xl

Scores = Float[Tensor, "B H T T"]
Heads = Float[Tensor, "B H T Dh"]


class Absent(nn.Module):
    """No order at all: read both ways, a sentence is a bag of words. The others change one of the three places.

    Under a causal mask order leaks in all the same: a token sees how many there are before it (Haviv et al. 2022).
    """

    def __init__(self, D: int, H: int, longest: int) -> None:
        super().__init__()

    def added(self, x: Float[Tensor, "B T D"]) -> Float[Tensor, "B T D"]:
        """The embeddings, before the first layer."""
        return x

    def turned(self, x: Heads) -> Heads:
        """Queries or keys, in every layer."""
        return x

    def scored(self, scores: Scores, q: Heads, k: Heads) -> Scores:
        """The scores q·k / √Dh, before the softmax of every layer."""
        return scores


class Learned(Absent):
    """One free vector per place, as in BERT and GPT: nothing is known beyond ``longest``."""

    def __init__(self, D: int, H: int, longest: int) -> None:
        super().__init__(D, H, longest)
        self.table = nn.Embedding(longest, D)
        nn.init.normal_(self.table.weight, std=0.02)

    def added(self, x: Float[Tensor, "B T D"]) -> Float[Tensor, "B T D"]:
        T, longest = x.shape[1], len(self.table.weight)
        if longest < T:
            message = f"The table ends at {longest} positions; this text has {T}. Cut it, or take another encoding."
            raise Trouble("positions-end", message, longest=longest, T=T)
        return x + self.table.weight[:T]


class Sinusoidal(Absent):
    """A sine and a cosine per pair of features, each pair slower than the one before; defined for every place.

    Vaswani et al. multiply the embeddings by √D, so that words are not drowned; here embeddings start with entries of
    0.02 and the table is brought to that size instead.
    """

    def __init__(self, D: int, H: int, longest: int) -> None:
        super().__init__(D, H, longest)
        frequencies(D)  # refuses an odd width now rather than in the first batch

    def added(self, x: Float[Tensor, "B T D"]) -> Float[Tensor, "B T D"]:
        return x + like(sinusoid(*x.shape[1:]) * (0.02 * math.sqrt(2)), x)


class Rotary(Absent):
    """RoPE. ``rates``, radians per token of each pair, may be changed after training: interpolation, NTK, YaRN.

    YaRN also changes ``length``, the factor of queries and keys.
    """

    def __init__(self, D: int, H: int, longest: int) -> None:
        super().__init__(D, H, longest)
        self.rates, self.length = frequencies(D // H), 1.0

    def turned(self, x: Heads) -> Heads:
        return self.length * rotate(x, np.arange(x.shape[2]), rates=self.rates)


class Alibi(Absent):
    """A penalty per token of distance, of another slope in each head; nothing is learnt."""

    def __init__(self, D: int, H: int, longest: int) -> None:
        super().__init__(D, H, longest)
        self.H = H

    def scored(self, scores: Scores, q: Heads, k: Heads) -> Scores:
        return scores + like(alibi_bias(self.H, scores.shape[-1]), scores)


class Buckets(Absent):
    """T5: a learnt number per head and bucket of distances; from ``longest`` on all share the last bucket.

    Buckets are for both directions; under a causal mask those of keys that follow stay unused.
    """

    def __init__(self, D: int, H: int, longest: int) -> None:
        super().__init__(D, H, longest)
        self.longest = longest
        self.table = nn.Parameter(torch.zeros(H, 32))

    def scored(self, scores: Scores, q: Heads, k: Heads) -> Scores:
        return scores + self.table[:, relative_bucket(offsets(scores.shape[-1]), True, 32, self.longest)]


class Kerple(Absent):
    """A kernel of the distance with two learnt numbers per head."""

    def __init__(self, D: int, H: int, longest: int, *, kernel: Kernel) -> None:
        super().__init__(D, H, longest)
        self.kernel: Kernel = kernel
        self.r1, self.r2 = (nn.Parameter(torch.rand(H, 1, 1) * most) for most in (2, 1))

    def scored(self, scores: Scores, q: Heads, k: Heads) -> Scores:
        distance = like(np.abs(offsets(scores.shape[-1])), scores)
        r2 = self.r2.clamp(0.01, 2 if self.kernel == "power" else None)
        return scores + kerple_bias(distance, self.r1.clamp(min=0.01), r2, self.kernel)


class Shaw(Absent):
    """The query asks a learnt vector per distance, too; distances beyond ``longest`` are one."""

    def __init__(self, D: int, H: int, longest: int) -> None:
        super().__init__(D, H, longest)
        self.longest = longest
        self.table = nn.Parameter(torch.randn(2 * longest + 1, D // H) * 0.02)

    def scored(self, scores: Scores, q: Heads, k: Heads) -> Scores:
        return scores + by_offset(q, self.table, clipped(q.shape[2], self.longest)) / math.sqrt(q.shape[-1])


class Xl(Absent):
    """Transformer-XL: the query, and a learnt ``anybody``, ask the projected sinusoid of the distance."""

    def __init__(self, D: int, H: int, longest: int) -> None:
        super().__init__(D, H, longest)
        self.D, self.H = D, H
        self.project = nn.Linear(D, D, bias=False)
        self.u, self.v = (nn.Parameter(torch.zeros(H, 1, D // H)) for _ in range(2))

    def scored(self, scores: Scores, q: Heads, k: Heads) -> Scores:
        T = q.shape[2]
        table = self.project(like(_signed(T, self.D), q)).unflatten(-1, (self.H, -1)).transpose(0, 1)  # (H, 2T - 1, Dh)
        terms = transformer_xl(q, k, table, self.u, self.v)
        more = terms["word-distance"] + terms["any-word"] + terms["any-distance"]
        return scores + more / math.sqrt(q.shape[-1])


class Tupe(Absent):
    """TUPE: positions ask positions with queries and keys of their own, in every head."""

    def __init__(self, D: int, H: int, longest: int) -> None:
        super().__init__(D, H, longest)
        self.table = Learned(D, H, longest)
        self.norm = nn.LayerNorm(D)
        self.query, self.key, self.H = nn.Linear(D, D), nn.Linear(D, D), H

    def scored(self, scores: Scores, q: Heads, k: Heads) -> Scores:
        places = self.norm(self.table.added(q.new_zeros(1, q.shape[2], self.norm.weight.shape[0])))
        asks, answers = (
            part(places).unflatten(-1, (self.H, -1)).transpose(1, 2) for part in (self.query, self.key)
        )  # (1, H, T, Dh)
        return scores / math.sqrt(2) + asks @ answers.transpose(-1, -2) / math.sqrt(2 * q.shape[-1])


class Deberta(Absent):
    """DeBERTa: words ask distances and distances ask words; distances beyond ``longest`` are one."""

    def __init__(self, D: int, H: int, longest: int) -> None:
        super().__init__(D, H, longest)
        self.H = H
        self.table = nn.Parameter(torch.randn(2 * longest, D) * 0.02)
        self.query, self.key = nn.Linear(D, D), nn.Linear(D, D, bias=False)

    def scored(self, scores: Scores, q: Heads, k: Heads) -> Scores:
        asks, answers = (
            part(self.table).unflatten(-1, (self.H, -1)).transpose(0, 1) for part in (self.query, self.key)
        )  # (H, 2 longest, Dh)
        terms = disentangled(q, k, asks, answers)
        more = (terms["word-distance"] + terms["distance-word"]) / math.sqrt(3 * q.shape[-1])
        return scores / math.sqrt(3) + more


def _signed(T: int, D: int) -> Float[np.ndarray, "N D"]:
    """The sinusoid of the distances -(T - 1) … T - 1."""
    table = sinusoid(T, D)
    mirrored = table.copy()
    mirrored[:, 0::2] *= -1  # sin(-x) = -sin(x)
    return np.concatenate([mirrored[:0:-1], table])


UNORDERED = Absent(0, 0, 0)  # for layers whose tokens carry their places already
POSITIONS: Mapping[str, Callable[[int, int, int], Absent]] = {
    "learned": Learned,
    "sinusoidal": Sinusoidal,
    "none": Absent,
    "rope": Rotary,
    "alibi": Alibi,
    "t5": Buckets,
    "kerple-log": partial(Kerple, kernel="log"),
    "kerple-power": partial(Kerple, kernel="power"),
    "shaw": Shaw,
    "xl": Xl,
    "tupe": Tupe,
    "deberta": Deberta,
}
