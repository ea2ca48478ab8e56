"""2-D positions: a word on a page stands somewhere, not only somewhen.

The box of a word, in pixels, is brought to a grid of 1000 by 1000 whatever the page's size; left and right look up one
table, top and bottom another, and the vectors are added to the word's.

Source: Xu et al. 2020, section 2.2. https://arxiv.org/abs/1912.13318; width and height: Xu et al. 2021.
"""

from __future__ import annotations

import numpy as np
from jaxtyping import Float, Int

from core.errors import Trouble
from core.positions.arrays import Number
from core.positions.sinusoid import sinusoid

GRID = 1000


def normalised(boxes: Float[np.ndarray, "N 4"], width: Number, height: Number) -> Int[np.ndarray, "N 4"]:
    """``x0, y0, x1, y1`` in pixels as places 0 … 1000 on the grid.

    Raises:
        Trouble: ``positions-box``: a box outside the page, or turned inside out.
    """
    x0, y0, x1, y1 = boxes.T
    wrong = (x0 < 0) | (y0 < 0) | (x1 > width) | (y1 > height) | (x0 > x1) | (y0 > y1)
    if wrong.any():
        at = int(np.flatnonzero(wrong)[0])
        raise Trouble("positions-box", f"Box {at + 1} leaves the page or is turned inside out.", at=at + 1)
    return np.round(boxes / [width, height, width, height] * GRID).astype(int)


def layout_vectors(grid: Int[np.ndarray, "N 4"], D: int, base: Number = 10_000.0) -> Float[np.ndarray, "N D"]:
    """One vector per box, in six parts: left, top, right, bottom, width, height.

    LayoutLM learns its tables and adds their rows; ours are sinusoids side by side, so that nothing needs training and
    the product of two vectors is the sum of the six products.
    """
    part = 2 * (D // 12)
    table = sinusoid(GRID + 1, part, base)
    x0, y0, x1, y1 = grid.T
    return np.concatenate([table[each] for each in (x0, y0, x1, y1, x1 - x0, y1 - y0)], axis=1)


def cosines(vectors: Float[np.ndarray, "N D"]) -> Float[np.ndarray, "N N"]:
    """How alike the positions are, -1 to 1."""
    unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return unit @ unit.T
