"""ELECTRA as in the paper: a small generator and the discriminator learn together, λ = 50.

Beside it, with the same reader, text and steps: words exchanged at random (as the objective does by itself), and by a
generator that was finished before (as the shipped reader was trained). The generator here has one layer, shares its
tables with the discriminator, and is thrown away.

Source: Clark et al. 2020, sections 2 and 3.1. https://arxiv.org/abs/2003.10555
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import torch
from jaxtyping import Float, Int
from sklearn.metrics import roc_auc_score
from torch import Tensor, nn
from torch.nn.functional import cross_entropy

from core import store
from core.fit import fit, warmup
from core.jobs.cache import default_folder
from core.masking.corruption import MASK, PAD, UNK
from core.masking.objectives import OBJECTIVES
from core.masking.objectives.adversaries import ARMS, LAMBDA, Adversaries
from core.masking.objectives.labels import HOME
from core.masking.objectives.learned import reader
from core.masking.objectives.masked import MLM
from core.masking.objectives.reader import NOT_ASKED, Reader, batch, row, vocabulary
from core.masking.objectives.replaced import ELECTRA, ORIGINAL, REPLACED
from core.masking.objectives.training import MOST, Batches, Config, Text, probes, trained, windows
from core.provenance import code_version, stamp
from core.runtime import OnStep, Step, quiet, seeded

DATA, SEEDS, EXAM = "wikipedia-sample", 5, 300
CODE = "core.masking.objectives.electra"
SETTINGS = Config(D=64, V=2_000, window=32, steps=400)


class Joint(nn.Module):
    """Two readers with one set of tables: one fills holes, the other says which words are not the original's."""

    def __init__(self, config: Config, ids: Mapping[str, int]) -> None:
        super().__init__()
        self.reader = Reader(len(ids), config.D, config.L, config.H, 2 * MOST)
        self.generator = Reader(len(ids), config.D, 1, config.H, 2 * MOST)
        for name in ("words", "places", "kinds"):
            setattr(self.generator, name, getattr(self.reader, name))
        self.mask, self.unknown, self.pad = ids[MASK], ids[UNK], ids[PAD]
        self.labels = [ids[ORIGINAL], ids[REPLACED]]

    def forward(self, ids, places, kinds, sees, targets: Int[Tensor, "B N"], views) -> Float[Tensor, ""]:
        """``L_MLM + λ L_Disc``, nats; the sample is drawn, so the generator hears nothing of the discriminator."""
        asked = targets != NOT_ASKED
        if not asked.any():
            return self.reader.bias.sum() * 0.0  # the dice left every word alone
        named = self.generator.name(self.generator.states(ids, places, kinds, sees)[asked])
        with torch.no_grad():
            drawn = torch.multinomial(named.softmax(-1), 1)[:, 0]
        filled = ids.masked_fill((ids == self.mask) & ~asked, self.unknown)
        filled[asked] = drawn
        changed = torch.zeros_like(ids)
        changed[asked] = (drawn != targets[asked]).long()
        said = self.reader.name(self.reader.states(filled, places, kinds, sees))[..., self.labels]
        real = ids != self.pad
        return cross_entropy(named, targets[asked]) + LAMBDA * cross_entropy(said[real], changed[real])


def train(
    data: str, config: Config, *, device: str = "auto", on_step: OnStep = quiet
) -> tuple[Reader, Mapping[str, int]]:
    """The discriminator, trained together with its generator, and its words."""
    text = windows(data, config.V, config.window)
    ids = named(text)
    with seeded(config.seed):
        model = Joint(config, ids)
    fit(
        model,
        lambda whole, each: whole(*each),
        Batches(config, text, ids, MLM(config.rate, 1.0, 0.0)),
        lr=config.lr,
        seed=config.seed,
        schedule=warmup(0.1),
        device=device,
        on_step=on_step,
    )
    return model.reader.to("cpu").eval(), ids


def named(text: Text) -> dict[str, int]:
    """The ids that all readers here share."""
    labels = [label for each in OBJECTIVES.values() for label in getattr(each, "labels", ())]
    return vocabulary(text.words, labels)


def discriminator(arm: str, seed: int, on_step: OnStep = quiet) -> tuple[Reader, Mapping[str, int]]:
    """One of ``ARMS``."""
    config = replace(SETTINGS, objective="mlm" if arm == "mlm" else "electra", seed=seed)
    if arm == "joint":
        return train(DATA, config, device="cpu", on_step=on_step)
    objective = None
    if arm == "finished":
        objective = ELECTRA(config.rate, generator=reader("mlm").draw)
    _, model, ids = trained(DATA, config, objective, device="cpu", on_step=on_step)
    return model, ids


@torch.no_grad()
def ranked(model: Reader, ids: Mapping[str, int], text: Text, plausible: bool) -> float:
    """Area under the ROC curve: is an exchanged word thought likelier to be one than a word that was left alone?

    The same exchanged words for every reader: drawn by the shipped masked reader, or at random.
    """
    objective = ELECTRA(generator=reader("mlm").draw if plausible else None, vocabulary=text.running)
    dice = np.random.default_rng(11)
    made = [objective.corrupt(window, dice) for window in text.kept[:EXAM]]
    ids_, places, kinds, sees, _, _ = batch([row(each, ids) for each in made], ids[PAD])
    said = model.name(model.states(ids_, places, kinds, sees))[..., [ids[ORIGINAL], ids[REPLACED]]].softmax(-1)[..., 1]
    asked = np.array([each.loss_mask for each in made])
    true = np.array([[target == REPLACED for target in each.targets] for each in made])
    return float(roc_auc_score(true[asked], said.numpy()[asked]))


def measured(arm: str, seed: int) -> tuple[float, float, float]:
    """The article by a linear map; exchanged words told, plausible ones and random ones. NaN where not asked."""
    model, ids = discriminator(arm, seed)
    text = windows(DATA, SETTINGS.V, SETTINGS.window)
    article = probes(model, text, ids, SETTINGS)["topic"]
    if arm == "mlm":
        return article, float("nan"), float("nan")
    return article, ranked(model, ids, text, True), ranked(model, ids, text, False)


def record(seeds: Sequence[int] = range(SEEDS), on_step: OnStep = quiet) -> None:
    """Every arm with every seed; what is done lies in the cache, so an interrupted study goes on."""
    found, home = [], default_folder() / f"electra-{code_version(CODE)}"
    for at, arm in enumerate(ARMS):
        row_ = [store.once(home / f"{arm}-{seed}", lambda arm=arm, seed=seed: measured(arm, seed)) for seed in seeds]
        found.append(row_)
        on_step(Step((at + 1) / len(ARMS)))
    scores = np.array(found)  # (arms, seeds, 3)
    store.save(HOME / "electra", Adversaries(tuple(ARMS), scores, SETTINGS.steps, **stamp(CODE)))
