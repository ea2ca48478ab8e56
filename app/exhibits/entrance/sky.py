"""Where every star stands: the same sky on every visit, on a wide screen and on a narrow one.

A wing is a constellation, a round patch as large as its number of stars. The patches start where the subject puts them
(words to the left, large models to the right, applications below) and push each other apart inside an oval. The chart
is stretched to the visitor's window, so nothing here may depend on its shape: names of constellations get heights of
their own, and cannot collide however narrow the window is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from core import systems

PLACES = {  # of the wings before they push: x and y from -1 to 1
    "MET": (-0.55, 0.85), "TAB": (-0.15, 0.95), "ZOO": (0.25, 0.95), "OPN": (0.65, 0.85),
    "S2S": (-0.55, 0.55), "POS": (-0.10, 0.68), "EFF": (0.30, 0.62), "ADA": (0.62, 0.62), "GEN": (0.85, 0.55),
    "WV": (-0.80, 0.35), "ATT": (-0.30, 0.38), "TRF": (0.08, 0.35), "GPT": (0.48, 0.32), "MMD": (0.85, 0.15),
    "TK": (-0.92, 0.02), "PRE": (-0.35, 0.00), "ENC": (0.12, 0.00), "FT": (0.50, -0.02),
    "MLG": (-0.75, -0.18), "PRB": (-0.10, -0.30), "CMP": (0.35, -0.38), "MTL": (0.80, -0.30),
    "SEM": (-0.60, -0.45), "KNO": (0.05, -0.58), "ZHO": (0.55, -0.68),
    "TOP": (-0.75, -0.72), "QA": (-0.30, -0.75), "TSK": (-0.05, -0.95), "DOM": (0.30, -0.92),
}  # fmt: skip
SQUARE = 2.6  # 2 is an ellipse, more is fuller towards the corners (Lamé)
FILL = 0.80  # share of the sky that the patches cover
LABEL = (0.62, 0.045)  # a name's width and height on the narrowest screen, in the units of the sky
ROUNDS = 250


@dataclass(frozen=True)
class Patch:
    """One constellation: its middle, its radius, the height at which its name stands."""

    x: float
    y: float
    r: float
    label: float


def rim(points: int) -> np.ndarray:
    """The edge of the sky, a closed line."""
    turn = np.linspace(0, 2 * np.pi, points)
    circle = np.stack([np.cos(turn), np.sin(turn)], axis=1)
    return circle / _radius(circle)[:, None]


def _radius(at: np.ndarray) -> np.ndarray:
    """1 on the rim, less inside."""
    return (np.abs(at) ** SQUARE).sum(1) ** (1 / SQUARE)


@cache
def patches() -> dict[str, Patch]:
    """The place of each wing: rounds of pushing apart and pulling inside."""
    sizes = {wing.code: sum(s.wing == wing.code for s in systems.load()) for wing in systems.wings()}
    r = np.sqrt(FILL * np.array([n + 2.0 for n in sizes.values()]) / (sum(sizes.values()) + 2 * len(sizes)))
    at = np.array([PLACES[code] for code in sizes])
    alone = 1 - np.eye(len(r))
    for _ in range(ROUNDS):
        gap = at[:, None] - at[None]
        far = np.hypot(gap[..., 0], gap[..., 1]) + np.eye(len(r))
        near = np.clip(r[:, None] + r[None] - far, 0, None) * alone
        at = at + 0.3 * (gap / far[..., None] * near[..., None]).sum(1)
        out = _radius(at) + r
        at = at * np.where(out > 1, 1 - 0.5 * (out - 1), 1)[:, None]
    heights = _part(at[:, 0], at[:, 1] + r)
    return {
        code: Patch(*(round(float(value), 4) for value in values))
        for code, *values in zip(sizes, at[:, 0], at[:, 1], r, heights, strict=True)
    }


def _part(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Heights for the names: two that could overlap from left to right part up and down."""
    beside = (np.abs(x[:, None] - x[None]) < LABEL[0]) & ~np.eye(len(x), dtype=bool)
    for _ in range(ROUNDS):
        rise = y[:, None] - y[None]
        short = np.clip(1.05 * LABEL[1] - np.abs(rise), 0, None) * beside
        y = y + 0.25 * (np.where(rise >= 0, 1, -1) * short).sum(1)
    return y


@cache
def positions() -> dict[str, tuple[float, float]]:
    """The place of each system: spread over its wing's patch, no two close together."""
    found = {}
    for i, (code, patch) in enumerate(patches().items()):
        stars = [system.id for system in systems.load() if system.wing == code]
        spread = _spread(len(stars), seed=i) * patch.r * 0.86
        found.update({name: (patch.x + x, patch.y + y) for name, (x, y) in zip(stars, spread.tolist(), strict=True)})
    return found


def _spread(n: int, seed: int) -> np.ndarray:
    """``n`` points in the unit disc, each the farthest from the earlier ones of 24 random tries (Mitchell 1991)."""
    dice = np.random.default_rng(seed)
    points = np.empty((0, 2))
    for _ in range(n):
        angle, radius = dice.uniform(0, 2 * np.pi, 24), np.sqrt(dice.uniform(0, 1, 24))
        tries = np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)
        if len(points):
            gap = tries[:, None] - points[None]
            tries = tries[[np.hypot(gap[..., 0], gap[..., 1]).min(1).argmax()]]
        points = np.concatenate([points, tries[:1]])
    return points


def tree(points: Sequence[tuple[float, float]]) -> list[tuple[int, int]]:
    """The shortest lines that join all points (Prim): the figure of a constellation."""
    at = np.array(points)
    gap = at[:, None] - at[None]
    far = np.hypot(gap[..., 0], gap[..., 1])
    joined, lines = [0], []
    while len(joined) < len(at):
        rest = [i for i in range(len(at)) if i not in joined]
        a, b = divmod(int(far[np.ix_(joined, rest)].argmin()), len(rest))
        lines.append((joined[a], rest[b]))
        joined.append(rest[b])
    return lines
