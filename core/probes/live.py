"""Any sentence, now: a model reads it, the shipped probes say what they see in every layer."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from core.errors import Trouble
from core.models import Model
from core.probes import shipped
from core.probes.features import read
from core.probes.recorded import Read
from core.text.tokenise import tokenise

LONGEST = 40  # words: more cannot be drawn as arcs


def words_of(text: str) -> tuple[str, ...]:
    """The sentence cut into words, Chinese by jieba.

    Raises:
        Trouble: ``probe-short``: fewer than two words; ``probe-long``: more than ``LONGEST``.
    """
    words = tuple(text[token.start : token.end] for token in tokenise(text))
    if len(words) < 2:
        raise Trouble("probe-short", "A tree needs at least two words: type a sentence.")
    if len(words) > LONGEST:
        message = f"{len(words)} words are too many to draw; type a sentence of at most {LONGEST}."
        raise Trouble("probe-long", message, found=len(words), longest=LONGEST)
    return words


def read_words(words: Sequence[str], model: Model) -> Read:
    """Distances, depths and parts of speech by the probes that come with this program."""
    vectors = read(model, [words]).vectors.astype(np.float32)  # (layers, T, D)
    maps = shipped.maps(model.name)
    layers = range(len(vectors))
    tags, shares = (), np.zeros((len(vectors), len(words), 0), dtype=np.float16)
    if shipped.known(f"{model.name}-upos"):
        tagger = shipped.tags(model.name)
        tags, shares = tagger.labels, tagger.shares(vectors).astype(np.float16)
    return Read(
        words=tuple(words),
        distances=np.stack([maps.distances(vectors[at], at) for at in layers]).astype(np.float16),
        depths=np.stack([maps.depths(vectors[at], at) for at in layers]).astype(np.float16),
        tags=tags,
        shares=shares,
    )
