"""Texts to learn a vocabulary from, by name, and how some of a text is kept back for the test."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core import runtime
from core.errors import Trouble
from core.text import PACKAGED, Corpus, load_corpus

OWN = "zh-notes"  # written for this exhibit
CORPORA = (*PACKAGED, OWN)
FEWEST = 10  # documents: every tenth is kept back
_SENTENCE = re.compile(r"(?<=[。！？!?\n])|(?<=\.)(?=\s)")


def corpus(name: str) -> Corpus:
    """A corpus that is at hand without a network. Raises Trouble ``corpus-name`` for any other name."""
    if name != OWN:
        return load_corpus(name)
    lines = (runtime.ROOT / "assets" / "texts" / f"{OWN}.txt").read_text(encoding="utf-8").splitlines()
    return Corpus(OWN, tuple(lines), None, None, "zh", "written for this exhibit", "MIT, like the program")


def sentences(text: str) -> tuple[str, ...]:
    """A text as documents, one a sentence."""
    return tuple(part for each in _SENTENCE.split(text) if (part := each.strip()))


def halves(documents: Sequence[str]) -> tuple[list[str], list[str]]:
    """What is learnt from, and every tenth document, which is kept back.

    Raises:
        Trouble: ``tokens-few``: fewer than ten documents.
    """
    if len(documents) < FEWEST:
        message = (
            f"{len(documents)} sentences are too few: every tenth is kept back for the test; give {FEWEST} or more."
        )
        raise Trouble("tokens-few", message, found=len(documents), needed=FEWEST)
    return [d for i, d in enumerate(documents) if i % FEWEST != FEWEST - 1], list(documents[FEWEST - 1 :: FEWEST])
