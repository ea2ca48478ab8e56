"""Words of a topic that are things or qualities: nouns, adjectives, and adjectives before a noun.

Source: BERTopic's PartOfSpeech representation,
https://maartengr.github.io/BERTopic/getting_started/representation/representation.html
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from core.runtime import OnStep, Step, quiet
from core.topics.config import OUTLIER

if TYPE_CHECKING:
    from core.models import Model
    from core.topics.topics import Topics

Tagged = Sequence[tuple[str, str]]  # words and their universal parts of speech
Tagger = Callable[[Sequence[str]], Sequence[Tagged]]  # of sentences
PATTERNS = (("ADJ", "NOUN"), ("NOUN",), ("ADJ",))
KEYWORDS, EACH, LONGEST = 10, 2, 60  # whose documents are read; documents for each; words of a sentence
_SENTENCES = re.compile(r"(?<=[.!?;。！？；\n])\s*")


@dataclass(frozen=True)
class Tagging:
    """By whom texts are tagged: the probe on MiniLM, or jieba."""

    language: Literal["en", "zh"] = "en"


def by_speech(
    topics: Topics, topic: int, tagger: Tagger, documents: Sequence[str] | None = None, k: int = 10
) -> tuple[tuple[str, float], ...]:
    """The ``k`` heaviest words of a topic that stand in one of ``PATTERNS`` somewhere in its documents.

    Read are, for each of the topic's ten heaviest words, the first two of its documents that hold the word;
    ``documents`` in full where ``topics`` has only their beginnings.
    """
    every = topics.documents if documents is None else documents
    return heaviest(topics, topic, gathered([every[row] for row in candidates(topics, topic)], tagger), k)


def train(
    data: Sequence[str] | Sequence[int], config: Tagging, *, device: str = "auto", on_step: OnStep = quiet
) -> tuple[str, ...]:
    """What stands in ``PATTERNS`` in these texts, as a job; whole numbers are paragraphs of the recorded run."""
    if data and isinstance(data[0], int):
        from core.topics.recorded import documents

        data = [documents()[int(row)] for row in data]
    texts = [str(text) for text in data]
    if config.language == "zh":
        return tuple(sorted(gathered(texts, chinese, on_step)))
    from core.models import common

    return tuple(sorted(gathered(texts, english(common()), on_step)))


def gathered(texts: Sequence[str], tagger: Tagger, on_step: OnStep = quiet) -> set[str]:
    """What stands in one of ``PATTERNS`` anywhere in the texts."""
    found: set[str] = set()
    for at, text in enumerate(texts):
        found |= {run for sentence in tagger(sentences(text)) for run in runs(sentence)}
        on_step(Step((at + 1) / len(texts)))
    return found


def heaviest(topics: Topics, topic: int, found: Collection[str], k: int = 10) -> tuple[tuple[str, float], ...]:
    """Of these words the ``k`` with the largest weight in a topic."""
    line = topics.weights[topics.row(topic)]
    columns = sorted(topics.bags.index[run] for run in found if run in topics.bags.index)
    weights = np.asarray(line[:, columns].todense()).ravel()
    order = [int(at) for at in np.argsort(-weights, kind="stable")[:k] if weights[at] > 0]
    return tuple((topics.bags.vocab[columns[at]], float(weights[at])) for at in order)


def candidates(topics: Topics, topic: int) -> tuple[int, ...]:
    """The documents that are read, each once."""
    inside = np.flatnonzero(topics.labels == topic) if topic != OUTLIER else np.zeros(0, int)
    rows: dict[int, None] = {}
    for word, _ in topics.words(topic, KEYWORDS):
        holds = np.asarray(topics.bags.matrix[inside][:, [topics.bags.index[word]]].todense()).ravel() > 0
        rows |= dict.fromkeys(inside[holds][:EACH].tolist())
    return tuple(rows)


def sentences(text: str) -> list[str]:
    """A text in sentences, which is how taggers read."""
    return [part for part in _SENTENCES.split(text) if part.strip()]


def runs(tagged: Tagged) -> Iterator[str]:
    """Words in a row that have one of the patterns, in small letters."""
    for pattern in PATTERNS:
        for at in range(len(tagged) - len(pattern) + 1):
            part = tagged[at : at + len(pattern)]
            if tuple(tag for _, tag in part) == pattern:
                yield " ".join(word.lower() for word, _ in part)


def english(model: Model) -> Tagger:
    """Tags by the probe that comes with this program, on the layer where it was measured best."""
    from core.probes.features import read
    from core.probes.shipped import card, tags
    from core.text import tokenise

    probe = tags(model.name)
    best = int(np.argmax(card(f"{model.name}-upos")["metrics"]["accuracy"]))

    def tag(sentences: Sequence[str]) -> list[Tagged]:
        cut = [[token.text for token in tokenise(each, "en")][:LONGEST] for each in sentences]
        cut = [words for words in cut if words]
        if not cut:
            return []
        features = read(model, cut)
        named = probe.shares(features.vectors)[best].argmax(-1)
        ends = zip(features.starts[:-1], features.starts[1:], strict=True)
        every = [[probe.labels[at] for at in named[a:b].tolist()] for a, b in ends]
        return [tuple(zip(words, tags, strict=True)) for words, tags in zip(cut, every, strict=True)]

    return tag


def chinese(sentences: Sequence[str]) -> list[Tagged]:
    """Tags by jieba."""
    from core.text.posseg import tagged

    return [tagged(each) for each in sentences]
