"""What re-ranking is said to bring, as an experiment on five separate fifths of the questions."""

from __future__ import annotations

from functools import cache

import numpy as np

from core.claims.claim import Trial
from core.runtime import OnStep, Step, quiet

DEPTH, FOLDS = 10, 5  # answers that are read again; parts of the questions


def rerank(seed: int, *, scale: str = "small", device: str = "auto", on_step: OnStep = quiet) -> Trial:
    """Nogueira & Cho 2019: a model that reads question and answer together puts the right answer first more often.

    Each seed has a fifth of the questions for itself: sentences of STS-B's test pairs scored above 4, of which the
    partner has to be found. The effect is recall at 1 after the ten nearest are put in the order of the mean of cosine
    and score, less that before; the control, the mean of the cosine and of another cosine of the same model (first and
    last layer): a second opinion that also reads apart.
    """
    hits = _hits()
    on_step(Step(1.0))
    before, after, alone, apart = (each[seed % FOLDS :: FOLDS].mean() for each in hits)
    found = {"before": float(before), "after": float(after), "alone": float(alone)}
    return Trial(float(after - before), float(apart - before), found)


@cache
def _hits() -> tuple[np.ndarray, ...]:
    """For each question 1 where the right answer is first: by cosine, by both, by the score alone, by two cosines."""
    from core.models import load
    from core.search.cross import Pair, ours
    from core.search.crossgrade import searched
    from core.search.recall import unit
    from core.search.reranked import both, firsts
    from core.simcse.encode import vectors
    from core.simcse.sts import gold

    model, pairs = load(), gold("en", "test")
    texts = list(dict.fromkeys([*pairs.first, *pairs.second]))
    place = {text: at for at, text in enumerate(texts)}
    rows = zip(pairs.first, pairs.second, pairs.positive, strict=True)
    asked = [(place[a], place[b]) for a, b, same in rows if same and a != b]
    asked = [asked[at] for at in np.random.default_rng(0).permutation(len(asked))]
    nearest, other = model.embed(texts), unit(vectors(model, texts, "first-last"))

    def apart(two: list[Pair]) -> np.ndarray:
        return np.array([other[place[a]] @ other[place[b]] for a, b in two])

    cosines, scores, right = searched(nearest, texts, asked, ours().scores, DEPTH)
    _, seconds, _ = searched(nearest, texts, asked, apart, DEPTH)
    orders = (cosines, both(cosines, scores), scores, both(cosines, seconds))
    return tuple(firsts(each, right)[:, -1] for each in orders)
