"""A chain with few states that forgets where it began, and the same forgetting on a line of water: salt dissolving."""

from __future__ import annotations

import numpy as np
from jaxtyping import Float

from core.errors import Trouble

MOST = 6  # states of a chain that a visitor writes


def read(text: str) -> Float[np.ndarray, "S S"]:
    """A transition matrix from its rows, ``0.9 0.1; 0.2 0.8``; every row is scaled to sum to 1.

    Raises:
        Trouble: ``chain-damaged``: not square, not numbers, something negative, or a row of zeros.
    """
    try:
        rows = [[float(each) for each in row.replace(",", " ").split()] for row in text.strip(" ;").split(";")]
    except ValueError as error:
        raise _damaged() from error
    if not 2 <= len(rows) <= MOST or any(len(row) != len(rows) for row in rows):
        raise _damaged()
    P = np.array(rows)
    if not np.isfinite(P).all() or (P < 0).any() or (P.sum(1) <= 0).any():
        raise _damaged()
    return P / P.sum(1, keepdims=True)


def walk(P: Float[np.ndarray, "S S"], start: Float[np.ndarray, " S"], steps: int) -> Float[np.ndarray, "more S"]:
    """The distribution over the states after 0, 1 … ``steps`` transitions."""
    found = [start]
    for _ in range(steps):
        found.append(found[-1] @ P)
    return np.array(found)


def stationary(P: Float[np.ndarray, "S S"]) -> Float[np.ndarray, " S"]:
    """A distribution that the chain leaves as it is; where there are several, the one reached from an even start."""
    half = (P + np.eye(len(P))) / 2  # the lazy chain has the same stationary ones and never turns in circles
    return np.full(len(P), 1 / len(P)) @ np.linalg.matrix_power(half, 1 << 24)


def second(P: Float[np.ndarray, "S S"]) -> float:
    """The second largest of the eigenvalues' sizes: what is left of the difference after one step, in the long run."""
    return float(np.sort(np.abs(np.linalg.eigvals(P)))[-2])


def settles(P: Float[np.ndarray, "S S"]) -> bool:
    """Whether every start ends in the same distribution: only one eigenvalue lies on the unit circle."""
    return second(P) < 1 - 1e-9


def divergence(now: Float[np.ndarray, "N S"], end: Float[np.ndarray, " S"]) -> Float[np.ndarray, " N"]:
    """KL from ``end`` of every row, in nats; infinite where a state is in use that the end never visits."""
    with np.errstate(divide="ignore", invalid="ignore"):
        terms = np.where(now > 0, now * np.log(now / end), 0.0)
    return np.maximum(terms.sum(1), 0)


def dissolving(cells: int, steps: int, share: float = 0.25) -> Float[np.ndarray, "more cells"]:
    """Salt in a row of cells: all of it in the middle, and at each step a share of every cell goes to either side."""
    P = (1 - 2 * share) * np.eye(cells) + share * (np.eye(cells, k=1) + np.eye(cells, k=-1))
    P[0, 0] += share  # the walls
    P[-1, -1] += share
    start = np.zeros(cells)
    start[cells // 2] = 1
    return walk(P, start, steps)


def _damaged() -> Trouble:
    return Trouble(
        "chain-damaged",
        f"A chain is 2 to {MOST} rows of as many numbers, none below 0, no row of zeros: 0.9 0.1; 0.2 0.8",
        most=MOST,
    )
