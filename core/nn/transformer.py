"""A plain transformer: embed, add positions, and let every layer look around and think.

    model = Transformer(V=5000, D=128, L=4, H=4, longest=64)   # reads both ways, as BERT does
    logits = model(ids, ids != pad)                            # (B, T, V)

``causal=True`` makes it read one way, as GPT does; ``norm`` is ``"pre"`` (easier to train) or ``"post"`` (as BERT);
``positions`` is a name in ``core.nn.positional.POSITIONS``.

Source: Vaswani et al. 2017. https://arxiv.org/abs/1706.03762; the two places of the norm: Xiong et al. 2020,
https://arxiv.org/abs/2002.04745
"""

from __future__ import annotations

from typing import Literal

from jaxtyping import Bool, Float, Int
from torch import Tensor, nn
from torch.nn.functional import gelu

from core.nn.attention import Attention, backwards, everywhere
from core.nn.positional import POSITIONS, UNORDERED, Absent


class Layer(nn.Module):
    """Look around (attention), then think (two linear maps), each added to what was there."""

    def __init__(self, D: int, H: int, F: int, norm: Literal["pre", "post"]) -> None:
        super().__init__()
        self.attention = Attention(D, H)
        self.wide, self.narrow = nn.Linear(D, F), nn.Linear(F, D)
        self.first, self.second = nn.LayerNorm(D), nn.LayerNorm(D)
        self.pre = norm == "pre"

    def forward(
        self, x: Float[Tensor, "B T D"], may_see: Bool[Tensor, "#B #T T"], order: Absent = UNORDERED
    ) -> Float[Tensor, "B T D"]:
        if self.pre:
            x = x + self.attention(self.first(x), may_see, order)
            return x + self.think(self.second(x))
        x = self.first(x + self.attention(x, may_see, order))
        return self.second(x + self.think(x))

    def think(self, x: Float[Tensor, "B T D"]) -> Float[Tensor, "B T D"]:
        """Each token by itself."""
        return self.narrow(gelu(self.wide(x)))


class Transformer(nn.Module):
    """Ids in, logits out; the output matrix is the embedding matrix (Press & Wolf 2017)."""

    def __init__(
        self,
        V: int,
        D: int,
        L: int,
        H: int,
        *,
        F: int | None = None,
        longest: int = 128,
        positions: str = "learned",
        causal: bool = False,
        norm: Literal["pre", "post"] = "pre",
    ) -> None:
        super().__init__()
        self.tokens = nn.Embedding(V, D)
        nn.init.normal_(self.tokens.weight, std=0.02)
        self.positions = POSITIONS[positions](D, H, longest)
        self.layers = nn.ModuleList(Layer(D, H, F or 4 * D, norm) for _ in range(L))
        self.last = nn.LayerNorm(D)
        self.bias = nn.Parameter(self.tokens.weight.new_zeros(V))
        self.view = backwards if causal else everywhere

    def hidden(self, ids: Int[Tensor, "B T"], real: Bool[Tensor, "B T"]) -> list[Float[Tensor, "B T D"]]:
        """The tokens before the first layer and after each; ``real`` is False at padding."""
        x = self.positions.added(self.tokens(ids))
        states, may_see = [x], self.view(real)
        for layer in self.layers:
            states.append(layer(states[-1], may_see, self.positions))
        return states

    def name(self, x: Float[Tensor, "*any D"]) -> Float[Tensor, "*any V"]:
        """Hidden states as logits over the vocabulary."""
        return self.last(x) @ self.tokens.weight.T + self.bias

    def forward(self, ids: Int[Tensor, "B T"], real: Bool[Tensor, "B T"]) -> Float[Tensor, "B T V"]:
        return self.name(self.hidden(ids, real)[-1])
