"""Corpora with labels: what is read, by whom it may be shown, and the lesson that a teacher gives on it.

They lie in the folder that OBSERVATORY_DATA names and are never copied; what is shipped is trained on sets whose
licence allows it (``LICENCES``), of the others only figures are. A teacher's answers are kept in the cache. Sentences
are read to their 32nd piece.
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

LEARNT, HELD = 8000, 1000  # at most
SKIPPED = (3, 6)  # of the teacher: what ``skip`` names for two layers


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
    return _split("mr", ("bad", "good"), _drawn([(text, int(label)) for text, label in rows], LEARNT + HELD), LEARNT)


def snips(folder: Path) -> Labelled:
    """Requests to an assistant, seven intents. Learnt from the training part, held out from the test part."""
    home = folder / "intent_slot" / "snips"
    classes = tuple(name for name in (home / "intent_label.txt").read_text(encoding="utf-8").split() if name != "UNK")
    parts = []
    for part, n in (("train", LEARNT), ("test", HELD)):
        texts = (home / part / "seq.in").read_text(encoding="utf-8").splitlines()
        names = (home / part / "label").read_text(encoding="utf-8").split()
        rows = [(text.strip(), classes.index(name)) for text, name in zip(texts, names, strict=True)]
        parts.append(_drawn(rows, n))
    return _split("snips", classes, [*parts[0], *parts[1]], len(parts[0]))


def ag_news(folder: Path) -> Labelled:
    """Headlines of news, four sections. The training rows are a part of the official ones, the test rows too."""
    parts = []
    for part, n in (("train_part", LEARNT), ("test", HELD)):
        with gzip.open(folder / "classification" / "ag_news" / f"{part}.csv.gz", "rt", encoding="utf-8") as file:
            rows = [(title.strip(), int(label) - 1) for label, title, _ in csv.reader(file) if title.strip()]
        parts.append(_drawn(rows, n))
    classes = ("World", "Sports", "Business", "Sci/Tech")
    return _split("ag_news", classes, [*parts[0], *parts[1]], len(parts[0]))


def sst2(folder: Path) -> Labelled:
    """Film reviews and phrases from them, bad or good, as GLUE has them; its development set is held out."""
    parts = []
    for part, n in (("train.tsv.gz", LEARNT), ("dev.tsv", HELD)):
        file = folder / "classification" / "sst2" / part
        told = (gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()).decode()
        rows = [line.rsplit("\t", 1) for line in told.splitlines()[1:]]
        parts.append(_drawn([(text.strip(), int(label)) for text, label in rows], n))
    return _split("sst2", ("bad", "good"), [*parts[0], *parts[1]], len(parts[0]))


def _drawn(rows: list[tuple[str, int]], n: int) -> list[tuple[str, int]]:
    """At most ``n`` of them, in an order that seed 0 draws."""
    return [rows[at] for at in np.random.default_rng(0).permutation(len(rows))[:n]]


def _split(name: str, classes: tuple[str, ...], rows: list[tuple[str, int]], learnt: int) -> Labelled:
    """The first ``learnt`` rows to learn from, the others held out."""
    texts = tuple(text for text, _ in rows)
    labels = np.array([label for _, label in rows], dtype=np.int64)
    return Labelled(name, classes, texts[:learnt], labels[:learnt], texts[learnt:], labels[learnt:])


CORPORA: Mapping[str, Callable[[Path], Labelled]] = {"mr": mr, "snips": snips, "ag_news": ag_news, "sst2": sst2}
LICENCES = {  # of those that may be passed on
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
    """The corpus with the answers of its teacher, and the mean states of every layer of it."""
    from core import store
    from core.distillation.teacher import hired, office

    vouched = hashlib.sha256((office(name) / store.VALUE).read_bytes()).hexdigest()[:12]
    folder = default_folder() / "distillation" / f"lesson-{name}-{vouched}"
    return store.once(folder, lambda: taught(read(name), hired(name)[0], means=True))


@lru_cache(maxsize=1)
def entire(name: str) -> Lesson:
    """With every token's states of the layers ``SKIPPED`` too: more than a gigabyte, in memory only."""
    from core.distillation.teacher import hired

    known = lesson(name)
    return replace(known, insides={**known.insides, **hired(name)[0].insides(known.inputs, SKIPPED)})


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
