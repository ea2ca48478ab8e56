"""Several gaps at once: each guessed alone, or one after the other.

A masked model gives every gap its own distribution, as if the others were empty for ever. "[MASK] York, not Los
[MASK]" has to be filled step by step, and then the order matters, because the model's conditionals belong to no
single joint distribution.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
from jaxtyping import Float

from core.errors import Trouble
from core.masking.model import chosen, gaps, log_probabilities, spelled
from core.models import Model

Order = Literal["independent", "left-to-right", "most-certain"]
ORDERS: tuple[Order, ...] = ("independent", "left-to-right", "most-certain")


@dataclass(frozen=True)
class Choice:
    """One gap filled."""

    gap: int  # which one, from the left
    word: str
    probability: float  # at the moment when it was chosen


@dataclass(frozen=True)
class Filled:
    """The choices in the order in which they were made, and the sentence they make."""

    order: Order
    choices: tuple[Choice, ...]
    ids: tuple[int, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """From the left."""
        return tuple(each.word for each in sorted(self.choices, key=lambda choice: choice.gap))

    @property
    def probability(self) -> float:
        """Of all the choices, each given those before it."""
        return float(np.prod([each.probability for each in self.choices]))


@dataclass(frozen=True, eq=False)
class Table:
    """Two gaps and the best words of each: all pairs, as if independent, and with the second given the first."""

    first: tuple[str, ...]
    second: tuple[str, ...]
    independent: Float[np.ndarray, "K K"]
    ordered: Float[np.ndarray, "K K"]


def together(text: str, model: Model | str | Path | None = None, order: Order = "most-certain") -> Filled:
    """Put the best word into every gap; after each choice, except for ``"independent"``, the model reads again."""
    model = chosen(text, model)
    tokens, masks = gaps(text, model)
    ids, open_ = list(tokens.ids), list(masks)
    choices: list[Choice] = []
    while open_:
        [logs] = log_probabilities(model, [ids], [open_], tokens.segments)
        if order == "most-certain":
            turns = [int(logs.max(1).argmax())]
        else:
            turns = list(range(len(open_))) if order == "independent" else [0]
        for turn in turns:
            best = int(logs[turn].argmax())
            ids[open_[turn]] = best
            choices.append(Choice(masks.index(open_[turn]), spelled(model, best), float(np.exp(logs[turn, best]))))
        open_ = [at for turn, at in enumerate(open_) if turn not in turns]
    return Filled(order, tuple(choices), tuple(ids))


def table(text: str, model: Model | str | Path | None = None, k: int = 6) -> Table:
    """The first two gaps of a text, ``k`` words each. Raises Trouble ``fill-two`` where there are fewer gaps."""
    model = chosen(text, model)
    tokens, masks = gaps(text, model)
    if len(masks) < 2:
        raise Trouble("fill-two", "This takes two gaps: write [MASK] twice.", found=len(masks))
    [logs] = log_probabilities(model, [tokens.ids], [masks[:2]], tokens.segments)
    first = np.argsort(-logs[0])[:k]
    rows = [[int(word) if at == masks[0] else id for at, id in enumerate(tokens.ids)] for word in first]
    given = np.concatenate(log_probabilities(model, rows, [[masks[1]]] * len(rows), tokens.segments))  # (k, V)
    mixed = np.exp(logs[0][first]) @ np.exp(given) + np.exp(logs[1])
    second = np.argsort(-mixed)[:k]  # good under one of the two views
    return Table(
        tuple(spelled(model, int(at)) for at in first),
        tuple(spelled(model, int(at)) for at in second),
        np.exp(logs[0][first][:, None] + logs[1][second]),
        np.exp(logs[0][first][:, None] + given[:, second]),
    )
