"""Two groupings of the same documents: which topics of the first survived, split, merged or dissolved in the second."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from jaxtyping import Int

from core.topics.config import OUTLIER

Kind = Literal["same", "split", "merged", "gone"]
KINDS: tuple[Kind, ...] = ("same", "split", "merged", "gone")
PART, MOST = 0.2, 0.5  # of a topic: a share that counts as a part of it; the least that must stay together


@dataclass(frozen=True)
class Fate:
    """What became of one topic."""

    topic: int
    kind: Kind
    into: tuple[int, ...]  # topics of the second grouping that hold a part of it, the largest part first


@dataclass(frozen=True, eq=False)
class Fates:
    """All topics of the first grouping, in their order, and who went where."""

    rows: tuple[Fate, ...]
    table: Int[np.ndarray, "A B"]  # documents that both have; the last row and column are those without a topic

    def count(self, kind: Kind) -> int:
        return sum(row.kind == kind for row in self.rows)

    @property
    def new(self) -> tuple[int, ...]:
        """Topics of the second grouping that hold a part of none of the first."""
        held = {topic for row in self.rows for topic in row.into}
        return tuple(topic for topic in range(self.table.shape[1] - 1) if topic not in held)


def fates(a: Int[np.ndarray, " N"], b: Int[np.ndarray, " N"]) -> Fates:
    """A topic is ``gone`` where less than a fifth of it hangs together anywhere, or less than half in one place;
    ``split`` where two parts or more have a fifth of it each; ``merged`` where its new topic took the larger half of
    others as well; else ``same``.
    """
    A, B = int(a.max(initial=OUTLIER)) + 1, int(b.max(initial=OUTLIER)) + 1
    table = np.zeros((A + 1, B + 1), np.int64)
    np.add.at(table, (a, b), 1)  # -1 is the last row and the last column
    inner, sizes = table[:A, :B], table[:A].sum(1)
    return Fates(tuple(_fate(topic, inner, sizes) for topic in range(A)), table)


def _fate(topic: int, inner: Int[np.ndarray, "A B"], sizes: Int[np.ndarray, " A"]) -> Fate:
    line, size = inner[topic], max(int(sizes[topic]), 1)
    order = np.argsort(-line, kind="stable")
    parts = tuple(int(at) for at in order if line[at] >= PART * size and line[at] > 0)
    if len(parts) > 1:
        return Fate(topic, "split", parts)
    if not parts or line[parts[0]] < MOST * size:
        return Fate(topic, "gone", parts)
    halves = (inner[:, parts[0]] >= MOST * np.maximum(sizes, 1)) & (sizes > 0)
    return Fate(topic, "merged" if halves.sum() > 1 else "same", parts)
