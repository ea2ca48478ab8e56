"""The ruler for pictures: a small classifier's features, real pictures that nobody learnt from, and the floor."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from jaxtyping import Float

from core.generators import reader
from core.generators.measures import balance, distances, frechet, precision_recall
from core.generators.pictures import LOOKED_AT, Pictures

MEASURES = ("frechet", "precision", "recall", "balance", "sure", "nearest")
DRAWS = 10  # of real pictures, for the floor
CHUNK = 10_000  # learnt pictures that are compared at a time


def judged(made: Float[np.ndarray, "N P"], weights: Mapping[str, np.ndarray], real: Pictures) -> dict[str, float]:
    """Made pictures beside real ones that nobody learnt from, see ``LOOKED_AT``.

    ``sure`` is the share that the reader reads with odds above 0.9; ``nearest`` how far the made lie from what was
    learnt, over how far the real ones lie: a copy is at 0.
    """
    rest = real.rest[: LOOKED_AT[real.name]]
    a, b = reader.features(weights, made), reader.features(weights, rest)
    precision, recall = precision_recall(a, b)
    odds = reader.read(weights, made)
    return {
        "frechet": frechet(a, b),
        "precision": precision,
        "recall": recall,
        "balance": balance(odds.argmax(1), odds.shape[1]),
        "sure": float((odds.max(1) > 0.9).mean()),
        "nearest": float(np.median(nearest(made, real)[0]) / np.median(nearest(rest, real)[0])),
    }


def nearest(made: Float[np.ndarray, "N P"], real: Pictures) -> tuple[np.ndarray, np.ndarray]:
    """How far each made picture lies from what was learnt, and the row of the learnt picture that is nearest."""
    far, row = np.full(len(made), np.inf), np.zeros(len(made), np.int64)
    for first in range(0, len(real.learnt), CHUNK):
        apart = distances(made, real.learnt[first : first + CHUNK])
        at = apart.argmin(1)
        found = apart[np.arange(len(made)), at]
        row = np.where(found < far, first + at, row)
        far = np.minimum(far, found)
    return far, row


def floor(weights: Mapping[str, np.ndarray], real: Pictures) -> dict[str, Float[np.ndarray, " draws"]]:
    """The same for real pictures that were learnt from, as many at a time; ``nearest`` would be themselves."""
    n, rows = LOOKED_AT[real.name], []
    for seed in range(DRAWS):
        chosen = np.random.default_rng(seed).choice(len(real.learnt), n, replace=False)
        rows.append(judged(real.learnt[chosen], weights, real))
    return {name: np.array([row[name] for row in rows]) for name in rows[0] if name != "nearest"}
