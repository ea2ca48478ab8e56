"""Questions to a space of words: who is near, by which measure; which way does a meaning point."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from jaxtyping import Float

from core.errors import Trouble
from core.word2vec.vectors import Vectors

Metric = Literal["cosine", "euclidean", "dot"]
_TERM = re.compile(r"\s*([+\-−])?\s*(?:(\d+(?:\.\d+)?)\s*[*·×]\s*)?(\S+)\s*")
_SIGN = re.compile(r"\s+(?=[+\-−]\s)")


def find(of: Vectors, word: str) -> int:
    """The row of a word as typed, else of its small letters. Raises Trouble ``word2vec-unknown-word``."""
    word = word.strip()
    return of.row(word if word in of.index else word.casefold() if word.casefold() in of.index else word)


def closeness(of: Vectors, point: Float[np.ndarray, " D"], metric: Metric) -> Float[np.ndarray, " V"]:
    """How close each word is to a point: more is nearer; the Euclidean distance comes with a minus."""
    if metric == "euclidean":
        return -np.linalg.norm(of.vectors - point, axis=1)
    if metric == "dot":
        return of.vectors @ point
    return of.unit @ (point / max(float(np.linalg.norm(point)), 1e-9))


def formula(of: Vectors, text: str) -> tuple[Float[np.ndarray, " D"], tuple[int, ...]]:
    """The point that ``king - man + woman`` names, and the rows of its words; ``0.5 * king`` weighs a word.

    Every word counts with length 1, so that none outweighs the others by being frequent.

    Raises:
        Trouble: ``word2vec-formula``, or ``word2vec-unknown-word``.
    """
    point, rows = np.zeros(of.vectors.shape[1], of.vectors.dtype), []
    for part in _SIGN.split(text.strip()):
        term = _TERM.fullmatch(part)
        if term is None:
            message = f"{part!r} is not a word with a sign before it; write for example: king - man + woman"
            raise Trouble("word2vec-formula", message, part=part)
        sign, weight, word = term.groups()
        rows.append(find(of, word))
        point += of.unit[rows[-1]] * (float(weight or 1) * (1 if sign in (None, "+") else -1))
    return point, tuple(rows)


def axis(of: Vectors, plus: Sequence[str], minus: Sequence[str]) -> Float[np.ndarray, " D"]:
    """From the middle of one set of words to the middle of another, at length 1."""
    ends = [np.mean([of.unit[find(of, word)] for word in words], axis=0) for words in (minus, plus)]
    way = ends[1] - ends[0]
    return way / max(float(np.linalg.norm(way)), 1e-9)


@dataclass(frozen=True, eq=False)
class Parallelogram:
    """``a`` is to ``b`` as ``c`` is to ``d``, in the plane through the first three: the sought point lies in it."""

    words: tuple[str, str, str, str]
    points: Float[np.ndarray, "4 2"]  # d as it falls on the plane
    sought: Float[np.ndarray, " 2"]  # b - a + c
    off: float  # how far d is from the plane; the vectors have length 1
    parallel: float  # cosine between b - a and d - c, in the whole space


def parallelogram(of: Vectors, a: str, b: str, c: str, d: str) -> Parallelogram:
    """The analogy as a figure that can be drawn without bending anything but ``d``."""
    four = of.unit[[find(of, word) for word in (a, b, c, d)]]
    base, sides = four[0], np.stack([four[2] - four[0], four[1] - four[0]])
    plane = np.linalg.qr(sides.T)[0]  # (D, 2): first along c - a
    plane = plane * np.where(np.diag(plane.T @ sides.T) < 0, -1, 1)
    flat = (four - base) @ plane
    sides_d = (four[1] - four[0], four[3] - four[2])
    length = max(float(np.prod([np.linalg.norm(side) for side in sides_d])), 1e-9)
    return Parallelogram(
        words=(a, b, c, d),
        points=flat,
        sought=flat[1] + flat[2],
        off=float(np.linalg.norm((four[3] - base) - plane @ flat[3])),
        parallel=float(sides_d[0] @ sides_d[1]) / length,
    )
