"""What every family learns here: shapes in the plane that can be seen whole, and real handwritten digits."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import numpy as np
from jaxtyping import Float, Int

from core.errors import Trouble

Points = Float[np.ndarray, "N 2"]
LEARNT = 1400  # digits to learn from; the other 397 are only looked at
LONGEST = 400  # corners of a drawing


def points(shape: str, n: int, seed: int = 0) -> Points:
    """``n`` fresh points of a shape, of about unit size around the origin; ``draw:…`` is a drawing, see :func:`drawn`.

    Raises:
        Trouble: ``shape-unknown``, ``drawing-damaged``.
    """
    dice = np.random.default_rng(seed)
    if shape.startswith("draw:"):
        return _along(corners(shape), n, dice)
    if shape not in SHAPES:
        raise Trouble("shape-unknown", f"No shape {shape!r}; there are {', '.join(SHAPES)}.", name=shape)
    return SHAPES[shape](n, dice)


def modes(shape: str) -> Points | None:
    """The centres of a shape that is made of separate heaps; ``None`` for the others."""
    if shape == "ring":
        turn = np.arange(8) * np.pi / 4
        return 1.4 * np.stack([np.cos(turn), np.sin(turn)], 1)
    if shape == "grid":
        side = np.linspace(-1.6, 1.6, 5)
        return np.stack(np.meshgrid(side, side), -1).reshape(-1, 2)
    return None


def _moons(n: int, dice: np.random.Generator) -> Points:
    turn, upper = np.pi * dice.random(n), dice.random(n) < 0.5
    x = np.where(upper, np.cos(turn) - 0.5, 0.5 - np.cos(turn))
    y = np.where(upper, np.sin(turn) - 0.25, 0.25 - np.sin(turn))
    return 1.2 * np.stack([x, y], 1) + 0.06 * dice.standard_normal((n, 2))


def _rings(n: int, dice: np.random.Generator) -> Points:
    turn, radius = 2 * np.pi * dice.random(n), np.where(dice.random(n) < 2 / 3, 1.6, 0.8)
    return (radius + 0.05 * dice.standard_normal(n))[:, None] * np.stack([np.cos(turn), np.sin(turn)], 1)


def _spiral(n: int, dice: np.random.Generator) -> Points:
    way = np.sqrt(dice.random(n))
    turn = 3.2 * np.pi * way
    arm = 1.8 * way[:, None] * np.stack([np.cos(turn), np.sin(turn)], 1)
    return arm + 0.05 * dice.standard_normal((n, 2))


def _heaps(shape: str, width: float) -> Callable[[int, np.random.Generator], Points]:
    def heaps(n: int, dice: np.random.Generator) -> Points:
        centres = modes(shape)
        assert centres is not None
        return centres[dice.integers(len(centres), size=n)] + width * dice.standard_normal((n, 2))

    return heaps


def _line(n: int, dice: np.random.Generator) -> Points:
    along = dice.uniform(-1.8, 1.8, n)
    return np.stack([along, 0.5 * along], 1) + 0.03 * dice.standard_normal((n, 2))


SHAPES: dict[str, Callable[[int, np.random.Generator], Points]] = {
    "moons": _moons,
    "rings": _rings,
    "spiral": _spiral,
    "ring": _heaps("ring", 0.08),
    "grid": _heaps("grid", 0.06),
    "line": _line,
}


def drawn(strokes: Float[np.ndarray, "M 2"]) -> str:
    """The corners of one stroke as a short text that fits into a link: ``draw:`` and four hex digits a corner.

    Each coordinate, from -2 to 2, becomes one byte.
    """
    kept = strokes[np.unique(np.linspace(0, len(strokes) - 1, min(len(strokes), LONGEST)).astype(int))]
    bytes_ = np.clip(np.round((kept + 2) / 4 * 255), 0, 255).astype(np.uint8)
    return "draw:" + bytes_.tobytes().hex()


def corners(code: str) -> Points:
    """What :func:`drawn` wrote, to within 0.008. Raises Trouble ``drawing-damaged``."""
    try:
        flat = np.frombuffer(bytes.fromhex(code.removeprefix("draw:")), np.uint8)
        found = flat.reshape(-1, 2) / 255 * 4 - 2
    except ValueError as error:
        raise Trouble("drawing-damaged", "The drawing in the link is damaged; draw it again.") from error
    if len(found) < 2 or len(found) > LONGEST or np.ptp(found, axis=0).max() < 0.1:
        raise Trouble("drawing-damaged", "The drawing in the link is damaged or too small; draw it again.")
    return found


def _along(corners: Float[np.ndarray, "M 2"], n: int, dice: np.random.Generator) -> Points:
    """Evenly along a broken line, with a little width."""
    steps = np.diff(corners, axis=0)
    lengths = np.linalg.norm(steps, axis=1)
    leg = dice.choice(len(steps), n, p=lengths / lengths.sum())
    return corners[leg] + dice.random((n, 1)) * steps[leg] + 0.04 * dice.standard_normal((n, 2))


@cache
def digits() -> tuple[Float[np.ndarray, "N 64"], Int[np.ndarray, " N"]]:
    """Handwritten digits, 8×8, grey from -1 to 1, and their classes; the first ``LEARNT`` are to learn from.

    Source: Alpaydin and Kaynak 1998, Optical Recognition of Handwritten Digits, as scikit-learn ships it.
    """
    from sklearn.datasets import load_digits

    pictures, classes = load_digits(return_X_y=True)
    x, y = np.asarray(pictures, np.float64), np.asarray(classes, np.int64)
    order = np.random.default_rng(0).permutation(len(y))
    return x[order] / 8 - 1, y[order]
