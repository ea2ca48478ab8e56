"""How hard the questions are that an objective asks: bits of a real masked model at the places that are hidden."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from core.masking.corruption import Objective, Words, corrupt
from core.masking.model import chosen, log_probabilities
from core.models import Model

DRAWS = 24


@dataclass(frozen=True)
class Difficulty:
    """The mean over all questions of several draws."""

    model: str
    bits: float  # NaN where nothing was asked
    asked: int  # pieces that the model knows


def difficulty(
    pieces: Words, objective: Objective, model: Model | str | Path | None = None, *, draws: int = DRAWS, seed: int = 0
) -> Difficulty:
    """Damage ``pieces`` of the model's vocabulary again and again and ask it for what was hidden.

    A piece that the model does not know is shown as [UNK] and not asked for.
    """
    model = chosen("".join(pieces), model)
    number, unknown = model.tokenizer.convert_tokens_to_ids, model.tokenizer.unk_token_id
    start, end = [int(model.tokenizer.cls_token_id)], [int(model.tokenizer.sep_token_id)]  # pyright: ignore[reportArgumentType]
    rows, places, wanted = [], [], []
    for draw in range(draws):
        made = corrupt(pieces, objective, seed + draw)
        ids = [int(number(piece)) for piece in made.targets]  # pyright: ignore[reportArgumentType]
        asked = [at for at in made.asked if ids[at] != unknown]
        if asked:
            rows.append(start + [int(number(piece)) for piece in made.inputs] + end)  # pyright: ignore[reportArgumentType]
            places.append([at + 1 for at in asked])
            wanted.append([ids[at] for at in asked])
    if not rows:
        return Difficulty(model.name, float("nan"), 0)
    logs = log_probabilities(model, rows, places)
    nats = np.concatenate([-each[range(len(ids)), ids] for each, ids in zip(logs, wanted, strict=True)])
    return Difficulty(model.name, float(nats.mean() / np.log(2)), len(nats))
