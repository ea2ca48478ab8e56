"""RoBERTa's changes to BERT's recipe, one switch each, on the small reader.

    cook("wikipedia-sample", Recipe(fresh=True)).nats

Source: Liu et al. 2019, section 4. https://arxiv.org/abs/1907.11692
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import torch

from core.masking.corruption import MASK, UNK, Corruption, Document, Words, corruption, flat, pair, sentences
from core.masking.objectives.masked import MLM
from core.masking.objectives.reader import Reader, batch, number, row
from core.masking.objectives.schedules import Repeated
from core.masking.objectives.sentences import NSP
from core.masking.objectives.training import Config, parts, trained, windows
from core.runtime import OnStep, quiet

FEW, STEPS, ROWS = 512, 400, 32  # as in the claim on fresh masks
AT_ONCE = 512  # windows that are asked together


@dataclass(frozen=True)
class Recipe:
    """Nothing switched on: one mask a window for good, few windows, words alone are asked."""

    fresh: bool = False  # new masks every time
    more: bool = False  # all windows
    larger: bool = False  # twice the batch
    longer: bool = False  # twice the steps
    nsp: bool = False  # pairs of sentences, and whether the second follows: BERT has it, RoBERTa has not
    seed: int = 0


@dataclass(frozen=True)
class Cooked:
    """What a recipe gave: nats per hidden word in windows that were never read."""

    recipe: Recipe
    nats: float


@dataclass(frozen=True)
class MaskedPair(MLM):
    """BERT's two questions at once: hidden words, and at [CLS] whether the second sentence follows."""

    others: tuple[Words, ...] = field(default=(), kw_only=True)

    def corrupt(self, document: Document, dice: np.random.Generator) -> Corruption:
        both = NSP(self.others).corrupt(document, dice)
        holes = super().corrupt(both.inputs, dice)
        asked = holes.loss_mask | both.loss_mask
        return corruption(holes.inputs, (both.targets[0], *holes.targets[1:]), asked, segments=both.segments)


def cook(data: str, recipe: Recipe, *, device: str = "auto", on_step: OnStep = quiet) -> Cooked:
    """Train by a recipe and ask for a hidden word, in rows of the form that the reader has learnt from."""
    config = Config(
        windows=0 if recipe.more else FEW,
        rows=ROWS * (1 + recipe.larger),
        steps=STEPS * (1 + recipe.longer),
        copies=int(not recipe.fresh),
        seed=recipe.seed,
    )
    text = windows(data, config.V, config.window)
    rule = MLM(config.rate, config.mask, config.random, text.running)
    if recipe.nsp:
        rule = MaskedPair(config.rate, config.mask, config.random, text.running, others=parts(text.read))
    objective = rule if recipe.fresh else Repeated(rule, 1)
    run, model, ids = trained(data, config, objective, device=device, on_step=on_step)
    return Cooked(recipe, asked(model, text.kept[::2], ids) if recipe.nsp else run.probes["cloze_nats"])


@torch.no_grad()
def asked(model: Reader, kept: Sequence[Document], ids: Mapping[str, int]) -> float:
    """Nats of the middle word of every window, as a pair of its sentences."""
    rows = [row(middle(window), ids) for window in kept if _known(flat(window), ids)]
    found = []
    for start in range(0, len(rows), AT_ONCE):
        given = batch(rows[start : start + AT_ONCE], 0)
        found += [float(model(*given))] * len(rows[start : start + AT_ONCE])
    return float(np.mean(found))


def middle(window: Document) -> Corruption:
    """A window as a pair; its middle word is hidden, alone."""
    first, *rest = sentences(window)
    whole, segments = pair(first, flat(rest))
    at = len(flat(window)) // 2
    at += 1 + (at >= len(first))  # after [CLS], and in the second after [SEP] too
    hidden = [place == at for place in range(len(whole))]
    shown = [MASK if each else word for each, word in zip(hidden, whole, strict=True)]
    return corruption(shown, whole, hidden, segments=segments)


def _known(words: Words, ids: Mapping[str, int]) -> bool:
    return number(words[len(words) // 2], ids) != ids[UNK]
