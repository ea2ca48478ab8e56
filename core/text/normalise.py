"""One form for training and look-up (NFKC), with the way back to what was typed."""

from __future__ import annotations

import re
import unicodedata

import numpy as np
from jaxtyping import Int

_CHINESE = r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]"


def normalise(text: str) -> tuple[str, Int[np.ndarray, "chars 2"]]:
    """NFKC of ``text``, and for each of its characters where it comes from: ``text[start:end]``.

    Characters that came from one piece share its span: ﬁ gives f and i, both (0, 1); e and an accent give
    é, (0, 2). Spans never decrease.

    Source: Unicode Standard Annex 15. https://unicode.org/reports/tr15/
    """
    if unicodedata.is_normalized("NFKC", text):
        start = np.arange(len(text))
        return text, np.stack([start, start + 1], axis=1)
    pieces: list[str] = []
    spans: list[tuple[int, int]] = []
    for start, end in _pieces(text):
        piece = unicodedata.normalize("NFKC", text[start:end])
        pieces.append(piece)
        spans += [(start, end)] * len(piece)
    return "".join(pieces), np.array(spans, dtype=np.int64).reshape(-1, 2)


def close_up(text: str) -> str:
    """Chinese as it is written: without spaces between its characters and marks."""
    return re.sub(rf"(?<={_CHINESE}) (?={_CHINESE})", "", text)


def _pieces(text: str) -> list[tuple[int, int]]:
    """Cut where nothing on the right can join or trade places with what stands on the left."""
    cuts = [0]
    for at in range(1, len(text)):
        here = text[at]
        if here < "\u0300":  # nothing so early in Unicode joins what stands before it
            cuts.append(at)
            continue
        if unicodedata.combining(unicodedata.normalize("NFKD", here)[0]):  # a mark; thousands may follow one letter
            continue
        joined = unicodedata.normalize("NFKC", text[cuts[-1] : at + 1])
        apart = unicodedata.normalize("NFKC", text[cuts[-1] : at]) + unicodedata.normalize("NFKC", here)
        if joined == apart:
            cuts.append(at)
    return list(zip(cuts, [*cuts[1:], len(text)], strict=True)) if text else []
