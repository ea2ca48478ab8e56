"""Fill the gaps of a sentence: every piece of the vocabulary with its exact probability."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from jaxtyping import Float

from core.attention.maps import Tokens
from core.errors import Trouble
from core.masking.model import chosen, gaps, log_probabilities, spelled
from core.models import Model
from core.text.normalise import close_up

BEAMS = 32  # candidates of several pieces that are followed at a time


@dataclass(frozen=True, eq=False)
class Fill:
    """What a model would write in each gap, all gaps masked at once.

    ``words[i]`` and ``probabilities[i]`` belong to the i-th gap, best first. Probabilities are over the whole
    vocabulary: those of the words that are not listed add up to ``rest[i]``.
    """

    model: str
    text: str
    tokens: Tokens
    masks: tuple[int, ...]  # positions of the gaps among the tokens
    words: tuple[tuple[str, ...], ...]
    probabilities: tuple[tuple[float, ...], ...]
    logs: Float[np.ndarray, "gaps V"] = field(repr=False)  # nats

    @property
    def rest(self) -> tuple[float, ...]:
        """What the words that are not listed have together."""
        return tuple(max(0.0, 1.0 - sum(each)) for each in self.probabilities)

    @property
    def entropy(self) -> tuple[float, ...]:
        """Bits: how undecided the model is about each gap; 0 when it is certain."""
        return tuple(float(-(np.exp(each) * each).sum() / np.log(2)) for each in self.logs)


@dataclass(frozen=True)
class Place:
    """Where a word that somebody named stands among all the others."""

    word: str
    rank: int  # 1 is best
    probability: float


def fill(text: str, model: Model | str | Path | None = None, k: int = 10, *, pieces: int = 1) -> Fill:
    """The ``k`` best words for every ``[MASK]`` in ``text``.

    ``model`` is a masked language model, its name, or None: ``zh-char`` for Chinese, ``minilm-mlm`` otherwise.
    With ``pieces`` above 1 each candidate is that many pieces long: a gap becomes so many masks, filled from the
    left, and a candidate's probability is the product of its pieces' (the best ``BEAMS`` are followed).

    Raises:
        Trouble: ``fill-nothing``, ``fill-model``, ``fill-pieces``, and whatever ``load`` raises.
    """
    model = chosen(text, model)
    if pieces < 1 or k < 1:
        raise Trouble("fill-pieces", f"A candidate has 1 piece or more; got pieces={pieces}, k={k}.")
    tokens, masks = gaps(text, model)
    [logs] = log_probabilities(model, [tokens.ids], [masks], tokens.segments)
    found = [
        _longer(model, tokens, at, pieces, k) if pieces > 1 else _best(model, row, k)
        for at, row in zip(masks, logs, strict=True)
    ]
    return Fill(
        model=model.name,
        text=text,
        tokens=tokens,
        masks=masks,
        words=tuple(tuple(word for word, _ in each) for each in found),
        probabilities=tuple(tuple(p for _, p in each) for each in found),
        logs=logs,
    )


def place(fill: Fill, word: str, model: Model, gap: int = 0) -> Place:
    """Rank and probability of a word that the visitor names.

    Raises:
        Trouble: ``fill-unknown``: the vocabulary does not hold it as one piece (``pieces`` says how many it has).
    """
    ids = model.tokenizer.backend_tokenizer.encode(word, add_special_tokens=False).ids
    if len(ids) != 1 or ids[0] == model.tokenizer.unk_token_id:
        raise Trouble(
            "fill-unknown",
            f"{model.name} does not know {word!r} as one piece but as {len(ids)}.",
            word=word,
            name=model.name,
            pieces=len(ids),
        )
    row = fill.logs[gap]
    return Place(spelled(model, ids[0]), int((row > row[ids[0]]).sum()) + 1, float(np.exp(row[ids[0]])))


def _best(model: Model, row: np.ndarray, k: int) -> list[tuple[str, float]]:
    best = np.argsort(-row, kind="stable")[:k]
    return [(spelled(model, int(at)), float(np.exp(row[at]))) for at in best]


def _longer(model: Model, tokens: Tokens, at: int, pieces: int, k: int) -> list[tuple[str, float]]:
    """Candidates of several pieces, filled from the left; the other gaps stay open."""
    mask = int(model.tokenizer.mask_token_id)  # pyright: ignore[reportArgumentType]
    beams: list[tuple[float, tuple[int, ...]]] = [(0.0, ())]
    segments = _widened(tokens.segments, at, pieces)
    for done in range(pieces):
        rows = [_widened(tokens.ids, at, pieces, (*ids, *[mask] * (pieces - done))) for _, ids in beams]
        logs = log_probabilities(model, rows, [[at + done]] * len(rows), segments)
        grown: list[tuple[float, tuple[int, ...]]] = []
        for (log, ids), [row] in zip(beams, logs, strict=True):
            best = np.argpartition(-row, min(BEAMS, len(row) - 1))[:BEAMS]
            grown += [(log + float(row[id]), (*ids, int(id))) for id in best]
        beams = sorted(grown, reverse=True)[: max(BEAMS, k)]
    return [(close_up(str(model.tokenizer.decode(list(ids))).strip()), float(np.exp(log))) for log, ids in beams[:k]]


def _widened(row: Sequence[int], at: int, pieces: int, inside: Sequence[int] | None = None) -> list[int]:
    return [*row[:at], *(inside or [row[at]] * pieces), *row[at + 1 :]]
