"""What the first pictures of the pages show: our own sentences, a model that is asked, phrases, a classifier."""

from __future__ import annotations

import numpy as np

from core.probes import recorded
from core.probes.features import read
from core.probes.training import RANDOM, named
from core.probes.treebank import load

AMBIGUOUS = "They fish for fish in the lake ."


def first(model: str = "minilm", bank: str = "own-en") -> None:
    """What the shipped probes say of our own sentences, so that the first picture needs no model."""
    from core.probes.live import read_words

    reader = named(model)
    sentences = load(bank).sentences
    read_ = tuple(read_words(each.words, reader) for each in sentences)
    recorded.keep(f"own-{model}", recorded.Own(bank, read_, recorded.stamp(__name__, model)))


def ask(model: str = "minilm-mlm") -> None:
    """Verbs after subjects, and facts; and the ambiguous sentence as the probes read it."""
    from core.probes.asking import FACTS, SUBJECTS, agreement, facts
    from core.probes.live import read_words

    filler = named(model)
    answers = [agreement(filler, subject, plural=plural) for subject in SUBJECTS for plural in (False, True)]
    shares = np.stack([found for found, _ in answers]).reshape(len(SUBJECTS), 2, 2, -1)
    ranks = np.array([[given.rank, blind.rank] for given, blind in facts(filler)]).T
    texts, words, _ = zip(*FACTS, strict=True)
    sentences = tuple(each[-1] for _, each in answers)
    stamp = recorded.stamp(__name__, model)
    recorded.keep("asked", recorded.Asked(shares, sentences, texts, words, ranks, stamp))
    recorded.keep("ambiguous", read_words(AMBIGUOUS.split(), named("minilm")))


def phrases(model: str = "minilm", bank: str = "own-en") -> None:
    """Phrases of our own sentences as points; and the classifier that is to be attacked."""
    from core.probes.attack import learnt
    from core.probes.phrases import survey

    sentences = load(bank).sentences
    words = [each.words for each in sentences]
    real, random = (read(named(name), words) for name in (model, RANDOM + model))
    recorded.keep("phrases", survey(real, random, sentences, recorded.stamp(__name__, model)))
    recorded.keep("mood", learnt(named(model)))
