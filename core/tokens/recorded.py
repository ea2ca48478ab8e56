"""Vocabularies learnt beforehand, with every step, so that the first picture and every slider answer at once.

``python -m core.tokens`` learns those of the packaged texts again; the Chinese one was learnt from articles of
Chinese Wikipedia (CC BY-SA 4.0), which are not part of this program: ``python -m core.tokens FILE.jsonl.gz``.
"""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from jaxtyping import Int

from core import provenance, runtime, store
from core.text import load_corpus
from core.tokens.config import KINDS, Config
from core.tokens.corpora import halves
from core.tokens.measure import Sweep, running_words, sweep
from core.tokens.train import Run, train

COMMAND = "python -m core.tokens"
ADDED = 2_000  # pieces beyond the alphabet
RARE = 30  # WordPiece's ratio alone would first join what is rare: a pair must be as frequent as this
WORDS = 12_000  # the most frequent words are kept
EVERY = 6  # paragraphs of the English Wikipedia sample: one of so many


@dataclass(frozen=True, eq=False)
class Recorded:
    """One text, what was learnt from it, and how it does on the part that was kept back."""

    name: str
    language: str
    source: str
    licence: str
    documents: int
    running: int  # words learnt from
    runs: Mapping[str, Run]  # by kind
    sweeps: Mapping[str, Sweep]
    words: tuple[str, ...]  # the most frequent first
    counts: Int[np.ndarray, " N"]
    held: tuple[str, ...]  # words of the part that was kept back
    held_counts: Int[np.ndarray, " M"]
    date: str
    machine: str
    code: str

    @cached_property
    def seen(self) -> Counter[str]:
        return Counter(dict(zip(self.words, self.counts.tolist(), strict=True)))

    @cached_property
    def kept(self) -> Counter[str]:
        return Counter(dict(zip(self.held, self.held_counts.tolist(), strict=True)))


def record(
    name: str, language: str, documents: Sequence[str], source: str, licence: str, kinds: Sequence[str] = KINDS
) -> Recorded:
    """Learn every kind of vocabulary from nine tenths of the documents, test it on the rest, and keep it."""
    learnt, kept = halves(documents)
    seen, held = running_words(learnt), running_words(kept)
    runs = {kind: train(learnt, _config(kind)) for kind in kinds}
    top, rest = seen.most_common(WORDS), held.most_common()
    whole = Recorded(
        name=name,
        language=language,
        source=source,
        licence=licence,
        documents=len(learnt),
        running=sum(seen.values()),
        runs=runs,
        sweeps={kind: sweep(run, held, seen) for kind, run in runs.items()},
        words=tuple(word for word, _ in top),
        counts=np.array([n for _, n in top], np.int32),
        held=tuple(word for word, _ in rest),
        held_counts=np.array([n for _, n in rest], np.int32),
        date=provenance.today(),
        machine=provenance.machine(),
        code=provenance.code_version("core.tokens.train", "core.tokens.measure"),
    )
    store.save(_folder(name), whole)
    return whole


def record_packaged() -> None:
    """The two English ones; of the larger text only the vocabulary that is compared."""
    news, wiki = load_corpus("lee-news"), load_corpus("wikipedia-sample")
    record("news-en", "en", news.documents, news.source, news.licence)
    record("wiki-en", "en", wiki.documents[::EVERY], wiki.source, wiki.licence, ("bpe",))


def record_chinese(file: Path) -> None:
    """From articles of Chinese Wikipedia, one JSON object a line with its ``text``."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        articles = [json.loads(line)["text"] for line in lines]
    paragraphs = [line.strip() for article in articles for line in article.splitlines() if line.strip()]
    record("wiki-zh", "zh", paragraphs, "Chinese Wikipedia, 64 articles in simplified characters", "CC BY-SA 4.0")


def recorded(name: str) -> Recorded:
    """A vocabulary on disk. Raises Trouble where it is missing or damaged, see :func:`core.store.load`."""
    return store.load(_folder(name))


def _config(kind: str) -> Config:
    return Config(kind, added=ADDED, min_count=RARE if kind == "wordpiece" else 2, seeds=6_000)  # type: ignore[arg-type]


def _folder(name: str) -> Path:
    return runtime.ASSETS / "recorded" / "tokens" / name
