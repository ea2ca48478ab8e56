"""Candidates for keywords: every word, or words in a row, of one text."""

from __future__ import annotations

from core.text import language_of
from core.topics.bags import cut
from core.topics.stopwords import STOP

MOST = 300  # candidates


def candidates(text: str, n: int = 1) -> list[str]:
    """Runs of one to ``n`` words that neither begin nor end with a stop word, in order, each once.

    Source: Grootendorst 2020, KeyBERT. https://github.com/MaartenGr/KeyBERT
    """
    glue = "" if language_of(text) == "zh" else " "
    words = cut(text, stop=False)
    found = []
    for size in range(1, n + 1):
        for at in range(len(words) - size + 1):
            run = words[at : at + size]
            if run[0] not in STOP and run[-1] not in STOP and not any(word.isdigit() for word in run):
                found.append(glue.join(run))
    return list(dict.fromkeys(found))[:MOST]
