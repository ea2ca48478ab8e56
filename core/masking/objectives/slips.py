"""Slips of the tongue: what damaging plain sentences teaches about them, before anybody labels one.

A reader that has tagged words put in, left out or exchanged at random (``Disfluency``; Wang et al. 2020, *Multi-Task
Self-Supervised Learning for Disfluency Detection*) goes on with few labelled slips, beside one that begins with them.

Labelled speech may not be shared, so the slips are made by rule from kept sentences, after Shriberg's (1994) kinds:
a filler, a repetition, a beginning that is taken back. They are not those that the reader was prepared for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from jaxtyping import Bool, Float
from sklearn.metrics import f1_score
from torch import Tensor

from core import store
from core.fit import fit
from core.masking.corruption import PAD, Corruption, Document, Words, corruption, flat
from core.masking.objectives.labels import HOME, FewLabels
from core.masking.objectives.learned import CONFIG, Told, reader
from core.masking.objectives.masked import any_of
from core.masking.objectives.reader import Reader, batch, row
from core.masking.objectives.replaced import ORIGINAL, REPLACED
from core.masking.objectives.training import MOST, windows
from core.provenance import code_version, machine, today
from core.runtime import seeded

DATA, SIZES, SEEDS = "wikipedia-sample", (0, 20, 100, 500, 1900), 5
STEPS, B, LR, TEST = 150, 32, 1e-3, 400
FILLERS: tuple[Words, ...] = (("uh",), ("um",), ("well",), ("you", "know"))
BACK: tuple[Words, ...] = (("no",), ("i", "mean"), ("sorry",))


@dataclass(frozen=True)
class Spoken:
    """Every few words a slip; the words that a listener would strike out are tagged."""

    often: float = 0.08  # slips a word
    vocabulary: Words = ()  # where words that are taken back come from

    def corrupt(self, document: Document, dice: np.random.Generator) -> Corruption:
        words, said, slip = flat(document), [], []
        for at, word in enumerate(words):
            if dice.random() < self.often:
                extra = self._slip(words[at : at + 3], dice)
                said += extra
                slip += [True] * len(extra)
            said.append(word)
            slip.append(False)
        return corruption(said, [REPLACED if each else ORIGINAL for each in slip], [True] * len(said))

    def _slip(self, ahead: Words, dice: np.random.Generator) -> Words:
        kind, run = int(dice.integers(3)), ahead[: int(dice.integers(1, 4))]
        if kind == 0:
            return any_of(FILLERS, dice)
        if kind == 1:
            return run
        return (*run[:-1], any_of(self.vocabulary or ahead, dice), *any_of(BACK, dice))


@dataclass(frozen=True)
class Drawn:
    """Labelled sentences in a drawn order, again and again."""

    made: Sequence[Corruption]
    told: Told
    seed: int

    def __len__(self) -> int:
        return STEPS

    def __iter__(self):
        dice, rows = np.random.default_rng(self.seed), [row(each, self.told.ids) for each in self.made]
        for _ in range(STEPS):
            yield batch([rows[at] for at in dice.integers(len(rows), size=B)], self.told.ids[PAD])


def score(labelled: Sequence[Corruption], test: Sequence[Corruption], seed: int, pretrained: bool) -> float:
    """F1 of the struck words on the test sentences, after training on the labelled ones; without any, as it is."""
    told = reader("disfluency")
    with seeded(seed):
        model = Reader(len(told.ids), CONFIG.D, CONFIG.L, CONFIG.H, 2 * MOST)
    if pretrained:
        model.load_state_dict(told.model.state_dict())
    if labelled:
        read = Drawn(labelled, told, seed)
        fit(model, lambda each, given: each(*given), read, lr=LR, seed=seed, device="cpu")
    model.eval()
    said = np.concatenate([struck(model, told, part) for part in test])
    right = np.concatenate([[each == REPLACED for each in part.targets] for part in test])
    return float(f1_score(right, said, zero_division=0.0))  # pyright: ignore[reportArgumentType]  # its stubs want text


@torch.no_grad()
def struck(model: Reader, told: Told, made: Corruption) -> Bool[np.ndarray, " T"]:
    """The words that the reader would strike out."""
    return (slip_chances(model, told, made) > 0.5).numpy()


@torch.no_grad()
def slip_chances(model: Reader, told: Told, made: Corruption) -> Float[Tensor, " T"]:
    ids, places, kinds, sees, _, _ = batch([row(made, told.ids)], told.ids[PAD])
    logits = model.name(model.states(ids, places, kinds, sees))[0]
    return logits[:, [told.ids[ORIGINAL], told.ids[REPLACED]]].softmax(-1)[:, 1]


def record(sizes: Sequence[int] = SIZES, seeds: int = SEEDS) -> FewLabels:
    """Both ways at every number of labelled sentences, over the seeds, and keep it."""
    text = windows(DATA, CONFIG.V, CONFIG.window)
    speech = Spoken(vocabulary=text.running)
    dice = np.random.default_rng(10_000)
    test = [speech.corrupt(window, dice) for window in text.kept[-TEST:]]
    found = {True: np.zeros((len(sizes), seeds)), False: np.zeros((len(sizes), seeds))}
    for seed in range(seeds):
        dice = np.random.default_rng(seed)
        chosen = [text.kept[at] for at in dice.permutation(len(text.kept) - TEST)[: max(sizes)]]
        made = [speech.corrupt(window, dice) for window in chosen]
        for at, n in enumerate(sizes):
            for pretrained, scores in found.items():
                scores[at, seed] = score(made[:n], test, seed, pretrained)
    slips = np.mean([target == REPLACED for each in test for target in each.targets])
    run = FewLabels(
        sizes=tuple(sizes),
        scratch=found[False],
        pretrained=found[True],
        usual=float(2 * slips / (1 + slips)),
        kept=len(test),
        date=today(),
        machine=machine(),
        code=code_version("core.masking.objectives.slips"),
    )
    store.save(HOME / "slips", run)
    return run
