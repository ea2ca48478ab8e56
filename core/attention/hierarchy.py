"""Words are weighed into sentences, sentences into a document: attention on two floors, learnt from a class alone.

One learned query asks the words of each sentence, another asks the sentences; a logistic regression reads the mean. The
documents are made up of our own sentences: one of mood between two plain ones, and the class is the mood's.

Source: Yang et al. 2016, section 2.2, https://aclanthology.org/N16-1174/; without its recurrent
networks and tanh layers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from jaxtyping import Float

from core.attention.arithmetic import softmax

if TYPE_CHECKING:
    from core.models import Model

STEPS, RATE, PLAIN = 200, 0.03, 3  # PLAIN: documents made of each sentence of mood
EXAMPLE = "We arrived late on Monday. The food was terrible and the soup was cold. The garden lies behind the house."
_ENDS = re.compile(r"[^.!?。！？]+[.!?。！？]*")


@dataclass(frozen=True, eq=False)
class Floors:
    """Two queries and a regression."""

    word: Float[np.ndarray, " D"]
    sentence: Float[np.ndarray, " D"]
    weights: Float[np.ndarray, " D"]
    bias: float
    accuracy: float  # on documents kept back
    n: int  # of them


@dataclass(frozen=True, eq=False)
class Weighed:
    """One document under it."""

    sentences: tuple[tuple[str, ...], ...]
    words: tuple[Float[np.ndarray, " _"], ...]  # weights within each sentence
    shares: Float[np.ndarray, " N"]  # of the sentences
    positive: float


def cut(text: str) -> list[str]:
    """A document in sentences, by their full stops."""
    return [part for each in _ENDS.findall(text) if (part := each.strip(" \n\t")).strip(".!?。！？ ")]


def weigh(floors: Floors, sentences: list[tuple[tuple[str, ...], Float[np.ndarray, "_ D"]]]) -> Weighed:
    """Words into sentences, sentences into the document."""
    words = tuple(softmax(E.astype(float) @ floors.word) for _, E in sentences)
    S = np.stack([alpha @ E for alpha, (_, E) in zip(words, sentences, strict=True)])  # (N, D)
    shares = softmax(S @ floors.sentence)
    odds = float(shares @ S @ floors.weights + floors.bias)
    return Weighed(tuple(tokens for tokens, _ in sentences), words, shares, float(1 / (1 + np.exp(-odds))))


def documents(seed: int = 0) -> list[tuple[list[str], bool]]:
    """Three sentences each, one of them of mood, in any place."""
    from core.probes.attack import BAD, GOOD, NOUNS
    from core.probes.treebank import load

    dice = np.random.default_rng([seed, 1174])
    plain = [each.text for each in load("own-en").sentences]
    found = []
    for mood, side in ((True, GOOD), (False, BAD)):
        for text in (each.format(noun) for each in side for noun in NOUNS):
            for _ in range(PLAIN):
                some = [plain[at] for at in dice.choice(len(plain), 2, replace=False)]
                some.insert(int(dice.integers(3)), text)
                found.append((some, mood))
    return found


def learn(model: Model, seed: int = 0) -> Floors:
    """Both queries and the regression at once; a quarter of the documents is kept back."""
    import torch
    from torch import nn
    from torch.nn.functional import binary_cross_entropy_with_logits

    from core.attention.debate import vectors
    from core.fit import fit
    from core.runtime import seeded

    whole = documents(seed)
    known = {text: vectors(model, text)[1] for texts, _ in whole for text in texts}
    T, D = max(map(len, known.values())), model.D
    E, seen = torch.zeros(len(whole), 3, T, D), torch.zeros(len(whole), 3, T, dtype=torch.bool)
    for at, (texts, _) in enumerate(whole):
        for row, text in enumerate(texts):
            E[at, row, : len(known[text])], seen[at, row, : len(known[text])] = torch.from_numpy(known[text]), True
    y = torch.tensor([float(mood) for _, mood in whole])
    keep = torch.arange(len(whole)) // PLAIN % 4 == 3  # with them, every fourth sentence of mood

    class Small(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.word, self.sentence = nn.Parameter(0.1 * torch.randn(D)), nn.Parameter(0.1 * torch.randn(D))
            self.last = nn.Linear(D, 1)

        def forward(self, E, seen):
            alpha = (E @ self.word).masked_fill(~seen, -torch.inf).softmax(-1)
            S = (alpha.unsqueeze(-1) * E).sum(2)  # (B, 3, D)
            beta = (S @ self.sentence).softmax(-1)
            return self.last((beta.unsqueeze(-1) * S).sum(1)).squeeze(-1)

    with seeded(seed):
        small = Small()

    def loss_on(module, given):
        E, seen, label = given
        penalty = 1e-3 * sum(part.square().sum() for part in module.parameters())
        return binary_cross_entropy_with_logits(module(E, seen), label) + penalty

    fit(small, loss_on, [(E[~keep], seen[~keep], y[~keep])], lr=RATE, steps=STEPS, seed=seed, device="cpu")
    with torch.no_grad():
        right = (small(E[keep], seen[keep]) > 0) == (y[keep] > 0.5)
        word, sentence, weights = (each.double().numpy() for each in (small.word, small.sentence, small.last.weight[0]))
        bias = float(small.last.bias)
    return Floors(word, sentence, weights, bias, float(right.float().mean()), int(keep.sum()))
