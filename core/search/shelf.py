"""The collection that the page searches, sentences of the news, with their vectors: no first search waits for a model.

``python -m core.search.shelf`` records the vectors again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from jaxtyping import Float

from core import runtime, store
from core.provenance import stamp
from core.search.index import Index, build
from core.search.recall import SENTENCE, unit
from core.text import load_corpus

MOST = 600  # sentences that are indexed while a visitor waits
EXAMPLE = "Firefighters battle flames near the city"  # what is asked at first
FOLDER = runtime.ASSETS / "recorded" / "sentences" / "shelf"


@dataclass(frozen=True, eq=False)
class Shelf:
    """MiniLM's vectors of the collection, and of the example."""

    vectors: Float[np.ndarray, "N D"]  # of length 1, rounded to 16 bits
    example: Float[np.ndarray, " D"]
    digest: str  # of the sentences, which stay where they come from
    date: str
    machine: str
    code: str


@cache
def collection() -> tuple[str, ...]:
    """Sentences of the news, in their order."""
    found = (part.strip() for document in load_corpus("lee-news").documents for part in SENTENCE.split(document))
    return tuple(dict.fromkeys(part for part in found if 30 <= len(part) <= 200))[:MOST]


@cache
def indexed() -> Index:
    """The collection, ready to be searched: from the record, or read now where the sentences are other ones."""
    kept = _shelf()
    if kept.digest != digest(collection()):
        return build(collection())
    return Index(collection(), unit(kept.vectors.astype(np.float32)), "minilm")


def example() -> Float[np.ndarray, " D"]:
    """The vector of ``EXAMPLE``."""
    return unit(_shelf().example[None].astype(np.float32))[0]


def digest(texts: Sequence[str]) -> str:
    """What tells one collection from another."""
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()


def record() -> None:
    """Read the collection once and keep its vectors."""
    from core.models import load

    model, texts = load("minilm"), collection()
    vectors, asked = (model.embed(each).astype(np.float16) for each in (texts, [EXAMPLE]))
    store.save(FOLDER, Shelf(vectors, asked[0], digest(texts), **stamp("core.search.shelf")))


@cache
def _shelf() -> Shelf:
    return store.load(FOLDER)


if __name__ == "__main__":
    from core.search.shelf import record as again  # under its own name, by which the record is read

    again()
