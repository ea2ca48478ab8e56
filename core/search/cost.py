"""Why pairs cannot be searched through a cross-encoder: what it would cost, from times measured here and now."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from core.models.model import Model


@dataclass(frozen=True)
class Cost:
    """Seconds of one forward pass, of a sentence and of two sentences read together; of one cosine."""

    sentence: float
    pair: float
    cosine: float

    def apart(self, N: int) -> float:
        """Find the closest of all pairs of ``N`` sentences: read each once, then compare vectors. In seconds."""
        return N * self.sentence + self.cosine * N * (N - 1) / 2

    def together(self, N: int) -> float:
        """The same with every pair read through the model. In seconds."""
        return self.pair * N * (N - 1) / 2


def measure(model: Model, sentences: Sequence[str], rounds: int = 5) -> Cost:
    """Time the model on these sentences, one at a time and in neighbouring pairs; medians of all readings."""
    pairs = [f"{a} {b}" for a, b in pairwise(sentences)]
    model.embed([sentences[0]])  # the first call warms up
    alone, both = (
        float(np.median([_seconds(lambda text=text: model.embed([text])) for text in texts for _ in range(rounds)]))
        for texts in (sentences, pairs)
    )
    table = np.ones((1000, model.D), np.float32)
    product = min(_seconds(lambda: table @ table.T) for _ in range(rounds))
    return Cost(alone, both, product / 1000**2)


def _seconds(work) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
