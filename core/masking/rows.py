"""From documents to batches for the cloze: whole sentences side by side, and fresh holes at every reading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from jaxtyping import Float, Int
from tokenizers import Tokenizer
from torch import Tensor

NOT_ASKED = -100  # a target that takes no part in the loss
STOPS = (".", "。")
BLOCK = 64  # batches whose rows are sorted by length together, so that little is padding


@dataclass(frozen=True)
class Specials:
    """The ids that a masked language model needs by name."""

    pad: int
    unknown: int
    start: int
    end: int
    mask: int
    V: int

    @classmethod
    def of(cls, tokenizer: Tokenizer) -> Specials:
        names = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
        return cls(*(tokenizer.token_to_id(name) for name in names), tokenizer.get_vocab_size())  # pyright: ignore


def rows(
    documents: Sequence[Sequence[str]], tokenizer: Tokenizer, longest: int, seed: int, *, typed: bool = False
) -> list[np.ndarray]:
    """Whole sentences of one document, between [CLS] and [SEP], as many as fit a length drawn for each row.

    Lengths are drawn evenly up to ``longest`` tokens, so the model meets single sentences and paragraphs alike.
    ``typed``, as visitors type: evenly by their logarithm, so that single sentences are many, and every other row
    without the full stop at its end or, in Chinese, parted at its first or last comma or stop, which is left out:
    a model that has only seen rows that end in a full stop writes one wherever a row ends.
    """
    dice = np.random.default_rng(seed)
    special = Specials.of(tokenizer)
    flat = [sentence for document in documents for sentence in document]
    ids = iter([each.ids for each in tokenizer.encode_batch_fast(flat, add_special_tokens=False)])
    point, stop, comma = map(tokenizer.token_to_id, (*STOPS, "，"))
    made: list[np.ndarray] = []

    def room() -> int:
        if typed:
            return int(np.exp(dice.uniform(np.log(4), np.log(longest - 1))))
        return int(dice.integers(4, longest - 1))

    def close(row: list[int]) -> None:
        marks = [at for at, id in enumerate(row) if id in (stop, comma) or (id == point and at == len(row) - 1)]
        if typed and marks and dice.random() < 0.5:
            at = marks[-int(dice.integers(min(2, len(marks))))]
            parts = row[:at], row[at + 1 :]
        else:
            parts = (row,)
        made.extend(np.array([special.start, *part[: longest - 2], special.end], np.int32) for part in parts if part)

    for document in documents:
        row: list[int] = []
        most = room()
        for _ in document:
            sentence = next(ids)
            if row and len(row) + len(sentence) > most:
                close(row)
                row, most = [], room()
            row += sentence
        if row:
            close(row)
    return made


def windows(documents: Sequence[Sequence[str]], tokenizer: Tokenizer, length: int) -> list[np.ndarray]:
    """The running text cut every ``length`` tokens, [CLS] and [SEP] included; what is left at the end is not used."""
    special = Specials.of(tokenizer)
    flat = [sentence for document in documents for sentence in document]
    ids = np.concatenate([each.ids for each in tokenizer.encode_batch_fast(flat, add_special_tokens=False)])
    starts = range(0, len(ids) - length + 3, length - 2)
    return [np.array([special.start, *ids[at : at + length - 2], special.end], dtype=np.int32) for at in starts]


@dataclass(frozen=True)
class Batches:
    """``steps`` batches of ``(inputs, targets)``, each about ``budget`` tokens; the same ones at every reading.

    Of every row ``rate`` of its tokens are asked for; of these ``mask`` become [MASK] and ``random`` any other
    piece, drawn anew each time a row comes round (dynamic masking, RoBERTa section 4.1).
    """

    rows: Sequence[np.ndarray]
    special: Specials
    steps: int
    budget: int
    rate: float
    mask: float
    random: float
    seed: int

    def __len__(self) -> int:
        return self.steps

    def __iter__(self) -> Iterator[tuple[Int[Tensor, "B T"], Int[Tensor, "B T"]]]:
        dice = np.random.default_rng(self.seed)
        given = 0
        while True:
            for group in self._groups(dice):
                if given == self.steps:
                    return
                given += 1
                yield corrupt([self.rows[at] for at in group], self, dice)

    def _groups(self, dice: np.random.Generator) -> Iterator[list[int]]:
        """One epoch: rows of like length together, batches in any order."""
        lengths = np.array([len(row) for row in self.rows])
        order = dice.permutation(len(self.rows))
        block = max(1, int(BLOCK * self.budget / lengths.mean()))
        for start in range(0, len(order), block):
            near = order[start : start + block]
            near = near[np.argsort(-lengths[near], kind="stable")]
            groups: list[list[int]] = []
            while len(near):
                size = max(1, self.budget // int(lengths[near[0]]))
                groups.append(near[:size].tolist())
                near = near[size:]
            for at in dice.permutation(len(groups)):
                yield groups[at]


def counts(read: Sequence[np.ndarray], V: int) -> Float[np.ndarray, " V"]:
    """How often each piece occurs."""
    return np.bincount(np.concatenate(read), minlength=V).astype(np.float64)


def corrupt(
    chosen: Sequence[np.ndarray], how: Batches, dice: np.random.Generator
) -> tuple[Int[Tensor, "B T"], Int[Tensor, "B T"]]:
    """Pad, then make holes: BERT's rule with the rates of ``how``; specials and unknown pieces are never asked for.

    Source: Devlin et al. 2019, section 3.1. https://arxiv.org/abs/1810.04805
    """
    special = how.special
    B, T = len(chosen), max(map(len, chosen))
    whole = np.full((B, T), special.pad, dtype=np.int64)
    for at, row in enumerate(chosen):
        whole[at, : len(row)] = row
    closed = (special.pad, special.unknown, special.start, special.end)
    never = np.isin(whole, closed)
    draw = np.where(never, 2.0, dice.random((B, T)))
    open_ = (~never).sum(1, keepdims=True)
    asked = draw.argsort(1).argsort(1) < np.maximum(1, np.round(how.rate * open_)).astype(int)
    asked &= ~never
    fate = dice.random((B, T))
    inputs = np.where(asked & (fate < how.mask), special.mask, whole)
    other = asked & (fate >= how.mask) & (fate < how.mask + how.random)
    words = np.setdiff1d(np.arange(special.V), (*closed, special.mask))
    inputs = np.where(other, dice.choice(words, size=(B, T)), inputs)
    return torch.from_numpy(inputs), torch.from_numpy(np.where(asked, whole, NOT_ASKED))
