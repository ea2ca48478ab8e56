"""Who learns: from two small layers on pixels to a transformer whose inside can be compared with the teacher's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
import torch
from jaxtyping import Float, Int, Num
from torch import Tensor, nn
from torch.nn.functional import gelu, relu
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

PIXELS = 64
D, H, F = 96, 12, 384  # of a narrow student: the teacher's number of heads, a quarter of its width
LONGEST = 32  # tokens
POOL = 16  # batches whose rows are sorted together


@dataclass
class Seen:
    """What a network answers, and what went on inside."""

    logits: Float[Tensor, "B C"]
    states: list[Tensor] = field(default_factory=list)  # (B, T, D): before the first layer and after each
    scores: list[Tensor] = field(default_factory=list)  # (B, H, T, T): before the softmax
    values: list[Tensor] = field(default_factory=list)  # (B, H, T, Dh)

    @property
    def maps(self) -> list[Tensor]:
        """The attention weights."""
        return [each.softmax(-1) for each in self.scores]


class Mlp(nn.Module):
    """Pixels, hidden layers, classes."""

    def __init__(self, widths: tuple[int, ...], classes: int, dropout: float = 0.0) -> None:
        super().__init__()
        sizes = (PIXELS, *widths)
        self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in pairwise(sizes))
        self.drop, self.head = nn.Dropout(dropout), nn.Linear(sizes[-1], classes)

    def forward(self, x: Float[Tensor, "B X"]) -> Seen:
        states = []
        for layer in self.layers:
            x = self.drop(relu(layer(x)))
            states.append(x[:, None])
        return Seen(self.head(x), states)


class Layer(nn.Module):
    """A layer of BERT: attention, then two linear maps, each added to what was there and normed after."""

    def __init__(self, D: int, H: int, F: int) -> None:
        super().__init__()
        self.H = H
        self.query, self.key, self.value, self.out = (nn.Linear(D, D) for _ in range(4))
        self.wide, self.narrow = nn.Linear(D, F), nn.Linear(F, D)
        self.first, self.second = nn.LayerNorm(D, eps=1e-12), nn.LayerNorm(D, eps=1e-12)

    def forward(
        self, x: Float[Tensor, "B T D"], hidden: Float[Tensor, "B 1 1 T"]
    ) -> tuple[Float[Tensor, "B T D"], Float[Tensor, "B H T T"], Float[Tensor, "B H T Dh"]]:
        q, k, v = (part(x).unflatten(-1, (self.H, -1)).transpose(1, 2) for part in (self.query, self.key, self.value))
        scores = q @ k.transpose(-1, -2) / q.shape[-1] ** 0.5 + hidden
        mixed = (scores.softmax(-1) @ v).transpose(1, 2).flatten(2)
        x = self.first(x + self.out(mixed))
        return self.second(x + self.narrow(gelu(self.wide(x)))), scores, v


class Encoder(nn.Module):
    """Vectors of tokens in, a class out: layers of BERT, the mean over the tokens, one linear map."""

    def __init__(self, D: int, H: int, F: int, L: int, classes: int) -> None:
        super().__init__()
        self.layers = nn.ModuleList(Layer(D, H, F) for _ in range(L))
        self.head = nn.Linear(D, classes)

    def forward(self, x: Float[Tensor, "B T D"], real: Float[Tensor, "B T"]) -> Seen:
        hidden = (1 - real[:, None, None]) * -1e4
        states, scores, values = [x], [], []
        for layer in self.layers:
            x, score, value = layer(x, hidden)
            states.append(x)
            scores.append(score)
            values.append(value)
        return Seen(self.head(pooled(x, real)), states, scores, values)


class Reader(nn.Module):
    """A student of text: the teacher's word vectors brought to ``D`` numbers and kept as they are, then a body.

    The table is no parameter: it is the same for every student and is not trained. Positions and norm are.
    """

    def __init__(self, table: Float[Tensor, "V D"], body: nn.Module) -> None:
        super().__init__()
        self.register_buffer("table", table, persistent=False)
        self.places = nn.Parameter(torch.zeros(LONGEST, table.shape[1]))
        self.norm = nn.LayerNorm(table.shape[1])
        self.body = body

    def forward(self, ids: Int[Tensor, "B T"]) -> Seen:
        real = (ids != 0).float()
        x = self.norm(self.get_buffer("table")[ids] + self.places[: ids.shape[1]])
        return self.body(x, real)


class BiLstm(nn.Module):
    """Reads the vectors in both directions; the largest value of each feature is kept."""

    def __init__(self, D: int, width: int, classes: int) -> None:
        super().__init__()
        self.lstm = nn.LSTM(D, width, batch_first=True, bidirectional=True)
        self.head = nn.Linear(2 * width, classes)

    def forward(self, x: Float[Tensor, "B T D"], real: Float[Tensor, "B T"]) -> Seen:
        lengths = real.sum(1).long().cpu()  # the way back must not begin in the padding
        packed = pack_padded_sequence(x, lengths, batch_first=True, enforce_sorted=False)
        states = pad_packed_sequence(self.lstm(packed)[0], batch_first=True, total_length=x.shape[1])[0]
        return Seen(self.head(states.masked_fill(real[:, :, None] == 0, -torch.inf).amax(1)), [x, states])


class Bag(nn.Module):
    """The mean of the vectors, and a hidden layer: no order of words."""

    def __init__(self, D: int, width: int, classes: int) -> None:
        super().__init__()
        self.wide, self.head = nn.Linear(D, width), nn.Linear(width, classes)

    def forward(self, x: Float[Tensor, "B T D"], real: Float[Tensor, "B T"]) -> Seen:
        h = relu(self.wide(pooled(x, real)))
        return Seen(self.head(h), [x, h[:, None]])


def pooled(x: Float[Tensor, "B T D"], real: Float[Tensor, "B T"]) -> Float[Tensor, "B D"]:
    """The mean over the real tokens."""
    return (x * real[:, :, None]).sum(1) / real.sum(1, keepdim=True)


DIGITS = {"mlp-4": (4,), "mlp-8": (8,), "mlp-16": (16,), "mlp-32": (32,), "mlp-256x2": (256, 256)}
TEXTS = ("narrow-1", "narrow-2", "narrow-3", "bilstm", "bag")
STUDENTS = (*DIGITS, *TEXTS)


def build(name: str, classes: int, table: Tensor | None = None) -> nn.Module:
    """A fresh student; weights come from torch's dice. Those of text need the ``table`` of word vectors."""
    if name in DIGITS:
        return Mlp(DIGITS[name], classes)
    if name not in TEXTS or table is None:
        raise ValueError(f"no student {name!r} for this; choose from {', '.join(STUDENTS)}")
    match name.split("-"):
        case ["narrow", layers]:
            return Reader(table, Encoder(D, H, F, int(layers), classes))
        case ["bilstm"]:
            return Reader(table, BiLstm(D, 64, classes))
    return Reader(table, Bag(D, 64, classes))


def count(network: nn.Module) -> int:
    """Numbers that are trained."""
    return sum(each.numel() for each in network.parameters())


def as_input(rows: Num[Tensor, "B X"]) -> Num[Tensor, "B shorter"]:
    """Batches of ids are cut to their longest row."""
    return rows if rows.is_floating_point() else rows[:, : max(1, int((rows != 0).sum(1).max()))]


def alike(batches: list[np.ndarray], ids: Num[np.ndarray, "N X"], dice: np.random.Generator) -> list[np.ndarray]:
    """The same rows, ``POOL`` batches at a time sorted by length and dealt in a new order: less padding is read."""
    lengths, found = (ids != 0).sum(1), list[np.ndarray]()
    for at in range(0, len(batches), POOL):
        some = batches[at : at + POOL]
        rows = np.concatenate(some)
        parts = np.split(rows[np.argsort(lengths[rows], kind="stable")], len(some))
        found += [parts[n] for n in dice.permutation(len(parts))]
    return found


def by_length(ids: Num[np.ndarray, "N X"], at_once: int) -> Iterator[Int[np.ndarray, " B"]]:
    """Rows, the short ones first: nobody reads the padding of a much longer neighbour."""
    order = np.argsort((ids != 0).sum(1), kind="stable")
    for start in range(0, len(ids), at_once):
        yield order[start : start + at_once]
