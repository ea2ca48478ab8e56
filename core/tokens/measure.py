"""What a vocabulary is worth on words that it has not seen: how many are lost, into how many pieces they fall."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from jaxtyping import Float, Int

from core.runtime import OnStep, Step, quiet
from core.text import tokenise
from core.tokens.config import Config
from core.tokens.corpora import corpus, halves
from core.tokens.cut import Cutter, most_frequent
from core.tokens.merges import MergeRun, encode
from core.tokens.train import Run, train
from core.tokens.words import HAN

if TYPE_CHECKING:
    from collections.abc import Callable

GRID = (0, 50, 100, 200, 400, 700, 1000, 1500, 2000, 3000, 5000, 8000, 12000, 20000)


@dataclass(frozen=True, eq=False)
class Sweep:
    """One run at several sizes, on words of a text that it has not seen."""

    added: Int[np.ndarray, " S"]  # pieces beyond the alphabet
    sizes: Int[np.ndarray, " S"]  # of the vocabulary
    lost: Float[np.ndarray, " S"]  # share of running words with an unknown piece
    per_word: Float[np.ndarray, " S"]  # pieces
    oov: Float[np.ndarray, " S"]  # share of running words that a word vocabulary of the same size lacks


@dataclass(frozen=True, eq=False)
class Study:
    """A training and its test."""

    run: Run
    sweep: Sweep
    words: int  # running words of the training text
    held: int  # and of the text kept back


@dataclass(frozen=True)
class Overlap:
    """Two vocabularies side by side; marks of word ends and beginnings count, since they are part of a piece."""

    both: int
    first: int  # pieces of the first vocabulary
    second: int
    only_first: tuple[str, ...]
    only_second: tuple[str, ...]

    @property
    def jaccard(self) -> float:
        """Shared pieces as a share of all."""
        return self.both / max(1, self.first + self.second - self.both)

    @property
    def of_second(self) -> float:
        """Share of the second vocabulary that the first one has: how FinBERT's 41 % is counted."""
        return self.both / max(1, self.second)


def running_words(documents: Iterable[str]) -> Counter[str]:
    """Words with their counts, Chinese ones as jieba cuts them."""
    return Counter(token.text for document in documents for token in tokenise(document))


def cost(cutter: Cutter, held: Mapping[str, int]) -> tuple[float, float]:
    """Share of running words with an unknown piece, and pieces per word; each word is cut as after a space."""
    lost = pieces = 0
    for word, n in held.items():
        found = cutter(word if cutter.run.config.kind != "bytes" or HAN.match(word) else f" {word}")
        lost += n * any(piece.id is None for piece in found)
        pieces += n * len(found)
    total = max(1, sum(held.values()))
    return lost / total, pieces / total


def pieces_by_step(run: MergeRun, held: Mapping[str, int]) -> Int[np.ndarray, " steps"]:
    """How many pieces the running words fall into after 0, 1, 2 … merges, from one pass: every word's history."""
    saved = np.zeros(len(run.made) + 1, np.int64)
    for word, n in held.items():
        reached = 0
        before, *rest = encode(run, word, len(run.made))
        saved[0] += n * len(before.pieces)
        for state in rest:
            reached = max(reached, state.step + 1)  # a merge that had to wait for another counts when that one is done
            saved[reached] -= n * (len(before.pieces) - len(state.pieces))
            before = state
    return np.cumsum(saved)


def oov(held: Mapping[str, int], known: Collection[str]) -> float:
    """Share of running words that a word vocabulary lacks."""
    return sum(n for word, n in held.items() if word not in known) / max(1, sum(held.values()))


def sweep(run: Run, held: Mapping[str, int], seen: Counter[str], *, on_step: OnStep = quiet) -> Sweep:
    """Every size of :data:`GRID` that the run reaches."""
    reached = len(run.made) if isinstance(run, MergeRun) else run.config.added
    grid = [added for added in GRID if added < reached] + [reached]
    rows = []
    for i, added in enumerate(grid):
        cutter = Cutter(run, added)
        rows.append((added, cutter.size, *cost(cutter, held), oov(held, most_frequent(seen, cutter.size))))
        on_step(Step((i + 1) / len(grid), {"pieces": float(cutter.size)}))
    columns = [np.array(column) for column in zip(*rows, strict=True)]
    return Sweep(*columns)


def study(data: str | Sequence[str], config: Config, *, device: str = "auto", on_step: OnStep = quiet) -> Study:
    """Train on nine tenths and test on the rest; ``data`` is the name of a corpus or documents.

    Raises:
        Trouble: ``corpus-name``, ``tokens-few``, ``tokens-no-words``.
    """
    documents = corpus(data).documents if isinstance(data, str) else tuple(data)
    learnt, kept = halves(documents)
    run = train(learnt, config, device=device, on_step=_part(on_step, 0.0, 0.8))
    seen, held = running_words(learnt), running_words(kept)
    swept = sweep(run, held, seen, on_step=_part(on_step, 0.8, 1.0))
    return Study(run, swept, sum(seen.values()), sum(held.values()))


def overlap(first: Sequence[str], second: Sequence[str], most: int = 40) -> Overlap:
    """What two vocabularies share; of the rest the ``most`` oldest pieces of more than one character each."""
    a, b = set(first), set(second)
    alone = [
        tuple(p for p in mine if p not in other and len(p) > 1)[:most] for mine, other in ((first, b), (second, a))
    ]
    return Overlap(len(a & b), len(a), len(b), *alone)


def _part(on_step: OnStep, low: float, high: float) -> Callable[[Step], None]:
    return lambda step: on_step(Step(low + (high - low) * step.progress, step.metrics, step.frame))
