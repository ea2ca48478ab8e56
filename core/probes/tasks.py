"""From sentences to labels: which words or sentences a task asks about, and the control labels that mean nothing.

A control task gives every word type one label, drawn once from the task's own distribution: whoever gets it right has
memorised words. Selectivity is the accuracy on the task minus that on its control.

Source: Hewitt & Liang 2019, sections 2 and 3. https://arxiv.org/abs/1909.03368
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from jaxtyping import Int

from core.probes.config import TASKS
from core.probes.treebank import Sentence, tree_depths

LENGTHS = (8, 13, 19, 27)  # words; the last bin is open
DEPTHS = (3, 4, 6)  # edges


@dataclass(frozen=True, eq=False)
class Asked:
    """The rows that a task is about, among all words (or all sentences) of a treebank in order."""

    rows: Int[np.ndarray, " N"]
    labels: Int[np.ndarray, " N"]
    types: tuple[str, ...]  # the word behind each row, in small letters; of a sentence its id


def asked(sentences: Sequence[Sentence], task: str, names: Sequence[str]) -> Asked:
    """Rows whose label is among ``names``."""
    number = {name: at for at, name in enumerate(names)}
    found = [(row, number[label], kind) for row, label, kind in _labelled(sentences, task) if label in number]
    rows, labels, types = zip(*found, strict=True) if found else ((), (), ())
    return Asked(np.array(rows, dtype=np.int64), np.array(labels, dtype=np.int64), tuple(types))


def names(sentences: Sequence[Sentence], task: str) -> tuple[str, ...]:
    """The classes of a task as they occur, in alphabetical or natural order."""
    return tuple(sorted({label for _, label, _ in _labelled(sentences, task)}, key=lambda name: (len(name) > 9, name)))


def control_labels(types: Sequence[str], labels: Int[np.ndarray, " N"], seed: int) -> dict[str, int]:
    """A label for each word type, drawn from the frequencies of ``labels``: the same one wherever the word stands."""
    dice = np.random.default_rng([seed, 1909])
    shares = np.bincount(labels) / len(labels)
    kinds = sorted(set(types))
    return dict(zip(kinds, dice.choice(len(shares), size=len(kinds), p=shares).tolist(), strict=True))


def controlled(train: Asked, test: Asked, seed: int) -> tuple[Asked, Asked]:
    """The control task of both sides; test words that the training never met are drawn as well."""
    drawn = control_labels([*train.types, *test.types], train.labels, seed)

    def mapped(side: Asked) -> Asked:
        return Asked(side.rows, np.array([drawn[kind] for kind in side.types], dtype=np.int64), side.types)

    return mapped(train), mapped(test)


def exchanged(sentences: Sequence[Sentence], seed: int) -> list[tuple[tuple[str, ...], bool]]:
    """Every sentence once, half of them with two neighbouring words exchanged: the task ``order``."""
    dice = np.random.default_rng([seed, 77])
    found = []
    for sentence in sentences:
        words, change = list(sentence.words), bool(dice.integers(2))
        places = [at for at in range(len(words) - 1) if words[at].lower() != words[at + 1].lower()]
        if change and places:
            at = int(dice.choice(places))
            words[at], words[at + 1] = words[at + 1], words[at]
        found.append((tuple(words), change and bool(places)))
    return found


def _labelled(sentences: Sequence[Sentence], task: str):
    """(row, label, word type) for all that the task is about; rows count words, or sentences."""
    if TASKS[task] == "sentence":
        for row, sentence in enumerate(sentences):
            yield row, sentence_label(sentence, task), sentence.id
        return
    row = 0
    for sentence in sentences:
        for at, word in enumerate(sentence.words):
            label = word_label(sentence, at, task)
            if label is not None:
                yield row, label, word.lower()
            row += 1


def word_label(sentence: Sentence, at: int, task: str) -> str | None:
    """What the treebank says of one word, None where the task does not ask about it."""
    tag, features = sentence.upos[at], sentence.features[at]
    match task:
        case "upos":
            return tag
        case "relation":
            return sentence.relations[at].partition(":")[0]
        case "number":
            return features.get("Number") if tag in ("NOUN", "PROPN") else None
        case "tense":
            return features.get("Tense") if tag in ("VERB", "AUX") else None
        case "entity":
            return features.get("Entity")
    raise ValueError(f"{task} is no word-level task")


def sentence_label(sentence: Sentence, task: str) -> str:
    """What a sentence-level task asks: a bin; ``order`` is decided by :func:`exchanged`."""
    match task:
        case "length":
            return _bin(len(sentence), LENGTHS)
        case "depth":
            return _bin(int(tree_depths(sentence.heads).max()), DEPTHS)
        case "order":
            return "as written"
    raise ValueError(f"{task} is no sentence-level task")


def _bin(value: int, edges: tuple[int, ...]) -> str:
    at = int(np.searchsorted(edges, value, side="right"))
    low = edges[at - 1] if at else 1
    return f"{low}–{edges[at] - 1}" if at < len(edges) else f"{low}+"
