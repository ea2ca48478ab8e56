"""The smallest model with attention, and another attention that gives the same answer.

One learned query looks at the words' vectors (MiniLM's input vectors, no context), the weighted mean goes into a
logistic regression. What each word says alone is its evidence sᵢ = w·eᵢ + b; the answer is σ(Σ αᵢ sᵢ). So any other
weights with the same Σ αᵢ sᵢ give the same answer: two words suffice, one that says more and one that says less.

Raffel & Ellis 2015, https://arxiv.org/abs/1512.08756 (feed-forward attention); Jain & Wallace 2019,
https://arxiv.org/abs/1902.10186 (another attention, leave-one-out); Wiegreffe & Pinter 2019.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from jaxtyping import Bool, Float

from core.attention.arithmetic import softmax

if TYPE_CHECKING:
    from core.models import Model

STEPS, RATE = 300, 0.05
HOLD = 4  # every fourth sentence is kept back


@dataclass(frozen=True, eq=False)
class Pooled:
    """One query, one regression."""

    query: Float[np.ndarray, " D"]
    weights: Float[np.ndarray, " D"]
    bias: float
    accuracy: float  # on the sentences that were kept back


@dataclass(frozen=True, eq=False)
class Case:
    """One text under the classifier, and the other attention."""

    words: tuple[str, ...]
    alpha: Float[np.ndarray, " T"]
    evidence: Float[np.ndarray, " T"]  # what a word says alone, log-odds
    share: float  # of "positive"
    other: Float[np.ndarray, " T"]  # as far from alpha as two words can be, with the same answer
    apart: float  # Jensen-Shannon divergence of the two, bits, at most 1
    without: Float[np.ndarray, " T"]  # change of the share when the word is left out
    agreement: float  # rank correlation of alpha with |without|


def learn(model: Model, seed: int = 0, use: Bool[np.ndarray, " N"] | None = None) -> Pooled:
    """Query and regression from our forty-eight sentences of mood; every fourth is kept back unless ``use`` says which
    are learnt from."""
    import torch
    from torch import nn
    from torch.nn.functional import binary_cross_entropy_with_logits

    from core.fit import fit
    from core.runtime import seeded

    texts = moods()
    rows = [vectors(model, text)[1] for text, _ in texts]
    T, D = max(map(len, rows)), rows[0].shape[1]
    E, seen = torch.zeros(len(rows), T, D), torch.zeros(len(rows), T, dtype=torch.bool)
    for at, row in enumerate(rows):
        E[at, : len(row)], seen[at, : len(row)] = torch.from_numpy(row), True
    y = torch.tensor([label for _, label in texts])
    keep = torch.arange(len(texts)) % HOLD == HOLD - 1 if use is None else torch.from_numpy(~use)

    class Small(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.query = nn.Parameter(0.1 * torch.randn(D))
            self.last = nn.Linear(D, 1)

        def forward(self, e, seen):
            alpha = (e @ self.query).masked_fill(~seen, -torch.inf).softmax(-1)
            return self.last((alpha.unsqueeze(-1) * e).sum(1)).squeeze(-1)

    with seeded(seed):
        small = Small()
    batch = (E[~keep], seen[~keep], y[~keep])

    def loss_on(whole, given):
        e, s, label = given
        penalty = 1e-3 * sum(part.square().sum() for part in whole.parameters())
        return binary_cross_entropy_with_logits(whole(e, s), label) + penalty

    fit(small, loss_on, [batch], lr=RATE, steps=STEPS, seed=seed, device="cpu")
    with torch.no_grad():
        accuracy = float(((small(E[keep], seen[keep]) > 0) == (y[keep] > 0.5)).float().mean())
        query, weights = (each.detach().double().numpy() for each in (small.query, small.last.weight[0]))
    return Pooled(query, weights, float(small.last.bias.detach()), accuracy)


def moods() -> list[tuple[str, float]]:
    """Our forty-eight sentences, 1 for praise."""
    from core.probes.attack import BAD, GOOD, NOUNS

    return [(each.format(noun), label) for label, side in ((1.0, GOOD), (0.0, BAD)) for each in side for noun in NOUNS]


def vectors(model: Model, text: str) -> tuple[tuple[str, ...], Float[np.ndarray, "T D"]]:
    """The typed tokens and MiniLM's own vectors of them, before any layer; each of length 1."""
    tokens = model.tokens(text)
    own = [at for at, special in enumerate(tokens.special) if not special]
    table: Any = model.module.get_input_embeddings().weight
    found = table[[tokens.ids[at] for at in own]].detach().cpu().float().numpy()
    found = found / np.linalg.norm(found, axis=1, keepdims=True)
    return tuple(tokens.shown[at] for at in own), found


def case(pooled: Pooled, words: tuple[str, ...], E: Float[np.ndarray, "T D"]) -> Case:
    """Attention, evidence, the other attention and what leaving words out does."""
    scores = E.astype(float) @ pooled.query
    alpha = softmax(scores)
    evidence = E.astype(float) @ pooled.weights + pooled.bias
    share = _share(float(alpha @ evidence))
    other = elsewhere(alpha, evidence)
    without = np.zeros(len(words))
    for at in range(len(words)):
        rest = np.arange(len(words)) != at
        if rest.any():
            without[at] = _share(float(softmax(scores[rest]) @ evidence[rest])) - share
    from core.probes.trees import rank_correlation

    agreement = rank_correlation(alpha[None], np.abs(without)[None])
    return Case(words, alpha, evidence, share, other, divergence(alpha, other), without, agreement)


def elsewhere(alpha: Float[np.ndarray, " T"], evidence: Float[np.ndarray, " T"]) -> Float[np.ndarray, " T"]:
    """Weights on one or two words with the same Σ αᵢ sᵢ, as far from ``alpha`` as such weights can be."""
    wanted = float(alpha @ evidence)
    best, most = alpha, -1.0
    for i in range(len(alpha)):
        for j in range(len(alpha)):
            if not evidence[i] >= wanted >= evidence[j] or evidence[i] - evidence[j] < 1e-9:
                continue
            found = np.zeros(len(alpha))
            found[i] = (wanted - evidence[j]) / (evidence[i] - evidence[j])
            found[j] = 1 - found[i]
            far = divergence(alpha, found)
            if far > most:
                best, most = found, far
    return best


def divergence(a: Float[np.ndarray, " T"], b: Float[np.ndarray, " T"]) -> float:
    """Jensen-Shannon, bits: 0 for the same weights, 1 for weights that share no word."""

    def bits(x: np.ndarray) -> float:
        return float(-(x * np.log2(np.where(x > 0, x, 1))).sum())

    return max(0.0, bits((a + b) / 2) - (bits(a) + bits(b)) / 2)


def _share(odds: float) -> float:
    return float(1 / (1 + np.exp(-odds)))
