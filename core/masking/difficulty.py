"""How hard the questions are that an objective asks: bits of a real masked model at the places that are hidden."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from core.masking.corruption import Corruption, Objective, Words, corrupt
from core.masking.model import chosen, log_probabilities, spelled
from core.models import Model

DRAWS = 24


@dataclass(frozen=True)
class Difficulty:
    """The mean over all questions of several draws."""

    model: str
    bits: float  # NaN where nothing was asked
    asked: int  # pieces that the model knows


@dataclass(frozen=True)
class Filled:
    """What a model writes in one hole: its best pieces, and the chance of the right one."""

    at: int
    wanted: str
    right: float
    best: tuple[tuple[str, float], ...]


def filled(made: Corruption, model: Model | str | Path | None = None, k: int = 3) -> list[Filled]:
    """An answer for every hole of one draw whose piece the model knows."""
    model = chosen("".join(made.targets), model)
    row, asked, wanted = _row(model, made)
    if not asked:
        return []
    [logs] = log_probabilities(model, [row], [[at + 1 for at in asked]])
    found = []
    for at, number, scores in zip(asked, wanted, logs, strict=True):
        best = [(spelled(model, int(each)), float(np.exp(scores[each]))) for each in np.argsort(-scores)[:k]]
        found.append(Filled(at, made.targets[at], float(np.exp(scores[number])), tuple(best)))
    return found


def _row(model: Model, made: Corruption) -> tuple[list[int], list[int], list[int]]:
    """The pieces as the model reads them, the holes whose answer it knows, and these answers."""
    number, unknown = model.tokenizer.convert_tokens_to_ids, model.tokenizer.unk_token_id
    start, end = int(model.tokenizer.cls_token_id), int(model.tokenizer.sep_token_id)  # pyright: ignore[reportArgumentType]
    ids = [int(number(piece)) for piece in made.targets]  # pyright: ignore[reportArgumentType]
    asked = [at for at in made.asked if ids[at] != unknown]
    row = [start, *(int(number(piece)) for piece in made.inputs), end]  # pyright: ignore[reportArgumentType]
    return row, asked, [ids[at] for at in asked]


def difficulty(
    pieces: Words, objective: Objective, model: Model | str | Path | None = None, *, draws: int = DRAWS, seed: int = 0
) -> Difficulty:
    """Damage ``pieces`` of the model's vocabulary again and again and ask it for what was hidden.

    A piece that the model does not know is shown as [UNK] and not asked for.
    """
    model = chosen("".join(pieces), model)
    rows, places, wanted = [], [], []
    for draw in range(draws):
        row, asked, ids = _row(model, corrupt(pieces, objective, seed + draw))
        if asked:
            rows.append(row)
            places.append([at + 1 for at in asked])
            wanted.append(ids)
    if not rows:
        return Difficulty(model.name, float("nan"), 0)
    logs = log_probabilities(model, rows, places)
    nats = np.concatenate([-each[range(len(ids)), ids] for each, ids in zip(logs, wanted, strict=True)])
    return Difficulty(model.name, float(nats.mean() / np.log(2)), len(nats))
