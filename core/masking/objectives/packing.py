"""How documents are packed into rows of a fixed length: the four formats that RoBERTa compared.

Source: Liu et al. 2019, RoBERTa, section 4.2, table 2. https://arxiv.org/abs/1907.11692
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal, get_args

from core.masking.corruption import CLS, SEP, Words

Format = Literal["segment-pair", "sentence-pair", "full-sentences", "doc-sentences"]
FORMATS: tuple[Format, ...] = get_args(Format)


def pack(documents: Sequence[Sequence[Words]], T: int, how: Format) -> list[tuple[Words, tuple[int, ...]]]:
    """Rows of at most ``T`` tokens, each with the document that every token is from, -1 for [CLS] and [SEP].

    A sentence that is too long for a row is cut. The pairs are those that follow each other; for NSP half of them
    would get a strange second part.

    Raises:
        ValueError: a row so short that two parts have no room in it.
    """
    if T < 5:
        raise ValueError(f"a row of {T} tokens has no room for two parts; take 5 or more")
    numbered = [[(sentence, at) for sentence in document] for at, document in enumerate(documents)]
    match how:
        case "sentence-pair":
            half = (T - 3) // 2
            pairs = ((a, b) for each in numbered for a, b in pairwise(each))
            return [_row([_cut([part], half) for part in pair]) for pair in pairs]
        case "segment-pair":
            half = (T - 3) // 2
            segments = [list(_filled(each, half)) for each in numbered]
            return [_row([a, b]) for each in segments for a, b in zip(each[::2], each[1::2], strict=False)]
        case "doc-sentences":
            return [_row([part]) for each in numbered for part in _filled(each, T - 2)]
        case "full-sentences":
            flat = [part for each in numbered for part in each]
            return [_row(list(_by_document(part))) for part in _filled(flat, T - 2, border=True)]


Numbered = list[tuple[Words, int]]


def _filled(parts: Numbered, room: int, *, border: bool = False) -> Iterator[Numbered]:
    """Sentences in a row until no other fits; a ``border`` between documents takes a place."""
    now: Numbered = []
    for part in parts:
        [part] = _cut([part], room)
        borders = len({at for _, at in [*now, part]}) - 1 if border else 0
        if now and sum(len(words) for words, _ in now) + len(part[0]) + borders > room:
            yield now
            now = []
        now.append(part)
    if now:
        yield now


def _by_document(parts: Numbered) -> Iterator[Numbered]:
    for at in dict.fromkeys(at for _, at in parts):
        yield [part for part in parts if part[1] == at]


def _cut(parts: Numbered, room: int) -> Numbered:
    return [(words[:room], at) for words, at in parts]


def _row(groups: Sequence[Numbered]) -> tuple[Words, tuple[int, ...]]:
    words, places = [CLS], [-1]
    for group in groups:
        for sentence, at in group:
            words += sentence
            places += [at] * len(sentence)
        words.append(SEP)
        places.append(-1)
    return tuple(words), tuple(places)
