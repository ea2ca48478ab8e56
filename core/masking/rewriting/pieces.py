"""Texts as ids and back: English word pieces and Chinese characters in one vocabulary."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import numpy as np
from jaxtyping import Int
from tokenizers import Tokenizer

from core.masking.rewriting.card import FOLDER
from core.masking.rewriting.network import PAD
from core.text.normalise import close_up

START, END, UNKNOWN = "[CLS]", "[SEP]", "[UNK]"
LONGEST = 48  # pieces of a text, with the two that frame it
UNKNOWN_ID, START_ID, END_ID = 1, 2, 3  # after [PAD]


@cache
def tokenizer() -> Tokenizer:
    """The vocabulary of both models."""
    return Tokenizer.from_file(str(FOLDER / "tokenizer.json"))


def ids(texts: Sequence[str], cutter: Tokenizer | None = None) -> Int[np.ndarray, "N T"]:
    """One row a text, ``[CLS] … [SEP]``, the rest of the row empty; what is too long is cut."""
    rows = [each.ids for each in (cutter or tokenizer()).encode_batch(list(texts))]
    rows = [row if len(row) <= LONGEST else [*row[: LONGEST - 1], row[-1]] for row in rows]
    found = np.full((len(rows), max(map(len, rows))), PAD)
    for at, row in enumerate(rows):
        found[at, : len(row)] = row
    return found


def named(numbers: Sequence[int], cutter: Tokenizer | None = None) -> tuple[str, ...]:
    """Ids as pieces."""
    return tuple((cutter or tokenizer()).id_to_token(each) or UNKNOWN for each in numbers)


def spelled(pieces: Sequence[str]) -> str:
    """Pieces as a text: no space before what continues a word, inside Chinese, or where English has none."""
    text = close_up(" ".join(pieces).replace(" ##", ""))
    text = re.sub(r" ([.,!?;:%)\]])", r"\1", text)
    text = re.sub(r"(?<=\d) ?([.:]) ?(?=\d)", r"\1", text)
    return re.sub(r"(?<=\w) ?' ?(?=(?:s|t|m|d|re|ve|ll)\b)", "'", text).strip()
