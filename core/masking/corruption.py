"""Damage a text and say what must be restored: every pre-training objective is a function to one ``Corruption``.

    corrupt("the man went to the store".split(), MLM(rate=0.15), seed=7).inputs

What the model reads (``inputs``), what it must say at each place (``targets``), where that counts (``loss_mask``), and
which places each place may look at (``attention_mask``). Labels such as ``[next]`` are words that no text contains,
so one softmax serves every objective.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

import numpy as np
from jaxtyping import Bool, Int

from core.errors import Trouble

Words = tuple[str, ...]
Document = Sequence[str] | Sequence[Sequence[str]]  # tokens, or sentences of tokens

PAD, UNK, CLS, SEP, MASK, BOS, EOS = "[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "[BOS]", "[EOS]"
SPECIAL = (PAD, UNK, CLS, SEP, MASK, BOS, EOS)
STOPS = frozenset(".!?。！？…")


@dataclass(frozen=True, eq=False)
class Corruption:
    """One draw. Every array is as long as ``inputs``; a decoder is a Corruption that also sees all of this one.

    ``attention_mask[0, t, s]``: place ``t`` may look at place ``s``. A second layer, where there is one, is a query
    stream: it knows its own position but not its own word (Yang et al. 2019, section 2.3).
    """

    inputs: Words
    targets: Words
    loss_mask: Bool[np.ndarray, " T"]
    attention_mask: Bool[np.ndarray, "S T T"]
    positions: Int[np.ndarray, "P T"]  # one row, or two as in GLM
    segments: Int[np.ndarray, " T"]
    order: tuple[int, ...] = ()  # places in the order of prediction; empty: all at once, each without the others
    decoder: Corruption | None = None
    other: Corruption | None = None  # a second view, for objectives that compare two

    @property
    def restored(self) -> Words:
        """The inputs with the right answer wherever one is asked for."""
        return tuple(t if asked else x for x, t, asked in zip(self.inputs, self.targets, self.loss_mask, strict=True))

    @property
    def asked(self) -> list[int]:
        """The places that count in the loss."""
        return np.flatnonzero(self.loss_mask).tolist()


@runtime_checkable
class Objective(Protocol):
    """Anything that damages a text with given dice; the ones here are frozen dataclasses."""

    def corrupt(self, document: Document, dice: np.random.Generator) -> Corruption: ...


def corrupt(document: Document, objective: Objective, seed: int = 0) -> Corruption:
    """Draw one corruption; the same document, objective and seed give the same one.

    Raises:
        Trouble: ``document-empty``, ``document-few-sentences``: too little text for this objective.
    """
    return objective.corrupt(document, np.random.default_rng(seed))


def corruption(
    inputs: Sequence[str],
    targets: Sequence[str],
    asked: Sequence[bool] | Bool[np.ndarray, " T"],
    *,
    sees: Bool[np.ndarray, "T T"] | Bool[np.ndarray, "S T T"] | None = None,
    positions: Sequence[int] | Int[np.ndarray, "P T"] | None = None,
    segments: Sequence[int] | Int[np.ndarray, " T"] | None = None,
    **more,
) -> Corruption:
    """A Corruption with the usual defaults: everything sees everything, places count from 0, one segment."""
    T = len(inputs)
    mask = np.ones((1, T, T), bool) if sees is None else sees.reshape(-1, T, T)
    places = np.arange(T)[None] if positions is None else np.asarray(positions).reshape(-1, T)
    kinds = np.zeros(T, int) if segments is None else np.asarray(segments)
    return Corruption(tuple(inputs), tuple(targets), np.asarray(asked, bool), mask, places, kinds, **more)


def writes(words: Sequence[str]) -> Corruption:
    """A decoder that writes ``words``: shifted right, each place sees what was written before."""
    said = (*words, EOS)
    return corruption((BOS, *words), said, [True] * len(said), sees=backwards(len(said)), order=tuple(range(len(said))))


def labelled(inputs: Sequence[str], label: str, segments: Sequence[int]) -> Corruption:
    """One question about the whole: the answer is asked for at the first place."""
    return corruption(inputs, (label, *inputs[1:]), [True] + [False] * (len(inputs) - 1), segments=segments)


def backwards(T: int) -> Bool[np.ndarray, "T T"]:
    """Each place sees itself and what came before."""
    return np.tril(np.ones((T, T), bool))


def flat(document: Document) -> Words:
    """The document as one row of tokens.

    Raises:
        Trouble: ``document-empty``.
    """
    words = tuple(each for part in document for each in ((part,) if isinstance(part, str) else part))
    if not words:
        raise Trouble("document-empty", "There is no token to hide: give a text of one word or more.")
    return words


def sentences(document: Document, least: int = 2) -> list[Words]:
    """The document's sentences; a row of tokens is cut after every full stop.

    Raises:
        Trouble: ``document-few-sentences``.
    """
    found = list(_cut(flat(document)) if isinstance(document[0], str) else (tuple(each) for each in document if each))
    if len(found) < least:
        raise Trouble(
            "document-few-sentences",
            f"This objective compares sentences: it needs {least} or more, and this text has {len(found)}.",
            least=least,
            found=len(found),
        )
    return found


def pair(first: Sequence[str], second: Sequence[str]) -> tuple[Words, list[int]]:
    """``[CLS] A [SEP] B [SEP]`` and its segments, BERT's input for two texts."""
    return (CLS, *first, SEP, *second, SEP), [0] * (len(first) + 2) + [1] * (len(second) + 1)


def is_word(token: str) -> bool:
    """Special tokens are in brackets, and stay whole."""
    return not re.fullmatch(r"\[[^\[\]]+\]|<[^<>]+>", token)


def _cut(words: Words) -> Iterator[Words]:
    start = 0
    for at, word in enumerate(words, 1):
        if word in STOPS or at == len(words):
            yield words[start:at]
            start = at
