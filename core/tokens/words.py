"""Before any piece: the text is cut at spaces and signs, because no piece reaches across a word.

Runs of Chinese characters stay whole: where their words end is for the vocabulary to find out. Byte-level models
cut the text as it was typed, spaces included, so that nothing is lost.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from core.text import normalise, tokenise

HAN = re.compile("[\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
SPACE = "▁"  # how a unigram vocabulary writes the space before a word
LONGEST = 32  # characters: longer words are cut for training, since their probability would underflow
_CHUNK = re.compile(r" ?[^\W\d_]+| ?\d+| ?(?:[^\w\s]|_)+|\s+(?!\S)|\s+")


@dataclass(frozen=True, slots=True)
class Word:
    """``text`` stands at ``form[start:end]``; ``spaced``: a space or the beginning of the text stands before it."""

    text: str
    start: int
    end: int
    spaced: bool


def words(form: str) -> tuple[Word, ...]:
    """Words, numbers, signs and runs of Chinese characters of a text in NFKC form."""
    found: list[Word] = []
    for token in tokenise(form, "en"):
        last = found[-1] if found else None
        spaced = last is None or token.start > last.end
        if last and not spaced and HAN.fullmatch(last.text) and HAN.fullmatch(token.text):
            found[-1] = Word(last.text + token.text, last.start, token.end, last.spaced)
        else:
            found.append(Word(form[token.start : token.end], token.start, token.end, spaced))
    return tuple(found)


def count_words(documents: Iterable[str], *, spaces: bool = False) -> Counter[str]:
    """How often each word occurs; with ``spaces``, words that follow one carry :data:`SPACE` in front."""
    counts: Counter[str] = Counter()
    for document in documents:
        form, _ = normalise(document)
        for word in words(form):
            for at in range(0, len(word.text), LONGEST):
                mark = SPACE if spaces and word.spaced and at == 0 else ""
                counts[mark + word.text[at : at + LONGEST]] += 1
    return counts


def chunks(text: str) -> list[str]:
    """GPT-2's cut in spirit: a word keeps the space before it; joined, the chunks are the text.

    Source: the pattern in https://github.com/openai/gpt-2/blob/master/src/encoder.py (ours leaves 's and 'll whole).
    """
    return _CHUNK.findall(text)


def count_chunks(documents: Iterable[str]) -> Counter[str]:
    """How often each chunk occurs, one letter a byte, see :func:`to_bytes`."""
    counts: Counter[str] = Counter()
    for document in documents:
        counts.update(to_bytes(chunk) for chunk in chunks(document))
    return counts


def to_bytes(text: str) -> str:
    """UTF-8, with a letter from U+0000 to U+00FF for each byte, so that bytes can be joined as letters are."""
    return text.encode("utf-8", "replace").decode("latin-1")


def from_bytes(letters: str) -> str:
    """The text behind :func:`to_bytes`; bytes that are no character become �."""
    return letters.encode("latin-1").decode("utf-8", "replace")
