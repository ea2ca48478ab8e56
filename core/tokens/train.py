"""From documents to a vocabulary, in the shape of every training of this house."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from core.errors import Trouble
from core.runtime import OnStep, quiet
from core.tokens.config import Config
from core.tokens.merges import MergeRun, train_merges
from core.tokens.unigram import UnigramRun, train_unigram
from core.tokens.words import count_chunks, count_words

Run = MergeRun | UnigramRun


def train(data: Sequence[str], config: Config, *, device: str = "auto", on_step: OnStep = quiet) -> Run:
    """Learn a vocabulary from documents. ``device`` changes nothing: counting needs none.

    Raises:
        Trouble: ``tokens-no-words``: there is no word in the documents.
    """
    counts = counted(data, config)
    if not counts:
        raise Trouble("tokens-no-words", "There is no word in this text; give a vocabulary something to count.")
    learn = train_unigram if config.kind == "unigram" else train_merges
    return learn(counts, config, on_step=on_step)


def counted(data: Sequence[str], config: Config) -> Counter[str]:
    """What is counted: words with the mark of the space, words, or chunks of bytes."""
    if config.kind == "bytes":
        return count_chunks(data)
    return count_words(data, spaces=config.kind == "unigram")
