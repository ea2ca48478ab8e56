"""How well the words of a topic go together: c_npmi and c_v, counted as gensim counts; and how much topics repeat.

Both slide a window over the texts and ask how often two words share it. gensim takes a word out of the window when its
oldest copy leaves, even where a second copy is still inside; published figures are counted like that, so ours are too.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np
from jaxtyping import Bool, Float

Measure = Literal["c_npmi", "c_v"]
WINDOW = {"c_npmi": 10, "c_v": 110}  # words
TINY = 1e-12  # what is added to a probability before its logarithm

Texts = Sequence[Sequence[str]]


def coherence(topics: Sequence[Sequence[str]], texts: Texts, measure: Measure = "c_npmi") -> Float[np.ndarray, " C"]:
    """One number for each topic's words, -1 to 1 (c_npmi) or 0 to 1 (c_v); more is better. ``texts`` are cut in words.

    Source: Röder et al. 2015, Exploring the Space of Topic Coherence Measures. https://doi.org/10.1145/2684822.2685324
    """
    vocab = {word: at for at, word in enumerate(dict.fromkeys(word for topic in topics for word in topic))}
    together, windows = shared_windows(texts, vocab, WINDOW[measure])
    alike = npmi(together / max(windows, 1))
    score = _pairs if measure == "c_npmi" else _vectors
    return np.array([score(alike[np.ix_(at, at)]) for topic in topics if (at := [vocab[word] for word in topic])])


def npmi(p: Float[np.ndarray, "V V"]) -> Float[np.ndarray, "V V"]:
    """Normalised pointwise mutual information of pairs; ``p`` holds the words' own probabilities on its diagonal."""
    own = np.diag(p)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.log((p + TINY) / np.outer(own, own)) / -np.log(p + TINY)


def diversity(topics: Sequence[Sequence[str]]) -> float:
    """The share of words that differ: 1 when no two topics have a word in common."""
    words = [word for topic in topics for word in topic]
    return len(set(words)) / max(1, len(words))


def shared_windows(texts: Texts, vocab: dict[str, int], width: int) -> tuple[Float[np.ndarray, "V V"], int]:
    """In how many windows each two words stand together, each word alone on the diagonal; and how many windows."""
    together, windows = np.zeros((len(vocab), len(vocab))), 0
    for text in texts:
        n = max(1, len(text) - width + 1) if text else 0
        windows += n
        places: dict[int, list[int]] = {}
        for at, word in enumerate(text):
            if word in vocab:
                places.setdefault(vocab[word], []).append(at)
        if places:
            rows = np.fromiter(places, int)
            seen = np.stack([_seen(where, n, width) for where in places.values()]).astype(float)  # (words, windows)
            together[np.ix_(rows, rows)] += seen @ seen.T
    return together, windows


def _seen(places: list[int], n: int, width: int) -> Bool[np.ndarray, " n"]:
    """In which of the ``n`` windows a word at these places is seen."""
    event = np.zeros(n, np.int8)  # 1: it comes in, -1: a copy of it leaves
    for at in places:
        if at + 1 < n:
            event[at + 1] = -1
    for at in places:
        event[max(0, at - width + 1)] = 1
    last = np.maximum.accumulate(np.where(event != 0, np.arange(n), 0))
    return event[last] > 0


def _pairs(alike: Float[np.ndarray, "k k"]) -> float:
    """c_npmi: the mean over all pairs."""
    return float(alike[~np.eye(len(alike), dtype=bool)].mean()) if len(alike) > 1 else 0.0


def _vectors(alike: Float[np.ndarray, "k k"]) -> float:
    """c_v: each word's row of NPMI against the sum of all rows, by cosine."""
    whole = alike.sum(0)
    return float((alike @ whole / (np.linalg.norm(alike, axis=1) * np.linalg.norm(whole))).mean())
