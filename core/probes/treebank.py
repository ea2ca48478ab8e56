"""Sentences with their trees: the CoNLL-U format, what the files say, and how far apart two words stand in a tree.

Format: https://universaldependencies.org/format.html. Ranges of written-together words and empty nodes are passed over.
"""

from __future__ import annotations

import gzip
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from jaxtyping import Bool, Int

from core.errors import Trouble
from core.runtime import ASSETS

PUNCTUATION = "PUNCT"


@dataclass(frozen=True)
class Sentence:
    """One annotated sentence, a row a word."""

    id: str
    text: str
    words: tuple[str, ...]
    upos: tuple[str, ...]  # universal part of speech
    heads: tuple[int, ...]  # counted from 1; 0 is the root, -1 is not annotated
    relations: tuple[str, ...]  # subtypes behind a colon
    features: tuple[Mapping[str, str], ...]

    def __len__(self) -> int:
        return len(self.words)

    @property
    def counts(self) -> Bool[np.ndarray, " T"]:
        """The words that trees are scored on: all but punctuation."""
        return np.array([tag != PUNCTUATION for tag in self.upos])


@dataclass(frozen=True)
class Treebank:
    """Sentences, and where they come from."""

    name: str
    licence: str
    shared: bool  # whether what is learnt from it may be shared
    sentences: tuple[Sentence, ...]

    @property
    def words(self) -> int:
        return sum(map(len, self.sentences))


@dataclass(frozen=True)
class Source:
    """A file of sentences."""

    file: str  # below assets/treebank, or below OBSERVATORY_DATA where it is compressed
    licence: str
    shared: bool = True


SOURCES: Mapping[str, Source] = {
    "own-en": Source("own-en.conllu", "MIT, our own annotation"),
    "own-zh": Source("own-zh.conllu", "MIT, our own annotation"),
    "ewt-train": Source("treebank/ud_en_ewt/en_ewt-ud-train.conllu.gz", "CC BY-SA 4.0"),
    "ewt-dev": Source("treebank/ud_en_ewt/en_ewt-ud-dev.conllu.gz", "CC BY-SA 4.0"),
    "ewt-test": Source("treebank/ud_en_ewt/en_ewt-ud-test.conllu.gz", "CC BY-SA 4.0"),
    "gsdsimp-dev": Source("treebank/ud_zh_gsdsimp/zh_gsdsimp-ud-dev.conllu.gz", "CC BY-SA 4.0"),
    "gsdsimp-test": Source("treebank/ud_zh_gsdsimp/zh_gsdsimp-ud-test.conllu.gz", "CC BY-SA 4.0"),
    "conll03-train": Source("ner/conll2003_en/eng.train.gz", "research only", shared=False),
    "conll03-test": Source("ner/conll2003_en/eng.testb.gz", "research only", shared=False),
}


def load(name: str) -> Treebank:
    """A treebank by name: ``own-en`` and ``own-zh`` are always here, the others lie in the folder OBSERVATORY_DATA; one
    of the hub is written as :mod:`core.probes.hub` says.

    Raises:
        Trouble: ``treebank-unknown``, ``data-missing``, ``treebank-broken``, and those of the hub.
    """
    if "/" in name:
        from core.probes.hub import hub_treebank

        return hub_treebank(name)
    return _local(name)


@cache
def _local(name: str) -> Treebank:
    if name not in SOURCES:
        known = ", ".join(SOURCES)
        raise Trouble("treebank-unknown", f"No treebank {name!r}; choose from {known}.", name=name, known=known)
    source = SOURCES[name]
    home = ASSETS / "treebank" if source.file.startswith("own-") else Path(os.environ.get("OBSERVATORY_DATA") or "")
    file = next((each for each in (home / source.file, home / source.file.removesuffix(".gz")) if each.is_file()), None)
    if file is None:
        raise Trouble("data-missing", "Set OBSERVATORY_DATA to the folder that holds the corpora.")
    lines = (gzip.open if file.suffix == ".gz" else open)(file, "rt", encoding="utf-8")
    with lines:
        found = (read_entities if name.startswith("conll03") else read)(lines)
        return Treebank(name, source.licence, source.shared, tuple(found))


def portion(treebank: Treebank, n: int) -> Treebank:
    """``n`` sentences of it, spread evenly."""
    some = np.linspace(0, len(treebank.sentences) - 1, min(n, len(treebank.sentences))).astype(int)
    sentences = tuple(treebank.sentences[at] for at in np.unique(some))
    return Treebank(treebank.name, treebank.licence, treebank.shared, sentences)


def read(lines: Iterable[str]) -> Iterator[Sentence]:
    """Sentences of a CoNLL-U file.

    Raises:
        Trouble: ``treebank-broken``: a row has no ten columns, a head is not in the sentence, or heads go in a circle.
    """
    rows: list[list[str]] = []
    notes: dict[str, str] = {}
    for number, line in enumerate([*lines, ""], 1):
        line = line.rstrip("\n")
        if line.startswith("#"):
            key, _, value = line[1:].partition("=")
            notes[key.strip()] = value.strip()
        elif line.strip():
            row = line.split("\t")
            if len(row) != 10:
                raise _broken(number, f"{len(row)} columns instead of 10")
            if row[0].isdecimal():
                rows.append(row)
        elif rows:
            yield _sentence(rows, notes, number)
            rows, notes = [], {}


def read_entities(lines: Iterable[str]) -> Iterator[Sentence]:
    """Sentences of a CoNLL-2003 file: words and entities, no trees."""
    rows: list[list[str]] = []
    for line in [*lines, ""]:
        row = line.split()
        if row and row[0] != "-DOCSTART-":
            rows.append(row)
        elif rows:
            n = len(rows)
            words = tuple(row[0] for row in rows)
            entities = tuple({"Entity": row[-1].rpartition("-")[2]} for row in rows)
            yield Sentence("", " ".join(words), words, ("X",) * n, (-1,) * n, ("",) * n, entities)
            rows = []


def tree_distances(heads: Sequence[int]) -> Int[np.ndarray, "T T"]:
    """Edges on the path between two words; root words of two trees are joined by an edge each to a common top."""
    T = len(heads)
    depths = tree_depths(heads)
    paths = [set(_path(heads, at)) for at in range(T)]
    found = np.zeros((T, T), dtype=np.int64)
    for a in range(T):
        for b in range(a):
            meet = max((depths[at] for at in paths[a] & paths[b]), default=-1)
            found[a, b] = found[b, a] = depths[a] + depths[b] - 2 * meet
    return found


def tree_depths(heads: Sequence[int]) -> Int[np.ndarray, " T"]:
    """Edges up to the root word, which has depth 0."""
    return np.array([len(list(_path(heads, at))) - 1 for at in range(len(heads))], dtype=np.int64)


def edges(sentence: Sentence) -> set[tuple[int, int]]:
    """The tree without directions, words counted from 0; edges at punctuation are left out, as UUAS is defined."""
    counts = sentence.counts
    pairs = ((at, head - 1) for at, head in enumerate(sentence.heads) if head > 0)
    return {(min(pair), max(pair)) for pair in pairs if counts[list(pair)].all()}


def _path(heads: Sequence[int], at: int) -> Iterator[int]:
    while at >= 0:
        yield at
        at = heads[at] - 1


def _sentence(rows: list[list[str]], notes: Mapping[str, str], number: int) -> Sentence:
    n = len(rows)
    heads = tuple(int(row[6]) if row[6].isdecimal() else -1 for row in rows)
    for at in range(n):
        seen = 0
        while heads[at] > 0 and seen <= n:
            if heads[at] > n:
                raise _broken(number, f"word {at + 1} hangs on word {heads[at]} of {n}")
            at, seen = heads[at] - 1, seen + 1
        if seen > n:
            raise _broken(number, "the heads go in a circle")
    return Sentence(
        id=notes.get("sent_id", ""),
        text=notes.get("text") or "".join(row[1] + ("" if "SpaceAfter=No" in row[9] else " ") for row in rows).strip(),
        words=tuple(row[1] for row in rows),
        upos=tuple(row[3] for row in rows),
        heads=heads,
        relations=tuple(row[7] for row in rows),
        features=tuple(dict(pair.split("=", 1) for pair in row[5].split("|") if "=" in pair) for row in rows),
    )


def _broken(number: int, why: str) -> Trouble:
    return Trouble("treebank-broken", f"The treebank cannot be read at line {number}: {why}.", line=number, why=why)
