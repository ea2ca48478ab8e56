"""How good vectors are, by the usual public tests. Every score says how many questions it could ask."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from scipy.stats import rankdata

from core.errors import Trouble
from core.word2vec.vectors import Rule, Vectors, analogy_scores

Pairs = Sequence[tuple[str, str, float]]  # two words and how alike people find them
Questions = Sequence[tuple[str, str, str, str]]  # a is to b as c is to d
BATCH = 500  # questions at a time: V × 500 scores


@dataclass(frozen=True)
class Score:
    """``value`` is nan where nothing could be asked."""

    value: float  # similarity: Spearman's ρ, -1 to 1; analogies: share right, 0 to 1
    asked: int  # questions of which every word has a vector
    total: int


def similarity(vectors: Vectors, pairs: Pairs) -> Score:
    """Rank correlation between people's ratings and cosines. Case does not count."""
    row = folded(vectors.vocab)
    known = [(row[a], row[b], rating) for a, b, rating in _folded(pairs) if a in row and b in row]
    if len(known) < 3:
        return Score(float("nan"), len(known), len(pairs))
    a, b, ratings = map(np.array, zip(*known, strict=True))
    cosines = (vectors.unit[a] * vectors.unit[b]).sum(1)
    return Score(float(np.corrcoef(rankdata(cosines), rankdata(ratings))[0, 1]), len(known), len(pairs))


def analogies(vectors: Vectors, questions: Questions, rule: Rule = "add", limit: int = 30_000) -> Score:
    """Share of questions whose fourth word comes first, the three given ones left out.

    Only the first ``limit`` words take part: the most frequent ones, as is the custom. Case does not count.
    """
    row = folded(vectors.vocab[:limit])
    unit = vectors.unit[:limit]
    asked = np.array([[row[w] for w in q] for q in _folded(questions) if all(w in row for w in q)], int).reshape(-1, 4)
    right = 0
    for batch in np.split(asked, range(BATCH, len(asked), BATCH)):
        score = analogy_scores(unit, batch[:, :3], rule)
        np.put_along_axis(score, batch[:, :3], -np.inf, axis=1)
        right += int((score.argmax(1) == batch[:, 3]).sum())
    return Score(right / len(asked) if len(asked) else float("nan"), len(asked), len(questions))


def folded(vocab: Sequence[str]) -> dict[str, int]:
    """Rows by word in small letters; of words that differ in case only, the first, more frequent one."""
    return {word.casefold(): i for i, word in reversed(list(enumerate(vocab)))}


def read_pairs(path: str | Path) -> list[tuple[str, str, float]]:
    """Lines of two words and a rating, between tabs or spaces; lines that begin with # are remarks."""
    rows = (line.split() for line in _lines(path) if not line.startswith("#"))
    return [(a, b, float(rating)) for a, b, rating in rows]


def read_questions(path: str | Path) -> dict[str, list[tuple[str, str, str, str]]]:
    """Lines of four words, in sections that begin with ``: name``."""
    sections: dict[str, list[tuple[str, str, str, str]]] = {}
    name = ""
    for line in _lines(path):
        if line.startswith(":"):
            name = line[1:].strip()
        else:
            a, b, c, d = line.split()
            sections.setdefault(name, []).append((a, b, c, d))
    return sections


def wordsim353() -> Pairs:
    """353 pairs rated for relatedness (Finkelstein et al. 2002); the file comes with gensim."""
    return read_pairs(_gensim_file("wordsim353.tsv"))


def simlex999() -> Pairs:
    """999 pairs rated for likeness, not mere relatedness (Hill et al. 2015); the file comes with gensim."""
    return read_pairs(_gensim_file("simlex999.txt"))


def questions_words() -> dict[str, list[tuple[str, str, str, str]]]:
    """The 19,544 analogies of Mikolov et al. 2013 in 14 sections; the file comes with gensim."""
    return read_questions(_gensim_file("questions-words.txt"))


def _lines(path: str | Path) -> Iterable[str]:
    return filter(str.strip, Path(path).read_text(encoding="utf-8").splitlines())


def _folded(rows: Iterable[tuple]) -> Iterable[tuple]:
    return (tuple(part.casefold() if isinstance(part, str) else part for part in row) for row in rows)


def _gensim_file(name: str) -> Path:
    spec = find_spec("gensim")
    for folder in (spec.submodule_search_locations if spec else None) or ():
        file = Path(folder) / "test" / "test_data" / name
        if file.is_file():
            return file
    raise Trouble(
        "corpus-missing",
        f"gensim's test data lacks {name}: some distributions leave it out; pip install gensim brings it.",
        file=name,
    )
