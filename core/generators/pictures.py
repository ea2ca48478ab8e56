"""Real pictures: handwritten digits that come with the install, and clothes that lie outside it."""

from __future__ import annotations

import gzip
import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from jaxtyping import Float, Int

from core.errors import Trouble
from core.generators.data import LEARNT, digits

SETS = ("digits", "fashion")
LOOKED_AT = {"digits": 397, "fashion": 1000}  # real pictures that nobody learns from, and as many made ones, are judged


@dataclass(frozen=True, eq=False)
class Pictures:
    """Rows of pixels, grey from -1 to 1, with their ten classes."""

    name: str
    learnt: Float[np.ndarray, "N P"]
    learnt_classes: Int[np.ndarray, " N"]
    rest: Float[np.ndarray, "M P"]  # that nobody learns from
    rest_classes: Int[np.ndarray, " M"]

    @property
    def side(self) -> int:
        """Pixels."""
        return round(self.learnt.shape[1] ** 0.5)


@cache
def pictures(name: str) -> Pictures:
    """``digits``, 8×8, or ``fashion``, 28×28, from the folder that OBSERVATORY_DATA names.

    Source: Xiao, Rasul and Vollgraf 2017, Fashion-MNIST, https://arxiv.org/abs/1708.07747 (MIT licence).

    Raises:
        ValueError: no such set.
        Trouble: ``data-missing``.
    """
    if name == "digits":
        x, y = digits()
        return Pictures(name, x[:LEARNT], y[:LEARNT], x[LEARNT:], y[LEARNT:])
    if name != "fashion":
        raise ValueError(f"no pictures {name!r}; there are {', '.join(SETS)}")
    home = Path(os.environ.get("OBSERVATORY_DATA") or "") / "images" / "fashion_mnist"
    if not home.is_dir():
        raise Trouble("data-missing", "Set OBSERVATORY_DATA to the folder that holds images/fashion_mnist.")
    learnt, rest = ((_pixels(home, part), _classes(home, part)) for part in ("train", "t10k"))
    return Pictures(name, *learnt, *rest)


def _pixels(home: Path, part: str) -> Float[np.ndarray, "N 784"]:
    """The IDX format: sixteen bytes of head, then a byte a pixel."""
    with gzip.open(home / f"{part}-images-idx3-ubyte.gz") as file:
        found = np.frombuffer(file.read(), np.uint8, offset=16)
    return (found.reshape(-1, 784) / np.float32(127.5) - 1).astype(np.float32)


def _classes(home: Path, part: str) -> Int[np.ndarray, " N"]:
    with gzip.open(home / f"{part}-labels-idx1-ubyte.gz") as file:
        return np.frombuffer(file.read(), np.uint8, offset=8).astype(np.int64)
