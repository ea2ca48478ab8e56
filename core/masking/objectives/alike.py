"""Similar words for MacBERT and any words for BERT, from the vectors that are shipped."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from core.masking.corruption import Words
from core.masking.objectives.masked import Table

LIKE = 8  # similar words a word
FREQUENT = 2_000  # words


def similar(words: Iterable[str], language: Literal["en", "zh"] = "en") -> Table:
    """Each word's nearest, where it has a vector, itself left out."""
    from core.word2vec import shipped

    vectors = shipped.vectors(f"words-{language}")
    known = [word for word in dict.fromkeys(words) if word.lower() in vectors.index]
    return tuple((word, tuple(near for near, _ in vectors.nearest(word.lower(), LIKE))) for word in known)


def frequent(language: Literal["en", "zh"] = "en") -> Words:
    """The most frequent words, or the characters of such: what random words are drawn from, all alike."""
    from core.word2vec import shipped

    known = [*shipped.vectors(f"words-{language}").index][:FREQUENT]
    words = [word for word in known if word.isalpha() and word.isascii() == (language == "en")]
    return tuple(dict.fromkeys("".join(words))) if language == "zh" else tuple(words)
