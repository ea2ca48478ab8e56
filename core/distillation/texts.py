"""Corpora with labels: what is read, by whom it may be shown, and the lesson that a teacher gives on it.

They lie in the folder that OBSERVATORY_DATA names and are never copied; what is shipped is trained on sets whose
licence allows it (``LICENCES``), of the others only figures are. Large lessons are kept in the cache, so that a teacher
answers once.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import numpy as np
from jaxtyping import Int

from core.distillation.lesson import Lesson
from core.errors import Trouble
from core.jobs.cache import default_folder

LEARNT, HELD = 1500, 500
MANY, TESTED = 8000, 1000  # of the large corpora
SKIPPED = (3, 6)  # of the teacher: what ``skip`` names for two layers
WORDS = 22  # longer sentences are left out: every student reads the same, and a processor reads it in seconds


@dataclass(frozen=True, eq=False)
class Labelled:
    """Sentences and what they are."""

    name: str
    classes: tuple[str, ...]
    learnt: tuple[str, ...]
    labels: Int[np.ndarray, " N"]
    held: tuple[str, ...]
    held_labels: Int[np.ndarray, " M"]


def mr(folder: Path) -> Labelled:
    """Film reviews, one sentence each: bad or good. There is no official split: ours is drawn with seed 0."""
    with gzip.open(folder / "classification" / "mr_polarity" / "rt_polarity.tsv.gz", "rt", encoding="utf-8") as file:
        rows = [line.rstrip("\n").rsplit("\t", 1) for line in file][1:]
    short = [(text, int(label)) for text, label in rows if len(text.split()) <= WORDS]
    order = np.random.default_rng(0).permutation(len(short))[: LEARNT + HELD]
    texts, labels = zip(*(short[at] for at in order), strict=True)
    return _split("mr", ("bad", "good"), texts, np.array(labels))


def snips(folder: Path) -> Labelled:
    """Requests to an assistant, seven intents. Learnt from the training part, held out from the test part."""
    classes = tuple(
        name
        for name in (folder / "intent_slot" / "snips" / "intent_label.txt").read_text(encoding="utf-8").split()
        if name != "UNK"
    )
    parts = []
    for part, n in (("train", LEARNT), ("test", HELD)):
        place = folder / "intent_slot" / "snips" / part
        texts = (place / "seq.in").read_text(encoding="utf-8").splitlines()
        names = (place / "label").read_text(encoding="utf-8").split()
        order = np.random.default_rng(0).permutation(len(texts))
        chosen = [at for at in order if len(texts[at].split()) <= WORDS][:n]
        parts.append([(texts[at].strip(), classes.index(names[at])) for at in chosen])
    texts, labels = zip(*(parts[0] + parts[1]), strict=True)
    return _split("snips", classes, texts, np.array(labels))


def ag_news(folder: Path) -> Labelled:
    """Headlines of news, four sections. The training rows are a part of the official ones, the test rows too."""
    parts = []
    for part, n in (("train_part", MANY), ("test", TESTED)):
        with gzip.open(folder / "classification" / "ag_news" / f"{part}.csv.gz", "rt", encoding="utf-8") as file:
            rows = [(title.strip(), int(label) - 1) for label, title, _ in csv.reader(file) if title.strip()]
        parts.append(_drawn(rows, n))
    return _split("ag_news", ("World", "Sports", "Business", "Sci/Tech"), *_joined(parts), learnt=MANY)


def sst2(folder: Path) -> Labelled:
    """Film reviews and phrases from them, bad or good, as GLUE has them; its development set is held out."""
    parts = []
    for part, n in (("train.tsv.gz", MANY), ("dev.tsv", TESTED)):
        file = folder / "classification" / "sst2" / part
        told = (gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()).decode()
        rows = [line.rsplit("\t", 1) for line in told.splitlines()[1:]]
        parts.append(_drawn([(text.strip(), int(label)) for text, label in rows], n))
    return _split("sst2", ("bad", "good"), *_joined(parts), learnt=MANY)


def _drawn(rows: list[tuple[str, int]], n: int) -> list[tuple[str, int]]:
    """At most ``n`` short rows, in an order that seed 0 draws."""
    order = np.random.default_rng(0).permutation(len(rows))
    return [rows[at] for at in order if len(rows[at][0].split()) <= WORDS][:n]


def _joined(parts: list[list[tuple[str, int]]]) -> tuple[tuple[str, ...], np.ndarray]:
    texts, labels = zip(*(row for part in parts for row in part), strict=True)
    return texts, np.array(labels)


def _split(
    name: str, classes: tuple[str, ...], texts: tuple[str, ...], labels: np.ndarray, learnt: int = LEARNT
) -> Labelled:
    labels = labels.astype(np.int64)
    return Labelled(name, classes, texts[:learnt], labels[:learnt], texts[learnt:], labels[learnt:])


CORPORA: Mapping[str, Callable[[Path], Labelled]] = {"mr": mr, "snips": snips, "ag_news": ag_news, "sst2": sst2}
LARGE = ("ag_news", "sst2")
LICENCES = {
    "mr": "Movie review sentence polarity v1.0 (Pang and Lee 2005), CC BY 4.0",
    "snips": "SNIPS natural language understanding benchmark (Coucke et al. 2018), CC0",
}


def read(name: str) -> Labelled:
    """A corpus by name.

    Raises:
        Trouble: ``distill-corpus`` (no such name), ``data-missing``.
    """
    if name not in CORPORA:
        raise Trouble("distill-corpus", f"No corpus {name!r}; there are {', '.join(CORPORA)}.", name=name)
    place = os.environ.get("OBSERVATORY_DATA")
    if not place or not Path(place).is_dir():
        raise Trouble("data-missing", "Set OBSERVATORY_DATA to the folder that holds the corpora.")
    return CORPORA[name](Path(place))


@lru_cache(maxsize=1)
def lesson(name: str) -> Lesson:
    """The corpus with the answers and the insides of its teacher; of a large one, the mean states only."""
    from core import store
    from core.distillation.teacher import hired, office

    if name not in LARGE:
        return taught(read(name), hired(name)[0])
    vouched = hashlib.sha256((office(name) / store.VALUE).read_bytes()).hexdigest()[:12]
    folder = default_folder() / "distillation" / f"lesson-{name}-{vouched}"
    return store.once(folder, lambda: taught(read(name), hired(name)[0], means=True))


@lru_cache(maxsize=1)
def entire(name: str) -> Lesson:
    """A large corpus with every token's states of the layers ``SKIPPED``: more than a gigabyte, in memory only."""
    from core.distillation.teacher import hired

    known = lesson(name)
    return replace(known, insides=hired(name)[0].insides(known.inputs, SKIPPED))


def taught(corpus: Labelled, teacher, *, means: bool = False, model: str = "minilm") -> Lesson:
    """Any corpus with any teacher; with ``means`` only the mean states of its layers are kept of its insides."""
    from core.distillation.teacher import ids_of

    ids, held = (ids_of(each, model=model) for each in (corpus.learnt, corpus.held))
    L = len(teacher.encoder.layers)
    T = max(1, int((ids != 0).sum(1).max()))
    ids = ids[:, :T]
    return Lesson(
        name=corpus.name,
        classes=corpus.classes,
        inputs=ids,
        labels=corpus.labels,
        answers=teacher.answers(ids),
        held_inputs=held,
        held_labels=corpus.held_labels,
        held_answers=teacher.answers(held),
        insides=teacher.insides(ids, (L // 2, L - 1, L), means=means),
        model=model,
    )
