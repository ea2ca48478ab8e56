"""Small changes that turn a classifier round: two letters exchanged, one dropped, a word for a near one.

The classifier is a ridge regression on MiniLM's sentence vectors, learnt from our own forty-eight sentences. The attack
tries every small change of the text, keeps the one that hurts most, and goes on from there.

After Pruthi et al. 2019, https://arxiv.org/abs/1905.11268, and Jin et al. 2020, https://arxiv.org/abs/1907.11932.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from jaxtyping import Float

from core.text.tokenise import tokenise

if TYPE_CHECKING:
    from core.models import Model

NOUNS = ("film", "meal", "hotel", "song", "book", "trip")
GOOD = ("I loved the {}.", "The {} was wonderful.", "What a great {}!", "A {} I can warmly recommend.")
BAD = ("I hated the {}.", "The {} was terrible.", "What an awful {}!", "A {} I can only warn you of.")
NEAR = {
    "loved": ("liked", "adored", "enjoyed"),
    "wonderful": ("nice", "fine", "lovely"),
    "great": ("good", "big", "fine"),
    "hated": ("disliked", "detested"),
    "terrible": ("poor", "dreadful", "bad"),
    "awful": ("bad", "poor"),
    "good": ("fine", "decent"),
    "bad": ("poor", "weak"),
    "best": ("finest", "top"),
    "worst": ("poorest", "weakest"),
    "happy": ("glad", "content"),
    "boring": ("slow", "dull"),
}
MOST = 4  # changes in a row
LONGEST = 30  # words


@dataclass(frozen=True, eq=False)
class Mood:
    """The classifier: positive above 0."""

    weights: Float[np.ndarray, " D"]
    bias: float

    def share(self, X: Float[np.ndarray, "N D"]) -> Float[np.ndarray, " N"]:
        """Probability of "positive"."""
        return 1 / (1 + np.exp(-(X @ self.weights + self.bias)))


@dataclass(frozen=True)
class Change:
    """One step of the attack."""

    text: str
    before: str  # the word
    after: str
    kind: str  # exchange, drop, near
    share: float  # of "positive" afterwards


@dataclass(frozen=True, eq=False)
class Attack:
    """From the sentence to the last step, and how many sentences were tried."""

    text: str
    share: float
    steps: tuple[Change, ...]
    tried: int

    @property
    def turned(self) -> bool:
        """Whether the class is another one in the end."""
        return bool(self.steps) and (self.share > 0.5) != (self.steps[-1].share > 0.5)


def learnt(model: Model, ridge: float = 0.1) -> Mood:
    """The classifier from our own sentences: targets ±1, scaled so that the mean one has probability 0.95."""
    from core.models.embedding import embed

    texts = [each.format(noun) for sides in (GOOD, BAD) for each in sides for noun in NOUNS]
    X = embed(model, texts).astype(float)
    y = np.repeat([1.0, -1.0], len(texts) // 2)
    centre = X.mean(0)
    w = np.linalg.solve((X - centre).T @ (X - centre) + ridge * np.eye(X.shape[1]), (X - centre).T @ y)
    margin = float((((X - centre) @ w) * y).mean())
    w = w * np.log(19) / margin
    return Mood(w, float(-centre @ w))


def variants(text: str, kinds: tuple[str, ...]) -> Iterator[tuple[str, str, str, str]]:
    """Every text that is one small change away: text, word before, word after, kind. First letters stay."""
    for token in tokenise(text):
        word = text[token.start : token.end]
        if not word.isascii() or not word.isalpha():
            continue
        for kind in kinds:
            for after in _changed(word, kind):
                yield text[: token.start] + after + text[token.end :], word, after, kind


def attack(model: Model, mood: Mood, text: str, kinds: tuple[str, ...] = ("exchange", "drop", "near")) -> Attack:
    """Greedy: at each step the change that moves the probability furthest to the other side, until it is there."""
    from core.models.embedding import embed

    share = float(mood.share(embed(model, [text]))[0])
    positive, now, steps, tried, seen = share > 0.5, text, list[Change](), 0, {text}
    for _ in range(MOST):
        options = [each for each in variants(now, kinds) if each[0] not in seen]
        if not options:
            break
        shares = mood.share(embed(model, [each[0] for each in options]))
        tried += len(options)
        best = int(shares.argmin() if positive else shares.argmax())
        now, before, after, kind = options[best]
        seen.add(now)
        steps.append(Change(now, before, after, kind, float(shares[best])))
        if (steps[-1].share > 0.5) != positive:
            break
    return Attack(text, share, tuple(steps), tried)


def _changed(word: str, kind: str) -> Iterator[str]:
    match kind:
        case "near":
            yield from NEAR.get(word.lower(), ())
        case "exchange" if len(word) > 3:
            for at in range(1, len(word) - 2):
                if word[at] != word[at + 1]:
                    yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        case "drop" if len(word) > 3:
            for at in range(1, len(word) - 1):
                yield word[:at] + word[at + 1 :]
