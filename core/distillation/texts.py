"""Corpora with labels: what is read, by whom it may be shown, and the lesson that a teacher gives on it.

They lie in the folder that OBSERVATORY_DATA names and are never copied; what is shipped is trained on sets whose
licence allows it.
"""

from __future__ import annotations

import gzip
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from jaxtyping import Int

from core.distillation.lesson import Lesson
from core.errors import Trouble

LEARNT, HELD = 1500, 500
LAYERS = (3, 5, 6)  # of the teacher, whose insides are kept: those that maps onto two layers name
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


def _split(name: str, classes: tuple[str, ...], texts: tuple[str, ...], labels: np.ndarray) -> Labelled:
    labels = labels.astype(np.int64)
    return Labelled(name, classes, texts[:LEARNT], labels[:LEARNT], texts[LEARNT:], labels[LEARNT:])


CORPORA: Mapping[str, Callable[[Path], Labelled]] = {"mr": mr, "snips": snips}
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
    """The corpus with the answers and the insides of its shipped teacher."""
    from core.distillation.teacher import hired

    return taught(read(name), hired(name)[0])


def taught(corpus: Labelled, teacher) -> Lesson:
    """Any corpus with any teacher."""
    from core.distillation.teacher import ids_of

    ids, held = ids_of(corpus.learnt), ids_of(corpus.held)
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
        insides=teacher.insides(ids, LAYERS),
    )
