"""What lets one piece of arithmetic serve the page (numpy) and the training (torch)."""

from __future__ import annotations

from typing import Any

import numpy as np

Array = Any  # a numpy array or a torch tensor: what comes in goes out
Number = int | float


def like(values: np.ndarray, x: Array) -> Array:
    """``values`` as the kind of array that ``x`` is, on its device; of its type, or of float64 where that is whole."""
    if hasattr(x, "new_tensor"):
        return (x if x.is_floating_point() else x.double()).new_tensor(values)
    return values.astype(x.dtype if np.issubdtype(x.dtype, np.floating) else float)


def log(x: Array) -> Array:
    """The natural logarithm."""
    return x.log() if hasattr(x, "log") else np.log(x)


def offsets(T: int) -> np.ndarray:
    """``offsets(T)[i, j] = j - i``: how far the key ``j`` lies after the query ``i``, in tokens."""
    return np.arange(T) - np.arange(T)[:, None]
