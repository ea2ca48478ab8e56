"""Why pre-train: the same reader with few labels, from scratch and from what it read without any.

The question is which of twenty articles a window is from. Both start from the same architecture and see the same
labelled windows for the same number of steps; one has been trained to fill gaps in the unlabelled ones before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from jaxtyping import Float, Int
from torch import Tensor, nn
from torch.nn.functional import cross_entropy

from core import store
from core.fit import fit
from core.masking.corruption import flat
from core.masking.objectives.labels import HOME, FewLabels
from core.masking.objectives.learned import CONFIG, reader
from core.masking.objectives.probes import ARTICLES
from core.masking.objectives.reader import Reader, intact, number
from core.masking.objectives.training import MOST, windows
from core.provenance import code_version, machine, today
from core.runtime import seeded

DATA, SIZES, SEEDS = "wikipedia-sample", (40, 80, 160, 320, 640), 5
STEPS, B, LR = 60, 32, 1e-3


class Classifier(nn.Module):
    """A reader, the mean of its states, a linear map."""

    def __init__(self, model: Reader, D: int) -> None:
        super().__init__()
        self.model, self.last = model, nn.Linear(D, ARTICLES)

    def forward(self, ids: Int[Tensor, "B T"]) -> Float[Tensor, "B articles"]:
        return self.last(self.model.states(*intact(ids.numpy(), False)).mean(1))


@dataclass(frozen=True)
class Drawn:
    """Labelled windows in a drawn order, again and again."""

    ids: Int[np.ndarray, "n T"]
    labels: Int[np.ndarray, " n"]
    seed: int

    def __len__(self) -> int:
        return STEPS

    def __iter__(self):
        dice = np.random.default_rng(self.seed)
        for _ in range(STEPS):
            rows = dice.integers(len(self.ids), size=B)
            yield torch.from_numpy(self.ids[rows]), torch.from_numpy(self.labels[rows])


def accuracy(read: Drawn, test: tuple[np.ndarray, np.ndarray], pretrained: bool) -> float:
    """Train one classifier and name the articles of the test windows."""
    told = reader("mlm")
    with seeded(read.seed):
        model = Reader(len(told.ids), CONFIG.D, CONFIG.L, CONFIG.H, 2 * MOST)
        classifier = Classifier(model, CONFIG.D)
    if pretrained:
        model.load_state_dict(told.model.state_dict())
    fit(
        classifier,
        lambda whole, batch: cross_entropy(whole(batch[0]), batch[1]),
        read,
        lr=LR,
        seed=read.seed,
        device="cpu",
    )
    classifier.eval()
    with torch.no_grad():
        said = torch.cat([classifier(torch.from_numpy(part)).argmax(-1) for part in np.array_split(test[0], 8)])
    return float((said.numpy() == test[1]).mean())


def labelled(kept: bool) -> tuple[Int[np.ndarray, "N T"], Int[np.ndarray, " N"]]:
    """Windows of the twenty longest articles as ids, and which of them each is from."""
    text = windows(DATA, CONFIG.V, CONFIG.window)
    ids = reader("mlm").ids
    largest = np.argsort(-np.bincount(text.read_from), kind="stable")[:ARTICLES].tolist()
    part, source = (text.kept, text.kept_from) if kept else (text.read, text.read_from)
    rows = [(window, largest.index(at)) for window, at in zip(part, source, strict=True) if at in largest]
    numbers = np.array([[number(word, ids) for word in flat(window)] for window, _ in rows])
    return numbers, np.array([label for _, label in rows])


def record(sizes: Sequence[int] = SIZES, seeds: int = SEEDS) -> FewLabels:
    """Both ways at every size, over the seeds, and keep it."""
    ids, labels = labelled(kept=False)
    test = labelled(kept=True)
    found = {True: np.zeros((len(sizes), seeds)), False: np.zeros((len(sizes), seeds))}
    for seed in range(seeds):
        order = np.random.default_rng(seed).permutation(len(ids))
        for at, n in enumerate(sizes):
            read = Drawn(ids[order[:n]], labels[order[:n]], seed)
            for pretrained, scores in found.items():
                scores[at, seed] = accuracy(read, test, pretrained)
    run = FewLabels(
        sizes=tuple(sizes),
        scratch=found[False],
        pretrained=found[True],
        usual=float(np.bincount(test[1]).max() / len(test[1])),
        kept=len(test[1]),
        date=today(),
        machine=machine(),
        code=code_version("core.masking.objectives.fewlabels"),
    )
    store.save(HOME / "few-labels", run)
    return run
