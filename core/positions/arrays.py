"""What lets one piece of arithmetic serve the page (numpy) and the training (torch)."""

from __future__ import annotations

from typing import Any

import numpy as np

Array = Any  # a numpy array or a torch tensor: what comes in goes out
Number = int | float


def like(values: np.ndarray, x: Array) -> Array:
    """``values`` as the kind of array that ``x`` is, of its type and on its device."""
    return x.new_tensor(values) if hasattr(x, "new_tensor") else values.astype(x.dtype)


def log(x: Array) -> Array:
    """The natural logarithm."""
    return x.log() if hasattr(x, "log") else np.log(x)


def offsets(T: int) -> np.ndarray:
    """``offsets(T)[i, j] = j - i``: how far the key ``j`` lies after the query ``i``, in tokens."""
    return np.arange(T) - np.arange(T)[:, None]
