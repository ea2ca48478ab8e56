"""A training as an experiment: several seeds, and the public tests asked on the way."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path

import numpy as np
from jaxtyping import Float, Int

from core import provenance, runtime, store
from core.runtime import OnStep, Step, quiet
from core.word2vec.config import Config
from core.word2vec.quality import analogies, questions_words, similarity, simlex999, wordsim353
from core.word2vec.texts import CORPORA, Sentences, cut, named
from core.word2vec.training import train
from core.word2vec.vectors import Vectors

MOST = 10_000  # words whose vectors are kept
ASKED = 500  # analogies that are asked on the way, drawn once from those whose words all have vectors
TESTS = ("WordSim-353", "SimLex-999", "analogies")


@dataclass(frozen=True)
class Task:
    """The knobs of word2vec, and how many times the dice are thrown anew."""

    config: Config = field(default_factory=Config)
    seeds: int = 1


USUAL = Config(D=96, epochs=10)
SMALL = Config(D=96, epochs=5, min_count=10)
SHIPPED = 3_000  # words of a recorded study
RECORDED = {
    "usual": ("wikipedia-sample", Task(USUAL, seeds=5)),
    "not-thinned": ("wikipedia-sample", Task(replace(USUAL, subsample=0.0))),
    "news-negative": ("lee-news", Task(SMALL, seeds=3)),
    "news-hierarchical": ("lee-news", Task(replace(SMALL, output="hierarchical"), seeds=3)),
    "news-softmax": ("lee-news", Task(replace(SMALL, output="softmax"), seeds=3)),
}


@dataclass(frozen=True, eq=False)
class Study:
    """What S seeds gave at L looks; vectors and map are the first seed's."""

    task: Task
    corpus: str  # its name, or "" for the visitor's own text
    running: int  # words in the text
    vocab: tuple[str, ...]
    counts: Int[np.ndarray, " V"]
    half: Float[np.ndarray, "V D"]  # in half precision
    frames: Float[np.ndarray, "L N 2"]  # the map of the most frequent words, look by look
    progress: Float[np.ndarray, " L"]
    losses: Float[np.ndarray, "S L"]  # nats for each prediction
    scores: Mapping[str, Float[np.ndarray, "S L"]]  # by test: ρ, or share right; nan where nothing could be asked
    seconds: Float[np.ndarray, " S"]
    date: str
    machine: str
    code: str

    @property
    def vectors(self) -> Vectors:
        """Ready for neighbours and analogies."""
        return Vectors(self.vocab, self.half.astype(np.float32))


def study(data: str | Sequence[str], task: Task, *, threads: int = 1, on_step: OnStep = quiet) -> Study:
    """Train ``task.seeds`` times on a corpus by name, or on documents, and test at every look.

    Raises:
        Trouble: as ``word2vec.train`` does.
    """
    sentences = text_of(data)
    judge = judge_for(sentences)
    runs, scores, seconds = [], {test: [] for test in TESTS}, []
    for n in range(task.seeds):
        rows: dict[str, list[float]] = {test: [] for test in TESTS}

        def hear(step: Step, n: int = n, rows: dict[str, list[float]] = rows) -> None:
            for test in TESTS:
                rows[test].append(step.metrics[test])
            on_step(replace(step, progress=(n + step.progress) / task.seeds))

        began = time.perf_counter()
        config = replace(task.config, seed=task.config.seed + n)
        runs.append(train(sentences, config, threads=threads, on_step=hear, judge=judge))
        seconds.append(time.perf_counter() - began)
        for test in TESTS:
            scores[test].append(rows[test])
    first = runs[0]
    return Study(
        task=task,
        corpus=data if isinstance(data, str) else "",
        running=sum(map(len, sentences)),
        vocab=first.vocab[:MOST],
        counts=first.counts[:MOST],
        half=first.vectors[:MOST].astype(np.float16),
        frames=first.frames.astype(np.float32),
        progress=first.progress,
        losses=np.array([run.losses for run in runs]),
        scores={test: np.array(rows) for test, rows in scores.items()},
        seconds=np.array(seconds),
        date=provenance.today(),
        machine=provenance.machine(),
        code=provenance.code_version("core.word2vec.study"),
    )


def text_of(data: str | Sequence[str]) -> Sentences:
    """A corpus by name, or documents."""
    return named(data) if isinstance(data, str) and data in CORPORA else cut([data] if isinstance(data, str) else data)


def judge_for(sentences: Sentences):
    """A ``judge`` for ``train``: two similarity tests, and some analogies that this text can be asked."""
    known = set(chain.from_iterable(sentences))
    possible = [q for section in questions_words().values() for q in section if all(w.casefold() in known for w in q)]
    order = np.random.default_rng(0).permutation(len(possible))[:ASKED]
    questions = [possible[i] for i in order]

    def judge(vectors: Vectors) -> dict[str, float]:
        values = (similarity(vectors, wordsim353()), similarity(vectors, simlex999()), analogies(vectors, questions))
        return {test: score.value for test, score in zip(TESTS, values, strict=True)}

    return judge


def record(name: str) -> Study:
    """Run one of ``RECORDED`` again and keep it in the program, with fewer words."""
    made = study(*RECORDED[name])
    few = slice(SHIPPED)
    made = replace(made, vocab=made.vocab[few], counts=made.counts[few], half=made.half[few])
    store.save(_folder(name), made)
    return made


def recorded(name: str) -> Study:
    """A study on disk. Raises Trouble where it is missing or damaged."""
    return store.load(_folder(name))


def _folder(name: str) -> Path:
    return runtime.ASSETS / "recorded" / "word2vec" / name
