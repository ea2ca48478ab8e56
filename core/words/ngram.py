"""The next word by counting."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from jaxtyping import Float, Int

from core.words.windows import EDGE

LONGEST = 5  # words: a window of them, each below 4,096, fits one integer
BASE = 4_096


class Ngram:
    """A language model of order n: the counts of a context, filled up with those of the shorter one.

    ``P(w | h) = (count(h w) + T(h) P(w | h')) / (count(h) + T(h))``, where ``T(h)`` is how many different
    words followed h and h' drops its first word; below a single word lies the even distribution over V.
    ``text`` holds word numbers, sentences parted by ``EDGE``. A window is kept as one number, so counting is
    sorting and looking up is bisection.

    Source: Witten and Bell 1991, https://doi.org/10.1109/18.87000
    """

    def __init__(self, text: Int[np.ndarray, " T"], V: int, n: int) -> None:
        if not 1 <= n <= LONGEST or V > BASE:
            raise ValueError(f"n is 1 to {LONGEST} and V at most {BASE}; got n = {n}, V = {V}")
        self.V, self.n = V, n
        self._windows = [_counted(np.asarray(text, np.int64), length) for length in range(1, n + 1)]

    def next(self, context: Sequence[int]) -> Float[np.ndarray, " V"]:
        """The distribution of the word after ``context``; only its last n - 1 words count."""
        p = np.full(self.V, 1 / self.V)
        for length in range(min(self.n - 1, len(context)) + 1):
            words, counts = self._after(context, length)
            if len(words):
                p *= len(words)
                p[words] += counts
                p /= counts.sum() + len(words)
        return p

    def seen(self, context: Sequence[int]) -> int:
        """How many words at the end of ``context`` were ever seen together, followed by something."""
        lengths = range(min(self.n - 1, len(context)), 0, -1)
        return next((length for length in lengths if len(self._after(context, length)[0])), 0)

    @property
    def contexts(self) -> int:
        """How many different contexts of n - 1 words it remembers."""
        return len(np.unique(self._windows[-1][0] // BASE))

    def loss(self, windows: Int[np.ndarray, "N width"]) -> float:
        """Nats for each last word of the windows; ``EDGE`` ends a context."""
        found = []
        for row in windows.tolist():
            context = row[:-1]
            while EDGE in context:
                context = context[context.index(EDGE) + 1 :]
            found.append(-np.log(self.next(context)[row[-1]]))
        return float(np.mean(found))

    def _after(self, context: Sequence[int], length: int) -> tuple[np.ndarray, np.ndarray]:
        """The words that followed the last ``length`` words, and how often each did."""
        keys, counts = self._windows[length]
        first = 0
        for word in context[len(context) - length :]:
            first = first * BASE + word
        low, high = np.searchsorted(keys, [first * BASE, (first + 1) * BASE])
        return keys[low:high] % BASE, counts[low:high]


def _counted(text: Int[np.ndarray, " T"], length: int) -> tuple[np.ndarray, np.ndarray]:
    """Every window of ``length`` words inside a sentence as one number, sorted, and how often it stands there."""
    if len(text) < length:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    rows = np.lib.stride_tricks.sliding_window_view(text, length)
    rows = rows[(rows != EDGE).all(1)]
    return np.unique(rows @ BASE ** np.arange(length - 1, -1, -1, dtype=np.int64), return_counts=True)
