"""Chinese words with their parts of speech, by jieba's hidden Markov model; only the classes that others ask for."""

from __future__ import annotations

import threading
from functools import cache
from typing import TYPE_CHECKING

from core.text.tokenise import segmenter

if TYPE_CHECKING:
    import jieba.posseg

NAMES = ("nr", "ns", "nt", "nz")  # people, places, organisations, other names
UPOS = {"n": "NOUN", "vn": "NOUN", "an": "NOUN", "a": "ADJ", "ad": "ADV", "b": "ADJ", "v": "VERB", "d": "ADV"}
_loading = threading.Lock()


def tagged(text: str) -> tuple[tuple[str, str], ...]:
    """Words and their universal tags: ``NOUN``, ``PROPN``, ``ADJ``, ``VERB``, ``ADV``, or ``X`` for all others."""
    return tuple((word, _upos(flag)) for word, flag in _tagger().cut(text))


def _upos(flag: str) -> str:
    if flag.startswith(NAMES):
        return "PROPN"
    return UPOS.get(flag) or UPOS.get(flag[:1], "X")


def _tagger() -> jieba.posseg.POSTokenizer:
    words = segmenter()
    with _loading:
        return _made(words)


@cache
def _made(words) -> jieba.posseg.POSTokenizer:
    import jieba.posseg

    return jieba.posseg.POSTokenizer(words)
