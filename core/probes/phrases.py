"""Phrases as points: do spans of one kind lie together, and in which layer?

A phrase is a word with all that hangs on it, where that is a piece of the sentence without gaps. Its vector is made of
its first and last word: ``[a; b; a ⊙ b; a − b]``. Only the six layers of the model differ between the pictures.

Source: Jawahar et al. 2019, section 3, https://aclanthology.org/P19-1356/, with trees of dependencies.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

from core.probes.features import Features
from core.probes.recorded import Spans, Stamp
from core.probes.treebank import Sentence

KINDS = {"NOUN": "NP", "PROPN": "NP", "VERB": "clause", "ADJ": "ADJP"}
CLAUSAL = {"cop", "nsubj", "csubj", "expl"}  # what hangs on the head of a clause only
NEAREST = 10


@dataclass(frozen=True)
class Span:
    """Words ``start`` to ``end`` (not included) of one sentence."""

    sentence: int
    start: int
    end: int
    kind: str
    text: str


def spans(sentences: Sequence[Sentence]) -> list[Span]:
    """Phrases of two words or more, the whole sentence left out.

    With a preposition they are PP. What has a subject or a copula is a clause, whatever its predicate is: “that the
    answer is wrong” hangs on “wrong”. The “and” before a conjunct is no part of it.
    """
    found = []
    for number, sentence in enumerate(sentences):
        below = [{at} for at in range(len(sentence))]
        for at in range(len(sentence)):
            up = sentence.heads[at] - 1
            while up >= 0:
                below[up].add(at)
                up = sentence.heads[up] - 1
        for at, own in enumerate(below):
            beside = {each for each in own if sentence.heads[each] == at + 1}
            relations = {sentence.relations[each].partition(":")[0] for each in beside}
            own = {each for each in own if sentence.upos[each] != "PUNCT"}
            own -= {each for each in beside if sentence.relations[each] == "cc"}
            start, end = min(own, default=at), max(own, default=at) + 1
            if len(own) < 2 or end - start != len(own) or sentence.heads[at] == 0:
                continue
            if relations & CLAUSAL:
                kind = "clause"
            else:
                kind = "PP" if "case" in relations else KINDS.get(sentence.upos[at])
            if kind:
                found.append(Span(number, start, end, kind, " ".join(sentence.words[start:end])))
    return found


def vectors(features: Features, found: Sequence[Span], layer: int) -> Float[np.ndarray, "N four_D"]:
    """First word, last word, product, difference; each part of unit variance."""
    rows = []
    for span in found:
        h = features.sentence(span.sentence, layer)
        a, b = h[span.start], h[span.end - 1]
        rows.append((a, b, a * b, a - b))
    parts = np.array(rows).swapaxes(0, 1)  # (4, N, D)
    parts = (parts - parts.mean(1, keepdims=True)) / parts.std((1, 2), keepdims=True)
    return np.concatenate(list(parts), axis=1).astype(np.float32)


def purity(X: Float[np.ndarray, "N D"], kinds: Sequence[str], k: int = NEAREST) -> float:
    """Share of the ``k`` nearest, in the full space, that are of the same kind."""
    squares = ((X[:, None] - X[None]) ** 2).sum(-1).astype(float)
    np.fill_diagonal(squares, np.inf)
    near = np.argsort(squares, axis=1)[:, :k]
    names = np.array(kinds)
    return float((names[near] == names[:, None]).mean())


def plane(X: Float[np.ndarray, "N D"]) -> tuple[Float[np.ndarray, "N 2"], float]:
    """The two main directions, and the share of the variance that they hold."""
    U, S, _ = np.linalg.svd(X - X.mean(0), full_matrices=False)
    flat = U[:, :2] * S[:2]
    flat = flat * np.where(flat[np.abs(flat).argmax(0), range(2)] < 0, -1, 1)
    return flat, float((S[:2] ** 2).sum() / (S**2).sum())


def survey(real: Features, random: Features, sentences: Sequence[Sentence], stamp: Stamp) -> Spans:
    """Every layer of the model, and the purity of random weights."""
    found = spans(sentences)
    kinds = tuple(each.kind for each in found)
    layers = range(len(real.vectors))
    every = [vectors(real, found, layer) for layer in layers]
    flat = [plane(X) for X in every]
    counts = np.unique(kinds, return_counts=True)[1]
    return Spans(
        texts=tuple(each.text for each in found),
        kinds=kinds,
        plane=np.stack([at for at, _ in flat]).astype(np.float32),
        explained=np.array([share for _, share in flat]),
        purity=np.array([purity(X, kinds) for X in every]),
        random=np.array([purity(vectors(random, found, layer), kinds) for layer in layers]),
        chance=float((counts * (counts - 1)).sum() / (counts.sum() * (counts.sum() - 1))),
        stamp=stamp,
    )
