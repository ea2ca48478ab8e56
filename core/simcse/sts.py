"""Gold pairs, and the numbers that an encoder earns on them."""

from __future__ import annotations

import csv
import gzip
import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from jaxtyping import Float

from core.errors import Trouble
from core.simcse.config import Gold
from core.simcse.measures import alignment, iso_score, random_cosine, spectrum, uniformity, unit

FILES = {
    "en": ("similarity/stsbenchmark/sts-{part}.csv", (5, 6, 4)),
    "zh": ("similarity/zh_stsb/sts-b-{part}.txt", (0, 1, 2)),
}
HIGHEST = 5.0  # grade
OPEN = ("images", "track5.en-en", "answers-forums")  # sources of the English pairs under CC BY-SA
SOURCE = 1  # the column of an English row that says where it comes from
BANDS = ((0, 1), (1, 2), (2, 3), (3, 4), (4, 5.01))  # gold scores from … to below …
BINS = np.linspace(-1, 1, 41)  # of cosines


@dataclass(frozen=True, eq=False)
class Card:
    """What one encoder earns on one set."""

    spearman: float
    low: float  # 95 % bootstrap interval over pairs
    high: float
    alignment: float  # of pairs scored above 4
    uniformity: float  # of all different sentences
    random_cosine: float
    iso_score: float
    spectrum: Float[np.ndarray, " K"]
    bands: Float[np.ndarray, "bands bins"]  # share of each gold band's cosines in each bin
    pairs: int


def gold(language: str, part: str, sources: Collection[str] = ()) -> Gold:
    """STS-B, ``dev``, ``test`` or ``train``, English or its Chinese translation, from the folder OBSERVATORY_DATA.

    With ``sources`` only the English pairs that come from them (``images``, ``headlines`` …).

    Raises:
        Trouble: ``data-missing``.
    """
    name, columns = FILES[language]
    rows = [row for row in _rows(name.format(part=part)) if not sources or row[SOURCE] in sources]
    first, second, scores = ([row[c] for row in rows] for c in columns)
    return Gold(f"STS-B {language} {part}", tuple(first), tuple(second), tuple(map(float, scores)))


def shareable() -> Gold:
    """The graded pairs that a shipped model may learn from: training and development set, without the test set's texts.

    Raises:
        Trouble: ``data-missing``.
    """
    seen = {text for side in (gold("en", "test").first, gold("en", "test").second) for text in side}
    parts = [gold("en", part, OPEN) for part in ("train", "dev")]
    rows = [row for part in parts for row in zip(part.first, part.second, part.scores, strict=True)]
    first, second, scores = zip(*(row for row in rows if not seen & set(row[:2])), strict=True)
    return Gold("STS-B en, open sources", first, second, scores)


def triples() -> list[tuple[str, str, str]]:
    """Premise, entailment, contradiction: of SNLI's test split, which is small enough to be at hand.

    Raises:
        Trouble: ``data-missing``.
    """
    _, *rows = _rows("nli/snli_test/snli_test_triples.tsv")
    return [(premise, entailed, denied) for premise, entailed, denied in rows]


def labelled() -> list[tuple[str, str, str]]:
    """Premise, hypothesis, label (``entailment``, ``neutral`` or ``contradiction``): SNLI's test split.

    Raises:
        Trouble: ``data-missing``.
    """
    _, *rows = _rows("nli/snli_test/snli_test.tsv.gz")
    return [(premise, hypothesis, label) for premise, hypothesis, label in rows]


def grade(x: Float[np.ndarray, "N D"], y: Float[np.ndarray, "N D"], pairs: Gold, resamples: int = 1000) -> Card:
    """Grade vectors of the first and the second sentences; they are brought to length 1 here."""
    x, y = unit(x), unit(y)
    cosines, scores = (x * y).sum(1), np.array(pairs.scores)
    low, high = interval(cosines, scores, resamples)
    texts = np.array([*pairs.first, *pairs.second])
    _, once = np.unique(texts, return_index=True)  # a sentence in two pairs is one point
    points = np.concatenate([x, y])[once]
    inside = [(scores >= a) & (scores < b) for a, b in BANDS]
    return Card(
        spearman=spearman(cosines, scores),
        low=low,
        high=high,
        alignment=alignment(x[pairs.positive], y[pairs.positive]),
        uniformity=uniformity(points),
        random_cosine=random_cosine(points),
        iso_score=iso_score(points),
        spectrum=spectrum(points),
        bands=np.stack([np.histogram(cosines[band], BINS)[0] / max(1, band.sum()) for band in inside]),
        pairs=len(scores),
    )


def interval(
    found: Float[np.ndarray, " N"], scores: Float[np.ndarray, " N"], resamples: int = 1000
) -> tuple[float, float]:
    """95 % interval of Spearman's ρ by drawing the pairs anew."""
    dice = np.random.default_rng(0)
    drawn = [dice.integers(0, len(scores), len(scores)) for _ in range(resamples)]
    low, high = np.percentile([spearman(found[at], scores[at]) for at in drawn], [2.5, 97.5])
    return float(low), float(high)


def spearman(a: Float[np.ndarray, " N"], b: Float[np.ndarray, " N"]) -> float:
    """Correlation of the ranks, equals sharing their mean rank; NaN where one side is constant."""
    ranks = [_ranks(each) for each in (a, b)]
    x, y = (each - each.mean() for each in ranks)
    spread = np.sqrt((x @ x) * (y @ y))
    return float(x @ y / spread) if spread else float("nan")


def _ranks(values: np.ndarray) -> np.ndarray:
    _, place, count = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(count)
    return (last - (count - 1) / 2)[place]


def _rows(name: str) -> Iterator[list[str]]:
    place = os.environ.get("OBSERVATORY_DATA")
    file = Path(place or "") / name
    if not place or not file.is_file():
        raise Trouble("data-missing", "Set OBSERVATORY_DATA to the folder that holds the corpora.")
    opened = gzip.open if file.suffix == ".gz" else open
    with opened(file, "rt", encoding="utf-8", newline="") as stream:
        yield from csv.reader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
