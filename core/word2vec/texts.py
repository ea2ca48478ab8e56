"""Texts to train on, as sentences of small words without punctuation."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from core.text import tokenise
from core.tokens.corpora import CORPORA, corpus
from core.tokens.corpora import sentences as split

Sentences = tuple[tuple[str, ...], ...]


def words(text: str) -> tuple[str, ...]:
    """The words of a text in small letters; Chinese is cut by jieba."""
    return tuple(token.text.casefold() for token in tokenise(text) if token.is_word)


def cut(documents: Sequence[str]) -> Sentences:
    """Every sentence with two words or more; a neighbour is a word of the same sentence."""
    return tuple(found for document in documents for part in split(document) if len(found := words(part)) > 1)


@cache
def named(name: str) -> Sentences:
    """One of ``CORPORA``, cut. Raises Trouble ``corpus-name``."""
    return cut(corpus(name).documents)


__all__ = ["CORPORA", "Sentences", "cut", "named", "words"]
