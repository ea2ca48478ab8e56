"""Holes in two texts at once: translations, and the turns of a talk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from core.masking.corruption import CLS, SEP, Corruption, Document, Words, corruption, flat, sentences
from core.masking.objectives.masked import MLM, any_of


@dataclass(frozen=True)
class TLM:
    """A sentence and its translation side by side; a hole in one may be filled from the other (XLM, Lample & Conneau
    2019). Positions start anew in the second, segments tell the language."""

    translation: Words = ()
    rate: float = 0.15

    def corrupt(self, document: Document, dice: np.random.Generator) -> Corruption:
        first, second = (*flat(document), SEP), (*flat([self.translation] if self.translation else document), SEP)
        holes = MLM(self.rate).corrupt((*first, *second), dice)
        return corruption(
            holes.inputs,
            holes.targets,
            holes.loss_mask,
            positions=[*range(len(first)), *range(len(second))],
            segments=[0] * len(first) + [1] * len(second),
        )


@dataclass(frozen=True)
class DLM:
    """Turns of a talk with their roles, and holes anywhere (ERNIE 1.0, Sun et al. 2019).

    With ``fake`` one turn may be another talk's, and [CLS] is also asked whether the talk is real.
    """

    roles: str = "QRQ"  # query and response, a letter a turn
    rate: float = 0.15
    fake: bool = False
    others: tuple[Words, ...] = ()

    labels: ClassVar[Words] = ("[real]", "[fake]")

    def corrupt(self, document: Document, dice: np.random.Generator) -> Corruption:
        turns = sentences(document)
        label = self.labels[0]
        if self.fake and dice.integers(2):
            at = int(dice.integers(len(turns)))
            turns[at] = any_of(self.others or tuple(part for i, part in enumerate(turns) if i != at), dice)
            label = self.labels[1]
        roles = [(self.roles * len(turns))[i] for i in range(len(turns))]
        whole = (CLS, *(word for turn in turns for word in (*turn, SEP)))
        kinds = [0, *("QR".index(role) for role, turn in zip(roles, turns, strict=True) for _ in (*turn, SEP))]
        holes = MLM(self.rate).corrupt(whole, dice)
        if not self.fake:
            return corruption(holes.inputs, whole, holes.loss_mask, segments=kinds)
        asked = np.concatenate([[True], holes.loss_mask[1:]])
        return corruption(holes.inputs, (label, *whole[1:]), asked, segments=kinds)
