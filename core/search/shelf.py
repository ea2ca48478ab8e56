"""The collections that the page searches, with their vectors: no first search waits for a model.

``python -m core.search.shelf`` records the vectors again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from jaxtyping import Float

from core import runtime, store
from core.provenance import stamp
from core.search.index import Index
from core.search.recall import SENTENCE, unit
from core.simcse import chinese
from core.text import language_of, load_corpus
from core.tokens.corpora import corpus

MOST = 600  # sentences that are indexed while a visitor waits
EXAMPLES: Mapping[str, str] = {  # what is asked at first
    "news": "Firefighters battle flames near the city",
    "notes": "机器怎样读懂人说的话？",
}
FOLDER = runtime.ASSETS / "recorded" / "sentences"


@dataclass(frozen=True, eq=False)
class Shelf:
    """One model's vectors of the collection, and of the example."""

    vectors: Float[np.ndarray, "N D"]  # of length 1, rounded to 16 bits
    example: Float[np.ndarray, " D"]
    model: str
    digest: str  # of the sentences, which stay where they come from
    date: str
    machine: str
    code: str


@cache
def collection(name: str = "news") -> tuple[str, ...]:
    """Sentences of English news, or our notes in Chinese, in their order."""
    if name == "notes":
        return corpus("zh-notes").documents
    found = (part.strip() for document in load_corpus("lee-news").documents for part in SENTENCE.split(document))
    return tuple(dict.fromkeys(part for part in found if 30 <= len(part) <= 200))[:MOST]


@cache
def indexed(name: str = "news") -> Index:
    """A collection, ready to be searched: from the record, or read now where the sentences are other ones."""
    kept, texts = _shelf(name), collection(name)
    if kept.digest != digest(texts):
        return Index(texts, read(texts, kept.model), kept.model)
    return Index(texts, unit(kept.vectors.astype(np.float32)), kept.model)


def example(name: str = "news") -> Float[np.ndarray, " D"]:
    """The vector of one of ``EXAMPLES``."""
    return unit(_shelf(name).example[None].astype(np.float32))[0]


def read(texts: Sequence[str], model: str) -> Float[np.ndarray, "N D"]:
    """Vectors of length 1 by MiniLM, or by the Chinese encoder."""
    from core.models import load

    found = load(model)
    return unit(chinese.encode(found, texts)) if model == chinese.MODEL else found.embed(texts)


def digest(texts: Sequence[str]) -> str:
    """What tells one collection from another."""
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()


def record(name: str) -> None:
    """Read a collection once and keep its vectors."""
    texts = collection(name)
    model = chinese.MODEL if language_of(texts[0]) == "zh" else "minilm"
    vectors, asked = (read(each, model).astype(np.float16) for each in (texts, [EXAMPLES[name]]))
    kept = Shelf(vectors, asked[0], model, digest(texts), **stamp("core.search.shelf"))
    store.save(FOLDER / f"shelf-{name}", kept)


@cache
def _shelf(name: str) -> Shelf:
    return store.load(FOLDER / f"shelf-{name}")


if __name__ == "__main__":
    from core.search.shelf import record as again  # under its own name, by which the record is read

    for each in EXAMPLES:
        again(each)
