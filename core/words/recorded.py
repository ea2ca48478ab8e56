"""Recorded trainings, so that the first look costs nothing. ``python -m core.words [FOLDER]`` trains them again.

All but the senses learn from the sample of Wikipedia that gensim brings; ``FOLDER`` holds the sentence pairs of
Tatoeba (CC BY 2.0 FR), of which neighbours and counts are kept.
"""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from jaxtyping import Int

from core import provenance, runtime, store
from core.text import tokenise
from core.tokens.corpora import corpus
from core.word2vec import shipped
from core.word2vec.texts import named, words
from core.word2vec.vocabulary import Text
from core.words import charcnn, context2vec, glove, nnlm, paragraphs, ranking, senses, subwords
from core.words.windows import EDGE, SIGNS

CORPUS = "wikipedia-sample"
COMMAND = "python -m core.words"
GLOVE = glove.Config(D=24, window=5, cutoff=10.0, epochs=15)
PAIRS = "mt/tatoeba_en_zh/cmn.txt.gz"


@dataclass(frozen=True, eq=False)
class Recorded:
    """A finished run, and where it comes from."""

    run: Any
    seconds: float
    date: str
    machine: str
    code: str


@dataclass(frozen=True, eq=False)
class Labelled:
    """Paragraphs as bags of words, with the article that each is from."""

    names: tuple[str, ...]
    vocab: tuple[str, ...]
    tokens: Int[np.ndarray, " T"]  # word numbers, sorted within a paragraph
    starts: Int[np.ndarray, " P"]  # where each paragraph begins, and the end
    labels: Int[np.ndarray, " N"]


def labelled(classes: int = 6) -> Labelled:
    """All paragraphs of the articles that have most."""
    source = corpus(CORPUS)
    titles = source.labels or ()
    names = tuple(name for name, _ in Counter(titles).most_common(classes))
    rows = [(words(text), names.index(t)) for t, text in zip(titles, source.documents, strict=True) if t in names]
    vocab = tuple(sorted({word for text, _ in rows for word in text}))
    index = {word: i for i, word in enumerate(vocab)}
    bags = [sorted(index[word] for word in text) for text, _ in rows]
    return Labelled(
        names,
        vocab,
        np.array([i for bag in bags for i in bag], np.int32),
        np.cumsum([0, *map(len, bags)]).astype(np.int32),
        np.array([label for _, label in rows]),
    )


@cache
def articles() -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Titles, and all words of each article that has 50 or more."""
    found: dict[str, list[str]] = {}
    source = corpus(CORPUS)
    for title, text in zip(source.labels or (), source.documents, strict=True):
        found.setdefault(title, []).extend(words(text))
    long = {title: tuple(text) for title, text in found.items() if len(text) >= 50}
    return tuple(long), tuple(long.values())


def frequent() -> Text:
    """The text that the language model learnt from, without the words it does not know: they stand in no window."""
    run = recorded("nnlm").run
    parts = np.flatnonzero(run.text == EDGE)
    kept = run.text >= len(SIGNS)
    tokens = (run.text[kept] - len(SIGNS)).astype(np.int32)
    starts = np.concatenate([[0], np.cumsum(kept)[parts]])
    names = run.words.names[len(SIGNS) :]
    return Text(names, np.bincount(tokens, minlength=len(names)), tokens, starts)


def makers() -> dict[str, Callable[[], Any]]:
    """What trains each run that needs nothing from outside."""
    text = named(CORPUS)
    return {
        "nnlm": lambda: nnlm.train(text, nnlm.Config()),
        "glove": lambda: glove.factorise(frequent(), GLOVE),
        "ranking": lambda: ranking.train(text, ranking.Config()),
        "context2vec": lambda: context2vec.train(text, context2vec.Config(), device="cpu"),
        "subwords": lambda: subwords.train(text, subwords.Config(min_count=8, buckets=4_096, steps=3_000)),
        "charcnn": lambda: charcnn.train(shipped.vectors("words-en"), charcnn.Config()),
        "labelled": labelled,
        "paragraphs": lambda: paragraphs.train(*articles(), paragraphs.Config(min_count=10, steps=3_000)),
    }


def record(name: str, make: Callable[[], Any]) -> None:
    """Train and keep; floating point numbers are kept in half precision."""
    import time

    began = time.perf_counter()
    run = make()
    found = Recorded(
        _as(run, np.float16),
        time.perf_counter() - began,
        provenance.today(),
        provenance.machine(),
        provenance.code_version("core.words.recorded" if name == "labelled" else f"core.words.{name}"),
    )
    store.save(_folder(name), found)


@cache
def recorded(name: str) -> Recorded:
    """A run, its numbers in single precision again. Raises Trouble where it is missing (``core.store.load``)."""
    found = store.load(_folder(name))
    return replace(found, run=_as(found.run, np.float32))


def read_pairs(folder: Path) -> list[tuple[list[str], str]]:
    """Chinese words and the English sentence of each pair."""
    lines = gzip.decompress((folder / PAIRS).read_bytes()).decode().splitlines()
    pairs = (line.split("\t")[:2] for line in lines)
    return [([t.text for t in tokenise(zh, "zh") if t.is_word], en) for en, zh in pairs]


def _folder(name: str) -> Path:
    return runtime.ASSETS / "recorded" / "words" / name


def _as(run: Any, kind: type[np.floating]) -> Any:
    """The run with every array of floats in another precision."""
    if isinstance(run, np.ndarray):
        return run.astype(kind) if np.issubdtype(run.dtype, np.floating) else run
    if isinstance(run, tuple) and run and isinstance(run[0], np.ndarray | senses.Split):
        return tuple(_as(each, kind) for each in run)
    if is_dataclass(run) and not isinstance(run, type):
        return replace(run, **{f.name: _as(getattr(run, f.name), kind) for f in fields(run)})
    return run
