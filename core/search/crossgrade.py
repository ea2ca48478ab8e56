"""Grade the cross-encoder beside the bi-encoder that it came from, ship it with its card, and record the figures.

``OBSERVATORY_DATA=… python -m core.search.crossgrade --work FOLDER``: trains first; interrupted, it goes on.
"""

from __future__ import annotations

import argparse
import shutil
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import numpy as np
import torch

from core import cards, runtime, store
from core.models import load
from core.models.digests import vouch
from core.provenance import stamp
from core.search.cross import CrossEncoder, Pair, kept
from core.search.crosstrain import Config, Run, train
from core.search.reranked import COMMAND, DEEPEST, FOLDER, NAME, ORDERS, READERS, Reranked, both, firsts
from core.simcse.config import Gold
from core.simcse.sts import OPEN, gold, interval, shareable, spearman

LICENCES = {
    "STS-B grades": "CC BY-SA 4.0",
    "images": "PASCAL VOC-2008 captions (Rashtchian et al. 2010), CC BY-SA",
    "track5.en-en": "SNLI, CC BY-SA 4.0",
    "answers-forums": "Stack Exchange, CC BY-SA 3.0",
}


def measure(cross: CrossEncoder, pairs: Gold) -> Reranked:
    """Both readers on the graded pairs; then each pair of one meaning as a question: find the second by the first."""
    bi, grades = load(), np.array(pairs.scores)
    texts = list(dict.fromkeys([*pairs.first, *pairs.second]))
    place = {text: at for at, text in enumerate(texts)}
    vectors = bi.embed(texts)
    sides = [[place[text] for text in side] for side in (pairs.first, pairs.second)]
    began = time.perf_counter()
    together = cross.scores(list(zip(pairs.first, pairs.second, strict=True)))
    seconds = (time.perf_counter() - began) / len(grades)
    apart = (vectors[sides[0]] * vectors[sides[1]]).sum(1)
    scored = dict(zip(READERS, (apart, together, both(apart, together)), strict=True))
    low, high = zip(*(interval(each, grades) for each in scored.values()), strict=True)
    asked = [(a, b) for a, b, same in zip(*sides, pairs.positive, strict=True) if same and a != b]
    near, again, right = searched(vectors, texts, asked, cross.scores)
    drawn = np.random.default_rng(0).integers(len(asked), size=(1_000, len(asked)))
    first, lows, highs = {}, {}, {}
    for order, new in zip(ORDERS, (again, both(near, again)), strict=True):
        hits = firsts(new, right)
        first[order] = hits.mean(0)
        lows[order], highs[order] = np.quantile(hits[drawn].mean(1), [0.025, 0.975], axis=0)
    return Reranked(
        spearman={name: spearman(each, grades) for name, each in scored.items()},
        low=dict(zip(scored, low, strict=True)),
        high=dict(zip(scored, high, strict=True)),
        first=first,
        first_low=lows,
        first_high=highs,
        among=(right[:, None] <= np.arange(DEEPEST)).mean(0),
        pair=seconds,
        pairs=len(grades),
        queries=len(asked),
        sentences=len(texts),
        data=pairs.name,
        **stamp("core.search.crossgrade"),
    )


def searched(
    vectors: np.ndarray,
    texts: list[str],
    asked: list[tuple[int, int]],
    scores: Callable[[list[Pair]], np.ndarray],
    depth: int = DEEPEST,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Cosines and scores of each question's nearest texts, and at which place among all its right answer was."""
    queries, answers = np.array(asked).T
    cosines = vectors[queries] @ vectors.T
    cosines[np.arange(len(queries)), queries] = -np.inf  # nobody looks for the sentence itself
    order = np.argsort(-cosines, axis=1, kind="stable")
    right = (order == answers[:, None]).argmax(1)
    near = order[:, :depth]
    pairs = [(texts[q], texts[at]) for q, row in zip(queries, near, strict=True) for at in row]
    return np.take_along_axis(cosines, near, 1), scores(pairs).reshape(near.shape), right


def publish(run: Run, made: Path, measured: Reranked) -> None:
    """Put the weights, the card and the recorded run where the page finds them."""
    folder = runtime.ASSETS / "checkpoints" / NAME
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(made, folder)
    metrics = {
        "Spearman on STS-B test": {name: measured.spearman[name] for name in measured.spearman},
        "95 % interval": {name: [measured.low[name], measured.high[name]] for name in measured.spearman},
        "pairs": measured.pairs,
        "recall@1 before": measured.among[0],
        f"recall@1, first {DEEPEST} re-ranked": {order: measured.first[order][-1] for order in ORDERS},
        "queries": measured.queries,
        "loss, last 20 steps": run.losses[-20:].mean(),
    }
    card = {
        "name": NAME,
        "what": "all-MiniLM-L6-v2 that reads two sentences as one and says how alike they are: low-rank corrections, "
        "small tensors and a head; MiniLM itself comes from its package.",
        "base": "minilm",
        "data": {name: LICENCES[name] for name in ("STS-B grades", *OPEN)},
        "pairs": run.pairs,
        "config": asdict(run.config),
        "weights": run.weights,
        "metrics": metrics,
        "command": f"{COMMAND} --work WORK",
        **{"code": measured.code, "date": measured.date, "device": measured.machine},
    }
    cards.write(folder, card)
    vouch()
    store.save(FOLDER, measured)


if __name__ == "__main__":
    from core.search import crossgrade  # under its own name, or the record could not be read again

    parser = argparse.ArgumentParser(prog="python -m core.search.crossgrade")
    parser.add_argument("--work", type=Path, required=True, help="a folder for the training's checkpoint")
    work = parser.parse_args().work
    torch.set_num_threads(1)
    run = train(shareable(), Config(), keep=work / NAME, checkpoint=work / "cross.fit", device="cpu", precision="fast")
    measured = crossgrade.measure(kept(work / NAME), gold("en", "test"))
    print(measured.spearman, measured.first, measured.among)
    crossgrade.publish(run, work / NAME, measured)
