"""Sentence vectors from before transformers, graded on the same pairs: averaged word vectors, and quick thoughts.

Quick thoughts are the fast form of skip-thought: a recurrent reader that learns to find the sentence beside its own.
``OBSERVATORY_DATA=… python -m core.simcse baselines`` records them; pages read the record and need no torch.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from jaxtyping import Float, Int

from core import runtime, store
from core.provenance import stamp
from core.simcse.measures import unit
from core.simcse.sts import Card, gold, grade, spearman

WAYS = ("word2vec", "thoughts")
VECTORS, NEAREST = "words-en", 3
COMMAND = "OBSERVATORY_DATA=… python -m core.simcse baselines"
FOLDER = runtime.ASSETS / "recorded" / "sentences" / "baselines"
READERS = ("minilm", *WAYS)


@dataclass(frozen=True, eq=False)
class Baselines:
    """Cards like those of the transformers, and what each reader finds nearest to each sentence of the collection."""

    cards: Mapping[str, Card]  # on the English test pairs
    dev: Mapping[str, float]
    near: Mapping[str, Int[np.ndarray, "N nearest"]]  # by reader: places in the collection, nearest first
    cosines: Mapping[str, Float[np.ndarray, "N nearest"]]
    read: int  # sentences that quick thoughts learnt from
    digest: str  # of the collection
    data: str
    date: str
    machine: str
    code: str


@cache
def baselines() -> Baselines:
    """The recorded run."""
    return store.load(FOLDER)


def nearest(
    vectors: Float[np.ndarray, "N D"], k: int = NEAREST
) -> tuple[Int[np.ndarray, "N k"], Float[np.ndarray, "N k"]]:
    """The places of each row's ``k`` nearest others, and their cosines; rows need no length."""
    cosines = unit(vectors) @ unit(vectors).T
    np.fill_diagonal(cosines, -np.inf)
    near = np.argsort(-cosines, axis=1, kind="stable")[:, :k]
    return near, np.take_along_axis(cosines, near, 1)


def record() -> Baselines:
    """Train quick thoughts on the packaged Wikipedia sample, grade both ways, search the collection with all three."""
    from core.search.shelf import collection, digest, indexed
    from core.word2vec.shipped import vectors
    from core.word2vec.texts import words
    from core.words import averages, thoughts
    from core.words.whole import level, ordered

    known, (_, documents) = vectors(VECTORS), ordered()
    reader = thoughts.train(documents, thoughts.Config(), vectors=known)

    def cut(texts: Sequence[str]) -> list[list[str]]:
        return [list(words(text)) for text in texts]

    ways: dict[str, Callable[[Sequence[str]], np.ndarray]] = {
        "word2vec": lambda texts: averages.mean(cut(texts), known),
        "thoughts": lambda texts: level(reader.encode(cut(texts))),
    }
    test, dev = gold("en", "test"), gold("en", "dev")
    cards, scores = {}, {}
    for way, encode in ways.items():
        x, y = np.split(encode([*test.first, *test.second]), 2)
        cards[way] = grade(x, y, test)
        x, y = np.split(unit(encode([*dev.first, *dev.second])), 2)
        scores[way] = spearman((x * y).sum(1), np.array(dev.scores))
        print(f"{way:10} test {cards[way].spearman:.3f}, dev {scores[way]:.3f}", flush=True)
    shelf = {"minilm": indexed().vectors, **{way: encode(collection()) for way, encode in ways.items()}}
    found = {name: nearest(table) for name, table in shelf.items()}
    made = Baselines(
        cards=cards,
        dev=scores,
        near={name: near.astype(np.int32) for name, (near, _) in found.items()},
        cosines={name: cosines.astype(np.float32) for name, (_, cosines) in found.items()},
        read=sum(map(len, documents)),
        digest=digest(collection()),
        data=test.name,
        **stamp("core.simcse.baselines"),
    )
    store.save(FOLDER, made)
    return made
