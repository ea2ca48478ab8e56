"""Train the two models on what may be shipped, with checkpoints: the same command goes on where it stopped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from core.fit import fit, warmup
from core.masking import vocabularies
from core.masking.rewriting.evidence import drawn as evidence_drawn
from core.masking.rewriting.network import Gatherer, Rewriter
from core.masking.rewriting.pieces import LONGEST, ids
from core.masking.rewriting.prefixes import POLES, PREFIXES, SECOND, VERDICTS, Task
from core.masking.rewriting.tasks import SHARES, Bank, Example, bank
from core.masking.rewriting.tatoeba import groups, short
from core.runtime import OnStep, quiet, seeded


@dataclass(frozen=True)
class Config:
    """The knobs of both trainings."""

    D: int = 64
    L: int = 2
    H: int = 4
    F: int = 256
    B: int = 32
    steps: int = 4_000
    lr: float = 2e-3
    seed: int = 0


def vocabulary() -> Tokenizer:
    """1,500 English pieces, and the Chinese characters that Tatoeba uses four times."""
    known = [*PREFIXES.values(), SECOND, *POLES, *VERDICTS]
    english = [text for group in groups(False) for text in group.english] + [text for text, _ in bank(False).reviews]
    return vocabularies.both(
        [*english, *known * 50], (text for group in groups(False) for text in group.chinese), 1_500, 4
    )


@dataclass(frozen=True)
class Asked:
    """Batches of questions of all tasks, those of like length together, and their answers."""

    bank: Bank
    cutter: Tokenizer
    config: Config

    def __len__(self) -> int:
        return self.config.steps

    def __iter__(self) -> Iterator[tuple[Tensor, Tensor]]:
        dice, B = np.random.default_rng(self.config.seed), self.config.B
        names: list[Task] = [*SHARES]
        for _ in range(-(-self.config.steps // 4)):
            tasks = dice.choice(len(names), size=4 * B, p=[SHARES[name] for name in names])
            made = sorted((self.bank.draw(names[task], dice) for task in tasks), key=lambda each: len(each.source))
            for at in dice.permutation(4):
                part: Sequence[Example] = made[at * B : (at + 1) * B]
                yield tensors([each.source for each in part], [each.answer for each in part], self.cutter)


def tensors(sources: Sequence[str], answers: Sequence[str], cutter: Tokenizer) -> tuple[Tensor, Tensor]:
    """Two tables of ids."""
    return torch.from_numpy(ids(sources, cutter)), torch.from_numpy(ids(answers, cutter))


@dataclass(frozen=True)
class Gathered:
    """Batches of texts with what may be their evidence."""

    cutter: Tokenizer
    config: Config

    def __len__(self) -> int:
        return self.config.steps

    def __iter__(self) -> Iterator[tuple[Tensor, Tensor]]:
        dice = np.random.default_rng(self.config.seed)
        for _ in range(self.config.steps):
            made = [evidence_drawn(short(False), dice) for _ in range(self.config.B)]
            flat = ids([text for each in made for text in each.evidence], self.cutter)
            rows = flat.reshape(len(made), -1, flat.shape[1])
            yield torch.from_numpy(ids([each.text for each in made], self.cutter)), torch.from_numpy(rows)


def train(name: str, config: Config, cutter: Tokenizer, work: Path, on_step: OnStep = quiet) -> Rewriter:
    """``tasks`` or ``evidence``; what was done before an interruption lies in ``work``."""
    tasks = name == "tasks"
    batches = Asked(bank(False), cutter, config) if tasks else Gathered(cutter, config)
    with seeded(config.seed):
        model = (Rewriter if tasks else Gatherer)(
            cutter.get_vocab_size(), config.D, config.L, config.H, config.F, LONGEST
        )
    fit(
        model,
        lambda whole, each: whole(*each),
        batches,
        lr=config.lr,
        seed=config.seed,
        schedule=warmup(0.05),
        device="cpu",
        on_step=on_step,
        checkpoint=work / name,
        every=200,
    )
    return model.eval()
