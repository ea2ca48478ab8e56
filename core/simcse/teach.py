"""Record SBERT's three objectives: our small English model, three seeds each, on data whose licences allow sharing.

Classification and triplets learn from SNLI's test split (CC BY-SA 4.0), regression from the open sources of STS-B;
all are graded on some of STS-B's test pairs. A run is kept in the work folder as soon as it is done, so an
interrupted recording goes on.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from core import store
from core.provenance import stamp
from core.simcse.config import Gold
from core.simcse.learnt import FOLDER, LABELS, OBJECTIVES, Config, Learnt, Objective, Run
from core.simcse.sbert import Rows, train
from core.simcse.sts import HIGHEST, gold, labelled, shareable, triples

MODEL, SEEDS = "en-small", 3
KEPT_BACK = 300  # labelled pairs that nobody learns from
GRADED = 500  # pairs, drawn from the test set


def record(work: Path) -> Learnt:
    """All runs, and the record of them."""
    test, pairs = (
        some(gold("en", "test"), GRADED),
        [(texts, float(LABELS.index(label))) for *texts, label in labelled()],
    )
    aside = pairs[-KEPT_BACK:]
    taught = {objective: rows(objective) for objective in OBJECTIVES}
    runs: dict[str, tuple[Run, ...]] = {}
    for objective in OBJECTIVES:
        found = []
        for seed in range(SEEDS):
            place = work / f"sbert-{objective}-{seed}"
            if not place.exists():
                config = Config(objective, seed=seed)
                store.save(place, train(taught[objective], config, model=MODEL, gold=test, pairs=aside))
            found.append(store.load(place))
            print(objective, seed, found[-1].spearman.round(3), found[-1].cosines.round(2).tolist(), flush=True)
        runs[objective] = tuple(found)
    counts = {name: len(each) for name, each in taught.items()}
    learnt = Learnt(runs, counts, len(test.scores), len(aside), test.name, **stamp("core.simcse.teach"))
    store.save(FOLDER, learnt)
    return learnt


def some(pairs: Gold, n: int) -> Gold:
    """``n`` of the pairs, drawn."""
    at = np.random.default_rng(0).choice(len(pairs.scores), n, replace=False).tolist()
    first, second, scores = (tuple(part[i] for i in at) for part in (pairs.first, pairs.second, pairs.scores))
    return Gold(pairs.name, first, second, scores)


def rows(objective: Objective) -> Rows:
    """What an objective learns from; nothing of the premises that are kept back.

    Raises:
        Trouble: ``data-missing``.
    """
    if objective == "regression":
        pairs = shareable()
        sides = zip(pairs.first, pairs.second, strict=True)
        return [(side, grade / HIGHEST) for side, grade in zip(sides, pairs.scores, strict=True)]
    every = labelled()
    aside = {premise for premise, *_ in every[-KEPT_BACK:]}
    if objective == "triplet":
        return [(texts, 0.0) for texts in triples() if texts[0] not in aside]
    return [(texts, float(LABELS.index(label))) for *texts, label in every if texts[0] not in aside]
